// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/RangePopup.h"

#include "common/Label.h"

#include <QDate>
#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace ui::shell {

using namespace common;

namespace {

const QDate kEpoch(1970, 1, 1);

QDate dateOf(app::core::UtcDay day)
{
    return kEpoch.addDays(day.number());
}

app::core::UtcDay dayOf(QDate date)
{
    return app::core::UtcDay::fromNumber(static_cast<std::int32_t>(kEpoch.daysTo(date)));
}

QDateEdit* makeEdit(const QString& objectName, const QString& name)
{
    auto* edit = new QDateEdit;
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    edit->setMinimumWidth(150);
    return edit;
}

} // namespace

RangePopup::RangePopup(QWidget* parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("rangePopup"));
    setProperty("role", QStringLiteral("card"));
    setAccessibleName(tr("Range of your own"));

    m_first = makeEdit(QStringLiteral("rangeFirstEdit"), tr("First day"));
    m_last = makeEdit(QStringLiteral("rangeLastEdit"), tr("Last day"));
    auto* firstLabel = new Label(tr("&First day"), TextStyle::SmallBold);
    firstLabel->setBuddy(m_first);
    auto* lastLabel = new Label(tr("&Last day"), TextStyle::SmallBold);
    lastLabel->setBuddy(m_last);
    auto* hint
        = new Label(tr("UTC days, both included. Today is not complete yet."), TextStyle::Small, Tone::Muted);

    auto* apply = new QPushButton(tr("Show these days"));
    apply->setObjectName(QStringLiteral("rangeApplyButton"));
    apply->setAccessibleName(apply->text());
    apply->setProperty("kind", QStringLiteral("primary"));
    apply->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("rangeCancelButton"));
    cancel->setAccessibleName(cancel->text());

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->addWidget(firstLabel, 0, 0);
    grid->addWidget(lastLabel, 0, 1);
    grid->addWidget(m_first, 1, 0);
    grid->addWidget(m_last, 1, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(apply);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(12);
    layout->addLayout(grid);
    layout->addWidget(hint);
    layout->addLayout(buttons);

    connect(m_first, &QDateEdit::dateChanged, m_last, [this](QDate date) { m_last->setMinimumDate(date); });
    connect(apply, &QPushButton::clicked, this, &RangePopup::onApply);
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
}

void RangePopup::openBelow(QWidget* anchor, app::core::DayRange current, app::core::DayRange allowed)
{
    const app::core::DayRange clipped = current.intersected(allowed);
    const app::core::DayRange shown = clipped.isEmpty() ? allowed : clipped;
    m_last->setDateRange(dateOf(allowed.first), dateOf(allowed.last));
    m_first->setDateRange(dateOf(allowed.first), dateOf(allowed.last));
    m_first->setDate(dateOf(shown.first));
    m_last->setMinimumDate(dateOf(shown.first));
    m_last->setDate(dateOf(shown.last));

    adjustSize();
    QPoint at
        = anchor->mapToGlobal(QPoint(isRightToLeft() ? anchor->width() - width() : 0, anchor->height() + 6));
    if (const QScreen* onScreen = anchor->screen()) {
        const QRect room = onScreen->availableGeometry();
        at.setX(qBound(room.left(), at.x(), qMax(room.left(), room.right() - width())));
        at.setY(qBound(room.top(), at.y(), qMax(room.top(), room.bottom() - height())));
    }
    move(at);
    show();
    m_first->setFocus(Qt::TabFocusReason);
}

void RangePopup::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    Q_EMIT closed();
}

void RangePopup::onApply()
{
    // A half typed date counts as typed so far.
    m_first->interpretText();
    m_last->interpretText();
    const app::core::DayRange range{dayOf(m_first->date()), dayOf(m_last->date())};
    Q_EMIT rangeChosen(range);
    hide();
}

} // namespace ui::shell
