// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/Terminal.h"

#include "core/Redaction.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace app::cli {

namespace {

constexpr qsizetype kLongestLine = 8'192;

/// Hides what is typed for as long as it lives.
class EchoOff
{
public:
    EchoOff()
    {
        if (::tcgetattr(STDIN_FILENO, &m_before) == 0) {
            termios hidden = m_before;
            hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            m_changed = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
        }
    }
    ~EchoOff()
    {
        if (m_changed) {
            ::tcsetattr(STDIN_FILENO, TCSADRAIN, &m_before);
            Terminal::writeError(QStringLiteral("\n"));
        }
    }
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;

private:
    termios m_before{};
    bool m_changed = false;
};

bool writeAll(int fd, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written
            = ::write(fd, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return false;
        }
        done += written;
    }
    return true;
}

} // namespace

bool Terminal::inputIsTerminal()
{
    return ::isatty(STDIN_FILENO) == 1;
}

bool Terminal::errorIsTerminal()
{
    return ::isatty(STDERR_FILENO) == 1;
}

core::Result<QByteArray> Terminal::readAll(qsizetype most) const
{
    return read(Until::InputEnd, most);
}

core::Result<QByteArray> Terminal::readSecretLine(const QString& prompt) const
{
    // Hidden before it is asked for: hiding drops what was typed until then.
    const EchoOff hidden;
    writeError(prompt);
    return read(Until::LineEnd, kLongestLine);
}

core::Result<QByteArray> Terminal::readLine(const QString& prompt) const
{
    writeError(prompt);
    return read(Until::LineEnd, kLongestLine);
}

core::Result<QByteArray> Terminal::read(Until until, qsizetype most) const
{
    QByteArray input;
    // Reserved at once, so that a key is not left behind in buffers that were outgrown.
    input.reserve(most + 1);
    for (;;) {
        std::array<pollfd, 2> waited{{{STDIN_FILENO, POLLIN, 0}, {m_stopFd, POLLIN, 0}}};
        if (::poll(waited.data(), waited.size(), -1) < 0) {
            if (errno == EINTR) {
                continue;
            }
            return core::failure(
                core::ErrorKind::BadUsage, core::redacted(QString::fromLocal8Bit(std::strerror(errno))));
        }
        if (waited[1].revents != 0) {
            return core::failure(core::ErrorKind::Cancelled, QString());
        }
        if (waited[0].revents == 0) {
            continue;
        }
        char next = 0;
        const ssize_t got = ::read(STDIN_FILENO, &next, 1);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return core::failure(
                core::ErrorKind::BadUsage, core::redacted(QString::fromLocal8Bit(std::strerror(errno))));
        }
        if (got == 0 || (until == Until::LineEnd && next == '\n')) {
            return input;
        }
        if (input.size() == most) {
            return core::failure(
                core::ErrorKind::BadUsage, QStringLiteral("the input is longer than %1 bytes").arg(most));
        }
        input += next;
    }
}

bool Terminal::writeOutput(const QString& text)
{
    return writeAll(STDOUT_FILENO, text.toUtf8());
}

void Terminal::writeError(const QString& text)
{
    // Nobody is left to be told when standard error is gone.
    static_cast<void>(writeAll(STDERR_FILENO, text.toUtf8()));
}

} // namespace app::cli
