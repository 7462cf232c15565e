// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/LookKit.h"

#include "common/Tokens.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QFocusFrame>
#include <QFontInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QRubberBand>
#include <QScrollBar>
#include <QTextDocumentFragment>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace looks {

namespace {

constexpr QChar kEllipsis(0x2026);
/// Anti-aliasing and rounding of metrics.
constexpr double kSlack = 2;
/// So much of two texts may touch: overhangs of italic letters and accents.
constexpr double kTouch = 2.5;
constexpr double kLargePixels = 24;
constexpr double kLargeBoldPixels = 18.66;
constexpr double kNeeded = 4.5;
constexpr double kNeededLarge = 3;
/// What an elided text must at least still say.
constexpr int kFewestLetters = 3;

/// The area whose viewport or content the widget is, or null.
const QAbstractScrollArea* areaOfViewport(const QWidget* widget)
{
    const auto* area = qobject_cast<const QAbstractScrollArea*>(widget->parentWidget());
    return area && area->viewport() == widget ? area : nullptr;
}

bool canScroll(const QScrollBar* bar)
{
    return bar->maximum() > bar->minimum();
}

/// `frame`, without limits in the directions in which the person can scroll to what lies beyond.
QRectF withScrolling(QRectF frame, const QWidget* widget)
{
    constexpr double kFar = 1e7;
    if (const QAbstractScrollArea* area = areaOfViewport(widget)) {
        if (canScroll(area->verticalScrollBar())) {
            frame.setTop(-kFar);
            frame.setBottom(kFar);
        }
        if (canScroll(area->horizontalScrollBar())) {
            frame.setLeft(-kFar);
            frame.setRight(kFar);
        }
        // A header moves with its table.
        if (const auto* header = qobject_cast<const QHeaderView*>(area)) {
            if (const auto* view = qobject_cast<const QAbstractScrollArea*>(header->parentWidget()); view
                && canScroll(header->orientation() == Qt::Horizontal ? view->horizontalScrollBar()
                                                                     : view->verticalScrollBar())) {
                return {-kFar, -kFar, 2 * kFar, 2 * kFar};
            }
        }
    }
    return frame;
}

bool contains(const QRectF& outer, const QRectF& inner)
{
    return outer.adjusted(-kSlack, -kSlack, kSlack, kSlack).contains(inner);
}

QRectF frameOf(const QWidget* widget, const QWidget* window)
{
    return {QPointF(widget->mapTo(window, QPoint())), QSizeF(widget->size())};
}

/// Without marks of direction, mnemonics and rich text.
QString plain(QString text)
{
    if (Qt::mightBeRichText(text)) {
        text = QTextDocumentFragment::fromHtml(text).toPlainText();
    }
    static const QRegularExpression marks(QStringLiteral("[\\x{200e}\\x{200f}\\x{2066}-\\x{2069}&]"));
    return text.remove(marks).simplified();
}

/// Everything that says the whole of what the widget shows at `at` (in its own coordinates).
QStringList wholes(const QWidget* widget, QPoint at)
{
    QStringList all;
    if (const QAbstractScrollArea* area = areaOfViewport(widget)) {
        if (const auto* header = qobject_cast<const QHeaderView*>(area)) {
            const int section = header->logicalIndexAt(at);
            for (const int role : {Qt::ToolTipRole, Qt::AccessibleTextRole}) {
                all << header->model()->headerData(section, header->orientation(), role).toString();
            }
        } else if (const auto* view = qobject_cast<const QAbstractItemView*>(area)) {
            const QModelIndex index = view->indexAt(at);
            for (const int role : {Qt::ToolTipRole, Qt::AccessibleTextRole}) {
                all << index.data(role).toString();
            }
        }
    }
    for (const QWidget* up = widget; up && all.size() < 12; up = up->parentWidget()) {
        all << up->toolTip() << up->accessibleName() << up->accessibleDescription();
        if (up->isWindow()) {
            break;
        }
    }
    return all;
}

bool isPlaceholder(const PaintedText& text)
{
    const auto* edit = qobject_cast<const QLineEdit*>(text.owner);
    return edit && edit->text().isEmpty();
}

/// What a line edit holds scrolls with the cursor.
bool isEdited(const PaintedText& text)
{
    const auto* edit = qobject_cast<const QLineEdit*>(text.owner);
    return edit && !edit->text().isEmpty();
}

bool isDash(const QString& text)
{
    const QString trimmed = plain(text);
    return trimmed == QString(QChar(0x2013)) || trimmed == QString(QChar(0x2014));
}

QColor over(const QColor& above, const QColor& below)
{
    const double alpha = above.alphaF();
    const auto mix = [alpha](int one, int other) { return qRound(one * alpha + other * (1 - alpha)); };
    return {
        mix(above.red(), below.red()), mix(above.green(), below.green()), mix(above.blue(), below.blue())};
}

} // namespace

