// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ui::common {

/// A message across the page that stays until its cause is gone: icon, bold first words, a sentence, and what
/// can be done about it. Both texts are shown as plain text.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    enum class Level { Information, Warning, Negative };

    explicit Banner(QWidget* parent = nullptr);

    void setMessage(Level level, const QString& lead, const QString& text);
    [[nodiscard]] QString lead() const { return m_lead; }
    [[nodiscard]] QString text() const { return m_text; }
    /// A button at the right end; owned by the banner.
    QPushButton* addAction(const QString& objectName, const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Level m_level = Level::Information;
    QString m_lead;
    QString m_text;
    QLabel* m_icon;
    QLabel* m_label;
    QHBoxLayout* m_layout;
};

} // namespace ui::common
