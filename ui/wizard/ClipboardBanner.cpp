// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/ClipboardBanner.h"

#include "common/Banner.h"

#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::wizard {

using app::setup::Check;
using app::setup::CheckState;
using common::Banner;

ClipboardBanner::ClipboardBanner(app::setup::SetupFlow& flow, QWidget* parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_banner(new Banner)
{
    setObjectName(QStringLiteral("clipboardBanner"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    m_clear = m_banner->addAction(QStringLiteral("clearClipboardButton"), tr("Clear the cl&ipboard"));
    m_clear->setAccessibleName(tr("Clear the clipboard"));
    m_clear->setAutoDefault(true); // Return presses what has the keyboard, as everywhere in the wizard
    connect(m_clear, &QPushButton::clicked, this, &ClipboardBanner::clear);
    // What was copied meanwhile is none of our business, and the offer goes.
    connect(QGuiApplication::clipboard(), &QClipboard::changed, this, &ClipboardBanner::refresh);
    hide();
}

void ClipboardBanner::reset()
{
    m_cleared = false;
    refresh();
}

std::vector<QClipboard::Mode> ClipboardBanner::holders() const
{
    const bool accepted = m_flow.verification().row(Check::Key).state == CheckState::Passed;
    std::vector<QClipboard::Mode> found;
    if (!accepted || !m_flow.draft().key) {
        return found;
    }
    const QClipboard* clipboard = QGuiApplication::clipboard();
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        const bool exists = mode == QClipboard::Clipboard || clipboard->supportsSelection();
        if (exists && app::setup::isKey(clipboard->text(mode), *m_flow.draft().key)) {
            found.push_back(mode);
        }
    }
    return found;
}

void ClipboardBanner::refresh()
{
    const bool holds = !holders().empty();
    m_cleared = m_cleared && !holds;
    if (holds) {
        m_banner->setMessage(Banner::Level::Warning, tr("The clipboard still holds the key."),
            tr("Any program can read it there. Threadcount does not need it any more."));
    } else if (m_cleared) {
        m_banner->setMessage(Banner::Level::Information, tr("The clipboard is cleared."),
            tr("A clipboard manager with a history may still remember the key; delete it there as well."));
    }
    m_clear->setVisible(holds);
    setVisible(holds || m_cleared);
}

void ClipboardBanner::clear()
{
    // Looked at again: between the offer and the click something else may have been copied.
    for (const auto mode : holders()) {
        QGuiApplication::clipboard()->clear(mode);
        m_cleared = true;
    }
    refresh();
}

} // namespace ui::wizard
