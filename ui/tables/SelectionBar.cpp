// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tables/SelectionBar.h"

#include "common/DropButton.h"
#include "common/ElidedLabel.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/Label.h"
#include "common/Theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace ui::tables {

namespace {

using common::Label;
using common::TextStyle;
using common::Theme;
using common::Token;
using common::Tone;

constexpr int kHeight = 56;
constexpr int kBadge = 28;

/// A number on a round spot that grows with its digits.
class Badge final : public QWidget
{
public:
    explicit Badge(Label* label)
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(9, 0, 9, 0);
        label->setAlignment(Qt::AlignCenter);
        row->addWidget(label);
        setFixedHeight(kBadge);
        setMinimumWidth(kBadge);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::of(this).color(Token::AccentWeak));
        painter.drawRoundedRect(rect(), kBadge / 2.0, kBadge / 2.0);
    }
};

} // namespace

SelectionBar::SelectionBar(QWidget* parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("selectionBar"));
    setProperty("role", QStringLiteral("card"));
    setProperty("chosen", true);
    setMinimumHeight(kHeight);
    setAccessibleName(tr("Selected people"));
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(16, 8, 16, 8);
    m_row->setSpacing(12);
    m_count = new Label(TextStyle::BodyBold, Tone::Accent);
    m_count->setObjectName(QStringLiteral("selectionCount"));
    m_selected = new Label(TextStyle::BodyBold);
    m_figures = new QHBoxLayout;
    m_figures->setSpacing(24);
    m_note = new common::ElidedLabel(TextStyle::Small, Token::Muted);
    m_note->setObjectName(QStringLiteral("selectionNote"));
    const auto button = [](common::IconName icon, const QString& name, const QString& text) {
        auto* result = new common::DropButton(TextStyle::Body, icon);
        result->setText(text);
        result->setObjectName(name);
        result->setAccessibleName(text);
        return result;
    };
    m_copy = button(common::IconName::Copy, QStringLiteral("copySelectionButton"), tr("Copy"));
    m_copy->setToolTip(tr("Copies the selected rows as tab-separated text (%1)")
                           .arg(QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText)));
    m_export = button(common::IconName::Export, QStringLiteral("exportSelectionButton"), tr("Export…"));
    auto* clear = new QPushButton(tr("Clear"));
    clear->setObjectName(QStringLiteral("clearSelectionButton"));
    clear->setProperty("kind", QStringLiteral("link"));
    m_row->addWidget(new Badge(m_count));
    m_row->addWidget(m_selected);
    m_row->addSpacing(12);
    m_row->addLayout(m_figures);
    m_row->addWidget(m_note, 1);
    m_row->addWidget(m_copy);
    m_row->addWidget(m_export);
    m_row->addWidget(clear);
    connect(m_copy, &QPushButton::clicked, this, &SelectionBar::copyRequested);
    connect(m_export, &QPushButton::clicked, this, &SelectionBar::exportRequested);
    connect(clear, &QPushButton::clicked, this, &SelectionBar::clearRequested);
}

void SelectionBar::show(int rows, const std::vector<Figure>& figures)
{
    m_count->setText(common::format::integer(rows));
    //: Behind the number of selected rows, which stands apart in a round spot.
    m_selected->setText(tr("selected", nullptr, rows));
    while (m_places.size() < figures.size()) {
        Place place;
        place.box = new QWidget;
        auto* column = new QVBoxLayout(place.box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        place.label = new Label(TextStyle::Micro, Tone::Muted);
        auto* values = new QHBoxLayout;
        values->setSpacing(4);
        place.value = new Label(TextStyle::BodyBold);
        place.detail = new Label(TextStyle::Small, Tone::Muted);
        values->addWidget(place.value);
        values->addWidget(place.detail);
        values->addStretch(1);
        column->addWidget(place.label);
        column->addLayout(values);
        m_figures->addWidget(place.box);
        m_places.push_back(place);
    }
    for (std::size_t index = 0; index < m_places.size(); ++index) {
        const Place& place = m_places[index];
        place.box->setVisible(index < figures.size());
        if (index < figures.size()) {
            const Figure& figure = figures[index];
            place.label->setText(figure.label);
            place.value->setText(figure.value);
            place.detail->setText(figure.detail);
            place.detail->setVisible(!figure.detail.isEmpty());
        }
    }
    QFrame::show();
}

QStringList SelectionBar::figureTexts() const
{
    QStringList texts;
    for (const Place& place : m_places) {
        if (!place.box->isHidden()) {
            QStringList parts{place.label->text(), place.value->text(), place.detail->text()};
            parts.removeAll(QString());
            texts << parts.join(u' ');
        }
    }
    return texts;
}

void SelectionBar::setExportOffered(bool offered)
{
    m_export->setVisible(offered);
}

void SelectionBar::setNote(const QString& note)
{
    m_note->setText(note);
}

QString SelectionBar::note() const
{
    return m_note->text();
}

} // namespace ui::tables
