// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Coverage.h"
#include "shell/StatusText.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ui::charts {
class CompletenessStrip;
}
namespace ui::common {
class ElidedLabel;
class Label;
} // namespace ui::common

namespace ui::shell {

/// The row at the foot of the window: how complete the shown range is, when the last and the next sync are,
/// and the last four characters of the key.
class StatusStrip final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusStrip)

public:
    explicit StatusStrip(QWidget* parent = nullptr);

    void setCoverage(const app::records::Coverage& coverage, const statustext::CoverageText& text);
    void setSyncText(const QString& lastAndNext, bool working);
    /// "…WXYZ", or empty when there is no key.
    void setKeyHint(const QString& hint);

Q_SIGNALS:
    void fetchRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshIcon();

    charts::CompletenessStrip* m_ticks;
    common::Label* m_headline;
    common::ElidedLabel* m_details;
    QPushButton* m_fetch;
    common::ElidedLabel* m_times;
    QLabel* m_keyIcon;
    common::Label* m_key;
    bool m_fetchable = false;
    bool m_working = false;
};

} // namespace ui::shell
