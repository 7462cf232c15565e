// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/KeyCard.h"

#include "common/Card.h"
#include "common/Label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::settings {

using common::Label;
using common::TextStyle;
using common::Tone;

KeyCard::KeyCard(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("keyCard"));
    setAccessibleName(tr("Key"));
    auto* card = new common::Card(tr("Key"), {});
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    QVBoxLayout* layout = card->contentLayout();
    layout->setSpacing(12);
    m_state = new common::Pill;
    m_state->setObjectName(QStringLiteral("keyCardState"));
    m_state->setCompact(true);
    card->addHeadWidget(m_state);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    m_workspace = addFact(grid, QStringLiteral("keyCardWorkspace"), tr("Workspace"));
    m_hint = addFact(grid, QStringLiteral("keyCardHint"), tr("Key"));
    m_keptIn = addFact(grid, QStringLiteral("keyCardKeptIn"), tr("Kept in"));
    m_worked = addFact(grid, QStringLiteral("keyCardWorked"), tr("Last accepted"));
    m_expires = addFact(grid, QStringLiteral("keyCardExpires"), tr("Expires"));
    layout->addLayout(grid);

    auto* first = new QHBoxLayout;
    auto* second = new QHBoxLayout;
    const auto add = [](QHBoxLayout* row, const QString& name, const QString& text) {
        auto* button = new QPushButton(text);
        button->setObjectName(name);
        button->setAccessibleName(text);
        row->addWidget(button);
        return button;
    };
    m_replace = add(first, QStringLiteral("keyCardReplaceButton"), tr("Replace…"));
    QPushButton* expiry = add(first, QStringLiteral("keyCardExpiryButton"), tr("Expiry…"));
    m_disconnect = add(second, QStringLiteral("keyCardDisconnectButton"), tr("Disconnect…"));
    QPushButton* erase = add(second, QStringLiteral("keyCardEraseButton"), tr("Erase…"));
    for (QHBoxLayout* row : {first, second}) {
        row->setSpacing(8);
        row->addStretch(1);
        layout->addLayout(row);
    }

    connect(m_replace, &QPushButton::clicked, this, &KeyCard::replaceRequested);
    connect(expiry, &QPushButton::clicked, this, &KeyCard::expiryRequested);
    connect(m_disconnect, &QPushButton::clicked, this, &KeyCard::disconnectRequested);
    connect(erase, &QPushButton::clicked, this, &KeyCard::eraseRequested);
}

Label* KeyCard::addFact(QGridLayout* grid, const QString& objectName, const QString& name)
{
    const int row = grid->rowCount();
    auto* value = new Label(TextStyle::Small);
    value->setObjectName(objectName);
    value->setWordWrap(true);
    grid->addWidget(new Label(name, TextStyle::Small, Tone::Muted), row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
    return value;
}

void KeyCard::setFacts(const Facts& facts)
{
    m_state->setState(facts.stateKind, facts.state);
    m_workspace->setText(facts.workspaceName);
    m_workspace->setToolTip(facts.workspaceId);
    m_hint->setText(facts.hint.isEmpty() ? tr("None") : facts.hint);
    m_keptIn->setText(facts.keptIn);
    m_worked->setText(facts.worked);
    m_expires->setText(facts.expires);
    const QString replace = facts.hasKey ? tr("Replace…") : tr("Enter…");
    m_replace->setText(replace);
    m_replace->setAccessibleName(facts.hasKey ? tr("Replace the key…") : tr("Enter the key…"));
    m_disconnect->setEnabled(facts.hasKey);
}

} // namespace ui::settings
