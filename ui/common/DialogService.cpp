// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/DialogService.h"

#include "common/Theme.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace ui::common {

void MessageBoxDialogService::open(QWidget* parent, const DialogContent& content, Answer answer)
{
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(content.objectName);
    box->setWindowTitle(QCoreApplication::applicationName());
    box->setTextFormat(Qt::PlainText);
    box->setText(content.title);
    box->setInformativeText(content.text);
    // setTextFormat() covers the first text only; the second would be read as markup if it looks like some.
    if (auto* informative = box->findChild<QLabel*>(QStringLiteral("qt_msgbox_informativelabel"))) {
        informative->setTextFormat(Qt::PlainText);
    }
    if (!content.details.isEmpty()) {
        box->setDetailedText(content.details);
    }

    std::vector<DialogButton> wanted = content.buttons;
    if (wanted.empty()) {
        wanted.push_back(
            {QCoreApplication::translate("ui::common::DialogService", "Close"), DialogButton::Kind::Cancel});
    }
    std::vector<QAbstractButton*> buttons;
    for (const DialogButton& entry : wanted) {
        const bool cancels = entry.kind == DialogButton::Kind::Cancel;
        const auto role = cancels                      ? QMessageBox::RejectRole
            : entry.kind == DialogButton::Kind::Danger ? QMessageBox::DestructiveRole
                                                       : QMessageBox::AcceptRole;
        QPushButton* button = box->addButton(entry.text, role);
        button->setObjectName(content.objectName + QStringLiteral("Button%1").arg(buttons.size()));
        button->setAccessibleName(entry.text);
        if (entry.kind == DialogButton::Kind::Primary) {
            setStyleProperty(button, "kind", QStringLiteral("primary"));
            box->setDefaultButton(button);
        } else if (entry.kind == DialogButton::Kind::Danger) {
            setStyleProperty(button, "kind", QStringLiteral("danger"));
        } else if (cancels) {
            box->setEscapeButton(button);
            // Enter must never destroy anything: the way back is the default unless there is a primary
            // button.
            if (box->defaultButton() == nullptr) {
                box->setDefaultButton(button);
            }
        }
        buttons.push_back(button);
    }
    QObject::connect(box, &QDialog::finished, box, [box, buttons, answer = std::move(answer)] {
        if (!answer) {
            return;
        }
        const auto at = std::find(buttons.begin(), buttons.end(), box->clickedButton());
        answer(at == buttons.end() ? -1 : static_cast<int>(at - buttons.begin()));
    });
    box->open();
}

void MessageBoxDialogService::askWhereToSave(QWidget* parent, const SaveQuestion& question, FileAnswer answer)
{
    auto* dialog = new QFileDialog(
        parent, question.title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(question.objectName);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters(question.filters);
    const auto endingOf = [](const QString& filter) {
        const qsizetype from = filter.lastIndexOf(QLatin1String("*.")) + 2;
        return filter.mid(from, filter.lastIndexOf(u')') - from);
    };
    // The dialog appends it before it asks whether an existing file may be replaced.
    const auto useEnding
        = [dialog, endingOf](const QString& filter) { dialog->setDefaultSuffix(endingOf(filter)); };
    useEnding(question.filters.value(0));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, useEnding);
    dialog->selectFile(question.suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
        [filters = question.filters, endingOf, answer = std::move(answer), dialog](const QString& file) {
            // A typed ending says more than the filter.
            const QString typed = QFileInfo(file).suffix();
            for (qsizetype index = 0; index < filters.size(); ++index) {
                if (typed.compare(endingOf(filters[index]), Qt::CaseInsensitive) == 0) {
                    answer(file, static_cast<int>(index));
                    return;
                }
            }
            answer(file,
                static_cast<int>(std::max<qsizetype>(0, filters.indexOf(dialog->selectedNameFilter()))));
        });
    dialog->open();
}

} // namespace ui::common
