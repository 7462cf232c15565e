// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/Simulator.h"

#include "simulator/Draw.h"
#include "simulator/Generator.h"
#include "simulator/HttpResponder.h"
#include "simulator/PageJson.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QUrlQuery>

#include <zlib.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace app::simulator {

namespace {

using core::DayRange;
using core::UtcDay;

constexpr qint64 kSecondsPerDay = 86'400;
constexpr int kMostRows = 30'000;
constexpr int kDefaultRows = 1'000;
constexpr int kDefaultDays = 30;
/// Listings whose cursors are still good. A real cursor lives for minutes; this is its counterpart.
constexpr std::size_t kMostListings = 64;

enum Dataset : std::size_t { UsageSet, WorkspaceSet, ReviewSet, ResponseSet, DatasetCount };

Dataset datasetOf(Route route, bool isWorkspaceGroup)
{
    switch (route) {
    case Route::Usage: return isWorkspaceGroup ? WorkspaceSet : UsageSet;
    case Route::CodeReviews: return ReviewSet;
    case Route::CodeReviewResponses: break;
    }
    return ResponseSet;
}

core::WorkspaceId fixedWorkspace(const QString& text)
{
    const auto id = core::WorkspaceId::parse(text);
    Q_ASSERT(id);
    return *id;
}

QByteArray gzipped(const QByteArray& plain)
{
    z_stream stream{};
    constexpr int kGzipWindow = 15 + 16;
    if (deflateInit2(&stream, 1, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        return {};
    }
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), Qt::Uninitialized);
    // zlib's interface predates const; it does not write to its input.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.constData()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int result = deflate(&stream, Z_FINISH);
    packed.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return result == Z_STREAM_END ? packed : QByteArray();
}

HttpReply json(int status, QByteArray body)
{
    HttpReply reply;
    reply.status = status;
    reply.body = std::move(body);
    return reply;
}

QByteArray error(const char* message, const char* code)
{
    QByteArray body = R"({"error":{"message":)";
    appendJsonString(body, message);
    body.append(R"(,"type":"invalid_request_error","param":null,"code":)");
    if (code == nullptr) {
        body.append("null");
    } else {
        appendJsonString(body, code);
    }
    return body.append("}}");
}

QByteArray detail(const char* text)
{
    QByteArray body = R"({"detail":)";
    appendJsonString(body, text);
    return body.append('}');
}

/// The members of a 422: what is wrong with which part of the request.
class Complaints
{
public:
    void add(const char* type, const char* place, QByteArrayView name, const char* message,
        QByteArrayView input, const QByteArray& context = {})
    {
        m_body.append(m_body.isEmpty() ? "" : ",").append(R"({"type":)");
        appendJsonString(m_body, type);
        m_body.append(R"(,"loc":[)");
        appendJsonString(m_body, place);
        m_body.append(',');
        appendJsonString(m_body, name);
        m_body.append(R"(],"msg":)");
        appendJsonString(m_body, message);
        m_body.append(R"(,"input":)");
        appendJsonString(m_body, input);
        if (!context.isEmpty()) {
            m_body.append(R"(,"ctx":)").append(context);
        }
        m_body.append('}');
    }
    [[nodiscard]] bool isEmpty() const { return m_body.isEmpty(); }
    [[nodiscard]] HttpReply reply() const { return json(422, R"({"detail":[)" + m_body + "]}"); }

private:
    QByteArray m_body;
};

/// Where the next page begins. Slots are those of Generator for usage, else the row's number within its day.
struct Position
{
    UtcDay day;
    int slot = 0;
};

/// One request for a window and all its pages. What it lists is fixed when its first page is asked for.
struct Listing
{
    quint64 id = 0;
    QByteArray binding; ///< every parameter but the cursor
    Dataset dataset = UsageSet;
    std::shared_ptr<const Generator> data;
    DayRange days;
    int limit = kDefaultRows;
    std::map<UtcDay, DayState> states;
    std::vector<Position> starts; ///< of the pages reached so far
    std::map<std::size_t, std::vector<Position>> sentPages; ///< page number → its rows
    std::optional<std::size_t> lastPage;
};

/// A day as last served completely. Its rows are computed again when somebody asks: remembering the slots of
/// ten thousand engineers is cheap, remembering their rows is not.
struct ServedDay
{
    std::shared_ptr<const Generator> data;
    DayState state;
    std::vector<int> rowSlots;
};

struct Parameters
{
    std::optional<qint64> start;
    std::optional<qint64> end;
    int limit = kDefaultRows;
    bool isWorkspaceGroup = false;
    QString page;
    bool hasPage = false;
    QByteArray binding;
};

void appendRow(QByteArray& out, const TruthIdentity& who, UtcDay day)
{
    out.append(R"({"day":)");
    appendJsonString(out, day.toIso().toLatin1());
    const auto text = [&out](const char* key, const std::optional<std::string>& value) {
        out.append(key);
        if (value) {
            appendJsonString(out, {value->data(), static_cast<qsizetype>(value->size())});
        } else {
            out.append("null");
        }
    };
    text(R"(,"user_id":)", who.userId);
    text(R"(,"email":)", who.email);
    text(R"(,"actor_type":)", who.actorType);
}

