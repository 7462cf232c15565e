// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <optional>
#include <utility>

namespace support {

namespace detail {

template <typename T> QCoro::Task<void> keepIn(std::optional<T>* result, QCoro::Task<T> task)
{
    result->emplace(co_await task);
}

} // namespace detail

/// Runs the event loop until the task is done and returns its result. QCoro::waitFor() alone wants a result
/// that can be default-constructed, which Result<ApiKey> cannot.
template <typename T> T await(QCoro::Task<T> task)
{
    std::optional<T> result;
    QCoro::waitFor(detail::keepIn(&result, std::move(task)));
    return std::move(result.value());
}

} // namespace support
