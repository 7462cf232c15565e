// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/KeyDialog.h"

#include "common/Label.h"
#include "messages/ErrorText.h"
#include "settings/KeyEntry.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui::settings {

using app::settings::KeyLocation;
using common::Label;
using common::TextStyle;
using common::Tone;

namespace {

constexpr int kWidth = 560;

Label* wrapped(const QString& text, TextStyle style, Tone tone = Tone::Normal)
{
    auto* label = new Label(text, style, tone);
    label->setWordWrap(true);
    return label;
}

} // namespace

KeyDialog::KeyDialog(const Situation& situation, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("keyDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMaximumWidth(kWidth);
    const QString title = situation.hasKey
        ? tr("Replace the key of %1", "workspace").arg(situation.workspaceName)
        : tr("Enter the key of %1", "workspace").arg(situation.workspaceName);
    setWindowTitle(title);

    m_entry = new KeyEntry;
    if (!situation.hint.isEmpty()) {
        m_entry->setEmptyText(tr("The key so far ends in %1.").arg(situation.hint.right(4)));
        m_entry->check(false);
    }
    m_clearClipboard = new QCheckBox(tr("C&lear the clipboard once the key works"));
    m_clearClipboard->setObjectName(QStringLiteral("clearClipboardCheck"));
    m_clearClipboard->setAccessibleName(tr("Clear the clipboard once the key works"));
    m_clearClipboard->setChecked(true);
    m_outcome = wrapped({}, TextStyle::Body);
    m_outcome->setObjectName(QStringLiteral("keyOutcome"));
    m_outcome->hide();
    const auto button = [](const QString& name, const QString& text) {
        auto* made = new QPushButton(text);
        made->setObjectName(name);
        made->setAccessibleName(QString(text).remove(u'&'));
        made->setAutoDefault(true);
        return made;
    };
    m_cancel = button(QStringLiteral("keyCancelButton"), tr("Cancel"));
    m_evenSo = button(QStringLiteral("keyEvenSoButton"), tr("&Use it and keep checking"));
    m_evenSo->hide();
    m_submit = button(QStringLiteral("keySubmitButton"),
        situation.hasKey ? tr("C&heck and replace") : tr("C&heck and use"));
    m_submit->setProperty("kind", QStringLiteral("primary"));
    m_submit->setDefault(true);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_evenSo);
    buttons->addWidget(m_submit);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(14);
    layout->addWidget(wrapped(title, TextStyle::Title));
    layout->addWidget(wrapped(situation.hasKey
            ? tr(
                "The new key is tried on this workspace first. Until it works, the current key stays in use. "
                "Nothing of the history is lost.")
            : tr("The key is tried on this workspace before it is kept. Nothing of the history is lost."),
        TextStyle::Body, Tone::Muted));
    layout->addWidget(m_entry);
    layout->addWidget(buildLocation(situation));
    layout->addWidget(m_clearClipboard);
    layout->addWidget(m_outcome);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    const QMargins margins = layout->contentsMargins();
    layout->addStrut(
        kWidth - margins.left() - margins.right()); // the constraint replaces a width set by hand

    connect(m_entry, &KeyEntry::edited, this, [this] {
        m_entry->check(false);
        m_outcome->hide();
        m_evenSo->hide();
        refreshClipboard();
    });
    connect(QGuiApplication::clipboard(), &QClipboard::changed, this, &KeyDialog::refreshClipboard);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, [this] { submit(false); });
    connect(m_evenSo, &QPushButton::clicked, this, [this] { submit(true); });
    refreshClipboard();
    m_entry->setFocus();
}

