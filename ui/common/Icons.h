// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QRectF>

class QPainter;

namespace ui::common {

class Theme;

/// The stroke icons: a 20 unit box, strokes 1.5 units wide with round ends, one colour.
enum class IconName {
    Grid,
    People,
    Review,
    Coin,
    Layers,
    Trend,
    Bulb,
    Teams,
    Shield,
    Search,
    ChevronDown,
    ChevronRight,
    Calendar,
    Eye,
    EyeOff,
    Sync,
    Check,
    Cross,
    Clock,
    Info,
    Warning,
    Key,
    Copy,
    Mail,
    Plug,
    Play,
    Upload,
    Export,
    Table,
    Chart,
    More,
    Columns,
    Filter,
    Spike,
    Seat,
    Gauge,
    Bell,
    Trash,
    Link,
    Cloud,
    Arrow,
    Lock,
    Database,
    Pause,
    Note,
};

/// An icon in one colour, sharp at every size and scale; disabled it is drawn in the `faint` of the theme in
/// force. An icon keeps its colour: make it anew when the theme changes.
QIcon icon(IconName name, const QColor& color);
/// As above, with another colour while the button is checked or selected.
QIcon icon(IconName name, const QColor& color, const QColor& checkedColor);

/// Paints an icon straight into `box`, for widgets that paint themselves.
void paintIcon(QPainter& painter, IconName name, const QRectF& box, const QColor& color);

/// Paints the mark (four threads and the gold cross thread) into the largest square of `box`. `behind` is the
/// colour below it, for the cuts where the cross thread passes over. Below 20 pixels the tip of the cross
/// thread is left out.
void paintBrandMark(QPainter& painter, const QRectF& box, const Theme& theme, const QColor& behind);

/// The mark on its own, for windows and the task bar: light theme, 16 to 256 pixels.
QIcon brandIcon();

} // namespace ui::common
