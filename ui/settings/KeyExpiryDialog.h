// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/UtcDay.h"

#include <QDialog>

#include <optional>

class QDateEdit;

namespace ui::settings {

/// Asks on which day a key expires. The service does not tell, so the person may say it, or take it back.
/// Deletes itself when closed.
class KeyExpiryDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyExpiryDialog)

public:
    /// `current` is offered first; without one, 90 days from `today`.
    KeyExpiryDialog(std::optional<app::core::UtcDay> current, app::core::UtcDay today, QWidget* parent);

Q_SIGNALS:
    /// No day: forget it.
    void chosen(std::optional<app::core::UtcDay> day);

private:
    QDateEdit* m_day;
};

} // namespace ui::settings
