// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/Exporter.h"

#include "exporting/AtomicFile.h"
#include "exporting/CsvWriter.h"
#include "exporting/JsonWriter.h"

namespace app::exporting {

namespace {

template <typename Writer>
core::Result<std::int64_t> writeAll(const TableSource& source, QIODevice& device, const std::stop_token& stop)
{
    Writer writer(device);
    if (const auto begun = writer.begin(source.columns()); !begun) {
        return core::failure(begun.error());
    }
    const auto rows = source.forEachRow([&writer](const Row& row) { return writer.add(row); }, stop);
    if (!rows) {
        return core::failure(rows.error());
    }
    if (const auto finished = writer.finish(); !finished) {
        return core::failure(finished.error());
    }
    return *rows;
}

} // namespace

core::Result<std::int64_t> exportTable(
    const store::Database& database, const ExportRequest& request, const std::stop_token& stop)
{
    auto file = AtomicFile::create(request.file, request.replace);
    if (!file) {
        return core::failure(file.error());
    }
    const TableSource source(database, request.table, request.range, request.names);
    QIODevice& device = (*file)->device();
    auto rows = request.format == Format::Csv ? writeAll<CsvWriter>(source, device, stop)
                                              : writeAll<JsonWriter>(source, device, stop);
    if (!rows) {
        core::Error error = rows.error();
        if (error.kind == core::ErrorKind::FileFailed) {
            error.subject = request.file;
        }
        return core::failure(std::move(error));
    }
    if (const auto committed = (*file)->commit(); !committed) {
        return core::failure(committed.error());
    }
    return rows;
}

} // namespace app::exporting
