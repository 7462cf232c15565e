// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace ui::common {

class ElidedLabel;
class Label;

/// A raised box with an optional head (title, caption beside it, controls flush right) and a content column.
/// `role` is "card"; setChosen() gives it the accent edge.
class Card final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)

public:
    explicit Card(QWidget* parent = nullptr);
    Card(const QString& title, const QString& caption, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    [[nodiscard]] QString title() const;
    /// Ends in "…" where there is no room; the tooltip has it whole.
    void setCaption(const QString& caption);
    [[nodiscard]] QString caption() const;
    /// Puts a legend, pill or button at the right end of the head; the card becomes its parent.
    void addHeadWidget(QWidget* widget);
    /// Where the content goes; margins 0, spacing 8.
    [[nodiscard]] QVBoxLayout* contentLayout() const { return m_content; }
    void setPadding(int horizontal, int vertical);
    void setChosen(bool chosen);

private:
    void showHead();

    QVBoxLayout* m_outer;
    QWidget* m_headBox;
    QHBoxLayout* m_head;
    ElidedLabel* m_title;
    ElidedLabel* m_caption;
    QVBoxLayout* m_content;
    int m_horizontal = 16;
    int m_vertical = 14;
    bool m_chosen = false;
};

} // namespace ui::common
