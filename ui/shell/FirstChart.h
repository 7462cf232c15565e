// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>

namespace ui::pages {
class Page;
}

namespace ui::shell {

/// How long this process has been running, to a hundredth of a second; nullopt where the system does not
/// tell.
[[nodiscard]] std::optional<std::chrono::milliseconds> timeSinceStart();

/// Notices once when the first chart with figures is on the screen: what a person waits for after a start.
/// Main thread.
class FirstChart final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstChart)

public:
    explicit FirstChart(QObject* parent = nullptr);

    /// Looks at that page too. Borrowed.
    void watch(pages::Page* page);

Q_SIGNALS:
    /// Once: the frame that holds it was painted.
    void painted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void onLoaded(pages::Page* page);

    QPointer<QObject> m_window; ///< whose next frame shows the chart
    QTimer m_afterFrame;
    bool m_done = false;
};

} // namespace ui::shell
