// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/LineDialog.h"

#include "common/Label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::shell {

using common::Label;
using common::TextStyle;
using common::Tone;

namespace {

constexpr int kWidth = 520;

} // namespace

LineDialog::LineDialog(const Content& content, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(content.objectName);
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(kWidth);
    setWindowTitle(content.title);

    auto* title = new Label(content.title, TextStyle::Title);
    title->setWordWrap(true);
    auto* text = new Label(content.text, TextStyle::Body, Tone::Muted);
    text->setWordWrap(true);
    text->setObjectName(content.objectName + QStringLiteral("Text"));
    m_edit = new QLineEdit(content.initial);
    m_edit->setObjectName(content.objectName + QStringLiteral("Edit"));
    m_edit->setAccessibleName(QString(content.label).remove(u'&'));
    m_edit->setMaxLength(content.longest);
    m_edit->selectAll();
    auto* label = new Label(content.label, TextStyle::BodyBold);
    label->setBuddy(m_edit);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(content.objectName + QStringLiteral("CancelButton"));
    cancel->setAccessibleName(cancel->text());
    m_do = new QPushButton(content.button);
    m_do->setObjectName(content.objectName + QStringLiteral("Button"));
    m_do->setAccessibleName(QString(content.button).remove(u'&'));
    m_do->setProperty("kind", content.isDanger ? QStringLiteral("danger") : QStringLiteral("primary"));
    m_do->setDefault(true);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_do);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(label);
    layout->addWidget(m_edit);
    layout->addSpacing(4);
    layout->addLayout(buttons);

    const auto refresh
        = [this, accepts = content.accepts] { m_do->setEnabled(!accepts || accepts(m_edit->text())); };
    connect(m_edit, &QLineEdit::textChanged, this, refresh);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_do, &QPushButton::clicked, this, [this] {
        const QString entry = m_edit->text();
        accept();
        Q_EMIT entered(entry);
    });
    refresh();
    m_edit->setFocus();
}

} // namespace ui::shell
