// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFrame>
#include <QStyle>
#include <QWidget>

#include <utility>

namespace ui::common {

namespace {

// `@name` is replaced by the token of that name, `@@theme` by "light" or "dark". Sizes follow the component
// table of the design; a QToolButton is drawn three pixels larger than its rule says, which is Qt's own
// doing. No rule sets a font size: fonts come from Theme::font(), so that the person's size is respected.
constexpr char kSheet[] = R"css(
QFrame[role="card"], QFrame[role="tile"] {
    background: @raised; border: 1px solid @border; border-radius: 8px; }
QFrame[role="card"][chosen="true"], QFrame[role="tile"][chosen="true"] { border: 2px solid @accent; }
QFrame[role="card"][waiting="true"] { border-color: @warning-line; }
QFrame[role="tile"]:hover { border-color: @accent; }
QFrame[role="bar"] { background: @surface; border: none; border-bottom: 1px solid @border; }
QFrame[role="strip"] { background: @surface; border: none; border-top: 1px solid @border; }
QFrame[role="side"] { background: @surface; border: none; border-right: 1px solid @border; }
QFrame[role="well"] { background: @sunken; border: 1px solid @border; border-radius: 6px; }
QFrame[role="banner"] { background: @sunken; border: 1px solid @border; border-radius: 8px; }
QFrame[role="banner"][level="warning"] { background: @warning-weak; border-color: @warning-line; }
QFrame[role="banner"][level="negative"] { background: @negative-weak; border-color: @negative-line; }
QFrame[role="divider"] { background: @border; border: none; }

QLabel { background: transparent; }
QLabel[tone="muted"] { color: @muted; }
QLabel[tone="faint"] { color: @faint; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="positive"] { color: @positive; }
QLabel[tone="warning"] { color: @warning; }
QLabel[tone="negative"] { color: @negative; }

QPushButton {
    min-height: 30px; padding: 0 12px; border: 1px solid @border; border-radius: 6px;
    background: @raised; color: @text; }
QPushButton[extent="small"] { min-height: 26px; }
QPushButton[extent="footer"] { min-height: 34px; padding: 0 16px; }
QPushButton:hover { background: @sunken; }
QPushButton:pressed, QPushButton:checked { background: @accent-weak; border-color: @accent; color: @accent; }
QPushButton:disabled { background: @sunken; color: @faint; border-color: @border; }
QPushButton[kind="primary"] {
    background: @accent; border-color: @accent; color: @on-accent; font-weight: bold; }
QPushButton[kind="primary"]:hover { background: @accent-hover; border-color: @accent-hover; }
QPushButton[kind="primary"]:pressed { background: @accent-press; border-color: @accent-press; }
QPushButton[kind="primary"]:disabled { background: @sunken; border-color: @border; color: @faint; }
QPushButton[kind="danger"] { color: @negative; border-color: @negative-line; }
QPushButton[kind="danger"]:hover, QPushButton[kind="danger"]:pressed { background: @negative-weak; }
QPushButton[kind="danger"]:disabled { color: @faint; border-color: @border; }
QPushButton[kind="link"] { background: transparent; border-color: transparent; color: @accent; padding: 0 4px; }
QPushButton[kind="link"]:hover { color: @accent-hover; text-decoration: underline; }
QPushButton[kind="link"]:pressed { color: @accent-press; }
QPushButton[kind="link"]:disabled { color: @faint; }
QFrame[role="strip"] QPushButton[kind="link"] { text-decoration: underline; }
QPushButton[kind="chip"] { background: @accent-weak; border-color: @accent; color: @accent; }
QPushButton[kind="chip"]:disabled { background: @sunken; border-color: @border; color: @faint; }
QPushButton[kind="flat"] { background: transparent; border-color: transparent; }
QPushButton[kind="flat"]:hover { background: @sunken; }

QToolButton {
    min-height: 27px; min-width: 27px; border: 1px solid @border; border-radius: 6px;
    background: @raised; color: @text; }
QToolButton:hover { background: @sunken; }
QToolButton:pressed, QToolButton:checked { background: @accent-weak; border-color: @accent; color: @accent; }
QToolButton:disabled { background: @sunken; color: @faint; }
QToolButton[extent="small"] { min-height: 23px; min-width: 23px; }
QToolButton[kind="flat"] { background: transparent; border-color: transparent; }
QToolButton[kind="flat"]:hover { background: @sunken; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
QLineEdit > QToolButton { min-height: 0; min-width: 0; padding: 0; border: none; background: transparent; }

QLineEdit, QComboBox, QSpinBox, QDateEdit {
    min-height: 34px; padding: 0 12px; border: 1px solid @border-strong; border-radius: 6px;
    background: @raised; color: @text;
    selection-background-color: @accent; selection-color: @on-accent; }
QLineEdit[extent="toolbar"], QComboBox[extent="toolbar"], QDateEdit[extent="toolbar"] { min-height: 30px; }
QLineEdit, QSpinBox, QDateEdit { padding: 0 10px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDateEdit:disabled {
    background: @sunken; color: @faint; border-color: @border; }
QLineEdit:read-only { background: @sunken; }
QLineEdit[invalid="true"], QDateEdit[invalid="true"] { border-color: @negative; }
QPlainTextEdit, QTextEdit, QTextBrowser {
    border: 1px solid @border-strong; border-radius: 6px; background: @raised; color: @text; padding: 4px;
    selection-background-color: @accent; selection-color: @on-accent; }
QPlainTextEdit[readOnly="true"] { background: @sunken; border-color: @border; }
QComboBox { padding-right: 28px; }
QComboBox::drop-down {
    subcontrol-origin: border; subcontrol-position: center right; width: 28px; border: none; background: transparent; }
QComboBox::down-arrow { image: url(:/threadcount/controls/chevron-down-@@theme.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
    background: @raised; border: 1px solid @border; color: @text;
    selection-background-color: @accent-weak; selection-color: @text; outline: none; }
QSpinBox, QDateEdit { padding-right: 28px; }
QSpinBox::up-button, QDateEdit::up-button {
    subcontrol-origin: border; subcontrol-position: top right; width: 26px; border: none; background: transparent; }
QSpinBox::down-button, QDateEdit::down-button {
    subcontrol-origin: border; subcontrol-position: bottom right; width: 26px; border: none; background: transparent; }
QSpinBox::up-arrow, QDateEdit::up-arrow {
    image: url(:/threadcount/controls/chevron-up-@@theme.svg); width: 14px; height: 14px; }
QSpinBox::down-arrow, QDateEdit::down-arrow {
    image: url(:/threadcount/controls/chevron-down-@@theme.svg); width: 14px; height: 14px; }
QDateEdit::drop-down {
    subcontrol-origin: border; subcontrol-position: center right; width: 28px; border: none; background: transparent; }

QHeaderView { background: @sunken; border: none; }
QHeaderView::section {
    background: @sunken; color: @muted; border: none; border-bottom: 1px solid @border; padding: 0 10px;
    min-height: 33px; font-weight: normal; }
QTableView, QTreeView, QListView {
    background: @raised; border: 1px solid @border; gridline-color: @grid; color: @text;
    selection-background-color: @accent-weak; selection-color: @text; outline: none; }
QFrame[role="card"] QTableView, QFrame[role="card"] QTreeView, QFrame[role="card"] QListView { border: none; }
QTableCornerButton::section { background: @sunken; border: none; }

QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; border: none; }
QScrollBar::handle { background: @axis; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: @border-strong; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QMenuBar { background: @surface; color: @text; border-bottom: 1px solid @border; }
QMenuBar::item { padding: 6px 10px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @accent-weak; color: @text; }
QMenu { background: @raised; color: @text; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 28px; border-radius: 4px; }
QMenu::item:selected { background: @accent-weak; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 8px; }

QMessageBox QLabel#qt_msgbox_label { font-weight: bold; }
QMessageBox QLabel#qt_msgbox_informativelabel { min-width: 420px; }

QProgressBar { background: @h0; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }

QToolTip { background: @tip; color: @tiptx; border: 1px solid @tip; padding: 6px 10px; }
)css";

qreal factorOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Display: return 2.15;
    case TextStyle::Figure: return 1.85;
    case TextStyle::FigureSmall:
    case TextStyle::Title: return 1.54;
    case TextStyle::Subtitle: return 1.23;
    case TextStyle::Lead: return 1.15;
    case TextStyle::Heading: return 1.08;
    case TextStyle::Body:
    case TextStyle::BodyBold: return 1.0;
    case TextStyle::Small:
    case TextStyle::SmallBold:
    case TextStyle::Mono: return 0.92;
    case TextStyle::Micro: return 0.85;
    }
    return 1.0;
}

bool isBold(TextStyle style)
{
    switch (style) {
    case TextStyle::Display:
    case TextStyle::Figure:
    case TextStyle::FigureSmall:
    case TextStyle::Title:
    case TextStyle::Subtitle:
    case TextStyle::Heading:
    case TextStyle::BodyBold:
    case TextStyle::SmallBold: return true;
    case TextStyle::Lead:
    case TextStyle::Body:
    case TextStyle::Small:
    case TextStyle::Micro:
    case TextStyle::Mono: return false;
    }
    return false;
}

void scale(QFont& font, const QFont& base, qreal factor)
{
    if (base.pointSizeF() > 0) {
        font.setPointSizeF(base.pointSizeF() * factor);
    } else {
        font.setPixelSize(qMax(1, qRound(base.pixelSize() * factor)));
    }
}

} // namespace

Theme::Theme(Mode mode, QFont applicationFont)
    : m_mode(mode)
    , m_font(std::move(applicationFont))
{
}

Theme Theme::of(const QWidget* widget)
{
    // The application's palette, not the widget's: style sheets and parents change the latter.
    Q_UNUSED(widget)
    return Theme(isDark(QApplication::palette()) ? Mode::Dark : Mode::Light, QApplication::font());
}

bool Theme::isDark(const QPalette& palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

Theme Theme::inverted() const
{
    return Theme(isDark() ? Mode::Light : Mode::Dark, m_font);
}

QColor Theme::color(Token token) const
{
    const TokenEntry& entry = tokenTable().at(static_cast<std::size_t>(token));
    return QColor::fromRgb(isDark() ? entry.dark : entry.light);
}

QFont Theme::font(TextStyle style) const
{
    QFont font = style == TextStyle::Mono ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : m_font;
    scale(font, m_font, factorOf(style));
    font.setBold(isBold(style));
    return font;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) { palette.setColor(role, color(token)); };
    set(QPalette::Window, Token::Bg);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Raised);
    set(QPalette::AlternateBase, Token::Sunken);
    set(QPalette::Text, Token::Text);
    set(QPalette::Button, Token::Raised);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::OnAccent);
    set(QPalette::PlaceholderText, Token::Faint);
    set(QPalette::Highlight, Token::Accent);
    set(QPalette::HighlightedText, Token::OnAccent);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::ToolTipBase, Token::Tip);
    set(QPalette::ToolTipText, Token::TipText);
    set(QPalette::Mid, Token::Border);
    set(QPalette::Midlight, Token::Grid);
    set(QPalette::Light, Token::Raised);
    set(QPalette::Dark, Token::BorderStrong);
    set(QPalette::Shadow, Token::BorderStrong);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, color(Token::Faint));
    }
    return palette;
}

