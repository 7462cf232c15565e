// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/SegmentedControl.h"

#include "common/Theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace ui::common {

namespace {

constexpr int kPadding = 12;
constexpr int kIcon = 16;
constexpr int kGap = 8;
constexpr qreal kRadius = 6;

class SegmentButton final : public QAbstractButton
{
public:
    SegmentButton(std::optional<IconName> name, QWidget* parent)
        : QAbstractButton(parent)
        , m_name(name)
    {
        setCheckable(true);
        setFocusPolicy(Qt::ClickFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    void setSegmentHeight(int height)
    {
        m_height = height;
        updateGeometry();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        // The active segment is bold: leave room for it, so that nothing moves when it changes.
        const QFontMetrics metrics(Theme::of(this).font(TextStyle::BodyBold));
        const int iconWidth = m_name ? kIcon + (text().isEmpty() ? 0 : kGap) : 0;
        return {2 * kPadding + iconWidth + metrics.horizontalAdvance(text()),
            qMax(m_height, metrics.height() + 6)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = Theme::of(this);
        const bool active = isChecked();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);

        // Each segment paints its own part of the one outline that goes around the whole control.
        const QRectF outline
            = QRectF(parentWidget()->rect()).translated(-pos()).adjusted(0.5, 0.5, -0.5, -0.5);
        QPainterPath path;
        path.addRoundedRect(outline, kRadius, kRadius);
        const Token fill = active      ? Token::AccentWeak
            : isDown() || underMouse() ? Token::Sunken
                                       : Token::Raised;
        painter.fillPath(path, theme.color(fill));
        painter.setPen(theme.color(Token::Border));
        painter.drawPath(path);
        if (x() > 0) {
            painter.drawLine(QPointF(0.5, 1), QPointF(0.5, height() - 1));
        }

        const Token ink = !isEnabled() ? Token::Faint : active ? Token::Accent : Token::Text;
        const Token iconInk = !isEnabled() ? Token::Faint : active ? Token::Accent : Token::Muted;
        const QFont font = theme.font(active ? TextStyle::BodyBold : TextStyle::Body);
        const QFontMetrics metrics(font);
        const int iconWidth = m_name ? kIcon + (text().isEmpty() ? 0 : kGap) : 0;
        const int width = iconWidth + metrics.horizontalAdvance(text());
        const int left = (this->width() - width) / 2;
        if (m_name) {
            const QRect box(left, (height() - kIcon) / 2, kIcon, kIcon);
            paintIcon(
                painter, *m_name, QStyle::visualRect(layoutDirection(), rect(), box), theme.color(iconInk));
        }
        painter.setFont(font);
        painter.setPen(theme.color(ink));
        const QRect textBox(left + iconWidth, 0, width - iconWidth + 1, height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), textBox),
            static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine | Qt::TextShowMnemonic, text());
    }

    void changeEvent(QEvent* event) override
    {
        if (event->type() == QEvent::FontChange) {
            updateGeometry();
        }
        QAbstractButton::changeEvent(event);
    }

private:
    std::optional<IconName> m_name;
    int m_height = 32;
};

} // namespace

SegmentedControl::SegmentedControl(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::segmentChosen);
    connect(m_group, &QButtonGroup::buttonToggled, this, [this] {
        // Tab stops at the active segment only.
        for (QAbstractButton* segment : m_buttons) {
            segment->setFocusPolicy(segment->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
        }
    });
}

int SegmentedControl::addSegment(const QString& objectName, const QString& text, std::optional<IconName> icon)
{
    const int index = count();
    auto* button = new SegmentButton(icon, this);
    button->setObjectName(objectName);
    button->setSegmentHeight(m_height);
    m_buttons.push_back(button);
    m_group->addButton(button, index);
    if (index == 0) {
        // As long as none is active, the keyboard enters at the first.
        button->setFocusPolicy(Qt::StrongFocus);
    }
    layout()->addWidget(button);
    setSegmentText(index, text);
    return index;
}

void SegmentedControl::setSegmentText(int index, const QString& text)
{
    QAbstractButton* segment = button(index);
    segment->setText(text);
    segment->setAccessibleName(text);
    segment->updateGeometry();
}

int SegmentedControl::current() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index)
{
    button(index)->setChecked(true);
}

QAbstractButton* SegmentedControl::button(int index) const
{
    return m_buttons.at(static_cast<std::size_t>(index));
}

void SegmentedControl::setSegmentHeight(int height)
{
    m_height = height;
    for (QAbstractButton* segment : m_buttons) {
        static_cast<SegmentButton*>(segment)->setSegmentHeight(height);
    }
}

} // namespace ui::common
