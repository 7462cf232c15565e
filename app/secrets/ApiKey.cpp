// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/ApiKey.h"

#include <QDebug>

#include <cstring>
#include <span>

#include <sys/mman.h>
#include <unistd.h>

namespace app::secrets {

namespace {

constexpr std::size_t kShortest = 8;
constexpr std::size_t kLongest = 4096;
constexpr char kScheme[] = "Bearer ";

core::Result<ApiKey> refuse(QString why)
{
    return core::failure(core::ErrorKind::BadUsage, std::move(why), QStringLiteral("key"));
}

/// What people copy along with a key: quotes of every kind, and the header it came from.
QStringView withoutWrapping(QStringView text)
{
    constexpr QStringView opening = u"\"'`\u201c\u2018\u00ab";
    constexpr QStringView closing = u"\"'`\u201d\u2019\u00bb";
    // Byte order marks and zero-width spaces come from office documents and are invisible to the person.
    const auto isPadding = [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Format; };
    for (bool again = true; again;) {
        again = false;
        while (!text.isEmpty() && isPadding(text.front())) {
            text = text.sliced(1);
        }
        while (!text.isEmpty() && isPadding(text.back())) {
            text.chop(1);
        }
        const qsizetype quote = text.size() >= 2 ? opening.indexOf(text.front()) : -1;
        if (quote >= 0 && text.back() == closing.at(quote)) {
            text = text.sliced(1).chopped(1);
            again = true;
        }
        for (const QStringView prefix : {QStringView(u"Authorization:"), QStringView(u"Bearer ")}) {
            if (text.startsWith(prefix, Qt::CaseInsensitive)) {
                text = text.sliced(prefix.size());
                again = true;
            }
        }
    }
    return text;
}

} // namespace

/// Whole pages of their own, so that locking and excluding them from core files touches nothing else. Locking
/// is refused where the limit on locked memory is reached; the key then still is zeroed at the end.
class ApiKey::Buffer
{
public:
    static std::unique_ptr<Buffer> create(std::size_t size)
    {
        const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
        const std::size_t mapped = (size + page - 1) / page * page;
        void* memory = mmap(nullptr, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) {
            return nullptr;
        }
        mlock(memory, mapped);
        madvise(memory, mapped, MADV_DONTDUMP);
        madvise(memory, mapped, MADV_WIPEONFORK);
        return std::unique_ptr<Buffer>(new Buffer(static_cast<char*>(memory), size, mapped));
    }

    ~Buffer()
    {
        explicit_bzero(m_memory, m_mapped);
        munmap(m_memory, m_mapped);
    }
    Q_DISABLE_COPY_MOVE(Buffer)

    [[nodiscard]] std::span<char> bytes() const { return {m_memory, m_size}; }

private:
    Buffer(char* memory, std::size_t size, std::size_t mapped)
        : m_memory(memory)
        , m_size(size)
        , m_mapped(mapped)
    {
    }

    char* m_memory;
    std::size_t m_size;
    std::size_t m_mapped;
};

ApiKey::ApiKey(std::unique_ptr<Buffer> buffer)
    : m_buffer(std::move(buffer))
{
}
ApiKey::ApiKey(ApiKey&&) noexcept = default;
ApiKey& ApiKey::operator=(ApiKey&&) noexcept = default;
ApiKey::~ApiKey() = default;

core::Result<ApiKey> ApiKey::parse(QStringView pasted)
{
    const QStringView text = withoutWrapping(pasted);
    if (text.isEmpty()) {
        return refuse(QStringLiteral("the key is empty"));
    }
    const auto size = static_cast<std::size_t>(text.size());
    if (size > kLongest) {
        return refuse(QStringLiteral("the key is longer than %1 characters").arg(kLongest));
    }
    for (const QChar c : text) {
        if (c.isSpace()) {
            return refuse(QStringLiteral("the key has a space or line break inside"));
        }
        if (c.unicode() < 0x21 || c.unicode() > 0x7e) {
            return refuse(QStringLiteral("the key has a character that no key has"));
        }
    }
    if (size < kShortest) {
        return refuse(QStringLiteral("the key is shorter than %1 characters").arg(kShortest));
    }
    std::unique_ptr<Buffer> buffer = Buffer::create(size);
    if (!buffer) {
        return core::failure(core::ErrorKind::Internal, QStringLiteral("no memory for the key"));
    }
    std::transform(text.begin(), text.end(), buffer->bytes().begin(), [](QChar c) { return c.toLatin1(); });
    return ApiKey(std::move(buffer));
}

core::Result<ApiKey> ApiKey::parse(QByteArrayView utf8)
{
    if (utf8.size() > qsizetype{8} * static_cast<qsizetype>(kLongest)) {
        return refuse(QStringLiteral("the key is longer than %1 characters").arg(kLongest));
    }
    QString text = QString::fromUtf8(utf8);
    core::Result<ApiKey> key = parse(QStringView(text));
    explicit_bzero(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    return key;
}

ApiKey ApiKey::clone() const
{
    if (!m_buffer) {
        return ApiKey(nullptr);
    }
    const std::span<char> from = m_buffer->bytes();
    std::unique_ptr<Buffer> copy = Buffer::create(from.size());
    Q_CHECK_PTR(copy.get());
    std::copy(from.begin(), from.end(), copy->bytes().begin());
    return ApiKey(std::move(copy));
}

QString ApiKey::redacted() const
{
    constexpr QChar ellipsis(0x2026);
    if (!m_buffer) {
        return QString(ellipsis);
    }
    const std::span<char> end = m_buffer->bytes().last(4);
    return ellipsis + QString::fromLatin1(end.data(), 4);
}

std::size_t ApiKey::length() const
{
    return m_buffer ? m_buffer->bytes().size() : 0;
}

QByteArray ApiKey::authorizationHeader() const
{
    QByteArray header;
    header.reserve(qsizetype{sizeof(kScheme)} + static_cast<qsizetype>(length()));
    header.append(kScheme);
    if (m_buffer) {
        header.append(m_buffer->bytes().data(), static_cast<qsizetype>(m_buffer->bytes().size()));
    }
    return header;
}

QByteArray ApiKey::exposeForStorage() const
{
    if (!m_buffer) {
        return {};
    }
    const std::span<char> bytes = m_buffer->bytes();
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QDebug operator<<(QDebug debug, const ApiKey& key)
{
    const QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "ApiKey(" << key.redacted() << ')';
    return debug;
}

} // namespace app::secrets
