// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace app::core {

/// The wish to stop, shared by everything that one operation has under way. Owned by the operation, lives in
/// its thread; `cancel()` is to be called there (use a queued call from elsewhere). Raised once, never
/// lowered.
class Cancellation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Cancellation)

public:
    explicit Cancellation(QObject* parent = nullptr)
        : QObject(parent)
    {
    }
    [[nodiscard]] bool isRequested() const { return m_requested; }
    void cancel();

Q_SIGNALS:
    void requested();

private:
    bool m_requested = false;
};

} // namespace app::core
