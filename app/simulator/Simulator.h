// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/WorkspaceId.h"
#include "simulator/Fault.h"
#include "simulator/Profile.h"
#include "simulator/Truth.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace app::simulator {

/// One request that arrived, in order. It never holds a key.
struct SeenRequest
{
    QByteArray method;
    QString path;
    QString query; ///< as sent, percent-encoded
    int status = 0; ///< 0 = the connection was reset without an answer
    QString fault; ///< the fault that decided the answer, or empty
    bool hadAuthorization = false;
    qint64 bodyBytes = 0; ///< of the answer, before compression
    int rows = 0;
};

/// A faithful local Codex Analytics API: real HTTP/1.1 on 127.0.0.1, real authentication, validation, paging
/// and sparse rows, with profiles for shapes of data and faults on request. Section 9 of the API reference is
/// its contract, and it reads that contract on its own (it links `core` only).
///
/// It answers with a small responder of its own on QTcpServer instead of QHttpServer: stalling, cutting and
/// resetting a connection need the socket, QHttpServer 6.4 hides it and answers a handler at once, and two
/// servers on two ports could not share paging state, request numbers and faults.
///
/// Threads: lives in one thread and is called there only; use SimulatorThread to run it beside the caller.
/// Owned by whoever creates it; the destructor stops it.
class Simulator final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Simulator)

public:
    explicit Simulator(Profile profile = {}, QObject* parent = nullptr);
    ~Simulator() override;

    /// Listens on 127.0.0.1 (port 0 = a free one) and answers with `http://127.0.0.1:PORT`. Internal when the
    /// port is taken. Starting twice answers with the running URL.
    core::Result<QUrl> start(quint16 port = 0);
    /// Closes the listening socket and every connection. What was served stays readable; start() may follow.
    void stop();
    /// Empty while stopped.
    [[nodiscard]] QUrl url() const;

    /// From the next request on. A listing that is under way keeps the data it started with.
    void setProfile(Profile profile);
    [[nodiscard]] const Profile& profile() const;
    void setToday(core::UtcDay today);
    /// Replaces the faults and starts counting requests from 1 for them. An empty list heals.
    void setFaults(QList<Fault> faults);
    /// Opens `GET /__served` and `GET /__requests`, which need no key.
    void setReporting(bool on);

    [[nodiscard]] int requestCount() const;
    [[nodiscard]] QList<SeenRequest> requests() const;
    void clearRequests();

    [[nodiscard]] Served served() const;
    /// The same as JSON: `{"usage": {"2026-11-20": [row, …]}, "workspace_usage": …, "code_reviews": …,
    /// "code_review_responses": …}`; the rows are flat objects with the column names of the exports.
    [[nodiscard]] QByteArray servedJson() const;
    [[nodiscard]] QByteArray requestsJson() const;

    static core::WorkspaceId workspace();
    /// Another workspace that exists; only keyOfOtherWorkspace() opens it.
    static core::WorkspaceId otherWorkspace();
    /// A workspace whose plan does not offer analytics; acceptedKey() gets 403 there.
    static core::WorkspaceId ineligibleWorkspace();
    static QString acceptedKey();
    static QString keyWithoutScope();
    static QString keyOfOtherWorkspace();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace app::simulator
