// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Figures.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace bench {

double quantile(std::vector<double> values, double share)
{
    if (values.empty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

double median(std::vector<double> values)
{
    return quantile(std::move(values), 0.5);
}

void report(const QString& name, const Size& size, const QString& unit, const std::vector<double>& values,
    const QJsonObject& extra)
{
    const auto rounded = [](double value) { return std::round(value * 100) / 100; };
    QJsonObject line;
    line[QStringLiteral("name")] = name;
    line[QStringLiteral("engineers")] = static_cast<qint64>(size.engineers);
    line[QStringLiteral("days")] = size.days;
    line[QStringLiteral("unit")] = unit;
    line[QStringLiteral("median")] = rounded(median(values));
    line[QStringLiteral("p95")] = rounded(quantile(values, 0.95));
    QJsonObject more = extra;
    more[QStringLiteral("rounds")] = static_cast<int>(values.size());
    line[QStringLiteral("extra")] = more;
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace bench
