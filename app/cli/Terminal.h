// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <QByteArray>
#include <QString>

namespace app::cli {

/// Standard input, output and error. Text is UTF-8; nothing here ever sees a key except readAll() and
/// readSecretLine(). Reading blocks the calling thread, also its event loop, until there is input or a stop
/// signal: use it before anything else is under way.
class Terminal
{
public:
    /// `stopFd` becomes readable when the person wants to stop (StopSignals); -1 = never.
    explicit Terminal(int stopFd = -1)
        : m_stopFd(stopFd)
    {
    }

    [[nodiscard]] static bool inputIsTerminal();
    [[nodiscard]] static bool errorIsTerminal();

    /// Everything up to the end of standard input, at most `most` bytes (more is BadUsage). Cancelled on a
    /// stop signal.
    [[nodiscard]] core::Result<QByteArray> readAll(qsizetype most) const;
    /// One line from the terminal, without its end; what is typed is not shown.
    [[nodiscard]] core::Result<QByteArray> readSecretLine(const QString& prompt) const;
    /// One line from the terminal, without its end.
    [[nodiscard]] core::Result<QByteArray> readLine(const QString& prompt) const;

    /// False when standard output cannot take it (full, closed).
    [[nodiscard]] static bool writeOutput(const QString& text);
    static void writeError(const QString& text);

private:
    enum class Until { LineEnd, InputEnd };
    [[nodiscard]] core::Result<QByteArray> read(Until until, qsizetype most) const;

    int m_stopFd;
};

} // namespace app::cli
