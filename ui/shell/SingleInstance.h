// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class QLocalServer;

namespace ui::shell {

/// One window per data folder: a second start asks the first to come to the front and ends. Main thread.
///
/// A lock file (flock, gone with the process) decides who is the first, so a socket that a killed process
/// left behind is recognised and replaced. Both lie in XDG_RUNTIME_DIR, or in a folder of ours alone below
/// the folder for temporary files; their names come from the path of the data folder, so the demo and two
/// data folders do not meet.
///
/// What travels is one word, answered by another; nothing else is read. The word may be followed by the
/// activation token that the desktop gave the second start (XDG Activation), without which a Wayland desktop
/// lets nobody come to the front. Both sides talk to processes of the same user only, and whatever goes wrong
/// (no folder, a stranger's socket, no answer in time) lets the start go on.
class SingleInstance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)

public:
    /// `dataDir` need not exist. `folder` is where lock and socket belong; empty: the standard place.
    explicit SingleInstance(const QString& dataDir, QString folder = {}, QObject* parent = nullptr);
    ~SingleInstance() override;

    enum class Outcome {
        First, ///< go on; raiseRequested() tells of later starts
        Alone, ///< go on; the others cannot be watched, or the first one does not answer
        Second ///< the first one was asked and has answered (or need not be asked): end with success
    };
    /// How long the first one may take to answer.
    static constexpr int kPatienceMs = 3000;
    /// Becomes the first one or talks to it. `raise`: ask it to show its window. Waits at most `patienceMs`.
    Outcome start(bool raise, int patienceMs = kPatienceMs);

    [[nodiscard]] QString lockFile() const;
    [[nodiscard]] QString socketFile() const;
    /// XDG_RUNTIME_DIR where it is a folder of ours alone, else one below the folder for temporary files.
    /// Empty where neither can be had.
    static QString standardFolder();

Q_SIGNALS:
    /// Somebody started Threadcount once more. `token` is empty where the desktop gave none.
    void raiseRequested(const QString& token);

private:
    enum class Locked { Yes, HeldByAnother, Impossible };
    Locked takeLock();
    bool listen();
    [[nodiscard]] bool askTheFirst(int patienceMs) const;
    void onConnection();

    QString m_folder;
    QString m_name;
    int m_lock = -1;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace ui::shell
