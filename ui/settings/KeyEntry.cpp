// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/KeyEntry.h"

#include "common/Icons.h"
#include "common/Label.h"
#include "common/Theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::settings {

using app::setup::KeyProblem;
using common::IconName;
using common::Label;
using common::TextStyle;
using common::Tone;

KeyEntry::KeyEntry(QWidget* parent)
    : QWidget(parent)
    , m_emptyText(tr("An Admin key or a Platform key with the analytics scope; both kinds are accepted."))
{
    m_edit = new QLineEdit;
    m_edit->setObjectName(QStringLiteral("apiKeyEdit"));
    m_edit->setAccessibleName(tr("Analytics key"));
    m_edit->setFont(common::Theme::of(this).font(TextStyle::Mono));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(
        Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhHiddenText);
    m_edit->setContextMenuPolicy(Qt::NoContextMenu);
    auto* label = new Label(tr("Analytics &key"), TextStyle::BodyBold);
    label->setBuddy(m_edit);
    m_reveal = new QPushButton;
    m_reveal->setObjectName(QStringLiteral("revealKeyButton"));
    m_reveal->setAutoDefault(true);
    m_reveal->setCheckable(true);
    m_reveal->setFixedWidth(36);
    auto* paste = new QPushButton(tr("&Paste"));
    paste->setObjectName(QStringLiteral("pasteKeyButton"));
    paste->setAutoDefault(true);
    paste->setAccessibleName(tr("Paste the key from the clipboard"));
    m_note = new Label(TextStyle::Small, Tone::Muted);
    m_note->setObjectName(QStringLiteral("apiKeyNote"));
    m_note->setWordWrap(true);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_reveal);
    row->addWidget(paste);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(label);
    layout->addLayout(row);
    layout->addWidget(m_note);

    connect(m_edit, &QLineEdit::textEdited, this, &KeyEntry::edited);
    connect(m_reveal, &QPushButton::toggled, this, &KeyEntry::setRevealed);
    connect(paste, &QPushButton::clicked, this, &KeyEntry::paste);
    setFocusProxy(m_edit);
    setRevealed(false);
    check(false);
}

bool KeyEntry::isEmpty() const
{
    return m_edit->text().isEmpty();
}

app::setup::KeyInput KeyEntry::read() const
{
    return app::setup::readKey(m_edit->text());
}

void KeyEntry::clear()
{
    m_edit->setText({}); // also empties its undo history
    m_reveal->setChecked(false);
}

void KeyEntry::setEmptyText(const QString& text)
{
    m_emptyText = text;
}

void KeyEntry::check(bool insist, bool missing)
{
    QString note = m_emptyText;
    bool problem = false;
    if (!isEmpty()) {
        const app::setup::KeyInput input = read();
        problem = input.problem != KeyProblem::None
            && (insist || (input.problem != KeyProblem::TooShort && input.problem != KeyProblem::Empty));
        switch (input.problem) {
        case KeyProblem::None:
            note = tr("Ends in %1, %n character(s). Only the last four are ever shown or logged.", nullptr,
                static_cast<int>(input.key->length()))
                       .arg(input.key->redacted().right(4));
            break;
        case KeyProblem::Empty: note = tr("Paste the whole key, not only the word in front of it."); break;
        case KeyProblem::SpaceInside:
            note = tr("There is a space or a line break inside the key. Copy it again in one piece.");
            break;
        case KeyProblem::NotAscii:
            note = tr(
                "There is a character in it that no key has. Copy the key again from where it was created.");
            break;
        case KeyProblem::TooShort: note = tr("This is too short to be a whole key."); break;
        case KeyProblem::TooLong: note = tr("This is too long to be a key. Copy only the key itself."); break;
        case KeyProblem::Refused:
            note = tr("This cannot be a key. Copy it again from where it was created.");
            break;
        }
    } else if (insist && missing) {
        note = tr("Paste the analytics key. Threadcount cannot ask the service without it.");
        problem = true;
    }
    m_note->setText(note);
    m_note->setTone(problem ? Tone::Negative : Tone::Muted);
    common::setStyleProperty(m_edit, "invalid", problem);
    m_edit->setAccessibleDescription(note);
}

void KeyEntry::setRevealed(bool revealed)
{
    m_edit->setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    const QString name = revealed ? tr("Hide the key") : tr("Show the key");
    m_reveal->setAccessibleName(name);
    m_reveal->setToolTip(name);
    refreshIcon();
}

void KeyEntry::refreshIcon()
{
    const common::Theme theme = common::Theme::of(this);
    m_reveal->setIcon(common::icon(m_reveal->isChecked() ? IconName::EyeOff : IconName::Eye,
        theme.color(common::Token::Text), theme.color(common::Token::Accent)));
}

void KeyEntry::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshIcon();
    }
}

void KeyEntry::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) {
        m_note->setText(tr("The clipboard holds no text. Copy the key first."));
        return;
    }
    m_edit->setText(text);
    Q_EMIT edited();
    m_edit->setFocus(Qt::OtherFocusReason);
}

} // namespace ui::settings