QString toText(const Findings& findings)
{
    QStringList lines;
    for (const Finding& finding : findings) {
        lines << QStringLiteral("%1: %2: %3").arg(finding.kind, finding.where, finding.what);
    }
    return lines.join(u'\n');
}

QString pathOf(const QWidget* widget, const QWidget* window)
{
    QStringList names;
    for (const QWidget* up = widget; up; up = up->parentWidget()) {
        const QString name = up->objectName();
        if (!name.isEmpty() && !name.startsWith(u"qt_")) {
            names.prepend(name);
        } else if (up == widget) {
            names.prepend(
                QString::fromLatin1(up->metaObject()->className()).section(QStringLiteral("::"), -1));
        }
        if (up == window) {
            break;
        }
    }
    return names.join(u'/');
}

Look::Look(QWidget* window, std::function<bool(const QString&)> natural)
    : m_window(window)
    , m_natural(std::move(natural))
    , m_picture(window->grab().toImage().convertToFormat(QImage::Format_RGB32))
    , m_texts(paintedTexts(window))
{
}

QRectF Look::shownPart(const PaintedText& text) const
{
    QRectF part = text.ink.intersected(text.clip);
    for (const QWidget* up = text.owner; up; up = up->parentWidget()) {
        part = part.intersected(frameOf(up, m_window));
        if (up == m_window) {
            break;
        }
    }
    return part;
}

Findings Look::clippedTexts() const
{
    Findings found;
    std::set<const QWidget*> painted;
    for (const PaintedText& text : m_texts) {
        painted.insert(text.owner);
        const QString where = pathOf(text.owner, m_window);
        const auto say = [&](const char* kind, const QString& why) {
            found.push_back(
                {QString::fromLatin1(kind), where, QStringLiteral("\"%1\" %2").arg(text.text, why)});
        };

        const QString said = plain(text.text);
        const bool ends = said.endsWith(kEllipsis);
        const bool begins = !ends && said.startsWith(kEllipsis);
        const bool middle = !ends && !begins && said.contains(kEllipsis) && !said.contains(u' ');
        if ((ends || middle) && !(m_natural && m_natural(said))) {
            const QString start = said.section(kEllipsis, 0, 0).trimmed();
            const QPoint at = (text.ink.center() - frameOf(text.owner, m_window).topLeft()).toPoint();
            const QStringList all = wholes(text.owner, at);
            const bool isSaid = std::any_of(all.begin(), all.end(), [&](const QString& whole) {
                // A run of the other direction may hold the ellipsis alone.
                return start.isEmpty() ? !whole.isEmpty() : plain(whole).contains(start);
            });
            if (!isSaid) {
                say("elided", QStringLiteral("and nothing says the whole"));
            } else if (!start.isEmpty() && start.size() < kFewestLetters) {
                say("elided", QStringLiteral("to nothing"));
            }
        }

        if (isEdited(text)) {
            continue;
        }
        QRectF part = text.ink;
        for (const QWidget* up = text.owner; up; up = up->parentWidget()) {
            QRectF frame = frameOf(up, m_window);
            if (up == text.owner) {
                // The painter clips to the widget, and to less where a style or a delegate says so.
                frame = areaOfViewport(up) ? frame : frame.intersected(text.clip);
            }
            const QRectF allowed = withScrolling(frame, up);
            if (!contains(allowed, part)) {
                say("clipped",
                    QStringLiteral("needs %1×%2 at (%3, %4), %5 lets only %6×%7 at (%8, %9) be seen")
                        .arg(part.width(), 0, 'f', 0)
                        .arg(part.height(), 0, 'f', 0)
                        .arg(part.x(), 0, 'f', 0)
                        .arg(part.y(), 0, 'f', 0)
                        .arg(up == text.owner ? QStringLiteral("it") : pathOf(up, up))
                        .arg(frame.width(), 0, 'f', 0)
                        .arg(frame.height(), 0, 'f', 0)
                        .arg(frame.x(), 0, 'f', 0)
                        .arg(frame.y(), 0, 'f', 0));
                break;
            }
            part = part.intersected(frame);
            if (part.isEmpty() || up == m_window) {
                break;
            }
        }
    }
    const auto labels = m_window->findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (label->isVisible() && !plain(label->text()).isEmpty() && painted.count(label) == 0) {
            found.push_back({QStringLiteral("clipped"), pathOf(label, m_window),
                QStringLiteral("\"%1\" has no room at all").arg(label->text())});
        }
    }
    return found;
}

