// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Pill.h"

#include <QAbstractButton>

namespace ui::common {

/// A Pill that can be pressed, by mouse and keyboard. Looks like the pill of its kind, with a darker edge
/// under the pointer.
class PillButton final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PillButton)

public:
    explicit PillButton(QWidget* parent = nullptr);

    /// Sets both at once; the text begins the accessible name.
    void setState(Pill::Kind kind, const QString& text);
    [[nodiscard]] Pill::Kind kind() const { return m_kind; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    Pill::Kind m_kind = Pill::Kind::Neutral;
};

} // namespace ui::common
