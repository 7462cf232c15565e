// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/NavigationBar.h"

#include "common/BrandMark.h"
#include "common/Label.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace ui::shell {

using namespace common;

namespace {

constexpr int kWide = 216;
constexpr int kFolded = 56;
constexpr int kMargin = 12;
constexpr int kItemHeight = 36;
constexpr int kIconLeft = 10;
constexpr int kIcon = 18;
constexpr int kTextLeft = 40;

} // namespace

NavigationItem::NavigationItem(IconName icon, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::ClickFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavigationItem::setFolded(bool folded)
{
    m_folded = folded;
    setToolTip(!folded         ? QString()
            : m_keys.isEmpty() ? text()
                               : tr("%1 (%2)", "page or command, its shortcut").arg(text(), m_keys));
    updateGeometry();
    update();
}

void NavigationItem::setShortcutText(const QString& keys)
{
    m_keys = keys;
    setFolded(m_folded);
}

QSize NavigationItem::sizeHint() const
{
    const QFontMetrics metrics(Theme::of(this).font(TextStyle::BodyBold));
    const int height = qMax(kItemHeight, metrics.height() + 12);
    return {m_folded ? height : kTextLeft + metrics.horizontalAdvance(text()) + kIconLeft, height};
}

void NavigationItem::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    const bool active = isChecked();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (active || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(active ? Token::AccentWeak : Token::Sunken));
        painter.drawRoundedRect(rect(), 6, 6);
    }
    const auto visual
        = [this](const QRect& logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const int iconLeft = m_folded ? (width() - kIcon) / 2 : kIconLeft;
    paintIcon(painter, m_icon, visual(QRect(iconLeft, (height() - kIcon) / 2, kIcon, kIcon)),
        theme.color(active ? Token::Accent : Token::Muted));
    if (m_folded) {
        return;
    }
    const QFont font = theme.font(active ? TextStyle::BodyBold : TextStyle::Body);
    painter.setFont(font);
    painter.setPen(theme.color(active ? Token::Accent : Token::Muted));
    const QRect box = visual(rect().adjusted(kTextLeft, 0, -kIconLeft, 0));
    if (!m_keys.isEmpty()) {
        painter.setFont(theme.font(TextStyle::Micro));
        const Qt::Alignment end = isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight;
        painter.drawText(box, static_cast<int>(end | Qt::AlignVCenter) | Qt::TextSingleLine, m_keys);
        painter.setFont(font);
    }
    const Qt::Alignment side = isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(box, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(text(), Qt::ElideRight, box.width()));
}

void NavigationItem::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
    QAbstractButton::changeEvent(event);
}

NavigationBar::NavigationBar(QWidget* parent)
    : QFrame(parent)
    , m_group(new QButtonGroup(this))
{
    setProperty("role", QStringLiteral("side"));
    setAccessibleName(tr("Pages"));
    setFixedWidth(kWide);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &NavigationBar::chosen);
    connect(m_group, &QButtonGroup::buttonToggled, this, [](QAbstractButton* button, bool checked) {
        // Tab stops at the active item only.
        button->setFocusPolicy(checked ? Qt::StrongFocus : Qt::ClickFocus);
    });

    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(kMargin, 0, kMargin + 1, 16);
    m_layout->setSpacing(0);

    m_brand = new QHBoxLayout;
    m_brand->setContentsMargins(8, 14, 2, 14);
    m_brand->setSpacing(12);
    m_brand->addWidget(new BrandMark(28));
    m_brandText = new Label(tr("Threadcount"), TextStyle::Subtitle);
    m_brand->addWidget(m_brandText, 1);
    m_layout->addLayout(m_brand);

    m_items = new QVBoxLayout;
    m_items->setContentsMargins(0, 12, 0, 0);
    m_items->setSpacing(4);
    m_layout->addLayout(m_items);
    m_layout->addStretch(1);

    m_goTo = new NavigationItem(IconName::Search, tr("Go to…"));
    m_goTo->setObjectName(QStringLiteral("goToButton"));
    m_goTo->setCheckable(false);
    m_goTo->setFocusPolicy(Qt::StrongFocus);
    m_goTo->setShortcutText(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText));
    m_layout->addWidget(m_goTo);
    m_layout->addSpacing(8);
    connect(m_goTo, &QAbstractButton::clicked, this, &NavigationBar::goToRequested);

    m_foot = new QWidget;
    auto* foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(12);
    auto* divider = new QFrame;
    divider->setProperty("role", QStringLiteral("divider"));
    divider->setFixedHeight(1);
    foot->addWidget(divider);
    auto* promise
        = new Label(tr("Counts, never content.\nRead-only, local cache"), TextStyle::Micro, Tone::Muted);
    promise->setContentsMargins(kIconLeft, 0, 0, 0);
    promise->setWordWrap(true);
    foot->addWidget(promise);
    m_layout->addWidget(m_foot);
}

int NavigationBar::addItem(const QString& objectName, IconName icon, const QString& text)
{
    const int index = static_cast<int>(m_buttons.size());
    auto* item = new NavigationItem(icon, text);
    item->setObjectName(objectName);
    item->setFolded(m_folded);
    m_buttons.push_back(item);
    m_group->addButton(item, index);
    m_items->addWidget(item);
    // The tab order follows what is seen: the items one after the other, the search below them, the pages.
    setTabOrder(m_goTo, item);
    setTabOrder(item, m_goTo);
    return index;
}

void NavigationBar::setCurrent(int index)
{
    m_buttons.at(static_cast<std::size_t>(index))->setChecked(true);
}

int NavigationBar::current() const
{
    return m_group->checkedId();
}

void NavigationBar::setFolded(bool folded)
{
    if (folded == m_folded) {
        return;
    }
    m_folded = folded;
    setFixedWidth(folded ? kFolded : kWide);
    const int margin = folded ? 9 : kMargin;
    m_layout->setContentsMargins(margin, 0, margin + 1, 16);
    m_brand->setContentsMargins(folded ? 5 : 8, 14, 2, 14);
    m_brandText->setVisible(!folded);
    m_foot->setVisible(!folded);
    for (NavigationItem* item : m_buttons) {
        item->setFolded(folded);
    }
    m_goTo->setFolded(folded);
}

} // namespace ui::shell