Findings Look::overlaps() const
{
    Findings found;
    std::vector<QRectF> parts;
    parts.reserve(m_texts.size());
    for (const PaintedText& text : m_texts) {
        parts.push_back(shownPart(text));
    }
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        for (std::size_t j = i + 1; j < m_texts.size(); ++j) {
            const QRectF both = parts[i].intersected(parts[j]);
            // The same text twice at one place is a halo.
            const bool isHalo = m_texts[i].text == m_texts[j].text
                && (parts[i].topLeft() - parts[j].topLeft()).manhattanLength() <= 2 * kTouch;
            if (both.width() > kTouch && both.height() > kTouch && !isHalo) {
                found.push_back({QStringLiteral("overlap"), pathOf(m_texts[i].owner, m_window),
                    QStringLiteral("\"%1\" and \"%2\" of %3")
                        .arg(m_texts[i].text, m_texts[j].text, pathOf(m_texts[j].owner, m_window))});
            }
        }
    }
    return found;
}

Findings Look::strays() const
{
    Findings found;
    const auto widgets = m_window->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        const QWidget* parent = widget->parentWidget();
        if (!widget->isVisible() || widget->isWindow() || areaOfViewport(parent)
            || qobject_cast<const QFocusFrame*>(widget) || qobject_cast<const QRubberBand*>(widget)) {
            continue;
        }
        if (!parent->rect().contains(widget->geometry()) && !widget->size().isEmpty()) {
            const QRect g = widget->geometry();
            found.push_back({QStringLiteral("outside"), pathOf(widget, m_window),
                QStringLiteral("(%1, %2) %3×%4 in %5×%6")
                    .arg(g.x())
                    .arg(g.y())
                    .arg(g.width())
                    .arg(g.height())
                    .arg(parent->width())
                    .arg(parent->height())});
        }
    }
    return found;
}

QColor Look::ground(const PaintedText& text, const QRectF& part) const
{
    const double ratio = m_picture.devicePixelRatio();
    const QRectF around = part.adjusted(-3, -2, 3, 2);
    const QRect pixels = QRectF(around.topLeft() * ratio, around.size() * ratio)
                             .toAlignedRect()
                             .intersected(m_picture.rect());
    std::unordered_map<QRgb, int> counts;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x) {
            ++counts[m_picture.pixel(x, y)];
        }
    }
    // Bold ink may be more frequent than what is around it.
    counts.erase(text.color.rgb());
    const auto most = std::max_element(counts.begin(), counts.end(),
        [](const auto& one, const auto& other) { return one.second < other.second; });
    return most == counts.end() ? text.color : QColor(most->first);
}

Findings Look::lowContrast() const
{
    Findings found;
    for (const PaintedText& text : m_texts) {
        const QRectF part = shownPart(text);
        if (!text.owner->isEnabled() || isPlaceholder(text) || isDash(text.text) || part.width() < 3
            || part.height() < 3) {
            continue;
        }
        const QColor below = ground(text, part);
        const double ratio = ui::common::contrastRatio(over(text.color, below), below);
        const QFontInfo info(text.font);
        const bool large = info.pixelSize() >= kLargePixels
            || (info.pixelSize() >= kLargeBoldPixels && text.font.weight() >= QFont::DemiBold);
        if (ratio + 0.05 < (large ? kNeededLarge : kNeeded)) {
            found.push_back({QStringLiteral("contrast"), pathOf(text.owner, m_window),
                QStringLiteral("\"%1\" %2 on %3 is %4")
                    .arg(text.text, text.color.name(), below.name())
                    .arg(ratio, 0, 'f', 2)});
        }
    }
    return found;
}

Findings Look::untranslated(const QRegularExpression& data) const
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
    Findings found;
    std::set<QString> said;
    for (const PaintedText& text : m_texts) {
        if (isEdited(text)) {
            continue;
        }
        QString rest = text.text;
        rest.remove(data);
        if (rest.contains(word)) {
            const QString where = pathOf(text.owner, m_window);
            if (said.insert(where + text.text).second) {
                found.push_back(
                    {QStringLiteral("untranslated"), where, QStringLiteral("\"%1\"").arg(text.text)});
            }
        }
    }
    return found;
}

} // namespace looks
