// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/CheckRow.h"

#include "common/Format.h"
#include "common/Icons.h"
#include "messages/ErrorText.h"
#include "wizard/ActionButton.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace ui::wizard {

using app::setup::Check;
using app::setup::CheckState;
using common::Label;
using common::TextStyle;
using common::Theme;
using common::Token;
using common::Tone;

namespace {

constexpr int kPadding = 20;
constexpr int kCircle = 28;
constexpr int kLinkPadding = 5; // of a link button; the texts keep it as well, so that all begin in one line
constexpr int kHeight = 66; // of a row that needs no explanation

QString timing(std::chrono::milliseconds length)
{
    //: A duration in milliseconds
    return length < std::chrono::seconds(1) ? CheckRow::tr("%1 ms").arg(length.count())
                                            : common::format::duration(length);
}

QString nameOf(Check check)
{
    switch (check) {
    case Check::Connection: return QStringLiteral("connection");
    case Check::Key: return QStringLiteral("key");
    case Check::Scope: return QStringLiteral("scope");
    case Check::Usage: return QStringLiteral("usage");
    case Check::CodeReviews: return QStringLiteral("codeReviews");
    case Check::CodeReviewResponses: return QStringLiteral("codeReviewResponses");
    }
    return {};
}

} // namespace

CheckRow::CheckRow(Check check, QWidget* parent)
    : QWidget(parent)
    , m_check(check)
{
    const QString name = nameOf(check);
    setObjectName(name + QStringLiteral("Check"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kPadding, 13, kPadding, 13);
    layout->setSpacing(12);
    layout->addSpacing(kCircle + 16 - kLinkPadding);
    setMinimumHeight(kHeight);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(3);
    m_title = new Label(title(), TextStyle::BodyBold);
    m_title->setIndent(kLinkPadding);
    const auto wrapping = [](const QString& objectName) {
        auto* label = new Label(TextStyle::Small, Tone::Muted);
        label->setObjectName(objectName);
        label->setWordWrap(true);
        label->setIndent(kLinkPadding);
        return label;
    };
    m_finding = wrapping(name + QStringLiteral("Finding"));
    m_causes = wrapping(name + QStringLiteral("Causes"));
    m_advice = wrapping(name + QStringLiteral("Advice"));
    m_advice->setTone(Tone::Normal);
    m_details = wrapping(name + QStringLiteral("DetailsText"));
    m_details->setTextStyle(TextStyle::Mono);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detailsButton = new ActionButton(name + QStringLiteral("DetailsButton"), tr("Details"));
    m_detailsButton->setProperty("kind", QStringLiteral("link"));
    m_detailsButton->setCheckable(true);
    m_detailsButton->setAccessibleName(tr("Details of %1").arg(title()));
    texts->addWidget(m_title);
    texts->addWidget(m_finding);
    texts->addWidget(m_causes);
    texts->addWidget(m_advice);
    auto* detailsRow = new QHBoxLayout;
    detailsRow->addWidget(m_detailsButton);
    detailsRow->addStretch(1);
    texts->addLayout(detailsRow);
    texts->addWidget(m_details);
    layout->addLayout(texts, 1);
    m_timing = new Label(TextStyle::Small, Tone::Muted);
    m_timing->setObjectName(name + QStringLiteral("Timing"));
    layout->addWidget(m_timing, 0, Qt::AlignVCenter);
    m_causes->hide();
    m_advice->hide();
    m_details->hide();
    m_detailsButton->hide();
    connect(m_detailsButton, &QPushButton::toggled, this, &CheckRow::toggleDetails);
}

QString CheckRow::title() const
{
    switch (m_check) {
    case Check::Connection: return tr("Connection");
    case Check::Key: return tr("Key");
    case Check::Scope: return tr("Scope");
    case Check::Usage: return tr("Usage");
    case Check::CodeReviews: return tr("Code reviews");
    case Check::CodeReviewResponses: return tr("Code-review responses");
    }
    return {};
}

void CheckRow::show(const app::setup::CheckRow& row, const QString& finding, bool explained)
{
    m_state = row.state;
    const bool failed = row.state == CheckState::Failed;
    m_title->setText(
        m_check == Check::Scope && row.state == CheckState::Waiting ? tr("Scope not applied yet") : title());
    m_title->setTone(
        row.state == CheckState::NotRun || row.state == CheckState::Unknown ? Tone::Muted : Tone::Normal);
    m_finding->setText(finding);
    m_timing->setText(row.duration ? timing(*row.duration) : QString());

    QString causes;
    QString advice;
    if (row.error && failed && explained) {
        const auto text = app::messages::describe(*row.error);
        if (!text.likelyCauses.isEmpty()) {
            causes = tr("Likely causes: %1").arg(text.likelyCauses.join(QStringLiteral("; ")));
        }
        advice = tr("What to do: %1").arg(text.nextStep);
    }
    m_causes->setText(causes);
    m_causes->setVisible(!causes.isEmpty());
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());

    QString details;
    if (row.error && (failed || row.state == CheckState::Waiting)
        && (explained || row.state == CheckState::Waiting)) {
        details = row.error->httpStatus != 0 ? tr("Status %1").arg(row.error->httpStatus)
                                             : tr("No answer arrived");
        if (!row.error->detail.isEmpty()) {
            details += QStringLiteral(": ") + row.error->detail;
        }
    }
    m_details->setText(details);
    m_detailsButton->setVisible(!details.isEmpty());
    if (details.isEmpty()) {
        m_detailsButton->setChecked(false);
    }
    toggleDetails();
    setAccessibleName(m_title->text());
    setAccessibleDescription(QStringList{finding, causes, advice}.join(u' ').trimmed());
    update();
}