template <typename Number>
void appendField(QByteArray& out, const char* key, const std::optional<Number>& value)
{
    out.append(",\"").append(key).append("\":");
    if (value) {
        appendJsonNumber(out, *value);
    } else {
        out.append("null");
    }
}

void appendField(QByteArray& out, const char* key, std::int64_t value)
{
    appendField(out, key, std::optional<std::int64_t>(value));
}

void appendFigures(QByteArray& out, const TruthCosts& costs, const TruthTokens& tokens)
{
    appendField(out, "credits", costs.credits);
    appendField(out, "cost_usd", costs.costUsd);
    appendField(out, "estimated_cost_usd", costs.estimatedCostUsd);
    appendField(out, "uncached_text_input_tokens", tokens.uncachedInput);
    appendField(out, "cached_text_input_tokens", tokens.cachedInput);
    appendField(out, "text_output_tokens", tokens.output);
    appendField(out, "text_total_tokens", tokens.total);
}

void appendServed(QByteArray& out, const TruthUsage& row)
{
    appendRow(out, row.identity, row.day);
    appendField(out, "threads", row.threads);
    appendField(out, "turns", row.turns);
    appendFigures(out, row.costs, row.tokens);
    appendField(out, "lines_added", row.linesAdded);
    appendField(out, "lines_removed", row.linesRemoved);
    out.append(R"(,"clients":[)");
    for (std::size_t i = 0; i < row.clients.size(); ++i) {
        const TruthClient& client = row.clients[i];
        out.append(i == 0 ? R"({"client_id":)" : R"(,{"client_id":)");
        appendJsonString(out, {client.clientId.data(), static_cast<qsizetype>(client.clientId.size())});
        appendField(out, "threads", client.threads);
        appendField(out, "turns", client.turns);
        appendFigures(out, client.costs, client.tokens);
        out.append('}');
    }
    out.append(R"(],"models":[)");
    for (std::size_t i = 0; i < row.models.size(); ++i) {
        const TruthModel& model = row.models[i];
        out.append(i == 0 ? R"({"model":)" : R"(,{"model":)");
        appendJsonString(out, {model.model.data(), static_cast<qsizetype>(model.model.size())});
        out.append(R"(,"speed":)");
        if (model.speed) {
            appendJsonString(out, {model.speed->data(), static_cast<qsizetype>(model.speed->size())});
        } else {
            out.append("null");
        }
        appendFigures(out, model.costs, model.tokens);
        out.append('}');
    }
    out.append("]}");
}

void appendServed(QByteArray& out, const TruthReview& row)
{
    appendRow(out, row.identity, row.day);
    appendField(out, "pull_request_reviews", row.pullRequestReviews);
    appendField(out, "comments", row.comments);
    appendField(out, "p0", row.p0);
    appendField(out, "p1", row.p1);
    appendField(out, "p2", row.p2);
    out.append('}');
}

void appendServed(QByteArray& out, const TruthResponse& row)
{
    appendRow(out, row.identity, row.day);
    appendField(out, "pull_request_reviews", row.pullRequestReviews);
    appendField(out, "comments", row.comments);
    appendField(out, "replies", row.replies);
    appendField(out, "reactions", row.reactions);
    appendField(out, "upvotes", row.upvotes);
    appendField(out, "downvotes", row.downvotes);
    appendField(out, "other_reactions", row.otherReactions);
    appendField(out, "engaged", row.engaged);
    appendField(out, "reacted", row.reacted);
    appendField(out, "upvoted", row.upvoted);
    appendField(out, "downvoted", row.downvoted);
    appendField(out, "reacted_other", row.reactedOther);
    appendField(out, "replied", row.replied);
    out.append('}');
}

template <typename Row>
void appendDataset(QByteArray& out, const char* name, const std::map<UtcDay, std::vector<Row>>& days)
{
    appendJsonString(out, name);
    out.append(":{");
    bool isFirstDay = true;
    for (const auto& [day, rows] : days) {
        out.append(isFirstDay ? "" : ",");
        isFirstDay = false;
        appendJsonString(out, day.toIso().toLatin1());
        out.append(":[");
        bool isFirstRow = true;
        for (const Row& row : rows) {
            out.append(isFirstRow ? "" : ",\n");
            isFirstRow = false;
            appendServed(out, row);
        }
        out.append(']');
    }
    out.append('}');
}

