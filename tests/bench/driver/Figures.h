// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace bench {

/// The value below which that share (0 to 1) of `values` lies, by the nearest rank; 0 without values.
double quantile(std::vector<double> values, double share);
double median(std::vector<double> values);

/// What the figures are about.
struct Size
{
    std::int64_t engineers = 0;
    int days = 0;
};

/// One line of JSON on stdout: name, engineers, days, unit, median, p95 and what else there is to say.
void report(const QString& name, const Size& size, const QString& unit, const std::vector<double>& values,
    const QJsonObject& extra = {});

} // namespace bench
