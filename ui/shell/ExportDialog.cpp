// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/ExportDialog.h"

#include "common/Format.h"
#include "common/Label.h"
#include "common/SegmentedControl.h"
#include "messages/ErrorText.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace ui::shell {

using namespace common;
using app::exporting::ExportRequest;
using app::exporting::Format;
using app::exporting::Table;
using app::exporting::TableSource;

namespace {

constexpr int kWidth = 520;

struct Words
{
    QString name;
    QString about;
};

Words wordsOf(Table table)
{
    switch (table) {
    case Table::Usage:
        return {ExportDialog::tr("Usage of each engineer"),
            ExportDialog::tr("One row for each person and UTC day: threads, turns, credits, tokens, lines.")};
    case Table::UsageBySurface:
        return {ExportDialog::tr("Usage by surface"),
            ExportDialog::tr(
                "One row for each person, UTC day and client, such as the command line or an editor.")};
    case Table::UsageByModel:
        return {ExportDialog::tr("Usage by model"),
            ExportDialog::tr("One row for each person, UTC day, model and speed.")};
    case Table::WorkspaceUsage:
        return {ExportDialog::tr("Usage of the workspace"),
            ExportDialog::tr(
                "One row for each UTC day, as the service counts the whole workspace. Names nobody.")};
    case Table::Reviews:
        return {ExportDialog::tr("Code reviews"),
            ExportDialog::tr("One row for each UTC day: reviews and their comments by priority.")};
    case Table::ReviewResponses:
        return {ExportDialog::tr("Responses to code reviews"),
            ExportDialog::tr("One row for each UTC day: comments that were answered, and votes.")};
    case Table::Engineers:
        return {ExportDialog::tr("Engineers"),
            ExportDialog::tr("One row for each person with counts in these days, with first and last day.")};
    case Table::Requests:
        return {ExportDialog::tr("Requests to the service"),
            ExportDialog::tr("One row for each request that was sent in these days. Names nobody.")};
    case Table::Completeness:
        return {ExportDialog::tr("Completeness"),
            ExportDialog::tr(
                "One row for each UTC day and dataset: its state, and when it was read. Names nobody.")};
    case Table::Restatements:
        return {ExportDialog::tr("Restated days"),
            ExportDialog::tr(
                "One row for each total of these days that OpenAI changed later. Names nobody.")};
    case Table::Reconciliation:
        return {ExportDialog::tr("Reconciliation"),
            ExportDialog::tr("One row for each UTC day: the workspace's own row against the sum over "
                             "engineers. Names nobody.")};
    case Table::Storage:
        return {ExportDialog::tr("What is stored"),
            ExportDialog::tr("One row for each kind of data in the cache, whatever the days. Names nobody.")};
    }
    return {};
}

bool namesPeople(Table table)
{
    const std::vector<std::string>& columns = app::exporting::columnNames(table);
    return std::find(columns.begin(), columns.end(), "user_id") != columns.end();
}

} // namespace

ExportDialog::ExportDialog(app::store::WorkspaceStore& store, DialogService& dialogs,
    app::core::DayRange range, QString mark, QWidget* parent)
    : QDialog(parent)
    , m_store(store)
    , m_dialogs(dialogs)
    , m_range(range)
    , m_mark(std::move(mark))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(kWidth);

    m_table = new QComboBox;
    m_table->setObjectName(QStringLiteral("exportTableCombo"));
    m_table->setAccessibleName(tr("What"));
    const auto offer = [this](Table one) { m_table->addItem(wordsOf(one).name, static_cast<int>(one)); };
    std::ranges::for_each(app::exporting::kTables, offer);
    std::ranges::for_each(app::exporting::kRecordTables, offer);
    m_about = new Label(TextStyle::Small, Tone::Muted);
    m_about->setWordWrap(true);
    m_format = new SegmentedControl;
    m_format->setObjectName(QStringLiteral("exportFormatControl"));
    m_format->setAccessibleName(tr("Format"));
    m_format->addSegment(QStringLiteral("exportCsvButton"), tr("CSV"));
    m_format->addSegment(QStringLiteral("exportJsonButton"), tr("JSON"));
    m_format->setCurrent(0);
    auto* days
        = new Label(tr("%1, UTC days", "first to last day").arg(format::days(m_range)), TextStyle::Body);
    days->setObjectName(QStringLiteral("exportRangeLabel"));
    m_pseudonymise = new QCheckBox(tr("Replace people by pseudonyms"));
    m_pseudonymise->setObjectName(QStringLiteral("exportPseudonymiseCheck"));
    m_pseudonymise->setAccessibleName(m_pseudonymise->text());
    auto* pseudonymHelp = new Label(tr("The same person has the same pseudonym in every export from this "
                                       "computer. Mail addresses are left out."),
        TextStyle::Small, Tone::Muted);
    pseudonymHelp->setWordWrap(true);
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setAccessibleName(tr("Writing the file"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_outcome = new Label(TextStyle::Body);
    m_outcome->setObjectName(QStringLiteral("exportOutcome"));
    m_outcome->setWordWrap(true);
    m_outcome->hide();

    m_close = new QPushButton;
    m_close->setObjectName(QStringLiteral("exportCloseButton"));
    m_write = new QPushButton(tr("Choose the file…"));
    m_write->setObjectName(QStringLiteral("exportWriteButton"));
    m_write->setAccessibleName(m_write->text());
    m_write->setProperty("kind", QStringLiteral("primary"));
    m_write->setDefault(true);

    const auto makeCaption = [](const QString& text, QWidget* buddy) {
        auto* label = new Label(text, TextStyle::SmallBold);
        label->setBuddy(buddy);
        return label;
    };
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_write);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(6);
    layout->addWidget(new Label(tr("Export"), TextStyle::Title));
    layout->addSpacing(8);
    layout->addWidget(makeCaption(tr("&What"), m_table));
    layout->addWidget(m_table);
    layout->addWidget(m_about);
    layout->addSpacing(10);
    layout->addWidget(makeCaption(tr("Days"), nullptr));
    layout->addWidget(days);
    layout->addSpacing(10);
    layout->addWidget(makeCaption(tr("Format"), nullptr));
    layout->addWidget(m_format);
    layout->addSpacing(10);
    layout->addWidget(m_pseudonymise);
    layout->addWidget(pseudonymHelp);
    layout->addSpacing(10);
    layout->addWidget(m_progress);
    layout->addWidget(m_outcome);
    layout->addStretch(1);
    layout->addSpacing(6);
    layout->addLayout(buttons);

    connect(m_table, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(m_write, &QPushButton::clicked, this, &ExportDialog::askForFile);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_running) {
            m_stop.request_stop();
        } else {
            close();
        }
    });
    setRunning(false);
    refresh();
}

