// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/Profile.h"

#include <array>

namespace app::simulator {

namespace {

/// Small enough that a week of the default workspace needs many pages.
constexpr int kSmallPage = 40;

struct Named
{
    const char* name;
    const char* summary;
    void (*apply)(Profile&);
};

// One entry per shape of section 9.6 of the API reference, then the simulator's own additions.
constexpr std::array kNamed{
    Named{"default", "a credit-billed workspace with nothing odd about it", [](Profile&) {}},
    Named{"emails-withheld", "actor.email is null in every row", [](Profile& p) { p.withholdEmails = true; }},
    Named{"long-names", "e-mails as long as an address may be", [](Profile& p) { p.longEmails = true; }},
    Named{"right-to-left-names", "e-mails in Hebrew and Arabic letters",
        [](Profile& p) { p.rightToLeftEmails = true; }},
    Named{"null-tokens", "token counters are null for most rows", [](Profile& p) { p.nullTokens = true; }},
    Named{"null-models", "models is null or absent", [](Profile& p) { p.nullModels = true; }},
    Named{"unknown-client", "client ids that no list knows", [](Profile& p) { p.unknownClients = true; }},
    Named{"other-model", "the model bucket 'other'", [](Profile& p) { p.otherModel = true; }},
    Named{
        "unknown-actor-type", "actors of unannounced types", [](Profile& p) { p.unknownActorTypes = true; }},
    Named{
        "unattributed", "two rows a day without any identity", [](Profile& p) { p.unattributedRows = true; }},
    Named{"usd-billed", "credits 0, cost_usd set", [](Profile& p) { p.usdBilled = true; }},
    Named{"today-provisional", "today without threads, turns and models, and with half of the tokens",
        [](Profile& p) { p.provisionalToday = true; }},
    Named{"late-revision", "yesterday to five days ago change with the second read",
        [](Profile& p) { p.lateRevision = true; }},
    Named{"vanishing-row", "one user row of each of the last days is gone from the second read on",
        [](Profile& p) { p.vanishingRow = true; }},
    Named{"duplicate-across-pages", "the last row of a page comes again on the next page, one turn larger",
        [](Profile& p) {
            p.duplicateAcrossPages = true;
            p.pageCap = kSmallPage;
        }},
    Named{"moving-rows", "the last two rows of a page come again on the next page, unchanged",
        [](Profile& p) {
            p.movingRows = true;
            p.pageCap = kSmallPage;
        }},
    Named{"empty-page-with-more", "the second page is empty and has_more is true",
        [](Profile& p) {
            p.emptyPageWithMore = true;
            p.pageCap = kSmallPage;
        }},
    Named{"repeated-cursor", "from the second page on the cursor repeats for ever",
        [](Profile& p) {
            p.repeatedCursor = true;
            p.pageCap = kSmallPage;
        }},
    Named{"fractional-credits", "credits with as many digits as a double holds",
        [](Profile& p) { p.longFractions = true; }},
    Named{"numbers-as-strings", "\"5\" and 5.0 where 5 is meant",
        [](Profile& p) { p.numbersAsStrings = true; }},
    Named{"identity-on-reviews", "review and response rows per engineer",
        [](Profile& p) { p.identityOnReviews = true; }},
    Named{"rich-attribution", "every second engineer's code_attribution has the other layout",
        [](Profile& p) { p.richAttribution = true; }},
    Named{"lookback-strict", "a start_time before the look-back is 422 instead of silently moved",
        [](Profile& p) { p.lookBackStrict = true; }},
    Named{"served-days-60", "rows of the last 60 days only", [](Profile& p) { p.servedDays = 60; }},
    Named{"no-reviews", "usage only", [](Profile& p) { p.reviewsOffered = false; }},
    Named{"reviews-only", "reviews and responses only", [](Profile& p) { p.usageOffered = false; }},
    Named{"empty", "no row at all",
        [](Profile& p) {
            p.usageOffered = false;
            p.reviewsOffered = false;
        }},
    Named{"gzip", "answers are compressed", [](Profile& p) { p.gzip = true; }},
    Named{"canary", "unknown fields everywhere, holding a text that nobody may keep",
        [](Profile& p) { p.canaries = true; }},
    Named{"small-pages", "at most 40 rows a page, whatever limit says",
        [](Profile& p) { p.pageCap = kSmallPage; }},
    Named{"parts-remainder", "clients and models add up to less than the totals",
        [](Profile& p) { p.partsRemainder = true; }},
    Named{"automation-difference", "workspace rows are larger than the sum over engineers",
        [](Profile& p) { p.automationDifference = true; }},
    Named{"strict-parameters", "an unknown parameter is 422", [](Profile& p) { p.strictParameters = true; }},
    Named{"foreign-workspace-404", "a key of another workspace gets 404 instead of 403",
        [](Profile& p) { p.foreignWorkspaceIsNotFound = true; }},
};

const Named* find(const QString& name)
{
    for (const Named& entry : kNamed) {
        if (name == QLatin1String(entry.name)) {
            return &entry;
        }
    }
    return nullptr;
}

} // namespace

core::UtcDay Profile::systemToday()
{
    return core::UtcDay::of(core::SystemClock().now());
}

QByteArray Profile::canaryText()
{
    return QByteArrayLiteral("CANARY-PROMPT-7f3a please refactor");
}

std::optional<Profile> Profile::named(const QString& name)
{
    const Named* entry = find(name);
    if (entry == nullptr) {
        return std::nullopt;
    }
    Profile profile;
    profile.name = name;
    entry->apply(profile);
    return profile;
}

QStringList Profile::names()
{
    QStringList all;
    for (const Named& entry : kNamed) {
        all.append(QLatin1String(entry.name));
    }
    return all;
}

QString Profile::summary(const QString& name)
{
    const Named* entry = find(name);
    return entry == nullptr ? QString() : QString::fromLatin1(entry->summary);
}

} // namespace app::simulator
