// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/PagePrinter.h"

#include "common/Theme.h"

#include <QApplication>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QScrollArea>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace ui::shell {

using common::TextStyle;
using common::Theme;
using common::Token;

namespace {

// Twice as fine as the screen: text stays readable on paper.
constexpr qreal kDots = 2;
constexpr int kHead = 64; ///< title and sentence, in pixels of the screen
constexpr int kFoot = 24;

/// The whole of a page: of a scrolled one what is scrolled.
QWidget& wholeOf(QWidget& page)
{
    for (QScrollArea* area : page.findChildren<QScrollArea*>()) {
        if (area->isVisible() && area->widget() != nullptr
            && area->objectName().endsWith(QLatin1String("ScrollArea"))) {
            return *area->widget();
        }
    }
    return page;
}

} // namespace

PagePrinter::PagePrinter(common::ThemeController& theme, QWidget& page, Words words)
    : m_words(std::move(words))
{
    const app::settings::Appearance before = theme.appearance();
    theme.setAppearance(app::settings::Appearance::Light);
    QWidget& whole = wholeOf(page);
    m_picture = QImage(whole.size() * kDots, QImage::Format_RGB32);
    m_picture.setDevicePixelRatio(kDots);
    m_picture.fill(Qt::white);
    whole.render(&m_picture, {}, {}, QWidget::DrawChildren);
    theme.setAppearance(before);

    // A cut goes where no direct child is: between two rows of cards.
    const QList<QWidget*> children = whole.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    for (const QWidget* child : children) {
        const int below = child->geometry().bottom() + 1;
        const bool isFree = std::none_of(children.begin(), children.end(), [below](const QWidget* other) {
            return other->isVisible() && other->geometry().top() < below
                && other->geometry().bottom() >= below;
        });
        if (child->isVisible() && isFree) {
            m_cuts.push_back(below);
        }
    }
    std::sort(m_cuts.begin(), m_cuts.end());
}

std::vector<PagePrinter::Slice> PagePrinter::slices(int heightOfSheet) const
{
    const int height = qRound(m_picture.height() / kDots);
    std::vector<Slice> slices;
    int top = 0;
    while (top < height) {
        int bottom = std::min(top + heightOfSheet, height);
        if (bottom < height) {
            const auto after = std::upper_bound(m_cuts.begin(), m_cuts.end(), bottom);
            if (after != m_cuts.begin() && *std::prev(after) > top) {
                bottom = *std::prev(after);
            }
        }
        slices.push_back({top, bottom});
        top = bottom;
    }
    return slices;
}

int PagePrinter::print(QPrinter& printer) const
{
    QPainter painter;
    if (m_picture.isNull() || !painter.begin(&printer)) {
        return 0;
    }
    const QRectF sheet = printer.pageRect(QPrinter::DevicePixel);
    const qreal width = m_picture.width() / kDots;
    const qreal scale = sheet.width() / width;
    const int room = static_cast<int>(std::floor(sheet.height() / scale)) - kHead - kFoot;
    const std::vector<Slice> all = slices(std::max(room, 1));
    const Theme light(Theme::Mode::Light, QApplication::font());
    // The painter counts in pixels of the screen, so fonts are set in pixels too.
    const auto font = [&light](TextStyle style) {
        QFont wanted = light.font(style);
        wanted.setPixelSize(
            qRound(wanted.pointSizeF() > 0 ? wanted.pointSizeF() * 96 / 72 : wanted.pixelSize()));
        return wanted;
    };
    const Qt::Alignment near = QGuiApplication::isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    const Qt::Alignment far = QGuiApplication::isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0) {
            printer.newPage();
        }
        painter.resetTransform();
        painter.scale(scale, scale);
        painter.setPen(light.color(Token::Text));
        painter.setFont(font(TextStyle::Title));
        painter.drawText(QRectF(0, 0, width, 32), static_cast<int>(near | Qt::AlignVCenter), m_words.title);
        painter.setPen(light.color(Token::Muted));
        painter.setFont(font(TextStyle::Small));
        painter.drawText(
            QRectF(0, 32, width, 20), static_cast<int>(near | Qt::AlignVCenter), m_words.sentence);
        painter.drawText(QRectF(0, 6, width, 20), static_cast<int>(far | Qt::AlignVCenter), m_words.mark);
        const Slice& slice = all[i];
        const QRectF source(0, slice.top * kDots, m_picture.width(), (slice.bottom - slice.top) * kDots);
        painter.drawImage(QRectF(0, kHead, width, slice.bottom - slice.top), m_picture, source);
        const qreal foot = sheet.height() / scale - kFoot;
        painter.drawText(QRectF(0, foot, width, kFoot), static_cast<int>(near | Qt::AlignVCenter),
            QCoreApplication::translate("ui::shell::PagePrinter", "Threadcount. Counts, never content."));
        painter.drawText(QRectF(0, foot, width, kFoot), static_cast<int>(far | Qt::AlignVCenter),
            QCoreApplication::translate("ui::shell::PagePrinter", "%1 of %2", "sheet, all sheets")
                .arg(i + 1)
                .arg(all.size()));
    }
    return static_cast<int>(all.size());
}

void PagePrinter::openPreview(PagePrinter printer, QWidget* parent)
{
    auto* dialog = new QPrintPreviewDialog(parent);
    dialog->setObjectName(QStringLiteral("printPreviewDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QCoreApplication::translate("ui::shell::PagePrinter", "Print"));
    dialog->printer()->setPageOrientation(QPageLayout::Landscape);
    const auto shared = std::make_shared<const PagePrinter>(std::move(printer));
    QObject::connect(dialog, &QPrintPreviewDialog::paintRequested, dialog,
        [shared](QPrinter* paper) { shared->print(*paper); });
    dialog->open();
}

} // namespace ui::shell
