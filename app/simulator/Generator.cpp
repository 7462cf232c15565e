// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/Generator.h"

#include "simulator/Draw.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <utility>

namespace app::simulator {

namespace {

constexpr std::array kFirstNames{"Aster", "Birch", "Cedar", "Dahlia", "Elm", "Fern", "Ginkgo", "Hazel",
    "Iris", "Juniper", "Kale", "Laurel", "Maple", "Nettle", "Olive", "Poppy", "Quince", "Rowan", "Sorrel",
    "Tansy", "Ulmus", "Viola", "Willow", "Xylia", "Yarrow", "Zinnia", "Alder", "Basil", "Clover", "Dill"};
constexpr std::array kLastNames{"Quill", "Marsh", "Ridge", "Brook", "Stone", "Vale", "Heath", "Cove", "Dune",
    "Field", "Grove", "Harbor", "Isle", "Knoll", "Lake", "Moor", "North", "Orchard", "Pond", "Reef", "Shore",
    "Thorn", "Upland", "Weir", "Yard", "Bluff", "Crest", "Delta", "Fjord", "Glen"};
constexpr std::array kRightToLeftNames{"דנה.כהן", "فاطمة.الزهراء", "יעל.לוי", "أحمد.منصور", "נועם.ברק"};

/// Surfaces that people use, most common first. The ids are those of section 2.8.
constexpr std::array kClients{"CODEX_CLI", "CODEX_IDE_VSCODE", "CODEX_DESKTOP_APP", "CODEX_WEB",
    "CODEX_IDE_JETBRAINS_INTELLIJ_IDEA", "CODEX_GITHUB", "CODEX_CHATGPT_DESKTOP",
    "CODEX_IDE_JETBRAINS_PYCHARM", "CODEX_SLACK", "CODEX_IDE_XCODE", "CODEX_IDE_JETBRAINS_GOLAND",
    "CODEX_SDK_TS", "CODEX_GITHUB_ACTION", "CODEX_CLOUD_GENERAL_AGENT", "CODEX_UNKNOWN_DEFAULT",
    "CODEX_SERVICE_EXEC", "CODEX_LINEAR", "CODEX_HOLODECK_9"};
constexpr int kWeb = 3;
constexpr int kServiceExec = 15;
constexpr int kFirstUnknownClient = 16;
/// How often a surface is somebody's main one, per mille; the rest goes to the last entry.
constexpr std::array kMainSurface{300, 260, 120, 90, 70, 0, 50, 40, 0, 30, 25, 10, 5};

struct Model
{
    const char* name;
    // Milli-credits per million tokens, so that the rates of the card are whole numbers.
    std::int64_t uncached;
    std::int64_t cached;
    std::int64_t output;
};
constexpr std::array kModels{
    Model{"gpt-5.5", 125'000, 12'500, 750'000},
    Model{"gpt-5.4", 62'500, 6'250, 375'000},
    Model{"gpt-5.4-mini", 18'750, 1'875, 113'000},
    Model{"gpt-5.3-codex", 43'750, 4'375, 350'000},
    Model{"other", 43'750, 4'375, 350'000},
};
constexpr int kMini = 2;
constexpr int kOther = 4;

enum Speed { Standard, Fast, Unnamed };

constexpr std::int64_t kNano = 1'000'000'000;

/// Rates are per million tokens and in thousandths: tokens × rate is nano-credits. Rounded to 0.0001 credits,
/// so that sums of parts are exact and look like the figures people know.
std::int64_t nanoCredits(
    const Model& model, Speed speed, std::int64_t uncached, std::int64_t cached, std::int64_t output)
{
    constexpr std::int64_t kStep = 100'000;
    const std::int64_t exact = uncached * model.uncached + cached * model.cached + output * model.output;
    return (exact + kStep / 2) / kStep * kStep * (speed == Fast ? 2 : 1);
}

std::string text(const char* latin1)
{
    return {latin1};
}

} // namespace

/// A sum that carries figures; `key` tells of what.
struct Generator::Part
{
    int key = 0;
    std::int64_t threads = 0;
    std::int64_t turns = 0;
    std::int64_t nano = 0;
    std::int64_t uncached = 0;
    std::int64_t cached = 0;
    std::int64_t output = 0;

    void add(const Part& other)
    {
        threads += other.threads;
        turns += other.turns;
        nano += other.nano;
        uncached += other.uncached;
        cached += other.cached;
        output += other.output;
    }
    static void addTo(std::vector<Part>& parts, int key, const Part& figures)
    {
        auto found
            = std::find_if(parts.begin(), parts.end(), [key](const Part& part) { return part.key == key; });
        if (found == parts.end()) {
            parts.push_back(Part{key, 0, 0, 0, 0, 0, 0});
            found = std::prev(parts.end());
        }
        found->add(figures);
    }
};

struct Generator::Raw
{
    core::UtcDay day;
    int index = -1; ///< engineer; −1 = the workspace; from profile.engineers on: unattributed
    Part totals;
    std::vector<Part> clients;
    std::vector<Part> models; ///< key = model × 3 + speed
    std::optional<std::int64_t> linesAdded;
    std::optional<std::int64_t> linesRemoved;
};

/// What stays the same about somebody.
struct Generator::Engineer
{
    enum class Kind { Heavy, Regular, Light, Occasional, Idle };
    Kind kind = Kind::Regular;
    int joinsAfter = 0; ///< days after the first day
    int mainClient = 0;
    int secondClient = -1;
    int mainModel = 0;
    bool likesFast = false;
    bool namesLines = true;
    bool namesRemovals = true;
};

Generator::Generator(Profile profile)
    : m_profile(std::move(profile))
{
    m_profile.engineers = std::max(m_profile.engineers, 0);
    m_profile.days = std::max(m_profile.days, 1);
    m_firstDay = m_profile.firstDay.value_or(m_profile.today - (m_profile.days - 1));
    m_profile.firstDay = m_firstDay;
    m_order.resize(static_cast<std::size_t>(m_profile.engineers));
    std::iota(m_order.begin(), m_order.end(), 0);
    const auto rank
        = [seed = m_profile.seed](int index) { return mixed(seed + 77, static_cast<std::uint64_t>(index)); };
    std::sort(m_order.begin(), m_order.end(),
        [&rank](int a, int b) { return std::pair(rank(a), a) < std::pair(rank(b), b); });
}

core::DayRange Generator::offeredDays() const
{
    core::DayRange days{m_firstDay, m_profile.today};
    if (m_profile.servedDays) {
        days = days.intersected(core::DayRange::endingAt(m_profile.today, *m_profile.servedDays));
    }
    return days;
}

bool Generator::isOffered(core::UtcDay day) const
{
    return offeredDays().contains(day)
        && std::none_of(m_profile.withdrawnDays.begin(), m_profile.withdrawnDays.end(),
            [day](core::DayRange range) { return range.contains(day); });
}

bool Generator::isHoliday(core::UtcDay day)
{
    using namespace std::chrono;
    const year_month_day date{sys_days{std::chrono::days{day.number()}}};
    const unsigned month = static_cast<unsigned>(date.month());
    const unsigned dayOfMonth = static_cast<unsigned>(date.day());
    const bool isThanksgiving = month == 11 && day.isoWeekday() == 4 && dayOfMonth >= 22 && dayOfMonth <= 28;
    return (month == 1 && dayOfMonth == 1) || (month == 5 && dayOfMonth == 1) || isThanksgiving
        || (month == 12 && (dayOfMonth == 31 || (dayOfMonth >= 24 && dayOfMonth <= 26)));
}

/// From 0 at the first day towards 1000: quick in the first weeks, slow after a quarter.
int Generator::growthPerMille(core::UtcDay day) const
{
    const int age = std::max(day - m_firstDay, 0);
    return 1000 * age / (age + 40);
}

Generator::Engineer Generator::engineer(int index) const
{
    Draw draw(mixed(m_profile.seed, static_cast<std::uint64_t>(index)));
    Engineer person;
    const auto kind = draw.below(100);
    person.kind = kind < 12 ? Engineer::Kind::Heavy
        : kind < 56         ? Engineer::Kind::Regular
        : kind < 76         ? Engineer::Kind::Light
        : kind < 91         ? Engineer::Kind::Occasional
                            : Engineer::Kind::Idle;
    if (draw.chance(150)) {
        person.joinsAfter = static_cast<int>(draw.between(5, 75));
    }
    auto surface = draw.below(1000);
    person.mainClient = static_cast<int>(kMainSurface.size()) - 1;
    for (std::size_t i = 0; i < kMainSurface.size(); ++i) {
        surface -= kMainSurface[i];
        if (surface < 0) {
            person.mainClient = static_cast<int>(i);
            break;
        }
    }
    if (draw.chance(600)) {
        person.secondClient = static_cast<int>(draw.below(kServiceExec));
    }
    if (m_profile.unknownClients && draw.chance(250)) {
        person.secondClient = kFirstUnknownClient + static_cast<int>(draw.below(2));
    }
    const auto model = draw.below(100);
    person.mainModel = model < 50 ? 0 : model < 80 ? 1 : 3;
    if (m_profile.otherModel && draw.chance(200)) {
        person.mainModel = kOther;
    }
    person.likesFast = draw.chance(200);
    person.namesLines = !draw.chance(80);
    person.namesRemovals = !draw.chance(50);
    return person;
}

bool Generator::isActive(core::UtcDay day, int index, bool revised) const
{
    const bool isUnattributed = index >= m_profile.engineers;
    if (isUnattributed) {
        return true;
    }
    const Engineer person = engineer(index);
    if (day < m_firstDay + std::min(person.joinsAfter, std::max(m_profile.days - 3, 0))) {
        return false;
    }
    std::int64_t perMille = 0;
    switch (person.kind) {
    case Engineer::Kind::Heavy: perMille = 960; break;
    case Engineer::Kind::Regular: perMille = 800; break;
    case Engineer::Kind::Light: perMille = 480; break;
    case Engineer::Kind::Occasional: perMille = 140; break;
    case Engineer::Kind::Idle: return false;
    }
    perMille = perMille * (650 + 350 * growthPerMille(day) / 1000) / 1000;
    if (isHoliday(day)) {
        perMille /= 14;
    } else if (day.isoWeekday() >= 6) {
        perMille /= 8;
    }
    Draw draw(mixed(mixed(m_profile.seed + 1, static_cast<std::uint64_t>(index)),
        static_cast<std::uint64_t>(static_cast<std::uint32_t>(day.number()))));
    const bool active = draw.chance(perMille);
    // Usage that arrived late: a few engineers appear on the day only when it is revised.
    return active || (revised && draw.chance(30));
}

Generator::Raw Generator::raw(core::UtcDay day, int index, bool revised) const
{
    const Engineer person = engineer(index);
    Draw draw(mixed(mixed(m_profile.seed + 2, static_cast<std::uint64_t>(index)),
        static_cast<std::uint64_t>(static_cast<std::uint32_t>(day.number()))));

    std::int64_t turns = 0;
    switch (person.kind) {
    case Engineer::Kind::Heavy: turns = draw.between(35, 110); break;
    case Engineer::Kind::Regular: turns = draw.between(8, 42); break;
    case Engineer::Kind::Light: turns = draw.between(2, 14); break;
    case Engineer::Kind::Occasional:
    case Engineer::Kind::Idle: turns = draw.between(1, 9); break;
    }
    turns = std::max<std::int64_t>(1, turns * (700 + 500 * growthPerMille(day) / 1000) / 1000);
    if (revised) {
        ++turns;
    }

    Raw row;
    row.day = day;
    row.index = index;

    std::array<std::pair<int, std::int64_t>, 3> shares{};
    std::size_t shareCount = 0;
    const bool usesSecond = person.secondClient >= 0 && person.secondClient != person.mainClient && turns > 2
        && draw.chance(700);
    const std::int64_t secondTurns
        = usesSecond ? std::max<std::int64_t>(1, turns * draw.between(10, 45) / 100) : 0;
    const bool usesWeb
        = turns > 12 && person.mainClient != kWeb && person.secondClient != kWeb && draw.chance(180);
    const std::int64_t webTurns = usesWeb ? std::max<std::int64_t>(1, turns * draw.between(5, 15) / 100) : 0;
    shares[shareCount++] = {person.mainClient, turns - secondTurns - webTurns};
    if (usesSecond) {
        shares[shareCount++] = {person.secondClient, secondTurns};
    }
    if (usesWeb) {
        shares[shareCount++] = {kWeb, webTurns};
    }

    const bool provisional = m_profile.provisionalToday && day == m_profile.today;
    for (std::size_t i = 0; i < shareCount; ++i) {
        const auto [client, clientTurns] = shares[i];
        Part ofClient;
        ofClient.threads = std::max<std::int64_t>(1, clientTurns / draw.between(4, 8));
        ofClient.turns = clientTurns;

        // Main model, some of it fast, and the small one for small things.
        const std::int64_t mini
            = clientTurns >= 4 && draw.chance(450) ? clientTurns * draw.between(5, 30) / 100 : 0;
        const std::int64_t fast = person.likesFast ? (clientTurns - mini) * draw.between(20, 80) / 100 : 0;
        const std::array<std::pair<int, std::int64_t>, 3> cells{
            std::pair{person.mainModel * 3 + Standard, clientTurns - mini - fast},
            std::pair{person.mainModel * 3 + Fast, fast},
            std::pair{kMini * 3 + Unnamed, mini},
        };
        for (const auto& [key, cellTurns] : cells) {
            if (cellTurns <= 0) {
                continue;
            }
            Part cell;
            cell.uncached = cellTurns * draw.between(6'000, 26'000);
            cell.cached = cellTurns * draw.between(35'000, 130'000);
            cell.output = cellTurns * draw.between(900, 4'200);
            if (provisional) {
                cell.uncached /= 2;
                cell.cached /= 2;
                cell.output /= 2;
            }
            cell.nano = nanoCredits(kModels.at(static_cast<std::size_t>(key) / 3),
                static_cast<Speed>(key % 3), cell.uncached, cell.cached, cell.output);
            ofClient.add(cell);
            if (!provisional) {
                Part::addTo(row.models, key, cell);
            }
        }
        if (provisional) {
            ofClient.threads = 0;
            ofClient.turns = 0;
        }
        row.totals.add(ofClient);
        Part::addTo(row.clients, client, ofClient);
    }
    if (m_profile.partsRemainder) {
        Part remainder;
        remainder.turns = 1;
        remainder.uncached = draw.between(500, 9'000);
        remainder.cached = draw.between(500, 9'000);
        remainder.output = draw.between(50, 900);
        remainder.nano
            = nanoCredits(kModels[1], Standard, remainder.uncached, remainder.cached, remainder.output);
        row.totals.add(remainder);
    }
    if (person.namesLines) {
        row.linesAdded = turns * draw.between(3, 40);
        if (person.namesRemovals) {
            row.linesRemoved = *row.linesAdded * draw.between(5, 60) / 100;
        }
    }
    if (m_profile.richAttribution && index % 2 == 1) {
        row.linesAdded.reset();
        row.linesRemoved.reset();
    }
    return row;
}

TruthIdentity Generator::identity(int index) const
{
    TruthIdentity who;
    if (index < 0 || index >= m_profile.engineers) {
        return who;
    }
    const auto number = static_cast<std::size_t>(index);
    const std::string first = kFirstNames.at(number % kFirstNames.size());
    std::string digits = std::to_string(index + 1);
    digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
    who.userId = "user-Sim" + digits + first;
    who.actorType = "ACCOUNT_USER";
    const std::size_t round = number / kFirstNames.size();
    std::string email = first + '.' + kLastNames.at((number + round) % kLastNames.size());
    std::transform(email.begin(), email.end(), email.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (const std::size_t again = number / (kFirstNames.size() * kLastNames.size()); again > 0) {
        email += std::to_string(again + 1);
    }
    if (m_profile.longEmails) {
        constexpr std::size_t kLongest = 64;
        while (email.size() + 1 + first.size() <= kLongest) {
            email += '-' + first;
        }
        email.resize(kLongest, 'x');
    } else if (m_profile.rightToLeftEmails) {
        email = std::string(kRightToLeftNames.at(number % kRightToLeftNames.size())) + '.'
            + std::to_string(index + 1);
    }
    // Somebody's e-mail is always missing: consent can be a personal setting.
    if (!m_profile.withholdEmails && index % 40 != 39) {
        who.email = email + "@example.com";
    }
    if (m_profile.unknownActorTypes && index % 5 == 2) {
        who.actorType = index % 2 == 0 ? "AGENT_IDENTITY" : "SERVICE_ACCOUNT";
        who.email.reset();
    } else if (m_profile.unknownActorTypes && index % 5 == 4) {
        who.actorType.reset();
    }
    return who;
}

TruthCosts Generator::costs(std::int64_t nano) const
{
    const auto value = [this](std::int64_t billionths) {
        const double exact = static_cast<double>(billionths) / static_cast<double>(kNano);
        // A third needs every digit that a double has.
        return m_profile.longFractions ? exact / 3.0 : exact;
    };
    TruthCosts money;
    if (m_profile.usdBilled) {
        money.credits = 0.0;
        money.costUsd = value(nano / 25);
    } else {
        money.credits = value(nano);
        money.estimatedCostUsd = value(nano / 25);
    }
    return money;
}

TruthUsage Generator::toTruth(const Raw& raw) const
{
    const bool withoutTokens = m_profile.nullTokens && (raw.index < 0 || raw.index % 3 != 0);
    const auto tokens = [withoutTokens](const Part& part) {
        TruthTokens counters;
        if (!withoutTokens) {
            counters.uncachedInput = part.uncached;
            counters.cachedInput = part.cached;
            counters.output = part.output;
            counters.total = part.uncached + part.cached + part.output;
        }
        return counters;
    };

    TruthUsage row;
    row.day = raw.day;
    row.identity = identity(raw.index);
    row.threads = raw.totals.threads;
    row.turns = raw.totals.turns;
    row.costs = costs(raw.totals.nano);
    row.tokens = tokens(raw.totals);
    row.linesAdded = raw.linesAdded;
    row.linesRemoved = raw.linesRemoved;
    row.clients.reserve(raw.clients.size());
    for (const Part& part : raw.clients) {
        row.clients.push_back({text(kClients.at(static_cast<std::size_t>(part.key))), part.threads,
            part.turns, costs(part.nano), tokens(part)});
    }
    if (!m_profile.nullModels) {
        row.models.reserve(raw.models.size());
        for (const Part& part : raw.models) {
            TruthModel model;
            model.model = kModels.at(static_cast<std::size_t>(part.key) / 3).name;
            if (part.key % 3 != Unnamed) {
                model.speed = part.key % 3 == Fast ? "fast" : "standard";
            }
            model.costs = costs(part.nano);
            model.tokens = tokens(part);
            row.models.push_back(std::move(model));
        }
    }
    return row;
}

int Generator::usageSlots() const
{
    return m_profile.usageOffered ? m_profile.engineers + (m_profile.unattributedRows ? 2 : 0) : 0;
}

bool Generator::isVanishing(core::UtcDay day, int slot) const
{
    for (int earlier = 0; earlier < slot; ++earlier) {
        if (isActive(day, m_order[static_cast<std::size_t>(earlier)], false)) {
            return false;
        }
    }
    return true;
}

bool Generator::hasUsage(core::UtcDay day, int slot, DayState state) const
{
    if (slot < 0 || slot >= usageSlots() || !isOffered(day)) {
        return false;
    }
    if (slot >= m_profile.engineers) {
        return true;
    }
    if (!isActive(day, m_order[static_cast<std::size_t>(slot)], state.revised)) {
        return false;
    }
    return !(state.vanished && isVanishing(day, slot));
}

TruthUsage Generator::usage(core::UtcDay day, int slot, DayState state) const
{
    const int index = slot < m_profile.engineers ? m_order[static_cast<std::size_t>(slot)] : slot;
    return toTruth(raw(day, index, state.revised));
}

bool Generator::hasWorkspaceUsage(core::UtcDay day, DayState state) const
{
    for (int slot = 0; slot < usageSlots(); ++slot) {
        if (hasUsage(day, slot, state)) {
            return true;
        }
    }
    return false;
}

TruthUsage Generator::workspaceUsage(core::UtcDay day, DayState state) const
{
    const auto key = std::pair(day, state);
    if (const auto known = m_workspaceRows.find(key); known != m_workspaceRows.end()) {
        return known->second;
    }
    Raw sum;
    sum.day = day;
    std::int64_t rows = 0;
    for (int slot = 0; slot < usageSlots(); ++slot) {
        if (!hasUsage(day, slot, state)) {
            continue;
        }
        ++rows;
        const Raw row = raw(
            day, slot < m_profile.engineers ? m_order[static_cast<std::size_t>(slot)] : slot, state.revised);
        sum.totals.add(row.totals);
        for (const Part& part : row.clients) {
            Part::addTo(sum.clients, part.key, part);
        }
        for (const Part& part : row.models) {
            Part::addTo(sum.models, part.key, part);
        }
        if (row.linesAdded) {
            sum.linesAdded = sum.linesAdded.value_or(0) + *row.linesAdded;
        }
        if (row.linesRemoved) {
            sum.linesRemoved = sum.linesRemoved.value_or(0) + *row.linesRemoved;
        }
    }
    if (m_profile.automationDifference) {
        // Automation that belongs to nobody: no engineer's row holds it.
        Part automation;
        automation.threads = 3 + rows / 10;
        automation.turns = automation.threads * 2;
        automation.uncached = automation.turns * 9'000;
        automation.cached = automation.turns * 40'000;
        automation.output = automation.turns * 1'500;
        automation.nano
            = nanoCredits(kModels[3], Standard, automation.uncached, automation.cached, automation.output);
        sum.totals.add(automation);
        Part::addTo(sum.clients, kServiceExec, automation);
        Part::addTo(sum.models, 3 * 3 + Standard, automation);
    }
    TruthUsage row = toTruth(sum);
    m_workspaceRows.insert_or_assign(key, row);
    return row;
}

int Generator::activeCount(core::UtcDay day) const
{
    const auto known = m_activeCounts.find(day);
    if (known != m_activeCounts.end()) {
        return known->second;
    }
    int count = 0;
    for (int index = 0; index < m_profile.engineers; ++index) {
        count += isActive(day, index, false) ? 1 : 0;
    }
    m_activeCounts.emplace(day, count);
    return count;
}

std::int64_t Generator::reviewCount(core::UtcDay day) const
{
    if (day < m_firstDay || day > m_profile.today) {
        return 0;
    }
    Draw draw(
        mixed(m_profile.seed + 3, static_cast<std::uint64_t>(static_cast<std::uint32_t>(day.number()))));
    return activeCount(day) * draw.between(90, 190) / 1000;
}

std::vector<TruthIdentity> Generator::reviewedEngineers(core::UtcDay day) const
{
    constexpr std::size_t kMost = 6;
    std::vector<TruthIdentity> people;
    for (const int index : m_order) {
        if (people.size() == kMost) {
            break;
        }
        if (isActive(day, index, false)) {
            people.push_back(identity(index));
        }
    }
    return people;
}

std::vector<TruthReview> Generator::baseReviews(core::UtcDay day) const
{
    const std::int64_t all = reviewCount(day);
    std::vector<TruthIdentity> people(1);
    if (m_profile.identityOnReviews) {
        people = reviewedEngineers(day);
    }
    std::vector<TruthReview> rows;
    Draw draw(
        mixed(m_profile.seed + 4, static_cast<std::uint64_t>(static_cast<std::uint32_t>(day.number()))));
    const auto count = static_cast<std::int64_t>(people.size());
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t share = all / count + (i < all % count ? 1 : 0);
        if (share == 0) {
            continue;
        }
        TruthReview row;
        row.day = day;
        row.identity = people[static_cast<std::size_t>(i)];
        row.pullRequestReviews = share;
        row.comments = share * draw.between(140, 330) / 100;
        row.p0 = row.comments * draw.between(0, 6) / 100;
        row.p1 = row.comments * draw.between(22, 40) / 100;
        // Sometimes a few comments carry no priority.
        const std::int64_t rest = row.comments - row.p0 - row.p1;
        row.p2 = rest - (draw.chance(300) ? rest * draw.between(1, 8) / 100 : 0);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TruthReview> Generator::reviews(core::UtcDay day, DayState state) const
{
    if (!m_profile.reviewsOffered || !isOffered(day)) {
        return {};
    }
    std::vector<TruthReview> rows = baseReviews(day);
    if (state.revised) {
        for (TruthReview& row : rows) {
            ++row.pullRequestReviews;
            ++row.comments;
            ++row.p2;
        }
    }
    return rows;
}

std::vector<TruthResponse> Generator::responses(core::UtcDay day, DayState state) const
{
    if (!m_profile.reviewsOffered || !isOffered(day)) {
        return {};
    }
    // Pull requests merge one to three days after their review; a few never do.
    std::int64_t merged = 0;
    std::int64_t comments = 0;
    constexpr std::array kMergedPercent{50, 28, 15};
    for (std::size_t lag = 0; lag < kMergedPercent.size(); ++lag) {
        for (const TruthReview& review : baseReviews(day - (static_cast<int>(lag) + 1))) {
            merged += review.pullRequestReviews * kMergedPercent[lag] / 100;
            comments += review.comments * kMergedPercent[lag] / 100;
        }
    }
    if (merged == 0) {
        return {};
    }
    std::vector<TruthIdentity> people(1);
    if (m_profile.identityOnReviews) {
        people = reviewedEngineers(day);
    }
    std::vector<TruthResponse> rows;
    Draw draw(
        mixed(m_profile.seed + 5, static_cast<std::uint64_t>(static_cast<std::uint32_t>(day.number()))));
    const auto count = static_cast<std::int64_t>(people.size());
    for (std::int64_t i = 0; i < count; ++i) {
        TruthResponse row;
        row.day = day;
        row.identity = people[static_cast<std::size_t>(i)];
        row.pullRequestReviews = merged / count + (i < merged % count ? 1 : 0);
        row.comments = comments / count + (i < comments % count ? 1 : 0);
        if (row.pullRequestReviews == 0) {
            continue;
        }
        row.engaged = row.comments * draw.between(40, 75) / 100;
        row.replied = row.engaged * draw.between(25, 55) / 100;
        row.reacted = row.engaged - row.replied + draw.below(row.replied * 6 / 10 + 1);
        row.upvoted = row.reacted * draw.between(55, 85) / 100;
        row.downvoted = (row.reacted - row.upvoted) * draw.between(40, 80) / 100;
        row.reactedOther = std::min(
            row.reacted, row.reacted - row.upvoted - row.downvoted + draw.below(row.upvoted / 8 + 1));
        row.upvotes = row.upvoted + draw.below(row.upvoted / 3 + 1);
        row.downvotes = row.downvoted + draw.below(row.downvoted / 5 + 1);
        row.otherReactions = row.reactedOther + draw.below(row.reactedOther / 2 + 1);
        row.reactions = row.upvotes + row.downvotes + row.otherReactions;
        row.replies = row.replied + draw.below(row.replied / 2 + 1);
        if (state.revised) {
            // Somebody merged late, and somebody answered a comment once more.
            ++row.pullRequestReviews;
            row.replies += row.replied > 0 ? 1 : 0;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace app::simulator
