// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/NetworkPanel.h"

#include <QDialog>

namespace ui::settings {

/// The network panel on its own, for the setup: what is chosen counts for the setup and is stored with its
/// commit. Deletes itself when it is closed.
class NetworkDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkDialog)

public:
    NetworkDialog(
        NetworkServices services, const app::settings::NetworkSettings& value, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const app::settings::NetworkSettings& value);
    void tested(const app::api::ConnectionReport& report);

private:
    QCoro::Task<void> use();

    NetworkPanel* m_panel;
};

} // namespace ui::settings
