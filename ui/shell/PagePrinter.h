// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ThemeController.h"

#include <QImage>
#include <QString>
#include <QWidget>

#include <vector>

class QPrinter;

namespace ui::shell {

/// One page of the window on paper: its title, the sentence about its days and the mark of its data on every
/// sheet, in the light theme whatever the screen shows. The picture is taken once, when it is made; cards are
/// not cut where a sheet ends unless one is higher than a sheet. Main thread.
class PagePrinter final
{
public:
    struct Words
    {
        QString title;
        QString sentence;
        QString mark; ///< empty for real data
    };

    /// `page` is what stands below the title; a scrolled page is taken whole.
    PagePrinter(common::ThemeController& theme, QWidget& page, Words words);

    /// The whole page as it was taken.
    [[nodiscard]] const QImage& picture() const { return m_picture; }
    /// Draws all sheets. Returns how many there were, 0 when the printer could not begin.
    int print(QPrinter& printer) const;
    /// Shows the preview, from where it is printed; window-modal, deletes itself when closed.
    static void openPreview(PagePrinter printer, QWidget* parent);

private:
    struct Slice
    {
        int top = 0;
        int bottom = 0;
    };
    [[nodiscard]] std::vector<Slice> slices(int heightOfSheet) const;

    Words m_words;
    QImage m_picture;
    std::vector<int> m_cuts; ///< heights at which nothing is cut through, ascending, in pixels of the screen
};

} // namespace ui::shell
