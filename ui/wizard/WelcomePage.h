// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/WizardPage.h"

namespace ui::wizard {

class RouteCard;

/// What Threadcount does, what it reads and what it never reads; the ways to begin.
class WelcomePage final : public WizardPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WelcomePage)

public:
    WelcomePage(app::setup::SetupFlow& flow, bool offerDemo, QWidget* parent = nullptr);
    [[nodiscard]] Footer footer() const override;
    void onPrimary() override;
    void onSecondary() override;

Q_SIGNALS:
    void demoRequested();

private:
    void addPreviews();
};

} // namespace ui::wizard
