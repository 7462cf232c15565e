// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/History.h"

#include <utility>

namespace ui::shell {

void History::visit(Place place)
{
    if (!m_places.empty()) {
        if (m_places.at(m_at) == place) {
            return;
        }
        m_places.erase(m_places.begin() + static_cast<std::ptrdiff_t>(m_at) + 1, m_places.end());
    }
    m_places.push_back(std::move(place));
    if (m_places.size() > kLongest) {
        m_places.erase(m_places.begin());
    }
    m_at = m_places.size() - 1;
}

std::optional<Place> History::back()
{
    return canGoBack() ? std::optional(m_places.at(--m_at)) : std::nullopt;
}

std::optional<Place> History::forward()
{
    return canGoForward() ? std::optional(m_places.at(++m_at)) : std::nullopt;
}

void History::clear()
{
    m_places.clear();
    m_at = 0;
}

} // namespace ui::shell
