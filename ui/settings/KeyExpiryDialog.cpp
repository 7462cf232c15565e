// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/KeyExpiryDialog.h"

#include "common/Label.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::settings {

using app::core::UtcDay;
using common::Label;
using common::TextStyle;
using common::Tone;

namespace {

constexpr int kUsualDays = 90;
constexpr int kWidth = 460;

} // namespace

KeyExpiryDialog::KeyExpiryDialog(std::optional<UtcDay> current, UtcDay today, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("keyExpiryDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(kWidth);
    setWindowTitle(tr("When the key expires"));

    m_day = new QDateEdit;
    m_day->setObjectName(QStringLiteral("keyExpiryEdit"));
    m_day->setAccessibleName(tr("The key expires on"));
    m_day->setCalendarPopup(true);
    m_day->setMinimumDate(QDate::fromString(today.toIso(), Qt::ISODate));
    m_day->setDate(QDate::fromString(current.value_or(today + kUsualDays).toIso(), Qt::ISODate));
    auto* label = new Label(tr("The key &expires on"), TextStyle::BodyBold);
    label->setBuddy(m_day);
    auto* text
        = new Label(tr("OpenAI does not tell this to Threadcount. Enter the day that was shown when the "
                       "key was created, and you are reminded 30, 7 and 1 days before."),
            TextStyle::Body, Tone::Muted);
    text->setWordWrap(true);

    const auto button = [](const QString& name, const QString& caption) {
        auto* made = new QPushButton(caption);
        made->setObjectName(name);
        made->setAccessibleName(QString(caption).remove(u'&'));
        made->setAutoDefault(true);
        return made;
    };
    QPushButton* forget = button(QStringLiteral("keyExpiryForgetButton"), tr("&Forget the day"));
    forget->setVisible(current.has_value());
    QPushButton* cancel = button(QStringLiteral("keyExpiryCancelButton"), tr("Cancel"));
    QPushButton* save = button(QStringLiteral("keyExpirySaveButton"), tr("&Save"));
    save->setProperty("kind", QStringLiteral("primary"));
    save->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(forget);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(new Label(windowTitle(), TextStyle::Title));
    layout->addWidget(text);
    layout->addWidget(label);
    layout->addWidget(m_day);
    layout->addSpacing(4);
    layout->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(forget, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(std::nullopt);
        accept();
    });
    connect(save, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(UtcDay::fromIso(m_day->date().toString(Qt::ISODate)));
        accept();
    });
}

} // namespace ui::settings
