// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Pill.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace ui::common {
class Label;
}

namespace ui::settings {

/// What there is to know about the key of one workspace, and what can be done with it. Shows what it is told;
/// its signals are the wishes of the person. Used in the settings and on the page *Data & privacy*.
class KeyCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyCard)

public:
    /// All texts are ready to be shown; the card decides nothing.
    struct Facts
    {
        QString workspaceName;
        QString workspaceId; ///< the whole id, as a tool tip
        common::Pill::Kind stateKind = common::Pill::Kind::Neutral;
        QString state; ///< "Synced 14:05 UTC", "Key not accepted"
        QString hint; ///< "…WXYZ"; empty: there is none
        QString keptIn; ///< "System keychain"
        QString worked; ///< "14:05 UTC", when it was last accepted
        QString expires; ///< "31 Dec 2026, in 39 days"
        bool hasKey = true; ///< else there is nothing to disconnect
    };
    explicit KeyCard(QWidget* parent = nullptr);

    void setFacts(const Facts& facts);

Q_SIGNALS:
    void replaceRequested();
    void expiryRequested();
    void disconnectRequested();
    void eraseRequested();

private:
    common::Label* addFact(QGridLayout* grid, const QString& objectName, const QString& name);

    common::Pill* m_state;
    common::Label* m_workspace;
    common::Label* m_hint;
    common::Label* m_keptIn;
    common::Label* m_worked;
    common::Label* m_expires;
    QPushButton* m_replace;
    QPushButton* m_disconnect;
};

} // namespace ui::settings
