// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/RangeChoice.h"

#include "common/Label.h"
#include "settings/RadioGroup.h"
#include "setup/SetupDraft.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui::settings {

using namespace common;

RangeChoice::RangeChoice(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const QString notes[]{
        tr("a first look"), tr("recommended"), tr("two months"), tr("everything that OpenAI offers")};
    for (std::size_t i = 0; i < app::setup::kBackfillChoices.size(); ++i) {
        const int count = app::setup::kBackfillChoices[i];
        auto* radio = new QRadioButton(tr("&%1 days").arg(count));
        radio->setObjectName(QStringLiteral("days%1Radio").arg(count));
        radio->setAccessibleName(tr("%1 days").arg(count));
        radio->setAccessibleDescription(notes[i]);
        m_group->addButton(radio, count);
        auto* row = new QHBoxLayout;
        row->addWidget(radio);
        row->addWidget(new Label(notes[i], TextStyle::Small, Tone::Muted));
        row->addStretch(1);
        column->addLayout(row);
    }
    connect(m_group, &QButtonGroup::idClicked, this, &RangeChoice::daysChosen);
}

void RangeChoice::setDays(int days)
{
    markButton(*m_group, days);
}

int RangeChoice::days() const
{
    return m_group->checkedId();
}

QWidget* RangeChoice::marked() const
{
    return m_group->checkedButton();
}

} // namespace ui::settings