QString Theme::styleSheet() const
{
    QString sheet = QString::fromLatin1(kSheet);
    sheet.replace(QStringLiteral("@@theme"), isDark() ? QStringLiteral("dark") : QStringLiteral("light"));
    QString result;
    result.reserve(sheet.size() * 2);
    qsizetype from = 0;
    while (from < sheet.size()) {
        const qsizetype at = sheet.indexOf(u'@', from);
        if (at < 0) {
            result += QStringView(sheet).mid(from);
            break;
        }
        qsizetype end = at + 1;
        while (end < sheet.size() && (sheet.at(end).isLetterOrNumber() || sheet.at(end) == u'-')) {
            ++end;
        }
        const QStringView name = QStringView(sheet).mid(at + 1, end - at - 1);
        result += QStringView(sheet).mid(from, at - from);
        for (const TokenEntry& entry : tokenTable()) {
            if (name == QLatin1String(entry.name)) {
                result += color(entry.token).name();
                break;
            }
        }
        from = end;
    }
    return result;
}

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value)
{
    if (widget->property(name) == value) {
        return;
    }
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    if (auto* frame = qobject_cast<QFrame*>(widget)) {
        // A frame remembers how wide its edge is, and polishing alone does not make it look again.
        QEvent change(QEvent::StyleChange);
        QCoreApplication::sendEvent(frame, &change);
    }
    widget->update();
}

} // namespace ui::common
