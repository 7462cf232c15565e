// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/Settings.h"

#include "core/Redaction.h"
#include "settings/IniDocument.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace app::settings {

namespace {

using core::ErrorKind;
using core::failure;

constexpr int kVersion = 1;
constexpr qint64 kLargestFile = 1'000'000;

const QString kHead = QStringLiteral("threadcount");
const QString kSync = QStringLiteral("sync");
const QString kLook = QStringLiteral("look");
const QString kSetup = QStringLiteral("setup");
const QString kView = QStringLiteral("view");
const QString kStartUp = QStringLiteral("startup");
const QString kNetwork = QStringLiteral("network");
const QString kWorkspacePrefix = QStringLiteral("workspace ");

/// One enum value and its word in the file.
template <typename Enum> struct Word
{
    Enum value;
    QLatin1StringView text;
};

constexpr std::array<Word<KeyLocation>, 2> kLocations{{{KeyLocation::Keychain, QLatin1StringView("keychain")},
    {KeyLocation::Session, QLatin1StringView("session")}}};
constexpr std::array<Word<Appearance>, 3> kAppearances{{{Appearance::System, QLatin1StringView("system")},
    {Appearance::Light, QLatin1StringView("light")}, {Appearance::Dark, QLatin1StringView("dark")}}};
constexpr std::array<Word<bool>, 2> kBooleans{
    {{true, QLatin1StringView("true")}, {false, QLatin1StringView("false")}}};
constexpr std::array<Word<WhenClosed>, 3> kWhenClosed{{{WhenClosed::Ask, QLatin1StringView("ask")},
    {WhenClosed::KeepSyncing, QLatin1StringView("keep-syncing")},
    {WhenClosed::Quit, QLatin1StringView("quit")}}};
constexpr std::array<Word<ProxyMode>, 4> kProxyModes{
    {{ProxyMode::System, QLatin1StringView("system")}, {ProxyMode::None, QLatin1StringView("none")},
        {ProxyMode::Http, QLatin1StringView("http")}, {ProxyMode::Socks5, QLatin1StringView("socks5")}}};
constexpr std::array kBackfillDays{7, 30, 60, 90};
constexpr std::array kPresetDays{7, 30, 90};
constexpr qsizetype kLongestName = 40; ///< of a page or a column
constexpr qsizetype kMostColumns = 40;
constexpr qsizetype kLargestGeometry = 1000;
constexpr qsizetype kLongestText = 200; ///< of a name or a host that a person typed
constexpr qsizetype kLongestPath = 4096;
constexpr int kShortestRetention = 3; ///< months
constexpr int kLongestRetention = 120;
constexpr int kLargestPort = 65'535;
constexpr int kMostNoticeDays = 30;

template <std::size_t size> bool isOneOf(const std::array<int, size>& choices, int value)
{
    return std::find(choices.begin(), choices.end(), value) != choices.end();
}

/// The short names of pages and columns. Nothing that a service said has this shape by rule, and whatever
/// else stands there is not taken over.
bool isShortName(const QString& text)
{
    return !text.isEmpty() && text.size() <= kLongestName
        && std::all_of(text.begin(), text.end(),
            [](QChar letter) {
                return (letter >= u'a' && letter <= u'z') || (letter >= u'A' && letter <= u'Z')
                    || (letter >= u'0' && letter <= u'9') || letter == u'-';
            })
        && core::maskKeys(text) == text;
}

template <typename Enum, std::size_t size>
QString wordFor(const std::array<Word<Enum>, size>& words, Enum value)
{
    const auto found = std::find_if(
        words.begin(), words.end(), [value](const Word<Enum>& word) { return word.value == value; });
    return QString(found->text);
}

/// Reads values out of a document and notes each one that cannot be used.
class Reader
{
public:
    Reader(const IniDocument& document, QStringList& warnings)
        : m_document(document)
        , m_warnings(warnings)
    {
    }

