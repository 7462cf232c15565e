// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/SetupFlow.h"

#include <QClipboard>
#include <QWidget>

#include <vector>

class QPushButton;

namespace ui::common {
class Banner;
}

namespace ui::wizard {

/// Offers to clear the clipboard once the service has accepted the key and the clipboard still holds exactly
/// that key. It clears nothing by itself, and never anything that is not the key: what was copied meanwhile
/// stays. On X11 the selection that the middle button pastes is treated in the same way. Borrows the flow,
/// which outlives it.
class ClipboardBanner final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClipboardBanner)

public:
    explicit ClipboardBanner(app::setup::SetupFlow& flow, QWidget* parent = nullptr);

    /// The page is entered: what was said about an earlier key no longer counts.
    void reset();
    /// Looks at the clipboard again and shows or hides itself. The clipboard is read only while a key is
    /// accepted.
    void refresh();

private:
    /// Which of the clipboards hold the key now.
    [[nodiscard]] std::vector<QClipboard::Mode> holders() const;
    void clear();

    app::setup::SetupFlow& m_flow;
    common::Banner* m_banner;
    QPushButton* m_clear;
    bool m_cleared = false;
};

} // namespace ui::wizard
