// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/CommandPalette.h"

#include "common/Icons.h"
#include "common/Label.h"
#include "shell/FuzzyMatch.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::shell {

using namespace common;

namespace {

constexpr int kWidth = 560;
constexpr int kMostRows = 9;
constexpr int kRowHeight = 36;
constexpr int kTop = 80;
constexpr int kLeastLetters = 2;
constexpr int kPadding = 12;

constexpr int kDetailRole = Qt::UserRole;
constexpr int kWhatRole = Qt::UserRole + 1;

/// A line of the list: what it is, and at the end of the line where it stands and its shortcut.
class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme theme = Theme::of(option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.color(chosen ? Token::AccentWeak : Token::Sunken));
            painter->drawRoundedRect(option.rect, 6, 6);
        }
        const QRect box = option.rect.adjusted(kPadding, 0, -kPadding, 0);
        const bool mirrored = option.direction == Qt::RightToLeft;
        const int near = static_cast<int>((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        const int far = static_cast<int>((mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        const QString detail = index.data(kDetailRole).toString();
        const QFont small = theme.font(TextStyle::Small);
        const int detailWidth = QFontMetrics(small).horizontalAdvance(detail);
        painter->setFont(small);
        painter->setPen(theme.color(Token::Muted));
        painter->drawText(box, far | Qt::TextSingleLine, detail);
        const QFont font = theme.font(TextStyle::Body);
        const QRect room = mirrored ? box.adjusted(detailWidth + kPadding, 0, 0, 0)
                                    : box.adjusted(0, 0, -detailWidth - kPadding, 0);
        painter->setFont(font);
        painter->setPen(theme.color(Token::Text));
        painter->drawText(room, near | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(
                index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, room.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        const QFontMetrics metrics(Theme::of(option.widget).font(TextStyle::Body));
        return {0, qMax(kRowHeight, metrics.height() + 12)};
    }
};

} // namespace

QString withoutMnemonics(const QString& text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        // Behind a tab stands what belongs to the menu only.
        if (text.at(i) == u'\t' || (text.at(i) == u'&' && ++i == text.size())) {
            break;
        }
        plain += text.at(i);
    }
    return plain;
}

CommandPalette::CommandPalette(QWidget* window)
    : Overlay(window)
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Go to"));
    setFixedWidth(kWidth);
    m_input = new QLineEdit;
    m_input->setObjectName(QStringLiteral("paletteEdit"));
    m_input->setAccessibleName(tr("Page, range, command or person"));
    m_input->setPlaceholderText(tr("Page, range, command or person"));
    m_input->setClearButtonEnabled(false);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Results"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing = new Label(tr("Nothing is called like this."), TextStyle::Body, Tone::Muted);
    m_nothing->setObjectName(QStringLiteral("paletteNothing"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setFixedHeight(2 * kRowHeight);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_input);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);

    m_input->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_people.clear();
        refresh();
        if (text.trimmed().size() >= kLeastLetters) {
            Q_EMIT peopleWanted(text);
        }
    });
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::activate);
}

void CommandPalette::openWith(std::vector<Command> commands)
{
    m_commands = std::move(commands);
    m_people.clear();
    m_input->clear();
    refresh();
    openAt({(parentWidget()->width() - width()) / 2, kTop}, m_input);
}

void CommandPalette::setPeople(const QString& text, const std::vector<FoundPerson>& people)
{
    if (!isVisible() || text != m_input->text()) {
        return;
    }
    m_people = people;
    refresh();
}

void CommandPalette::addRow(const QString& title, const QString& detail, const QVariant& what)
{
    auto* item = new QListWidgetItem(title, m_list);
    item->setData(kDetailRole, detail);
    item->setData(kWhatRole, what);
    item->setData(Qt::AccessibleTextRole,
        detail.isEmpty() ? title
                         : tr("%1, %2", "a command, where it stands and its shortcut").arg(title, detail));
}

void CommandPalette::refresh()
{
    struct Hit
    {
        int cost = 0;
        int index = 0;
    };
    const QString query = m_input->text();
    std::vector<Hit> hits;
    for (int i = 0; i < static_cast<int>(m_commands.size()); ++i) {
        const QAction* action = m_commands[static_cast<std::size_t>(i)].action;
        if (!action || !action->isEnabled() || !action->isVisible()) {
            continue;
        }
        if (const auto cost = fuzzyMatch(query, withoutMnemonics(action->text()))) {
            hits.push_back({*cost, i});
        }
    }
    std::stable_sort(hits.begin(), hits.end(), [](Hit one, Hit other) { return one.cost < other.cost; });

    m_list->clear();
    for (const Hit hit : hits) {
        const Command& command = m_commands[static_cast<std::size_t>(hit.index)];
        const QString keys = command.action->shortcut().toString(QKeySequence::NativeText);
        addRow(withoutMnemonics(command.action->text()),
            keys.isEmpty() ? command.place
                           : tr("%1  %2", "menu, shortcut of a command").arg(command.place, keys),
            hit.index);
    }
    for (const FoundPerson& person : m_people) {
        addRow(person.name, tr("Engineer"), QByteArray::fromStdString(person.userId));
    }
    m_list->setVisible(m_list->count() > 0);
    m_nothing->setVisible(m_list->count() == 0);
    m_list->setFixedHeight(
        std::min(m_list->count(), kMostRows) * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
    m_list->setCurrentRow(0);
    m_list->scrollToTop();
    adjustSize();
}

void CommandPalette::activate(const QListWidgetItem* item)
{
    if (item == nullptr) {
        return;
    }
    const QVariant what = item->data(kWhatRole);
    if (what.typeId() == QMetaType::QByteArray) {
        const std::string userId = what.toByteArray().toStdString();
        closeOverlay();
        Q_EMIT personChosen(userId);
        return;
    }
    const QPointer<QAction> action = m_commands.at(static_cast<std::size_t>(what.toInt())).action;
    // Closed first, so that a command which moves the focus finds it where it was.
    closeOverlay();
    if (action) {
        action->trigger();
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_input && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: QCoreApplication::sendEvent(m_list, event); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: activate(m_list->currentItem()); return true;
        default: break;
        }
    }
    return Overlay::eventFilter(watched, event);
}

} // namespace ui::shell
