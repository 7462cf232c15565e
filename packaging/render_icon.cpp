// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Used at build time only: render_icon IN.svg EDGE OUT.png draws the application icon, square, on a
// transparent ground. It uses the renderer of the application itself, so no further tool has to be installed.

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QString>
#include <QSvgRenderer>

#include <cstdio>

namespace {

int fail(const char* what)
{
    std::fprintf(stderr, "render_icon: %s\n", what);
    return 1;
}

} // namespace

int main(int argc, char* argv[])
{
    if (argc != 4) {
        return fail("usage: render_icon IN.svg EDGE OUT.png");
    }
    const int edge = QString::fromLocal8Bit(argv[2]).toInt();
    if (edge < 8 || edge > 2048) {
        return fail("EDGE must be a number of pixels from 8 to 2048");
    }
    // From bytes: given a file name, the renderer would look for the type of the file first.
    QFile source(QString::fromLocal8Bit(argv[1]));
    if (!source.open(QIODevice::ReadOnly)) {
        return fail("the drawing cannot be read");
    }
    QSvgRenderer drawing(source.readAll());
    if (!drawing.isValid()) {
        return fail("this is no SVG drawing");
    }
    QImage image(edge, edge, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawing.render(&painter);
    painter.end();
    return image.save(QString::fromLocal8Bit(argv[3]), "PNG") ? 0 : fail("the picture cannot be written");
}
