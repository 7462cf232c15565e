// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace app::cli {

/// SIGINT and SIGTERM as events of the main thread. block() comes before any other thread exists, so that all
/// of them inherit the mask and no signal ends the process in the middle of something. A second signal ends
/// it at once: the store survives that too.
class StopSignals final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StopSignals)

public:
    static void block();

    explicit StopSignals(QObject* parent = nullptr);
    ~StopSignals() override;
    /// Readable while a signal waits, for code that has to poll; -1 when the system gives none.
    [[nodiscard]] int fileDescriptor() const { return m_fd; }

Q_SIGNALS:
    void stopRequested();

private:
    void onReadable();

    int m_fd = -1;
    bool m_isStopping = false;
    QSocketNotifier* m_notifier = nullptr; ///< child
};

} // namespace app::cli
