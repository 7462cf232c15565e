// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// What the client ids and models of usage rows are called, and how they are grouped (API reference 2.8). The
/// ids are documented, names and groups are this program's. Pure functions, any thread.
namespace app::insights {

enum class SurfaceGroup { Local, Work, Cloud, Browser, Integration, Automation, Ide, Other };
/// Translated.
QString surfaceGroupName(SurfaceGroup group);

struct Surface
{
    QString name; ///< translated; the id itself when `isKnown` is false, and for products we cannot name
    SurfaceGroup group = SurfaceGroup::Other;
    bool isKnown = false; ///< the id is in the documented list
};
/// `clientId` is UTF-8 and verbatim. An id outside the list keeps its own text and belongs to Other.
Surface surfaceOf(std::string_view clientId);

/// How many ids the documented list has.
std::size_t knownSurfaceCount();

/// The few parts of a stack by surface, in the order of the stack from the bottom.
enum class SurfaceFamily { VsCode, Cli, Cloud, JetBrains, Desktop, Other };
inline constexpr std::array kSurfaceFamilies{SurfaceFamily::VsCode, SurfaceFamily::Cli, SurfaceFamily::Cloud,
    SurfaceFamily::JetBrains, SurfaceFamily::Desktop, SurfaceFamily::Other};
/// Only documented ids have a family of their own; everything else is Other.
SurfaceFamily surfaceFamilyOf(std::string_view clientId);
/// Translated: "VS Code", "CLI", "Cloud", "JetBrains", "Desktop", "Other".
QString surfaceFamilyName(SurfaceFamily family);
/// The fixed colour of the palette (tokens 2.3), 1 to 5, and 8 for Other.
int surfaceFamilyCategory(SurfaceFamily family);

/// "gpt-5.3-codex · fast"; the model alone without a speed. Both verbatim.
QString modelLabel(const std::string& model, const std::optional<std::string>& speed);

/// What the parts leave of the whole. Totals are authoritative; parts need not add up to them.
struct Remainder
{
    double drawn = 0; ///< "not attributed": whole − parts, never below 0
    double excess = 0; ///< by how much the parts exceed the whole, else 0: a page says so when it is not 0
};
/// No value where the whole is unknown: then nothing can be said about what is left.
std::optional<Remainder> remainderOf(std::optional<double> whole, double parts);

/// A stack shows at most so many parts beside *Other* (tokens 2.3).
inline constexpr std::size_t kMostParts = 6;

} // namespace app::insights
