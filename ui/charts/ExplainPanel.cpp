// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ExplainPanel.h"

#include "common/Format.h"
#include "common/Icons.h"
#include "common/Label.h"
#include "common/Theme.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui::charts {

namespace {

using app::models::Explanation;
using common::Label;
using common::TextStyle;
using common::Theme;
using common::Token;
using common::Tone;
namespace format = common::format;

constexpr int kWidth = 600;
constexpr int kRowHeight = 31;

Label* selectable(const QString& text, TextStyle style, Tone tone = Tone::Normal)
{
    auto* label = new Label(text, style, tone);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    return label;
}

QFrame* divider()
{
    auto* line = new QFrame;
    line->setProperty("role", QStringLiteral("divider"));
    line->setFixedHeight(1);
    return line;
}

} // namespace

ExplainPanel* ExplainPanel::open(QWidget* parent, const Explanation& explanation)
{
    QWidget* window = parent->window();
    const auto others = window->findChildren<ExplainPanel*>(QString(), Qt::FindDirectChildrenOnly);
    for (ExplainPanel* other : others) {
        other->close();
    }
    auto* panel = new ExplainPanel(window, explanation);
    panel->show();
    panel->activateWindow();
    return panel;
}

ExplainPanel::ExplainPanel(QWidget* window, const Explanation& explanation)
    : QDialog(window)
{
    setObjectName(QStringLiteral("explainPanel"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(tr("Explain this number"));
    //: Accessible name of the panel: "Explain this number: Credits per turn".
    setAccessibleName(tr("Explain this number: %1").arg(explanation.title));

    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(20, 20, 20, 12);
    column->setSpacing(10);
    m_plain = explanation.title + u'\n' + explanation.value + u'\n' + explanation.formula + u'\n';

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    auto* icon = new QLabel;
    icon->setPixmap(common::icon(common::IconName::Info, Theme::of(this).color(Token::Muted)).pixmap(16, 16));
    head->addWidget(icon, 0, Qt::AlignVCenter);
    auto* title = selectable(explanation.title, TextStyle::Subtitle);
    title->setObjectName(QStringLiteral("explainTitle"));
    head->addWidget(title, 1);
    auto* value = selectable(explanation.value, TextStyle::Subtitle);
    value->setObjectName(QStringLiteral("explainValue"));
    value->setWordWrap(false);
    // Selectable text takes the keyboard; without any there is nothing to take it.
    value->setVisible(!explanation.value.isEmpty());
    head->addWidget(value);
    column->addLayout(head);

    if (!explanation.formula.isEmpty()) {
        auto* box = new QFrame;
        box->setProperty("role", QStringLiteral("well"));
        auto* inner = new QVBoxLayout(box);
        inner->setContentsMargins(12, 8, 12, 8);
        auto* formula = selectable(explanation.formula, TextStyle::Mono);
        formula->setObjectName(QStringLiteral("explainFormula"));
        formula->setAccessibleName(tr("Formula: %1").arg(explanation.formula));
        formula->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        inner->addWidget(formula);
        column->addWidget(box);
    }
    addInputs(explanation, column);
    addFacts(explanation, column);
    if (!explanation.notSaid.isEmpty()) {
        auto* note = selectable(explanation.notSaid, TextStyle::Small, Tone::Muted);
        note->setObjectName(QStringLiteral("explainNotSaid"));
        column->addWidget(note);
        m_plain += explanation.notSaid + u'\n';
    }
    column->addStretch(1);

    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("explainScroll"));
    scroll->setAccessibleName(tr("Explanation"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);

    auto* copy = new QPushButton(tr("Copy text"));
    copy->setObjectName(QStringLiteral("explainCopyButton"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_plain); });
    auto* close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("explainCloseButton"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(20, 0, 20, 16);
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(close);

    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll, 1);
    outer->addLayout(buttons);
    close->setFocus();
    const int wanted = body->heightForWidth(kWidth) > 0 ? body->heightForWidth(kWidth) : 420;
    resize(kWidth, std::min(wanted + 64, std::max(320, window->height() - 40)));
}

void ExplainPanel::addInputs(const Explanation& explanation, QVBoxLayout* column)
{
    if (explanation.inputs.empty()) {
        return;
    }
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(2, 3);
    int row = 0;
    int number = 0;
    for (const Explanation::Input& input : explanation.inputs) {
        auto* name = selectable(input.name, TextStyle::Body);
        auto* value = selectable(input.value, TextStyle::BodyBold);
        value->setObjectName(QStringLiteral("explainInput%1").arg(number++));
        value->setWordWrap(false);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        //: An input of a figure for a screen reader: name, value, where it comes from.
        value->setAccessibleName(tr("%1: %2, %3").arg(input.name, input.value, input.source));
        auto* source = selectable(input.source, TextStyle::Small, Tone::Muted);
        grid->addWidget(name, row, 0);
        grid->addWidget(value, row, 1);
        grid->addWidget(source, row, 2);
        grid->setRowMinimumHeight(row, kRowHeight);
        grid->addWidget(divider(), row + 1, 0, 1, 3);
        row += 2;
        m_plain += input.name + u'\t' + input.value + u'\t' + input.source + u'\n';
    }
    column->addLayout(grid);
}

void ExplainPanel::addFact(
    QGridLayout* grid, const QString& objectName, const QString& name, const QString& value)
{
    const int row = grid->rowCount();
    auto* left = selectable(name, TextStyle::Small, Tone::Muted);
    left->setWordWrap(false);
    auto* right = selectable(value, TextStyle::Small);
    right->setObjectName(objectName);
    //: A fact about a figure for a screen reader: "Missing days: 1".
    right->setAccessibleName(tr("%1: %2").arg(name, value));
    grid->addWidget(left, row, 0);
    grid->addWidget(right, row, 1);
    m_plain += name + u'\t' + value + u'\n';
}

void ExplainPanel::addFacts(const Explanation& explanation, QVBoxLayout* column)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const app::models::PeriodSummary& period = explanation.period;
    if (!period.range.isEmpty()) {
        addFact(grid, QStringLiteral("explainWindow"), tr("Window"),
            tr("%1, UTC days").arg(format::days(period.range)));
        addFact(grid, QStringLiteral("explainComplete"), tr("Complete days"),
            //: "27 of 30"
            tr("%1 of %2")
                .arg(format::integer(period.stored - period.provisional),
                    format::integer(period.range.length())));
        addFact(grid, QStringLiteral("explainProvisional"), tr("Provisional days"),
            format::integer(period.provisional));
        addFact(grid, QStringLiteral("explainMissing"), tr("Missing days"), format::integer(period.missing));
        if (period.notOffered > 0) {
            addFact(grid, QStringLiteral("explainNotOffered"), tr("Days not offered any more"),
                format::integer(period.notOffered));
        }
    }
    if (explanation.rows > 0) {
        addFact(grid, QStringLiteral("explainRows"), tr("Rows read from the cache"),
            format::integer(explanation.rows));
    }
    if (explanation.lastSync) {
        const app::core::Instant end = *explanation.lastSync;
        addFact(grid, QStringLiteral("explainSync"), tr("Last sync"),
            //: Day and time.
            tr("%1, %2 UTC").arg(format::dayMedium(app::core::UtcDay::of(end)), format::time(end)));
    }
    column->addLayout(grid);
}

} // namespace ui::charts