    template <typename Enum, std::size_t size>
    Enum word(
        const QString& section, const QString& key, const std::array<Word<Enum>, size>& words, Enum fallback)
    {
        const std::optional<QString> text = m_document.value(section, key);
        if (!text) {
            return fallback;
        }
        const QString wanted = text->trimmed();
        const auto found = std::find_if(
            words.begin(), words.end(), [&wanted](const Word<Enum>& word) { return wanted == word.text; });
        if (found == words.end()) {
            warn(key);
            return fallback;
        }
        return found->value;
    }

    template <typename Allowed>
    int number(const QString& section, const QString& key, Allowed isAllowed, int fallback)
    {
        const std::optional<QString> text = m_document.value(section, key);
        if (!text) {
            return fallback;
        }
        bool isNumber = false;
        const int value = text->trimmed().toInt(&isNumber);
        if (!isNumber || !isAllowed(value)) {
            warn(key);
            return fallback;
        }
        return value;
    }

    template <typename Allowed>
    std::optional<int> maybeNumber(const QString& section, const QString& key, Allowed isAllowed)
    {
        constexpr int none = std::numeric_limits<int>::min();
        const int value = number(section, key, isAllowed, none);
        return value == none ? std::nullopt : std::optional(value);
    }

    QString text(const QString& section, const QString& key)
    {
        return m_document.value(section, key).value_or(QString());
    }

    /// What a person typed: one line without control characters and of a sensible length.
    QString typed(const QString& section, const QString& key, qsizetype longest)
    {
        const QString value = text(section, key).trimmed();
        const bool isFine = value.size() <= longest
            && std::none_of(value.begin(), value.end(),
                [](QChar letter) { return letter.category() == QChar::Other_Control; });
        if (!isFine) {
            warn(key);
        }
        return isFine ? value : QString();
    }

    /// Never the value: a person may have pasted anything into the file.
    void warn(const QString& key)
    {
        m_warnings += QCoreApplication::translate(
            "Settings", "The setting \"%1\" could not be understood; its default is used.")
                          .arg(key);
    }

private:
    const IniDocument& m_document;
    QStringList& m_warnings;
};

/// scheme://host[:port] of a stored origin; empty when it is none.
QString cleanOrigin(const QString& text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isOrigin = url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()
        && (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"))
        && url.path().isEmpty() && !url.hasQuery() && !url.hasFragment() && core::maskKeys(text) == text;
    return isOrigin ? text.trimmed() : QString();
}

/// The last line of defence: what is shaped like a key is masked, in whichever field a person pasted it.
/// Identifiers of an organisation (org-…) have that shape too and are no secret.
QString withoutKeys(const QString& text)
{
    static const QRegularExpression organisation(QStringLiteral("^org-[A-Za-z0-9]+$"));
    return organisation.match(text).hasMatch() ? text : core::maskKeys(text);
}

QString hintOnly(const QString& hint)
{
    constexpr QChar ellipsis(0x2026);
    if (hint.isEmpty() || (hint.startsWith(ellipsis) && hint.size() <= 5)) {
        return hint;
    }
    return ellipsis + (hint.size() > 8 ? hint.right(4) : QString());
}

/// What stands in the file; nothing where there is none. One byte more than is allowed is enough to see that
/// a file is no file of ours.
core::Result<QByteArray> readContent(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink()) {
        return QByteArray();
    }
    if (!info.isFile() || info.isSymLink()) {
        return failure(ErrorKind::StoreFailed, QStringLiteral("the settings are no regular file"), path);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::StoreFailed, core::redacted(file.errorString()), path);
    }
    const QByteArray bytes = file.read(kLargestFile + 1);
    if (file.error() != QFileDevice::NoError) {
        return failure(ErrorKind::StoreFailed, core::redacted(file.errorString()), path);
    }
    return bytes;
}

/// nullopt when the bytes are no text of ours.
std::optional<IniDocument> documentIn(const QByteArray& bytes)
{
    return bytes.size() <= kLargestFile ? IniDocument::parse(bytes) : std::nullopt;
}

bool isNewer(const IniDocument& document)
{
    bool isNumber = false;
    const int version
        = document.value(kHead, QStringLiteral("version")).value_or(QString()).trimmed().toInt(&isNumber);
    return isNumber && version > kVersion;
}

