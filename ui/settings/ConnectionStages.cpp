// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/ConnectionStages.h"

#include "common/Format.h"
#include "common/Icons.h"
#include "common/Label.h"

#include <QGridLayout>
#include <QPainter>

#include <optional>

namespace ui::settings {

using namespace common;
using app::api::ConnectionProblem;
using app::api::ConnectionStage;
using app::api::StageReport;
using State = app::api::StageReport::State;

namespace {

constexpr int kMark = 16;

QString titleOf(ConnectionStage stage)
{
    switch (stage) {
    case ConnectionStage::Name: return ConnectionStages::tr("Name (DNS)");
    case ConnectionStage::Proxy: return ConnectionStages::tr("Proxy");
    case ConnectionStage::Reach: return ConnectionStages::tr("Connection");
    case ConnectionStage::Encryption: return ConnectionStages::tr("Encryption (TLS)");
    case ConnectionStage::Service: return ConnectionStages::tr("Service (HTTP)");
    }
    return {};
}

QString passedText(const StageReport& stage)
{
    switch (stage.stage) {
    case ConnectionStage::Name: return ConnectionStages::tr("The address was found.");
    case ConnectionStage::Proxy: return ConnectionStages::tr("The proxy lets Threadcount through.");
    case ConnectionStage::Reach: return ConnectionStages::tr("The service can be reached.");
    case ConnectionStage::Encryption: return ConnectionStages::tr("The certificate is trusted.");
    case ConnectionStage::Service:
        return ConnectionStages::tr("OpenAI answered (HTTP %1). It was asked without the key.")
            .arg(stage.status);
    }
    return {};
}

} // namespace

QString problemText(const StageReport& stage, const QString& host)
{
    switch (stage.problem) {
    case ConnectionProblem::None: return {};
    case ConnectionProblem::NameNotFound:
        if (stage.stage == ConnectionStage::Reach) {
            return ConnectionStages::tr(
                "The proxy does not find %1 or does not let connections to it pass. Ask your IT to allow it.")
                .arg(stage.subject);
        }
        return ConnectionStages::tr("The name %1 is not known here. Check its spelling, and whether this "
                                    "computer is online or needs a VPN.")
            .arg(stage.subject);
    case ConnectionProblem::ProxyUnreachable:
        return ConnectionStages::tr("No proxy answers at this address. Check the address and the port.");
    case ConnectionProblem::ProxyNeedsPassword:
        return ConnectionStages::tr("The proxy asks for a user name and a password. Enter both above.");
    case ConnectionProblem::ProxyWrongPassword:
        return ConnectionStages::tr(
            "The proxy does not accept this user name and password. Check both above.");
    case ConnectionProblem::ProxyDenied:
        return ConnectionStages::tr("The proxy does not allow connections to %1. Ask your IT to allow it.")
            .arg(host);
    case ConnectionProblem::ProxyOther:
        return ConnectionStages::tr("Something answered, but no connection to %1 came of it. Check the kind "
                                    "of the proxy and its port, or ask your IT.")
            .arg(host);
    case ConnectionProblem::Unreachable:
        return ConnectionStages::tr(
            "%1 cannot be reached. A firewall may block it, or your network needs a proxy.")
            .arg(host);
    case ConnectionProblem::TimedOut:
        return ConnectionStages::tr("No answer came in time. A firewall may hold the connection back, or "
                                    "your network needs a proxy.");
    case ConnectionProblem::UntrustedIssuer:
        return ConnectionStages::tr(
            "The certificate was issued by %1, which this computer does not trust. If "
            "that is a security product of your network, ask your IT for its "
            "certificate file and choose it above.")
            .arg(stage.subject);
    case ConnectionProblem::WrongHost:
        return ConnectionStages::tr("The certificate is for %1 and not for %2. Something else answers in its "
                                    "place; ask your IT.")
            .arg(stage.subject, host);
    case ConnectionProblem::Expired:
        return ConnectionStages::tr("The certificate issued by %1 has expired. Check the date of this "
                                    "computer, then ask your IT.")
            .arg(stage.subject);
    case ConnectionProblem::NotValidYet:
        return ConnectionStages::tr("The certificate issued by %1 is not valid yet. Check the date of this "
                                    "computer, then ask your IT.")
            .arg(stage.subject);
    case ConnectionProblem::EncryptionOther:
        return ConnectionStages::tr(
            "No encrypted connection could be made. Something between this computer and "
            "%1 may be in the way; ask your IT.")
            .arg(host);
    case ConnectionProblem::PageInstead:
        return ConnectionStages::tr("A web page came instead of an answer (HTTP %1), as from a sign-in page "
                                    "or a filter. Open a web page to see whether your network asks you to "
                                    "sign in, or ask your IT.")
            .arg(stage.status);
    case ConnectionProblem::Redirected:
        return ConnectionStages::tr("The answer points to another address (HTTP %1), which Threadcount does "
                                    "not follow. Your network may ask you to sign in.")
            .arg(stage.status);
    case ConnectionProblem::UnexpectedStatus:
        return ConnectionStages::tr("The service answered with HTTP %1. Try again later.").arg(stage.status);
    case ConnectionProblem::Cancelled: return ConnectionStages::tr("The test was stopped.");
    }
    return {};
}

/// A sign in the colour of the state; the text beside it says the same.
class ConnectionStages::Mark final : public QWidget
{
public:
    Mark() { setFixedSize(kMark, kMark); }
    void setState(State state)
    {
        m_state = state;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        switch (m_state) {
        case State::Passed: paintIcon(painter, IconName::Check, rect(), theme.color(Token::Positive)); break;
        case State::Failed: paintIcon(painter, IconName::Cross, rect(), theme.color(Token::Negative)); break;
        case State::Running: paintIcon(painter, IconName::Sync, rect(), theme.color(Token::Accent)); break;
        case State::Waiting:
        case State::NotNeeded:
            painter.setPen(QPen(theme.color(Token::Faint), 1.5));
            painter.drawLine(QPointF(4, kMark / 2.0), QPointF(kMark - 4, kMark / 2.0));
            break;
        }
    }

private:
    State m_state = State::Waiting;
};

ConnectionStages::ConnectionStages(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("connectionStages"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    int line = 0;
    for (const ConnectionStage stage : app::api::kConnectionStages) {
        Row& row = m_rows[static_cast<std::size_t>(stage)];
        row.mark = new Mark;
        row.title = new Label(titleOf(stage), TextStyle::BodyBold);
        row.text = new Label(TextStyle::Body, Tone::Muted);
        row.text->setObjectName(QStringLiteral("connectionStage%1").arg(line));
        row.text->setWordWrap(true);
        grid->addWidget(row.mark, line, 0, Qt::AlignTop);
        grid->addWidget(row.title, line, 1, Qt::AlignTop);
        grid->addWidget(row.text, line, 2, Qt::AlignTop);
        ++line;
    }
}

void ConnectionStages::reset(const QString& host)
{
    m_host = host;
    for (const ConnectionStage stage : app::api::kConnectionStages) {
        StageReport waiting;
        waiting.stage = stage;
        showStage(waiting);
    }
}

void ConnectionStages::showStage(const StageReport& stage)
{
    const Row& row = m_rows[static_cast<std::size_t>(stage.stage)];
    row.mark->setState(stage.state);
    QString text;
    Tone tone = Tone::Muted;
    switch (stage.state) {
    case State::Waiting: break;
    case State::Running: text = tr("Trying …"); break;
    case State::Passed: text = passedText(stage); break;
    case State::NotNeeded: text = tr("Not needed."); break;
    case State::Failed:
        text = problemText(stage, m_host);
        tone = Tone::Negative;
        break;
    }
    row.text->setText(text);
    row.text->setTone(tone);
    row.text->setToolTip(stage.detail);
    row.text->setAccessibleName(
        tr("%1: %2", "a stage of the connection test, what came of it").arg(row.title->text(), text));
}

} // namespace ui::settings