void CheckRow::toggleDetails()
{
    m_details->setVisible(m_detailsButton->isChecked() && !m_details->text().isEmpty());
}

QString CheckRow::asText() const
{
    QString text = m_title->text() + QStringLiteral(": ") + m_finding->text();
    if (!m_timing->text().isEmpty()) {
        text += QStringLiteral(" (") + m_timing->text() + QStringLiteral(")");
    }
    if (!m_details->text().isEmpty()) {
        text += QStringLiteral("\n    ") + m_details->text();
    }
    return text;
}

void CheckRow::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_check == Check::Scope && m_state == CheckState::Waiting) {
        painter.fillRect(rect(), theme.color(Token::WarningWeak));
    }
    if (!m_last) {
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Border));
    }
    const QRectF circle = QStyle::visualRect(
        layoutDirection(), rect(), QRect(kPadding, (kHeight - kCircle) / 2, kCircle, kCircle));
    Token fill = Token::Raised;
    Token mark = Token::Muted;
    QPen edge(theme.color(Token::BorderStrong), 1);
    common::IconName icon = common::IconName::More;
    switch (m_state) {
    case CheckState::Passed:
        fill = Token::PositiveWeak;
        mark = Token::Positive;
        edge = QPen(Qt::NoPen);
        icon = common::IconName::Check;
        break;
    case CheckState::Failed:
        fill = Token::NegativeWeak;
        mark = Token::Negative;
        edge = QPen(Qt::NoPen);
        icon = common::IconName::Cross;
        break;
    case CheckState::Waiting:
        fill = Token::WarningWeak;
        mark = Token::Warning;
        edge = QPen(theme.color(Token::WarningLine), 1);
        icon = common::IconName::Clock;
        break;
    case CheckState::Running:
        fill = Token::AccentWeak;
        mark = Token::Accent;
        edge = QPen(Qt::NoPen);
        icon = common::IconName::Sync;
        break;
    case CheckState::NotRun:
    case CheckState::Unknown: edge.setStyle(Qt::DashLine); break;
    }
    painter.setPen(edge);
    painter.setBrush(theme.color(fill));
    painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5));
    common::paintIcon(painter, icon, circle.adjusted(6, 6, -6, -6), theme.color(mark));
}

} // namespace ui::wizard
