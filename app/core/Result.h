// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <tl/expected.hpp>

#include <utility>

namespace app::core {

/// A value or the Error that took its place. `[[nodiscard]]`, so that a failure cannot be dropped by
/// accident.
template <typename T> class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
    using tl::expected<T, Error>::operator=;
};

/// `return failure(ErrorKind::StoreFailed, …)` from a function that returns any Result.
inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> failure(ErrorKind kind, QString detail, QString subject = {})
{
    Error error;
    error.kind = kind;
    error.detail = std::move(detail);
    error.subject = std::move(subject);
    return tl::unexpected<Error>(std::move(error));
}

} // namespace app::core
