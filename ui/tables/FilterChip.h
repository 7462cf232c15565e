// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QActionGroup;
class QMenu;

namespace ui::tables {

/// A filter of a list: a button "Surface: any" that opens the values to choose from. While it filters it
/// looks like a chip and has a cross that takes the filter away, as do Delete and Backspace. Main thread.
class FilterChip final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterChip)

public:
    /// `pattern` has the value at %1: "Surface: %1".
    FilterChip(const QString& objectName, const QString& pattern, QWidget* parent = nullptr);

    struct Value
    {
        QString id; ///< empty: no filter
        QString name;
    };
    /// The first is the one without a filter. A chosen value that is not among them is forgotten, with the
    /// signal.
    void setValues(const std::vector<Value>& values);
    void setChosen(const QString& id);
    [[nodiscard]] const QString& chosen() const { return m_chosen; }
    [[nodiscard]] bool filters() const { return !m_chosen.isEmpty(); }
    /// Where the cross is; empty without a filter.
    [[nodiscard]] QRect crossBox() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosenChanged(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();

    QString m_pattern;
    QString m_chosen;
    std::vector<Value> m_values;
    QMenu* m_menu;
    QActionGroup* m_group = nullptr;
};

} // namespace ui::tables