tl::unexpected<core::Error> systemFailure(const QString& path)
{
    const int code = errno;
    const ErrorKind kind = code == ENOSPC || code == EDQUOT ? ErrorKind::StoreFull : ErrorKind::StoreFailed;
    return failure(kind, QString::fromLocal8Bit(std::strerror(code)), path);
}

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

bool writeAll(int fd, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t n
            = ::write(fd, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (n < 0 && errno != EINTR) {
            return false;
        }
        done += n < 0 ? 0 : n;
    }
    return true;
}

/// Everything or nothing, mode 0600. QSaveFile is not used because it names its temporary file at random:
/// erase removes a fixed list of files, and one that a crash left behind must be on it. The caller holds the
/// lock of the folder.
core::Result<void> replaceFile(const QString& path, const QByteArray& bytes, int folder)
{
    const QByteArray target = QFile::encodeName(path);
    const QByteArray temporary = target + ".new";
    ::unlink(temporary.constData());
    const Descriptor file(::open(
        temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (file.get() < 0) {
        return systemFailure(path);
    }
    if (!writeAll(file.get(), bytes) || ::fsync(file.get()) != 0
        || ::rename(temporary.constData(), target.constData()) != 0) {
        const auto error = systemFailure(path);
        ::unlink(temporary.constData());
        return error;
    }
    ::fsync(folder);
    return {};
}

QString isoOf(core::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODateWithMs);
}

std::optional<core::Instant> instantFromIso(const QString& text)
{
    const QDateTime time = QDateTime::fromString(text.trimmed(), Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() != Qt::UTC) {
        return std::nullopt;
    }
    return core::Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

WorkspaceSettings readWorkspace(Reader& reader, const core::WorkspaceId& id, const QString& section)
{
    WorkspaceSettings entry{id};
    const QString origin = reader.text(section, QStringLiteral("origin"));
    entry.origin = cleanOrigin(origin);
    if (entry.origin.isEmpty()) {
        reader.warn(QStringLiteral("origin"));
    }
    entry.keyLocation = reader.word(section, QStringLiteral("key_location"), kLocations, entry.keyLocation);
    entry.keyHint = hintOnly(reader.text(section, QStringLiteral("key_hint")));
    entry.waitingForScope
        = reader.word(section, QStringLiteral("waiting_for_scope"), kBooleans, entry.waitingForScope);
    entry.setupFinished
        = reader.word(section, QStringLiteral("setup_finished"), kBooleans, entry.setupFinished);
    entry.name = reader.typed(section, QStringLiteral("name"), kLongestText);
    entry.paused = reader.word(section, QStringLiteral("paused"), kBooleans, entry.paused);
    if (const QString day = reader.text(section, QStringLiteral("key_expires_on")); !day.isEmpty()) {
        entry.keyExpiresOn = core::UtcDay::fromIso(day);
        if (!entry.keyExpiresOn) {
            reader.warn(QStringLiteral("key_expires_on"));
        }
    }
    entry.expiryNoticeGiven = reader.maybeNumber(section, QStringLiteral("expiry_notice_given"),
        [](int days) { return days >= 0 && days <= kMostNoticeDays; });
    if (const QString at = reader.text(section, QStringLiteral("failure_notice_given")); !at.isEmpty()) {
        entry.failureNoticeGiven = instantFromIso(at);
        if (!entry.failureNoticeGiven) {
            reader.warn(QStringLiteral("failure_notice_given"));
        }
    }
    return entry;
}

NetworkSettings readNetwork(Reader& reader)
{
    NetworkSettings network;
    network.proxy = reader.word(kNetwork, QStringLiteral("proxy"), kProxyModes, network.proxy);
    network.proxyHost = reader.typed(kNetwork, QStringLiteral("proxy_host"), kLongestText);
    network.proxyPort = reader.number(
        kNetwork, QStringLiteral("proxy_port"), [](int port) { return port >= 1 && port <= kLargestPort; },
        network.proxyPort);
    network.proxyUser = reader.typed(kNetwork, QStringLiteral("proxy_user"), kLongestText);
    network.caFile = reader.typed(kNetwork, QStringLiteral("ca_file"), kLongestPath);
    return network;
}

/// Sets what has a value, then removes what has none: a section that lost its last line in between would come
/// back behind the others.
template <typename Entries>
void setOrRemove(IniDocument& document, const QString& section, const Entries& entries)
{
    for (const auto& [key, value] : entries) {
        if (!value.isEmpty()) {
            document.set(section, key, value);
        }
    }
    for (const auto& [key, value] : entries) {
        if (value.isEmpty()) {
            document.remove(section, key);
        }
    }
}

void writeNetwork(IniDocument& document, const NetworkSettings& network)
{
    const std::array<std::pair<QString, QString>, 5> entries{{
        {QStringLiteral("proxy"), wordFor(kProxyModes, network.proxy)},
        {QStringLiteral("proxy_host"), withoutKeys(network.proxyHost)},
        {QStringLiteral("proxy_port"),
            network.proxyPort > 0 ? QString::number(network.proxyPort) : QString()},
        {QStringLiteral("proxy_user"), withoutKeys(network.proxyUser)},
        {QStringLiteral("ca_file"),
            QDir::isAbsolutePath(network.caFile) ? network.caFile : withoutKeys(network.caFile)},
    }};
    setOrRemove(document, kNetwork, entries);
}

void writeWorkspace(IniDocument& document, const WorkspaceSettings& entry, const QString& section)
{
    const auto word = [](bool value) { return wordFor(kBooleans, value); };
    const std::array<std::pair<QString, QString>, 10> entries{{
        {QStringLiteral("origin"), withoutKeys(entry.origin)},
        {QStringLiteral("key_location"), wordFor(kLocations, entry.keyLocation)},
        {QStringLiteral("key_hint"), hintOnly(entry.keyHint)},
        {QStringLiteral("waiting_for_scope"), word(entry.waitingForScope)},
        {QStringLiteral("setup_finished"), word(entry.setupFinished)},
        {QStringLiteral("name"), withoutKeys(entry.name)},
        {QStringLiteral("paused"), word(entry.paused)},
        {QStringLiteral("key_expires_on"), entry.keyExpiresOn ? entry.keyExpiresOn->toIso() : QString()},
        {QStringLiteral("expiry_notice_given"),
            entry.expiryNoticeGiven ? QString::number(*entry.expiryNoticeGiven) : QString()},
        {QStringLiteral("failure_notice_given"),
            entry.failureNoticeGiven ? isoOf(*entry.failureNoticeGiven) : QString()},
    }};
    setOrRemove(document, section, entries);
}

ViewSettings readView(Reader& reader)
{
    ViewSettings view;
    const QString geometry = reader.text(kView, QStringLiteral("geometry"));
    const auto decoded = QByteArray::fromBase64Encoding(
        geometry.toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (decoded && decoded.decoded.size() <= kLargestGeometry) {
        view.geometry = decoded.decoded;
    } else {
        reader.warn(QStringLiteral("geometry"));
    }
    const QString page = reader.text(kView, QStringLiteral("page"));
    if (page.isEmpty() || isShortName(page)) {
        view.page = page;
    } else {
        reader.warn(QStringLiteral("page"));
    }
    view.presetDays = reader.number(
        kView, QStringLiteral("preset_days"), [](int days) { return isOneOf(kPresetDays, days); },
        view.presetDays);
    const QString first = reader.text(kView, QStringLiteral("first_day"));
    const QString last = reader.text(kView, QStringLiteral("last_day"));
    if (!first.isEmpty() || !last.isEmpty()) {
        const auto from = core::UtcDay::fromIso(first);
        const auto to = core::UtcDay::fromIso(last);
        if (from && to && *from <= *to) {
            view.customRange = core::DayRange{*from, *to};
        } else {
            reader.warn(from ? QStringLiteral("last_day") : QStringLiteral("first_day"));
        }
    }
    view.weekly = reader.word(kView, QStringLiteral("weekly"), kBooleans, view.weekly);
    view.tablesShown = reader.word(kView, QStringLiteral("tables"), kBooleans, view.tablesShown);
    const QStringList columns
        = reader.text(kView, QStringLiteral("engineer_columns")).split(u',', Qt::SkipEmptyParts);
    if (columns.size() <= kMostColumns && std::all_of(columns.begin(), columns.end(), isShortName)) {
        view.engineerColumns = columns;
    } else {
        reader.warn(QStringLiteral("engineer_columns"));
    }
    return view;
}

void writeView(IniDocument& document, const ViewSettings& view)
{
    const auto word = [](bool value) { return wordFor(kBooleans, value); };
    QStringList columns = view.engineerColumns;
    columns.removeIf([](const QString& name) { return !isShortName(name); });
    const std::array<std::pair<QString, QString>, 8> entries{{
        {QStringLiteral("geometry"), QString::fromLatin1(view.geometry.toBase64())},
        {QStringLiteral("page"), isShortName(view.page) ? view.page : QString()},
        {QStringLiteral("preset_days"), QString::number(view.presetDays)},
        {QStringLiteral("first_day"), view.customRange ? view.customRange->first.toIso() : QString()},
        {QStringLiteral("last_day"), view.customRange ? view.customRange->last.toIso() : QString()},
        {QStringLiteral("weekly"), word(view.weekly)},
        {QStringLiteral("tables"), word(view.tablesShown)},
        {QStringLiteral("engineer_columns"), columns.join(u',')},
    }};
    setOrRemove(document, kView, entries);
}

} // namespace

core::Result<Settings> Settings::load(const QString& file)
{
    const core::Result<QByteArray> content = readContent(file);
    if (!content) {
        return failure(content.error());
    }
    return parse(*content);
}

Settings Settings::parse(const QByteArray& bytes)
{
    Settings settings;
    const std::optional<IniDocument> content = documentIn(bytes);
    if (!content) {
        settings.warnings += QCoreApplication::translate(
            "Settings", "The settings file could not be read as text; the defaults are used.");
        return settings;
    }
    const IniDocument& document = *content;
    if (isNewer(document)) {
        settings.warnings += QCoreApplication::translate("Settings",
            "The settings were written by a newer Threadcount; the defaults are used and "
            "the file is left as it is.");
        return settings;
    }

    Reader reader(document, settings.warnings);
    reader.number(
        kHead, QStringLiteral("version"), [](int version) { return version >= 1; }, kVersion);
    settings.syncIntervalHours = reader.number(
        kSync, QStringLiteral("interval_hours"), [](int hours) { return hours >= 1 && hours <= 24; },
        settings.syncIntervalHours);
    settings.backfillDays = reader.number(
        kSync, QStringLiteral("backfill_days"), [](int days) { return isOneOf(kBackfillDays, days); },
        settings.backfillDays);
    settings.appearance = reader.word(kLook, QStringLiteral("appearance"), kAppearances, settings.appearance);
    settings.whenClosed
        = reader.word(kStartUp, QStringLiteral("when_closed"), kWhenClosed, settings.whenClosed);
    settings.notifications
        = reader.word(kStartUp, QStringLiteral("notifications"), kBooleans, settings.notifications);
    settings.retentionMonths = reader.maybeNumber(kSync, QStringLiteral("retention_months"),
        [](int months) { return months >= kShortestRetention && months <= kLongestRetention; });
    if (const QString active = reader.text(kView, QStringLiteral("workspace")); !active.isEmpty()) {
        settings.activeWorkspace = core::WorkspaceId::parse(active);
        if (!settings.activeWorkspace) {
            reader.warn(QStringLiteral("workspace"));
        }
    }
    settings.network = readNetwork(reader);
    settings.view = readView(reader);
    if (const QString step = reader.text(kSetup, QStringLiteral("step")); !step.isEmpty()) {
        settings.resume = SetupResume{step, reader.text(kSetup, QStringLiteral("workspace_id")),
            reader.text(kSetup, QStringLiteral("key_name")),
            reader.text(kSetup, QStringLiteral("organisation"))};
    }
    for (const QString& section : document.sections()) {
        if (!section.startsWith(kWorkspacePrefix)) {
            continue;
        }
        const auto id = core::WorkspaceId::parse(QStringView(section).sliced(kWorkspacePrefix.size()));
        if (!id) {
            reader.warn(QStringLiteral("workspace"));
            continue;
        }
        settings.put(readWorkspace(reader, *id, section));
    }
    return settings;
}

core::Result<void> Settings::save(const QString& file) const
{
    // Two processes that save at the same time take turns, so that neither replaces a half-written file.
    const Descriptor folder(
        ::open(QFile::encodeName(QFileInfo(file).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0 || ::flock(folder.get(), LOCK_EX) != 0) {
        return systemFailure(file);
    }
    const core::Result<QByteArray> before = readContent(file);
    if (!before) {
        return failure(before.error());
    }
    const core::Result<QByteArray> bytes = toBytes(*before);
    if (!bytes) {
        return failure(bytes.error().kind, bytes.error().detail, file);
    }
    return replaceFile(file, *bytes, folder.get());
}

core::Result<QByteArray> Settings::toBytes(const QByteArray& before) const
{
    IniDocument document = documentIn(before).value_or(IniDocument());
    if (isNewer(document)) {
        return failure(
            ErrorKind::StoreTooNew, QStringLiteral("the settings were written by a newer version"));
    }

    document.set(kHead, QStringLiteral("version"), QString::number(kVersion));
    document.set(kSync, QStringLiteral("interval_hours"), QString::number(syncIntervalHours));
    document.set(kSync, QStringLiteral("backfill_days"), QString::number(backfillDays));
    document.set(kLook, QStringLiteral("appearance"), wordFor(kAppearances, appearance));

    document.set(kStartUp, QStringLiteral("when_closed"), wordFor(kWhenClosed, whenClosed));
    document.set(kStartUp, QStringLiteral("notifications"), wordFor(kBooleans, notifications));
    const std::array<std::pair<QString, QString>, 1> retention{{{QStringLiteral("retention_months"),
        retentionMonths ? QString::number(*retentionMonths) : QString()}}};
    setOrRemove(document, kSync, retention);
    const std::array<std::pair<QString, QString>, 1> active{
        {{QStringLiteral("workspace"), activeWorkspace ? activeWorkspace->toString() : QString()}}};
    setOrRemove(document, kView, active);
    writeNetwork(document, network);
    writeView(document, view);

    const SetupResume setup = resume.value_or(SetupResume());
    const std::array<std::pair<QString, QString>, 4> setupEntries{{{QStringLiteral("step"), setup.step},
        {QStringLiteral("workspace_id"), setup.workspaceId}, {QStringLiteral("key_name"), setup.keyName},
        {QStringLiteral("organisation"), setup.organisation}}};
    for (const auto& [key, value] : setupEntries) {
        if (resume) {
            document.set(kSetup, key, withoutKeys(value));
        } else {
            document.remove(kSetup, key);
        }
    }

    for (const QString& section : document.sections()) {
        if (!section.startsWith(kWorkspacePrefix)) {
            continue;
        }
        const auto id = core::WorkspaceId::parse(QStringView(section).sliced(kWorkspacePrefix.size()));
        if (id && !find(*id)) {
            document.removeSection(section);
        } else if (id) {
            // The id of a workspace in other letters names the same workspace, and it keeps its place.
            document.renameSection(section, kWorkspacePrefix + id->toString());
        }
    }
    for (const WorkspaceSettings& entry : workspaces) {
        writeWorkspace(document, entry, kWorkspacePrefix + entry.workspace.toString());
    }
    return document.toBytes();
}

const WorkspaceSettings* Settings::find(const core::WorkspaceId& workspace) const
{
    const auto found = std::find_if(workspaces.begin(), workspaces.end(),
        [&workspace](const WorkspaceSettings& entry) { return entry.workspace == workspace; });
    return found == workspaces.end() ? nullptr : &*found;
}

void Settings::put(WorkspaceSettings entry)
{
    const auto found = std::find_if(workspaces.begin(), workspaces.end(),
        [&entry](const WorkspaceSettings& existing) { return existing.workspace == entry.workspace; });
    if (found == workspaces.end()) {
        workspaces.push_back(std::move(entry));
    } else {
        *found = std::move(entry);
    }
}

void Settings::forget(const core::WorkspaceId& workspace)
{
    std::erase_if(
        workspaces, [&workspace](const WorkspaceSettings& entry) { return entry.workspace == workspace; });
}

} // namespace app::settings
