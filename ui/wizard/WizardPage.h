// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Card.h"
#include "common/Icons.h"
#include "common/Label.h"
#include "setup/SetupFlow.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace ui::wizard {

/// What the footer offers on a page. An empty text hides its button; the texts carry the mnemonics.
struct Footer
{
    QString note;
    bool back = true;
    bool cancel = true; ///< Cancel setup
    QString secondary;
    QString secondaryName = QStringLiteral("secondaryButton");
    bool secondaryEnabled = true;
    QString primary;
    QString primaryName = QStringLiteral("nextButton");
    bool primaryEnabled = true;
};

/// One step of the wizard: title, one sentence, a column of cards and an aside that drops below the column in
/// a narrow window. Owned by SetupWizard; borrows the flow, which outlives it.
class WizardPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WizardPage)

public:
    WizardPage(const QString& objectName, app::setup::SetupFlow& flow, QWidget* parent);

    [[nodiscard]] virtual Footer footer() const = 0;
    virtual void onPrimary() = 0;
    virtual void onSecondary() { }
    /// The page is about to be shown.
    virtual void enter() { }
    /// The page is left; what must not stay in its fields is cleared here.
    virtual void leave() { }
    /// Where the keyboard begins; null = the primary button.
    [[nodiscard]] virtual QWidget* firstField() const { return nullptr; }
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void footerChanged();
    void saveAndCloseRequested();
    void closeRequested();
    /// Something of this page failed; the wizard shows it in a dialog.
    void failed(const app::core::Error& error);

protected:
    void resizeEvent(QResizeEvent* event) override;

    [[nodiscard]] app::setup::SetupFlow& flow() const { return m_flow; }
    void setTitle(const QString& title, const QString& lead);
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    [[nodiscard]] QVBoxLayout* aside() const { return m_aside; }
    /// A card in the aside.
    common::Card* addAside(const QString& title);
    /// An icon, a bold line and a muted one; `text` wraps.
    static void addFact(common::Card* card, common::IconName icon, const QString& title, const QString& text);
    /// A wrapping label.
    static common::Label* paragraph(const QString& text, common::TextStyle style = common::TextStyle::Body,
        common::Tone tone = common::Tone::Normal);
    /// Moves the keyboard to `field` and scrolls it into view.
    void focusOn(QWidget* field);

private:
    app::setup::SetupFlow& m_flow;
    QScrollArea* m_scroll;
    QBoxLayout* m_centre;
    QBoxLayout* m_split;
    QWidget* m_asideBox;
    common::Label* m_title;
    common::Label* m_lead;
    QVBoxLayout* m_column;
    QVBoxLayout* m_aside;
};

} // namespace ui::wizard
