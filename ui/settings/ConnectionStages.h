// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/ConnectionTest.h"

#include <QWidget>

#include <array>

namespace ui::common {
class Label;
}

namespace ui::settings {

/// One or two sentences for a stage that failed: what is the matter and what to do. `host` is the service's.
QString problemText(const app::api::StageReport& stage, const QString& host);

/// The connection test as it goes: a line for each stage with a mark, and for the one that failed what to do
/// about it.
class ConnectionStages final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionStages)

public:
    explicit ConnectionStages(QWidget* parent = nullptr);

    /// All stages wait; `host` is whom the test is about.
    void reset(const QString& host);
    void showStage(const app::api::StageReport& stage);

private:
    class Mark;
    struct Row
    {
        Mark* mark = nullptr;
        common::Label* title = nullptr;
        common::Label* text = nullptr;
    };
    std::array<Row, app::api::kConnectionStages.size()> m_rows;
    QString m_host;
};

} // namespace ui::settings