UtcDay dayAt(qint64 seconds)
{
    // Beyond these bounds a date has no four digits any more, and no row either.
    const qint64 day = (seconds >= 0 ? seconds : seconds - (kSecondsPerDay - 1)) / kSecondsPerDay;
    return UtcDay::fromNumber(static_cast<std::int32_t>(std::clamp<qint64>(day, -700'000, 2'900'000)));
}

} // namespace

class Simulator::Private
{
public:
    Private(Profile wanted, Simulator* simulator)
        : owner(simulator)
        , data(std::make_shared<const Generator>(std::move(wanted)))
        , responder([this](const HttpRequest& request) { return handle(request); }, simulator)
    {
    }

    HttpReply handle(const HttpRequest& request);
    HttpReply report(const HttpRequest& request, const QString& path) const;
    HttpReply contractAnswer(const HttpRequest& request, Route route, const QString& workspaceText,
        const QList<std::pair<QString, QString>>& query, SeenRequest& seen);
    std::optional<HttpReply> refusal(const HttpRequest& request, const QString& workspaceText) const;
    std::optional<HttpReply> readParameters(Route route, const QString& workspaceText,
        const QList<std::pair<QString, QString>>& query, Parameters& out) const;
    HttpReply pageAnswer(const Parameters& parameters, Route route, SeenRequest& seen);
    Listing& openListing(const Parameters& parameters, Dataset dataset);
    std::optional<Position> nextRow(const Listing& from, Position position) const;
    void markSent(quint64 listingId, std::size_t page, bool isLast, const std::vector<Position>& rows);
    void complete(const Listing& done);
    [[nodiscard]] DayState stateOf(Dataset dataset, UtcDay day) const;
    HttpReply faultyAnswer(const Fault& fault, const HttpRequest& request) const;
    [[nodiscard]] QDateTime now() const;
    void spoil(const Fault& fault, HttpReply& reply) const;

    const Simulator* owner;
    std::shared_ptr<const Generator> data;
    QList<Fault> faults;
    std::map<std::pair<qsizetype, Route>, int> requestNumbers; ///< by fault and route
    const Fault* striking = nullptr; ///< while the answer is made that it spoils
    bool reporting = false;
    QList<SeenRequest> requests;
    std::vector<Listing> listings; ///< oldest first
    quint64 nextListing = 1;
    std::array<std::map<UtcDay, ServedDay>, DatasetCount> served;
    /// Days that were read completely while they were one to five days old: the next read finds them changed.
    std::array<std::set<UtcDay>, DatasetCount> changed;
    /// Last, so that it goes first; a child of the simulator, so that it moves to another thread with it.
    HttpResponder responder;
};

namespace {

std::optional<QByteArray> bearer(const HttpRequest& request)
{
    const auto authorization = request.header("authorization");
    constexpr QByteArrayView kScheme("bearer ");
    if (!authorization || authorization->left(kScheme.size()).toLower() != kScheme) {
        return std::nullopt;
    }
    return authorization->mid(kScheme.size()).trimmed();
}

bool acceptsGzip(const HttpRequest& request)
{
    const QList<QByteArray> codings
        = request.header("accept-encoding").value_or(QByteArray()).toLower().split(',');
    return std::any_of(codings.begin(), codings.end(), [](const QByteArray& coding) {
        const QByteArray name = coding.simplified().replace(' ', QByteArray());
        return name == "gzip" || (name.startsWith("gzip;q=") && name.mid(7).toDouble() > 0);
    });
}

} // namespace

HttpReply Simulator::Private::handle(const HttpRequest& request)
{
    const qsizetype mark = request.target.indexOf('?');
    const QByteArray rawPath = mark < 0 ? request.target : request.target.left(mark);
    const QByteArray rawQuery = mark < 0 ? QByteArray() : request.target.mid(mark + 1);

    SeenRequest seen;
    seen.method = request.method;
    seen.path = QString::fromUtf8(QByteArray::fromPercentEncoding(rawPath));
    seen.query = QString::fromLatin1(rawQuery);
    seen.hadAuthorization = request.header("authorization").has_value();

    if (reporting && seen.path.startsWith(QLatin1String("/__"))) {
        return report(request, seen.path);
    }

    const QStringList parts = seen.path.split(QLatin1Char('/'));
    const bool isApi = parts.size() == 7 && parts[1] == QLatin1String("v1")
        && parts[2] == QLatin1String("analytics") && parts[3] == QLatin1String("codex")
        && parts[4] == QLatin1String("workspaces");
    const std::optional<Route> route = isApi ? routeFromName(parts[6]) : std::nullopt;

    HttpReply reply;
    if (!route) {
        reply = json(404, detail("Not Found"));
    } else {
        const QList<std::pair<QString, QString>> query = [&rawQuery] {
            QList<std::pair<QString, QString>> items;
            for (const auto& [key, value] :
                QUrlQuery(QString::fromLatin1(rawQuery)).queryItems(QUrl::FullyDecoded)) {
                items.append({key, value});
            }
            return items;
        }();
        const bool hasPage = std::any_of(
            query.begin(), query.end(), [](const auto& item) { return item.first == QLatin1String("page"); });
        const int limit = [&query] {
            int value = kDefaultRows;
            for (const auto& [key, text] : query) {
                value = key == QLatin1String("limit") ? text.toInt() : value;
            }
            return value;
        }();
        const bool isWorkspaceGroup = std::any_of(query.begin(), query.end(), [](const auto& item) {
            return item.first == QLatin1String("group") && item.second == QLatin1String("workspace");
        });
        const Fault* active = nullptr;
        for (qsizetype i = 0; i < faults.size(); ++i) {
            const Fault& fault = faults[i];
            if (fault.concerns(*route, isWorkspaceGroup, hasPage)) {
                const int number = ++requestNumbers[{i, *route}];
                const bool strikes = fault.appliesTo(*route, number)
                    && (fault.kind != Fault::Kind::LimitRefused || limit > 1000);
                active = !active && strikes ? &fault : active;
            }
        }
        if (!active) {
            reply = contractAnswer(request, *route, parts[5], query, seen);
        } else {
            seen.fault = active->name;
            switch (active->kind) {
            case Fault::Kind::Answer:
            case Fault::Kind::LimitRefused:
            case Fault::Kind::CursorRejected:
            case Fault::Kind::Redirect:
            case Fault::Kind::RedirectToHttp:
            case Fault::Kind::Reset:
            case Fault::Kind::Refuse:
            case Fault::Kind::WrongShape: reply = faultyAnswer(*active, request); break;
            case Fault::Kind::SlowFirstByte:
            case Fault::Kind::Drip:
            case Fault::Kind::Stall:
            case Fault::Kind::CutConnection:
            case Fault::Kind::CutHard:
            case Fault::Kind::TruncatedJson:
            case Fault::Kind::WrongLength:
            case Fault::Kind::OtherType:
            case Fault::Kind::OddDate:
            case Fault::Kind::CursorLoops:
            case Fault::Kind::CursorMissing:
            case Fault::Kind::EmptyPage:
            case Fault::Kind::BadNumber:
                striking = active;
                reply = contractAnswer(request, *route, parts[5], query, seen);
                striking = nullptr;
                spoil(*active, reply);
                break;
            }
        }
    }
    if (!reply.date) {
        reply.date = httpDate(now());
    }

    seen.status = reply.delivery == HttpReply::Delivery::Reset ? 0 : reply.status;
    seen.bodyBytes = reply.body.size();
    if (data->profile().gzip && acceptsGzip(request) && !reply.body.isEmpty()
        && reply.delivery == HttpReply::Delivery::Whole && !reply.announcedBytes) {
        reply.body = gzipped(reply.body);
        reply.addHeader("Content-Encoding", "gzip");
        reply.addHeader("Vary", "Accept-Encoding");
    }
    requests.append(std::move(seen));
    return reply;
}

/// The service's clock: the profile's day at this machine's time of day.
QDateTime Simulator::Private::now() const
{
    return QDateTime::fromSecsSinceEpoch(data->profile().today.startSeconds(), Qt::UTC)
        .addMSecs(QDateTime::currentDateTimeUtc().time().msecsSinceStartOfDay());
}

HttpReply Simulator::Private::faultyAnswer(const Fault& fault, const HttpRequest& request) const
{
    HttpReply reply;
    switch (fault.kind) {
    case Fault::Kind::LimitRefused: {
        Complaints complaints;
        complaints.add("less_than_equal", "query", "limit", "Input should be less than or equal to 1000",
            "30000", R"({"le":1000})");
        return complaints.reply();
    }
    case Fault::Kind::Redirect: {
        // Another host to every client, but nobody else's: a client that follows shows up in the list of
        // requests.
        reply = json(fault.status, {});
        const QByteArray host
            = fault.body.isEmpty() ? "http://localhost:" + QByteArray::number(responder.port()) : fault.body;
        reply.addHeader("Location", host + request.target);
        return reply;
    }
    case Fault::Kind::RedirectToHttp:
        reply = json(fault.status, {});
        reply.addHeader("Location", "http://" + request.header("host").value_or("") + request.target);
        return reply;
    case Fault::Kind::Refuse: reply.closePortMs = fault.delayMs; [[fallthrough]];
    case Fault::Kind::Reset: reply.delivery = HttpReply::Delivery::Reset; return reply;
    default: break;
    }
    reply.status = fault.status;
    reply.contentType = fault.contentType;
    reply.body = fault.body;
    if (fault.retryAfterSeconds) {
        const QDateTime moment = now().addSecs(*fault.retryAfterSeconds);
        reply.addHeader("Retry-After",
            fault.retryAfterAsDate ? httpDate(moment) : QByteArray::number(*fault.retryAfterSeconds));
    }
    return reply;
}

/// Turns the right answer into the wrong one.
void Simulator::Private::spoil(const Fault& fault, HttpReply& reply) const
{
    reply.delayMs = fault.delayMs;
    if (!fault.isServed) {
        reply.onSent = {};
    }
    const qsizetype part
        = fault.bytes < 0 ? reply.body.size() / 2 : std::min<qsizetype>(fault.bytes, reply.body.size());
    switch (fault.kind) {
    case Fault::Kind::Drip: reply.delivery = HttpReply::Delivery::Drip; break;
    case Fault::Kind::WrongLength: reply.announcedBytes = reply.body.size() + fault.bytes; break;
    case Fault::Kind::OtherType: reply.contentType = fault.contentType; break;
    case Fault::Kind::OddDate:
        reply.date = fault.bytes == -1 ? fault.body : httpDate(now().addSecs(3600 * fault.bytes));
        break;
    case Fault::Kind::CutHard:
        reply.delivery = HttpReply::Delivery::CutHard;
        reply.bytesToSend = part;
        break;
    case Fault::Kind::Stall:
        reply.delivery = HttpReply::Delivery::Stall;
        reply.bytesToSend = part;
        break;
    case Fault::Kind::CutConnection:
        reply.delivery = HttpReply::Delivery::Cut;
        reply.bytesToSend = part;
        break;
    case Fault::Kind::TruncatedJson: reply.body.truncate(part); break;
    case Fault::Kind::BadNumber: {
        // The first counter of the first row, whichever route it is.
        for (const QByteArray& key :
            {QByteArrayLiteral("\"threads\":"), QByteArrayLiteral("\"comments\":")}) {
            const qsizetype found = reply.body.indexOf(key);
            if (found >= 0) {
                const qsizetype from = found + key.size();
                qsizetype end = from;
                while (end < reply.body.size() && reply.body[end] != ',' && reply.body[end] != '}') {
                    ++end;
                }
                reply.body.replace(from, end - from, fault.body);
                break;
            }
        }
        break;
    }
    default: break;
    }
}

HttpReply Simulator::Private::contractAnswer(const HttpRequest& request, Route route,
    const QString& workspaceText, const QList<std::pair<QString, QString>>& query, SeenRequest& seen)
{
    if (request.method != "GET") {
        HttpReply reply = json(405, detail("Method Not Allowed"));
        reply.addHeader("Allow", "GET");
        return reply;
    }
    if (std::optional<HttpReply> refused = refusal(request, workspaceText)) {
        return *std::move(refused);
    }
    Parameters parameters;
    if (std::optional<HttpReply> refused = readParameters(route, workspaceText, query, parameters)) {
        return *std::move(refused);
    }
    return pageAnswer(parameters, route, seen);
}

/// The order of the checks is item 2 of the simulator contract.
std::optional<HttpReply> Simulator::Private::refusal(
    const HttpRequest& request, const QString& workspaceText) const
{
    const QByteArray key = bearer(request).value_or(QByteArray());
    const bool isAccepted = key == acceptedKey().toLatin1();
    const bool isForeign = key == keyOfOtherWorkspace().toLatin1();
    const bool hasNoScope = key == keyWithoutScope().toLatin1();
    if (!isAccepted && !isForeign && !hasNoScope) {
        return json(401, error("The provided key is not valid.", "invalid_api_key"));
    }
    if (hasNoScope) {
        return json(
            403, error("Insufficient permissions. Missing scopes: codex.enterprise.analytics.read", nullptr));
    }
    const auto workspace = core::WorkspaceId::parse(workspaceText);
    const bool isForeignHere = isForeign ? workspace != otherWorkspace() : workspace == otherWorkspace();
    if (isForeignHere) {
        return data->profile().foreignWorkspaceIsNotFound
            ? json(404, detail("Not Found"))
            : json(403, R"({"detail":{"code":"invalid_workspace_selected"}})");
    }
    if (!workspace) {
        Complaints complaints;
        complaints.add("uuid_parsing", "path", "workspace_id", "Input should be a valid UUID",
            workspaceText.toUtf8(), R"({"error":"invalid length or character"})");
        return complaints.reply();
    }
    if (workspace == ineligibleWorkspace()) {
        return json(403, detail("Codex analytics is not enabled for this workspace"));
    }
    if (workspace != Simulator::workspace() && workspace != otherWorkspace()) {
        return json(404, detail("Not Found"));
    }
    return std::nullopt;
}

std::optional<HttpReply> Simulator::Private::readParameters(Route route, const QString& workspaceText,
    const QList<std::pair<QString, QString>>& query, Parameters& out) const
{
    const Profile& profile = data->profile();
    Complaints complaints;
    std::map<QString, QString> bound;
    const auto integer = [&complaints](const QString& key, const QString& text) -> std::optional<qint64> {
        bool isNumber = false;
        const qint64 value = text.toLongLong(&isNumber);
        if (!isNumber) {
            complaints.add(
                "int_parsing", "query", key.toUtf8(), "Input should be a valid integer", text.toUtf8());
            return std::nullopt;
        }
        return value;
    };
    for (const auto& [key, text] : query) {
        bool isUnknown = false;
        if (key == QLatin1String("start_time")) {
            out.start = integer(key, text);
        } else if (key == QLatin1String("end_time")) {
            out.end = integer(key, text);
        } else if (key == QLatin1String("limit")) {
            const std::optional<qint64> value = integer(key, text);
            if (value && *value < 1) {
                complaints.add("greater_than_equal", "query", "limit",
                    "Input should be greater than or equal to 1", text.toUtf8(), R"({"ge":1})");
            } else if (value && *value > kMostRows) {
                complaints.add("less_than_equal", "query", "limit",
                    "Input should be less than or equal to 30000", text.toUtf8(), R"({"le":30000})");
            } else if (value) {
                out.limit = static_cast<int>(*value);
            }
        } else if (key == QLatin1String("page")) {
            out.page = text;
            out.hasPage = true;
            continue;
        } else if (key == QLatin1String("group") && route == Route::Usage) {
            out.isWorkspaceGroup = text == QLatin1String("workspace");
            if (!out.isWorkspaceGroup) {
                complaints.add("literal_error", "query", "group", "Input should be 'workspace'",
                    text.toUtf8(), R"({"expected":"'workspace'"})");
            }
        } else {
            isUnknown = true;
        }
        if (!isUnknown) {
            bound[key] = text;
        } else if (profile.strictParameters) {
            complaints.add(
                "extra_forbidden", "query", key.toUtf8(), "Extra inputs are not permitted", text.toUtf8());
        }
    }
    if (out.start && out.end && *out.end <= *out.start) {
        complaints.add("value_error", "query", "end_time", "end_time must be later than start_time",
            QByteArray::number(*out.end), R"({"error":"empty window"})");
    }
    if (profile.lookBackStrict && out.start
        && *out.start < (profile.today - profile.lookBackDays).startSeconds()) {
        complaints.add("value_error", "query", "start_time", "start_time lies before the look-back",
            QByteArray::number(*out.start),
            "{\"max_days\":" + QByteArray::number(profile.lookBackDays) + "}");
    }
    if (!complaints.isEmpty()) {
        return complaints.reply();
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(routeName(route).toUtf8());
    hash.addData(workspaceText.toLower().toUtf8());
    for (const auto& [key, text] : bound) {
        const QByteArray part = '\n' + key.toUtf8() + '=' + text.toUtf8();
        hash.addData(part);
    }
    out.binding
        = hash.result().left(9).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return std::nullopt;
}

DayState Simulator::Private::stateOf(Dataset dataset, UtcDay day) const
{
    const Profile& profile = data->profile();
    const bool isChanged = changed.at(dataset).contains(day);
    const bool isRevised = std::any_of(profile.revisedDays.begin(), profile.revisedDays.end(),
        [day](DayRange range) { return range.contains(day); });
    return {isRevised || (isChanged && profile.lateRevision), isChanged && profile.vanishingRow};
}

/// A new listing for a request without a cursor.
Listing& Simulator::Private::openListing(const Parameters& parameters, Dataset dataset)
{
    const Profile& profile = data->profile();
    const qint64 tomorrow = (profile.today + 1).startSeconds();
    // Both bounds omitted: the last 30 days ending today. Only the end omitted: until today, which leaves
    // nothing when the start lies in the future.
    const qint64 end = parameters.end.value_or(tomorrow);
    const qint64 start = parameters.start.value_or(end - kDefaultDays * kSecondsPerDay);
    Listing opened;
    opened.id = nextListing++;
    opened.binding = parameters.binding;
    opened.dataset = dataset;
    opened.data = data;
    opened.limit = parameters.limit;
    // A bucket belongs to the window when they overlap; clients send midnights, where this makes no
    // difference.
    opened.days = DayRange{dayAt(start), dayAt(end - 1)}.intersected(
        {profile.today - profile.lookBackDays, profile.today});
    if (!opened.days.isEmpty()) {
        for (UtcDay day = opened.days.first; day <= opened.days.last; ++day) {
            if (const DayState state = stateOf(dataset, day); state != DayState{}) {
                opened.states.emplace(day, state);
            }
        }
    }
    opened.starts.push_back({opened.days.first, 0});
    listings.push_back(std::move(opened));
    if (listings.size() > kMostListings) {
        listings.erase(listings.begin());
    }
    return listings.back();
}

std::optional<Position> Simulator::Private::nextRow(const Listing& from, Position position) const
{
    const Generator& rows = *from.data;
    const DayRange offered = rows.offeredDays();
    for (UtcDay day = position.day; day <= from.days.last; ++day) {
        if (!offered.contains(day)) {
            position.slot = 0;
            continue;
        }
        const auto state = from.states.find(day);
        const DayState dayState = state == from.states.end() ? DayState{} : state->second;
        int slotCount = 0;
        switch (from.dataset) {
        case UsageSet: slotCount = rows.usageSlots(); break;
        case WorkspaceSet: slotCount = rows.hasWorkspaceUsage(day, dayState) ? 1 : 0; break;
        case ReviewSet: slotCount = static_cast<int>(rows.reviews(day, dayState).size()); break;
        case ResponseSet:
        case DatasetCount: slotCount = static_cast<int>(rows.responses(day, dayState).size()); break;
        }
        for (int slot = position.slot; slot < slotCount; ++slot) {
            if (from.dataset != UsageSet || rows.hasUsage(day, slot, dayState)) {
                return Position{day, slot};
            }
        }
        position.slot = 0;
    }
    return std::nullopt;
}

HttpReply Simulator::Private::pageAnswer(const Parameters& parameters, Route route, SeenRequest& seen)
{
    const Dataset dataset = datasetOf(route, parameters.isWorkspaceGroup);
    Listing* current = nullptr;
    std::size_t page = 0;
    if (parameters.hasPage) {
        // cursor = base64url("listing.page.binding"), with one more part where it shall differ from the
        // others
        const QByteArray cursor
            = QByteArray::fromBase64(parameters.page.toLatin1(), QByteArray::Base64UrlEncoding);
        const QList<QByteArray> parts = cursor.split('.');
        const auto found = std::find_if(listings.begin(), listings.end(), [&parts](const Listing& each) {
            return parts.size() >= 3 && QByteArray::number(each.id) == parts[0];
        });
        if (found == listings.end()) {
            return json(400, detail("The page cursor is unknown or has expired"));
        }
        page = parts[1].toULongLong();
        if (parts[2] != parameters.binding || found->binding != parameters.binding
            || page >= found->starts.size()) {
            return json(400, detail("The page cursor belongs to a request with other parameters"));
        }
        current = &*found;
    } else {
        current = &openListing(parameters, dataset);
    }

    const Profile& profile = current->data->profile();
    const Generator& rows = *current->data;
    const int cap
        = dataset == UsageSet ? profile.pageCap : std::min(profile.pageCap, profile.workspacePageCap);
    const int most = std::min(current->limit, std::max(cap, 1));
    PageJson writer(profile);
    writer.reserve(std::min(most, rows.usageSlots() * std::max(current->days.length(), 1)),
        dataset == UsageSet ? 1800 : 0);
    writer.beginPage();

    std::vector<Position> sent;
    const auto stateFor = [current](UtcDay day) {
        const auto state = current->states.find(day);
        return state == current->states.end() ? DayState{} : state->second;
    };
    const auto write = [&](Position row, bool isStale) {
        switch (dataset) {
        case UsageSet: {
            TruthUsage usage = rows.usage(row.day, row.slot, stateFor(row.day));
            if (isStale && usage.identity.userId && usage.turns > 0) {
                --usage.turns;
            }
            writer.addUsage(usage, false);
            break;
        }
        case WorkspaceSet: writer.addUsage(rows.workspaceUsage(row.day, stateFor(row.day)), true); break;
        case ReviewSet:
            writer.addReview(rows.reviews(row.day, stateFor(row.day)).at(static_cast<std::size_t>(row.slot)));
            break;
        case ResponseSet:
        case DatasetCount:
            writer.addResponse(
                rows.responses(row.day, stateFor(row.day)).at(static_cast<std::size_t>(row.slot)));
            break;
        }
    };

    const bool isEmptyByFault = striking && striking->kind == Fault::Kind::EmptyPage;
    const bool isEmptyPage = isEmptyByFault || (profile.emptyPageWithMore && page == 1);
    std::optional<Position> next = nextRow(*current, current->starts[page]);
    if (!isEmptyPage) {
        while (next && static_cast<int>(sent.size()) < most) {
            const Position row = *next;
            next = nextRow(*current, {row.day, row.slot + 1});
            const bool isLastOfMany = static_cast<int>(sent.size()) + 1 == most && next.has_value();
            // The same row opens the next page; with room for one row only there would be no progress.
            const bool comesAgain = profile.duplicateAcrossPages && isLastOfMany && most > 1;
            write(row, comesAgain);
            sent.push_back(row);
            if (comesAgain) {
                next = row;
            } else if (isLastOfMany && profile.movingRows && most > 2) {
                // A row came in before the ones that were sent: the last two are on the next page, too.
                next = sent[sent.size() - 2];
            }
        }
    }
    bool hasMore = next.has_value();
    const auto cursorTo = [current](std::size_t to, const QByteArray& more = {}) {
        const QByteArray plain
            = QByteArray::number(current->id) + '.' + QByteArray::number(to) + '.' + current->binding + more;
        return plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    QByteArray cursor;
    if (hasMore) {
        const bool repeats = profile.repeatedCursor && page >= 1;
        if (!repeats && current->starts.size() == page + 1) {
            current->starts.push_back(*next);
        }
        cursor = cursorTo(repeats ? page : page + 1);
    }
    if (striking && striking->kind == Fault::Kind::CursorLoops) {
        hasMore = true;
        cursor = cursorTo(striking->bytes == 0 ? page : 0);
    } else if (striking && striking->kind == Fault::Kind::CursorMissing) {
        hasMore = true;
        cursor.clear();
    } else if (isEmptyByFault) {
        hasMore = true;
        cursor = cursorTo(page, '.' + QByteArray::number(nextListing++));
    }
    seen.rows = writer.rows();
    HttpReply reply = json(200, writer.endPage(hasMore, cursor));
    reply.onSent = [this, id = current->id, page, hasMore, sent] { markSent(id, page, !hasMore, sent); };
    return reply;
}

void Simulator::Private::markSent(
    quint64 listingId, std::size_t page, bool isLast, const std::vector<Position>& rows)
{
    const auto found = std::find_if(
        listings.begin(), listings.end(), [listingId](const Listing& each) { return each.id == listingId; });
    if (found == listings.end()) {
        return;
    }
    found->sentPages[page] = rows;
    if (isLast) {
        found->lastPage = page;
    }
    if (found->lastPage && found->sentPages.size() == *found->lastPage + 1) {
        complete(*found);
    }
}

void Simulator::Private::complete(const Listing& done)
{
    if (done.days.isEmpty()) {
        return;
    }
    auto& days = served.at(done.dataset);
    for (UtcDay day = done.days.first; day <= done.days.last; ++day) {
        const auto state = done.states.find(day);
        days[day] = {done.data, state == done.states.end() ? DayState{} : state->second, {}};
        const int age = data->profile().today - day;
        if (done.limit > 1 && age >= 1 && age <= 5) {
            changed.at(done.dataset).insert(day);
        }
    }
    for (const auto& [page, rows] : done.sentPages) {
        for (const Position& row : rows) {
            // Rows ascend, but for those that a page repeats.
            std::vector<int>& slotsOfDay = days[row.day].rowSlots;
            if (slotsOfDay.empty() || slotsOfDay.back() < row.slot) {
                slotsOfDay.push_back(row.slot);
            }
        }
    }
}

HttpReply Simulator::Private::report(const HttpRequest& request, const QString& path) const
{
    if (request.method != "GET") {
        return json(405, detail("Method Not Allowed"));
    }
    if (path == QLatin1String("/__served")) {
        return json(200, owner->servedJson());
    }
    if (path == QLatin1String("/__requests")) {
        return json(200, owner->requestsJson());
    }
    return json(404, detail("Not Found"));
}

Simulator::Simulator(Profile profile, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(profile), this))
{
    // A child moves to another thread with its parent; the responder's slots must run where its sockets live.
    d->responder.setParent(this);
}

Simulator::~Simulator() = default;

core::Result<QUrl> Simulator::start(quint16 port)
{
    if (d->responder.port() == 0 && !d->responder.listen(port)) {
        return core::failure(core::ErrorKind::Internal,
            QStringLiteral("Port %1 of 127.0.0.1 cannot be opened; another program may be using it")
                .arg(port),
            QStringLiteral("simulator"));
    }
    return url();
}

void Simulator::stop()
{
    d->responder.close();
}

QUrl Simulator::url() const
{
    QUrl base;
    if (const quint16 port = d->responder.port(); port != 0) {
        base.setScheme(QStringLiteral("http"));
        base.setHost(QStringLiteral("127.0.0.1"));
        base.setPort(port);
    }
    return base;
}

void Simulator::setProfile(Profile profile)
{
    d->data = std::make_shared<const Generator>(std::move(profile));
}

const Profile& Simulator::profile() const
{
    return d->data->profile();
}

void Simulator::setToday(core::UtcDay today)
{
    Profile moved = d->data->profile();
    moved.today = today;
    setProfile(std::move(moved));
}

void Simulator::setFaults(QList<Fault> faults)
{
    d->faults = std::move(faults);
    d->requestNumbers.clear();
    d->responder.listenAgain();
}

void Simulator::setReporting(bool on)
{
    d->reporting = on;
}

int Simulator::requestCount() const
{
    return static_cast<int>(d->requests.size());
}

QList<SeenRequest> Simulator::requests() const
{
    return d->requests;
}

void Simulator::clearRequests()
{
    d->requests.clear();
}

Served Simulator::served() const
{
    Served all;
    for (const auto& [day, was] : d->served[UsageSet]) {
        auto& rows = all.usage[day];
        for (const int slot : was.rowSlots) {
            rows.push_back(was.data->usage(day, slot, was.state));
        }
    }
    for (const auto& [day, was] : d->served[WorkspaceSet]) {
        auto& rows = all.workspaceUsage[day];
        if (!was.rowSlots.empty()) {
            rows.push_back(was.data->workspaceUsage(day, was.state));
        }
    }
    for (const auto& [day, was] : d->served[ReviewSet]) {
        all.reviews[day]
            = was.rowSlots.empty() ? std::vector<TruthReview>() : was.data->reviews(day, was.state);
    }
    for (const auto& [day, was] : d->served[ResponseSet]) {
        all.responses[day]
            = was.rowSlots.empty() ? std::vector<TruthResponse>() : was.data->responses(day, was.state);
    }
    return all;
}

QByteArray Simulator::servedJson() const
{
    const Served all = served();
    QByteArray out = "{";
    appendDataset(out, "usage", all.usage);
    out.append(',');
    appendDataset(out, "workspace_usage", all.workspaceUsage);
    out.append(',');
    appendDataset(out, "code_reviews", all.reviews);
    out.append(',');
    appendDataset(out, "code_review_responses", all.responses);
    return out.append('}');
}

QByteArray Simulator::requestsJson() const
{
    QByteArray out = "[";
    for (const SeenRequest& request : d->requests) {
        out.append(out.size() == 1 ? R"({"method":)" : ",\n{\"method\":");
        appendJsonString(out, request.method);
        out.append(R"(,"path":)");
        appendJsonString(out, request.path.toUtf8());
        out.append(R"(,"query":)");
        appendJsonString(out, request.query.toUtf8());
        appendField(out, "status", std::int64_t{request.status});
        out.append(R"(,"fault":)");
        appendJsonString(out, request.fault.toUtf8());
        out.append(R"(,"had_authorization":)").append(request.hadAuthorization ? "true" : "false");
        appendField(out, "body_bytes", std::int64_t{request.bodyBytes});
        appendField(out, "rows", std::int64_t{request.rows});
        out.append('}');
    }
    return out.append(']');
}

core::WorkspaceId Simulator::workspace()
{
    return fixedWorkspace(QStringLiteral("1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21"));
}

core::WorkspaceId Simulator::otherWorkspace()
{
    return fixedWorkspace(QStringLiteral("2b7e1516-28ae-42d2-86ab-f7158809cf4f"));
}

core::WorkspaceId Simulator::ineligibleWorkspace()
{
    return fixedWorkspace(QStringLiteral("3c8f2627-39bf-43e3-97bc-08269910da50"));
}

QString Simulator::acceptedKey()
{
    return QStringLiteral("sk-test-simulator-accepted-key-of-nobody-0000-WXYZ");
}

QString Simulator::keyWithoutScope()
{
    return QStringLiteral("sk-test-simulator-key-without-the-scope-0000-NOSC");
}

QString Simulator::keyOfOtherWorkspace()
{
    return QStringLiteral("sk-test-simulator-key-of-another-space-0000-OTHR");
}

} // namespace app::simulator