ExportDialog::~ExportDialog()
{
    m_stop.request_stop();
}

Table ExportDialog::table() const
{
    return static_cast<Table>(m_table->currentData().toInt());
}

QString ExportDialog::suggestedName() const
{
    // The file says what it is also where nobody sees this window: the name is no text for people.
    return QStringLiteral("%1threadcount-%2-%3-to-%4.%5")
        .arg(m_mark.isEmpty() ? QString() : QStringLiteral("demo-"), app::exporting::tableName(table()),
            m_range.first.toIso(), m_range.last.toIso(),
            m_format->current() == 0 ? QStringLiteral("csv") : QStringLiteral("json"));
}

void ExportDialog::refresh()
{
    m_about->setText(wordsOf(table()).about);
    m_pseudonymise->setEnabled(!m_running && namesPeople(table()));
    // A dialog does not grow by itself when a text needs one more line.
    setMinimumHeight(layout()->totalHeightForWidth(std::max(width(), kWidth)));
}

void ExportDialog::askForFile()
{
    const bool csv = m_format->current() == 0;
    SaveQuestion question;
    question.objectName = QStringLiteral("exportFileDialog");
    question.title = tr("Export to");
    question.suggestedName = suggestedName();
    question.filters = {csv ? tr("CSV file (*.csv)") : tr("JSON file (*.json)")};
    const QPointer<ExportDialog> self(this);
    m_dialogs.askWhereToSave(this, question, [self](const QString& file, int) {
        if (self) {
            self->write(file);
        }
    });
}

void ExportDialog::write(const QString& file)
{
    ExportRequest request;
    request.table = table();
    request.format = m_format->current() == 0 ? Format::Csv : Format::Json;
    request.range = m_range;
    request.names = m_pseudonymise->isEnabled() && m_pseudonymise->isChecked()
        ? TableSource::Names::Pseudonyms
        : TableSource::Names::AsStored;
    request.file = file;
    request.replace = true; // the question for the file has asked
    m_stop = std::stop_source();
    setRunning(true);

    auto* watcher = new QFutureWatcher<app::core::Result<std::int64_t>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, file] {
        watcher->deleteLater();
        setRunning(false);
        if (watcher->future().resultCount() > 0) {
            finish(watcher->result(), file);
        }
    });
    watcher->setFuture(
        m_store.read([request, stop = m_stop.get_token()](const app::store::Database& database) {
            return app::exporting::exportTable(database, request, stop);
        }));
}

void ExportDialog::finish(const app::core::Result<std::int64_t>& rows, const QString& file)
{
    m_outcome->show();
    if (!rows) {
        const bool cancelled = rows.error().kind == app::core::ErrorKind::Cancelled;
        const app::messages::ErrorText text = app::messages::describe(rows.error());
        m_outcome->setTone(cancelled ? Tone::Muted : Tone::Negative);
        m_outcome->setText(cancelled
                ? tr("The export was stopped. No file was written.")
                : tr("%1 %2", "what happened, what to do now").arg(text.whatHappened, text.nextStep));
        return;
    }
    const int count = static_cast<int>(std::min<std::int64_t>(*rows, std::numeric_limits<int>::max()));
    const QString name = QFileInfo(file).fileName();
    m_outcome->setTone(Tone::Normal);
    m_outcome->setText(m_mark.isEmpty()
            ? tr("%n row(s) written to %1.", nullptr, count).arg(name)
            : tr("%n row(s) written to %1 (%2).", nullptr, count).arg(name, m_mark));
    m_close->setFocus(Qt::OtherFocusReason);
}

void ExportDialog::setRunning(bool running)
{
    m_running = running;
    m_progress->setVisible(running);
    m_table->setEnabled(!running);
    m_format->setEnabled(!running);
    m_write->setEnabled(!running);
    m_close->setText(running ? tr("Stop") : tr("Close"));
    m_close->setAccessibleName(m_close->text());
    if (running) {
        m_outcome->hide();
        m_close->setFocus(Qt::OtherFocusReason);
    }
    refresh();
}

} // namespace ui::shell
