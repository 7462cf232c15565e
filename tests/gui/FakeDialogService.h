// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/DialogService.h"

#include <utility>
#include <vector>

namespace support {

/// Records what the window asks and lets the test answer.
class FakeDialogService final : public ui::common::DialogService
{
public:
    void open(QWidget* parent, const ui::common::DialogContent& content, Answer answer) override
    {
        m_parents.push_back(parent);
        m_contents.push_back(content);
        m_answers.push_back(std::move(answer));
    }

    [[nodiscard]] std::size_t count() const { return m_contents.size(); }
    [[nodiscard]] const ui::common::DialogContent& last() const { return m_contents.back(); }
    /// Presses a button of the newest dialog; −1 closes it.
    void answer(int button)
    {
        const Answer callback = m_answers.back();
        if (callback) {
            callback(button);
        }
    }

private:
    std::vector<QWidget*> m_parents;
    std::vector<ui::common::DialogContent> m_contents;
    std::vector<Answer> m_answers;
};

} // namespace support