QWidget* KeyDialog::buildLocation(const Situation& situation)
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(new Label(tr("Where the key is kept"), TextStyle::BodyBold));
    m_keychain = new QRadioButton(tr("System k&eychain"));
    m_keychain->setObjectName(QStringLiteral("keyKeychainRadio"));
    m_keychain->setAccessibleName(tr("System keychain"));
    m_session = new QRadioButton(tr("&This session only"));
    m_session->setObjectName(QStringLiteral("keySessionRadio"));
    m_session->setAccessibleName(tr("This session only"));
    const bool offered = situation.keychainNotOffered.isEmpty();
    m_keychain->setEnabled(offered);
    (offered && situation.location == KeyLocation::Keychain ? m_keychain : m_session)->setChecked(true);
    layout->addWidget(m_keychain);
    if (!offered) {
        layout->addWidget(wrapped(situation.keychainNotOffered, TextStyle::Small, Tone::Muted));
    }
    layout->addWidget(m_session);
    layout->addWidget(wrapped(tr("In memory until you quit; the key is asked for at the next start."),
        TextStyle::Small, Tone::Muted));
    return box;
}

KeyLocation KeyDialog::location() const
{
    return m_keychain->isChecked() ? KeyLocation::Keychain : KeyLocation::Session;
}

void KeyDialog::submit(bool evenWithoutScope)
{
    app::setup::KeyInput input = m_entry->read();
    m_entry->check(true, true);
    if (!input.key) {
        m_entry->setFocus();
        return;
    }
    m_submitted = std::move(input.key);
    setBusy(true);
    m_evenSo->hide();
    say(tr("Asking the service …"), false);
    Q_EMIT submitted(*m_submitted, evenWithoutScope);
}

void KeyDialog::setBusy(bool busy)
{
    m_entry->setEnabled(!busy);
    m_submit->setEnabled(!busy);
    m_session->setEnabled(!busy);
}

void KeyDialog::say(const QString& text, bool problem)
{
    m_outcome->setText(text);
    m_outcome->setTone(problem ? Tone::Negative : Tone::Normal);
    m_outcome->show();
    adjustSize();
}

void KeyDialog::showRefused(const app::core::Error& error)
{
    setBusy(false);
    m_submitted.reset();
    const app::messages::ErrorText text = app::messages::describe(error);
    say(tr("%1 %2 Nothing was changed.", "what happened, what to do now")
            .arg(text.whatHappened, text.nextStep),
        true);
    m_entry->setFocus();
}

void KeyDialog::showScopeMissing()
{
    setBusy(false);
    m_submitted.reset();
    say(tr("The key is right, but OpenAI has not applied the analytics scope to it yet. That is normal for 1 "
           "to 5 business days after the request. You can use it now: Threadcount checks every 15 minutes, "
           "and "
           "the charts stay."),
        false);
    m_evenSo->show();
    m_evenSo->setFocus();
}

void KeyDialog::showTaken(const std::optional<app::core::Error>& leftBehind, bool waitsForScope)
{
    if (m_clearClipboard->isVisible() && m_clearClipboard->isChecked()) {
        clearClipboard();
    }
    m_submitted.reset();
    m_entry->clear();
    Q_UNUSED(waitsForScope)
    if (!leftBehind) {
        accept();
        return;
    }
    setBusy(true);
    m_clearClipboard->hide();
    m_submit->hide();
    m_cancel->setText(tr("Close"));
    m_cancel->setAccessibleName(m_cancel->text());
    const app::messages::ErrorText text = app::messages::describe(*leftBehind);
    say(tr("The key is used until you quit. The keychain still holds the earlier one, which is used again at "
           "the next start. %1",
            "why the keychain did not let go of it")
            .arg(text.whatHappened),
        false);
    m_cancel->setFocus();
}

void KeyDialog::refreshClipboard()
{
    const app::setup::KeyInput input = m_entry->read();
    const bool holds = input.key && app::setup::isKey(QGuiApplication::clipboard()->text(), *input.key);
    m_clearClipboard->setVisible(holds);
}

void KeyDialog::clearClipboard()
{
    QClipboard* clipboard = QGuiApplication::clipboard();
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        const bool exists = mode == QClipboard::Clipboard || clipboard->supportsSelection();
        // Looked at again: something else may have been copied meanwhile.
        if (exists && m_submitted && app::setup::isKey(clipboard->text(mode), *m_submitted)) {
            clipboard->clear(mode);
        }
    }
}

} // namespace ui::settings
