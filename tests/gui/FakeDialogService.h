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

    void askWhereToSave(QWidget*, const ui::common::SaveQuestion& question, FileAnswer answer) override
    {
        m_question = question;
        m_fileAnswer = std::move(answer);
    }
    /// The newest question for a file.
    [[nodiscard]] const ui::common::SaveQuestion& question() const { return m_question; }
    /// Chooses a file in the newest such dialog.
    void choose(const QString& file, int filter) { m_fileAnswer(file, filter); }

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
    ui::common::SaveQuestion m_question;
    FileAnswer m_fileAnswer;
};

} // namespace support
