// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <vector>

class QHBoxLayout;
class QPushButton;

namespace ui::common {
class ElidedLabel;
class Label;
} // namespace ui::common

namespace ui::tables {

/// What the selected rows are together: their number, a few figures, and what can be done with them. 56
/// pixels with an accent edge. Main thread.
class SelectionBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectionBar)

public:
    explicit SelectionBar(QWidget* parent = nullptr);

    struct Figure
    {
        QString label;
        QString value;
        QString detail; ///< muted, behind the value; may be empty
    };
    void show(int rows, const std::vector<Figure>& figures);
    /// "Threads 444", one text for each figure on show.
    [[nodiscard]] QStringList figureTexts() const;
    void setExportOffered(bool offered);
    /// A word about the last export, beside the buttons; empty: nothing.
    void setNote(const QString& note);
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    void copyRequested();
    void exportRequested();
    void clearRequested();

private:
    struct Place
    {
        QWidget* box = nullptr;
        common::Label* label = nullptr;
        common::Label* value = nullptr;
        common::Label* detail = nullptr;
    };

    common::Label* m_count;
    common::Label* m_selected;
    QHBoxLayout* m_row;
    QHBoxLayout* m_figures;
    std::vector<Place> m_places;
    common::ElidedLabel* m_note;
    QPushButton* m_copy;
    QPushButton* m_export;
};

} // namespace ui::tables
