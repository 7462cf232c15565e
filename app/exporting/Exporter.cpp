// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/Exporter.h"

#include "exporting/AtomicFile.h"
#include "exporting/CsvWriter.h"
#include "exporting/JsonWriter.h"

namespace app::exporting {

namespace {

/// `produce` hands every row to the visitor that it is given and returns how many there were.
using Producer = std::function<core::Result<std::int64_t>(const TableSource::Visitor&)>;

template <typename Writer>
core::Result<std::int64_t> writeAll(
    const std::vector<std::string>& columns, const Producer& produce, QIODevice& device)
{
    Writer writer(device);
    if (const auto begun = writer.begin(columns); !begun) {
        return core::failure(begun.error());
    }
    const auto rows = produce([&writer](const Row& row) { return writer.add(row); });
    if (!rows) {
        return core::failure(rows.error());
    }
    if (const auto finished = writer.finish(); !finished) {
        return core::failure(finished.error());
    }
    return *rows;
}

core::Result<std::int64_t> writeFile(const std::vector<std::string>& columns, const Producer& produce,
    Format format, const QString& name, bool replace)
{
    auto file = AtomicFile::create(name, replace);
    if (!file) {
        return core::failure(file.error());
    }
    QIODevice& device = (*file)->device();
    auto rows = format == Format::Csv ? writeAll<CsvWriter>(columns, produce, device)
                                      : writeAll<JsonWriter>(columns, produce, device);
    if (!rows) {
        core::Error error = rows.error();
        if (error.kind == core::ErrorKind::FileFailed) {
            error.subject = name;
        }
        return core::failure(std::move(error));
    }
    if (const auto committed = (*file)->commit(); !committed) {
        return core::failure(committed.error());
    }
    return rows;
}

} // namespace

core::Result<std::int64_t> exportTable(
    const store::Database& database, const ExportRequest& request, const std::stop_token& stop)
{
    const TableSource source(database, request.table, request.range, request.names);
    const Producer produce
        = [&source, &request, &stop](const TableSource::Visitor& visit) -> core::Result<std::int64_t> {
        if (!request.keep) {
            return source.forEachRow(visit, stop);
        }
        std::int64_t kept = 0;
        const auto all = source.forEachRow(
            [&](const Row& row) -> core::Result<void> {
                if (!request.keep(row)) {
                    return {};
                }
                ++kept;
                return visit(row);
            },
            stop);
        return all ? core::Result<std::int64_t>(kept) : core::failure(all.error());
    };
    return writeFile(source.columns(), produce, request.format, request.file, request.replace);
}

core::Result<std::int64_t> exportRows(const std::vector<std::string>& columns, const std::vector<Row>& rows,
    Format format, const QString& file, bool replace)
{
    const Producer produce = [&rows](const TableSource::Visitor& visit) -> core::Result<std::int64_t> {
        for (const Row& row : rows) {
            if (const auto written = visit(row); !written) {
                return core::failure(written.error());
            }
        }
        return static_cast<std::int64_t>(rows.size());
    };
    return writeFile(columns, produce, format, file, replace);
}

} // namespace app::exporting
