// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRadioButton>

namespace ui::wizard {

/// A radio button whose text takes a second line where the first is too short for it: what fits in English
/// does not fit in every language.
class WrappingRadio final : public QRadioButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WrappingRadio)

public:
    explicit WrappingRadio(const QString& text, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Left of the text: the mark and the gap behind it.
    [[nodiscard]] int lead() const;
    [[nodiscard]] QRect textBounds(int width) const;
};

} // namespace ui::wizard
