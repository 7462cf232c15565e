// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/NetworkDialog.h"

#include "common/Label.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui::settings {

using namespace common;

namespace {
constexpr QSize kSize{640, 620};
}

NetworkDialog::NetworkDialog(
    NetworkServices services, const app::settings::NetworkSettings& value, QWidget* parent)
    : QDialog(parent)
    , m_panel(new NetworkPanel(std::move(services)))
{
    setObjectName(QStringLiteral("networkDialog"));
    setWindowTitle(tr("Network settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kSize);
    m_panel->setValue(value);
    connect(m_panel, &NetworkPanel::tested, this, &NetworkDialog::tested);

    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(3, 3, 8, 3);
    column->addWidget(m_panel);
    column->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("networkCancelButton"));
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    auto* use = new QPushButton(tr("Use these settings"));
    use->setObjectName(QStringLiteral("networkUseButton"));
    use->setAccessibleName(use->text());
    use->setDefault(true);
    setStyleProperty(use, "kind", QStringLiteral("primary"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(use, &QPushButton::clicked, this, [this] { this->use(); });
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(use);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(new Label(tr("Network settings"), TextStyle::Title));
    layout->addWidget(area, 1);
    layout->addLayout(foot);
}

QCoro::Task<void> NetworkDialog::use()
{
    if (!m_panel->check()) {
        co_return;
    }
    const QPointer<NetworkDialog> self(this);
    const app::settings::NetworkSettings value = m_panel->value();
    const app::core::Result<void> held = co_await m_panel->keepPassword(false);
    if (self && held) {
        Q_EMIT chosen(value);
        accept();
    }
}

} // namespace ui::settings
