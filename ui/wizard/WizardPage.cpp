// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/WizardPage.h"

#include "wizard/IconLabel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui::wizard {

using common::Label;
using common::TextStyle;
using common::Tone;

namespace {

constexpr int kAsideBelow = 968; // the window is 1240 wide or less: rail 272 and this
constexpr int kColumnWidth = 696;
constexpr int kAsideWidth = 320;
constexpr int kMargin = 56;
constexpr int kScrollBar = 12; // at most

} // namespace

WizardPage::WizardPage(const QString& objectName, app::setup::SetupFlow& flow, QWidget* parent)
    : QWidget(parent)
    , m_flow(flow)
{
    setObjectName(objectName);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(m_scroll);

    auto* content = new QWidget;
    m_centre = new QHBoxLayout(content);
    m_centre->setSpacing(0);
    m_split = new QBoxLayout(QBoxLayout::LeftToRight);
    m_split->setSpacing(40);
    m_centre->addLayout(m_split);
    m_centre->addStretch(1);

    auto* columnBox = new QWidget;
    columnBox->setMaximumWidth(kColumnWidth);
    columnBox->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_column = new QVBoxLayout(columnBox);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(16);
    m_title = paragraph({}, TextStyle::Display);
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_lead = paragraph({}, TextStyle::Lead, Tone::Muted);
    m_lead->setObjectName(QStringLiteral("pageLead"));
    auto* head = new QVBoxLayout;
    head->setSpacing(6);
    head->setContentsMargins(0, 0, 0, 8);
    head->addWidget(m_title);
    head->addWidget(m_lead);
    m_column->addLayout(head);

    m_asideBox = new QWidget;
    m_aside = new QVBoxLayout(m_asideBox);
    m_aside->setContentsMargins(0, 0, 0, 0);
    m_aside->setSpacing(16);
    m_split->addWidget(columnBox, 1, Qt::AlignTop);
    m_split->addWidget(m_asideBox, 0, Qt::AlignTop);
    m_scroll->setWidget(content);
}

QString WizardPage::title() const
{
    return m_title->text();
}

void WizardPage::setTitle(const QString& title, const QString& lead)
{
    m_title->setText(title);
    m_lead->setText(lead);
    m_lead->setVisible(!lead.isEmpty());
}

void WizardPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // On the trailing side the scroll bar, where there is one, takes its place out of the margin, so that
    // cards and footer end in one line and nothing moves when it comes.
    const int trailing = kMargin - kScrollBar;
    m_centre->setContentsMargins(
        isRightToLeft() ? trailing : kMargin, 52, isRightToLeft() ? kMargin : trailing, 32);
    const bool below = width() < kAsideBelow;
    m_split->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_split->setSpacing(below ? 16 : 40);
    const int available = width() - 2 * kMargin;
    const int columnWidth = below ? std::min(available, kColumnWidth) : kColumnWidth;
    m_column->parentWidget()->setFixedWidth(
        below ? columnWidth : std::min(kColumnWidth, available - kAsideWidth - 40));
    m_asideBox->setFixedWidth(below ? columnWidth : kAsideWidth);
}

common::Card* WizardPage::addAside(const QString& title)
{
    auto* card = new common::Card(title, {});
    card->contentLayout()->setSpacing(12);
    m_aside->addWidget(card);
    return card;
}

void WizardPage::addFact(common::Card* card, common::IconName icon, const QString& title, const QString& text)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new IconLabel(icon, 18), 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(paragraph(title, TextStyle::BodyBold));
    if (!text.isEmpty()) {
        texts->addWidget(paragraph(text, TextStyle::Small, Tone::Muted));
    }
    row->addLayout(texts, 1);
    card->contentLayout()->addLayout(row);
}

Label* WizardPage::paragraph(const QString& text, TextStyle style, Tone tone)
{
    auto* label = new Label(text, style, tone);
    label->setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

void WizardPage::focusOn(QWidget* field)
{
    field->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(field);
}

} // namespace ui::wizard
