// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/ChangesCard.h"

#include "charts/Sparkline.h"
#include "common/Card.h"
#include "common/Format.h"
#include "common/StateMessage.h"
#include "common/Theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QStackedLayout>
#include <QStyle>
#include <QVBoxLayout>

namespace ui::pages {

namespace {

namespace format = common::format;
using common::TextStyle;
using common::Theme;
using common::Token;

constexpr int kRowHeight = 36;
constexpr int kGap = 12;
constexpr int kLeastName = 110;
constexpr int kMostSpark = 96;

QString changeText(std::optional<double> relative)
{
    return relative ? format::signedPercent(*relative, 0)
                    : ChangesCard::tr("from 0", "nothing in the window before");
}

/// Name, course, figure, change. Drawn by itself: six such rows of labels would need an event filter to act
/// as one button.
class ChangeRow final : public QAbstractButton
{
public:
    explicit ChangeRow(ChangesCard::Row row)
        : m_row(std::move(row))
    {
        setObjectName(QStringLiteral("changeRow"));
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
        setAttribute(Qt::WA_Hover);
        setText(m_row.name);
        //: A person, what they used, and the change against the window before: for a screen reader.
        setAccessibleName(ChangesCard::tr("%1: %2 %3, %4")
                              .arg(m_row.name, fullFigure(), app::models::measureName(m_row.course.measure),
                                  changeText(m_row.relative)));
        setAccessibleDescription(ChangesCard::tr("Opens this person"));
        setToolTip(accessibleName());
    }

    [[nodiscard]] QSize sizeHint() const override { return {240, rowHeight()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {1, rowHeight()}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = Theme::of(this);
        const QFont body = theme.font(TextStyle::Body);
        const QFont bold = theme.font(TextStyle::BodyBold);
        QPainter painter(this);
        // Figures keep their sign in front in every language; a name reads as its letters do.
        painter.setLayoutDirection(Qt::LayoutDirectionAuto);
        if (underMouse() || isDown()) {
            painter.fillRect(rect(), theme.color(Token::Sunken));
        }
        painter.setPen(theme.color(Token::Grid));
        painter.drawLine(rect().bottomLeft(), rect().bottomRight());

        // From the end of the line to its start, mirrored for right-to-left.
        int end = width() - 4;
        const auto box = [this, &end](int wide) {
            end -= wide;
            return QStyle::visualRect(layoutDirection(), rect(), QRect(end, 0, wide, height()));
        };
        const auto trailing = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight)
            | Qt::AlignVCenter | Qt::AlignAbsolute | Qt::TextSingleLine);
        const auto leading = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)
            | Qt::AlignVCenter | Qt::AlignAbsolute | Qt::TextSingleLine);
        painter.setPen(theme.color(Token::Text));
        painter.setFont(bold);
        const int change = QFontMetrics(bold).horizontalAdvance(QStringLiteral("+9,999 %"));
        painter.drawText(box(change), trailing, changeText(m_row.relative));
        end -= kGap;
        painter.setFont(body);
        const int figure = QFontMetrics(body).horizontalAdvance(QStringLiteral("99,999"));
        painter.drawText(box(figure), trailing, format::figure(m_row.now));
        end -= kGap;
        const int spark = std::min(
            {kMostSpark, charts::sparkColumnsWidth(m_row.course.points.size()), end - kLeastName - kGap});
        if (spark >= 24) {
            const QRect room = box(spark);
            charts::paintSparkColumns(painter,
                QRectF(room.left(), (height() - charts::kSparkColumnsHeight) / 2.0, room.width(),
                    charts::kSparkColumnsHeight),
                theme, m_row.course.points);
            end -= kGap;
        }
        painter.setFont(body);
        painter.setPen(theme.color(Token::Text));
        const QString name = QFontMetrics(body).elidedText(m_row.name, Qt::ElideRight, end - 4);
        painter.drawText(box(end - 4), leading, name);
    }

private:
    [[nodiscard]] int rowHeight() const
    {
        return std::max(kRowHeight, QFontMetrics(Theme::of(this).font(TextStyle::Body)).height() + 12);
    }
    [[nodiscard]] QString fullFigure() const
    {
        return app::models::fullNumber(m_row.course.measure, m_row.now);
    }

    ChangesCard::Row m_row;
};

/// Flat shapes where the rows will be.
class LoadingRows final : public QWidget
{
protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const QColor shape = Theme::of(this).color(Token::Ramp0);
        for (int top = 12; top + 12 < height(); top += kRowHeight) {
            const int wide = (top / kRowHeight % 2 == 0 ? 3 : 2) * width() / 8;
            painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, top, wide, 12)), shape);
            painter.fillRect(
                QStyle::visualRect(layoutDirection(), rect(), QRect(width() * 3 / 4, top, width() / 4, 12)),
                shape);
        }
    }
};

} // namespace

ChangesCard::ChangesCard(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("changesCard"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_card = new common::Card(tr("Largest changes"), QString());
    outer->addWidget(m_card);
    auto* pages = new QWidget;
    pages->setMinimumHeight(196);
    m_stack = new QStackedLayout(pages);
    m_loading = new LoadingRows;
    m_loading->setProperty("ownFocusMark", true);
    m_loading->setAccessibleName(tr("Largest changes: reading the cache"));
    m_list = new QWidget;
    m_list->setProperty("ownFocusMark", true);
    m_rows = new QVBoxLayout(m_list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_empty = new common::StateMessage;
    m_empty->setObjectName(QStringLiteral("changesEmpty"));
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_card->contentLayout()->addWidget(pages, 1);
}

void ChangesCard::setCaption(const QString& caption)
{
    m_card->setCaption(caption);
}

void ChangesCard::showLoading()
{
    m_stack->setCurrentWidget(m_loading);
}

void ChangesCard::showRows(const std::vector<Row>& rows)
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        // Later: one of them may be what was clicked.
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const Row& row : rows) {
        auto* button = new ChangeRow(row);
        connect(button, &QAbstractButton::clicked, this,
            [this, userId = row.userId] { Q_EMIT engineerRequested(userId); });
        m_rows->addWidget(button);
    }
    m_rows->addStretch();
    m_stack->setCurrentWidget(m_list);
}

void ChangesCard::showEmpty(const QString& title, const QString& text)
{
    m_empty->setMessage(common::StateMessage::Level::Empty, common::IconName::Calendar, title, text);
    m_stack->setCurrentWidget(m_empty);
}

} // namespace ui::pages
