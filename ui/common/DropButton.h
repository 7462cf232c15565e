// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Icons.h"
#include "common/Theme.h"

#include <QPushButton>

#include <optional>

namespace ui::common {

/// A button with the distances of the design, which a style sheet cannot give: perhaps an icon before the
/// text, and a chevron at the end when it has a menu (setMenu()). Narrower than its text it elides. Main
/// thread.
class DropButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DropButton)

public:
    explicit DropButton(
        TextStyle style, std::optional<IconName> icon = std::nullopt, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int widthFor(int textWidth) const;

    TextStyle m_style;
    std::optional<IconName> m_icon;
};

} // namespace ui::common
