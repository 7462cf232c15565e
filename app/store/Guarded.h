// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "store/Database.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <exception>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace app::store {

/// A sum left the range of a 64-bit count or of a finite double: no workspace has such numbers, so the answer
/// that led to it is refused as a whole.
class SumOverflow final : public std::exception
{
public:
    [[nodiscard]] const char* what() const noexcept override { return "a sum exceeds its range"; }
};

/// What an SQLite exception means to the caller. `systemError` is errno of the failed file operation, 0 =
/// unknown; it tells a used-up quota from a broken disk.
core::Error storeError(const SQLite::Exception& exception, int systemError = 0);
/// A row refers to something that is not there: no program of ours wrote that.
core::Error contradictionError(const std::exception& exception);
/// errno of the last failed file operation of this connection.
int lastSystemError(const Database& database);

/// The border of the store: `work` returns a Result and may throw what SQLite throws; no exception leaves it.
template <typename Work> auto guarded(const Database& database, Work&& work) -> std::invoke_result_t<Work>
{
    try {
        return std::forward<Work>(work)();
    } catch (const SQLite::Exception& exception) {
        return core::failure(storeError(exception, lastSystemError(database)));
    } catch (const SumOverflow& overflow) {
        return core::failure(core::ErrorKind::UnexpectedAnswer, QString::fromLatin1(overflow.what()));
    } catch (const std::out_of_range& exception) {
        return core::failure(contradictionError(exception));
    }
}

} // namespace app::store
