// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <QFile>
#include <QString>

#include <memory>

namespace app::exporting {

/// A file that appears whole or not at all. Everything is written to a temporary file in the same folder
/// (mode 0600 from its creation) and takes the name with commit(). Dropping it without commit() removes the
/// temporary file; what stood at the name before is then untouched.
///
/// Refused (FileRefused): a name that is a symbolic link, a folder, a device or anything else but a regular
/// file, also with `replace`; a regular file without `replace`; a folder that is missing or cannot be
/// written. Every other failure is FileFailed. Any one thread at a time.
class AtomicFile
{
public:
    static core::Result<std::unique_ptr<AtomicFile>> create(const QString& path, bool replace);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    [[nodiscard]] QIODevice& device() { return m_file; }
    core::Result<void> commit();

private:
    AtomicFile(QByteArray path, QByteArray temporary, bool replace)
        : m_path(std::move(path))
        , m_temporary(std::move(temporary))
        , m_replace(replace)
    {
    }
    core::Result<void> moveIntoPlace();

    QByteArray m_path; ///< as the file system wants it
    QByteArray m_temporary; ///< empty once it is gone
    bool m_replace;
    QFile m_file;
};

} // namespace app::exporting
