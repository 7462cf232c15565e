// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Icons.h"

#include <QAbstractButton>
#include <QWidget>

#include <optional>
#include <vector>

class QButtonGroup;

namespace ui::common {

/// A row of joined buttons of which exactly one is active . Tab reaches the active
/// one, the arrow keys move inside.
class SegmentedControl final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SegmentedControl)

public:
    explicit SegmentedControl(QWidget* parent = nullptr);

    /// `objectName` names the button; returns its index.
    int addSegment(
        const QString& objectName, const QString& text, std::optional<IconName> icon = std::nullopt);
    void setSegmentText(int index, const QString& text);
    [[nodiscard]] int count() const { return static_cast<int>(m_buttons.size()); }
    [[nodiscard]] int current() const;
    /// Changes the active segment without the signals.
    void setCurrent(int index);
    [[nodiscard]] QAbstractButton* button(int index) const;
    /// 32 pixels high by default; 24 to 28 in cards.
    void setSegmentHeight(int height);

Q_SIGNALS:
    /// The person chose a segment, also when it was active already.
    void segmentChosen(int index);

private:
    QButtonGroup* m_group;
    std::vector<QAbstractButton*> m_buttons;
    int m_height = 32;
};

} // namespace ui::common
