#include "http/prepared.h"

#include "base/encode.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

namespace http {
namespace {

constexpr std::size_t worth_compressing = 1024;

constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'; "
    "worker-src 'self'";

std::string digest_of(std::string_view bytes) {
    std::array<char, EVP_MAX_MD_SIZE> digest{};
    EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()), nullptr,
               EVP_sha256(), nullptr);
    return {digest.data(), 32};
}

bool is_below(std::string_view path, std::string_view place) {
    return path.starts_with(place) && (path.size() == place.size() || path[place.size()] == '/');
}

void add_missing(Headers& headers, std::string_view name, std::string_view value) {
    if (!headers.has(name)) headers.add(std::string(name), std::string(value));
}

void secure(const Request& request, const std::vector<std::string>& secret_paths, Headers& headers) {
    bool secret =
        std::ranges::any_of(secret_paths, [&](const auto& place) { return is_below(request.path, place); });
    if (secret) headers.set("Referrer-Policy", "no-referrer");
    add_missing(headers, "Content-Security-Policy", content_policy);
    add_missing(headers, "X-Content-Type-Options", "nosniff");
    add_missing(headers, "Referrer-Policy", "same-origin");
    add_missing(headers, "Permissions-Policy",
                "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()");
    add_missing(headers, "Cross-Origin-Opener-Policy", "same-origin");
    if (request.is_https()) add_missing(headers, "Strict-Transport-Security", "max-age=31536000");
    headers.set("X-Request-Id", request.id);
}

/// A language chosen by ?bahasa= stays chosen.
void remember_language(const Request& request, Response& response) {
    std::string_view chosen = request.query.value("bahasa");
    if ((chosen != "id" && chosen != "en") || request.cookie("bahasa") == chosen || response.status != 200)
        return;
    if (!response.headers.value("Content-Type").starts_with("text/html")) return;
    if (response.headers.value("Cache-Control").starts_with("public")) return;
    set_cookie(response, request,
               {.name = "bahasa", .value = std::string(chosen), .max_age = std::chrono::days(365)});
}

bool is_plain_get(const Request& request, int status) {
    return is_safe(request.method) && status == 200;
}

void make_not_modified(Prepared& prepared) {
    prepared.status = 304;
    prepared.body = std::string();
    prepared.length = 0;
    prepared.with_body = false;
    prepared.headers.remove("Content-Type");
}

void vary(Headers& headers, std::string_view on) {
    std::string all(headers.value("Vary"));
    headers.set("Vary", all.empty() ? std::string(on) : all + ", " + std::string(on));
}

void prepare_bytes(const Request& request, Prepared& prepared, const Preparation& with, Compress how) {
    std::string_view bytes = prepared.in_memory();
    prepared.length = bytes.size();
    Headers& headers = prepared.headers;
    bool is_static = std::holds_alternative<StaticBody>(prepared.body);
    std::string digest; // of the bytes, when something asks for it
    if (is_plain_get(request, prepared.status)) {
        if (!headers.has("ETag")) {
            digest = digest_of(bytes);
            headers.add("ETag", "W/\"" + base::to_base64url(std::string_view(digest).substr(0, 15)) + "\"");
        }
        add_missing(headers, "Cache-Control", "private, no-cache");
    } else {
        add_missing(headers, "Cache-Control", "no-store");
    }

    bool compressible = how == Compress::by_type && is_compressible(headers.value("Content-Type")) &&
                        !headers.has("Content-Encoding");
    if (compressible) vary(headers, "Accept-Encoding");
    if (headers.value("Cache-Control").starts_with("public") &&
        headers.value("Content-Type").starts_with("text/html"))
        vary(headers, "Accept-Language, Cookie");

    if (is_plain_get(request, prepared.status) &&
        names_etag(request.header("If-None-Match"), headers.value("ETag")))
        return make_not_modified(prepared);

    Encoding encoding = choose_encoding(request.header("Accept-Encoding"));
    if (!compressible || bytes.size() < worth_compressing || encoding == Encoding::identity) return;
    // Embedded bytes never move, so that their place is their name.
    std::string key = is_static ? fmt::format("{}+{}", static_cast<const void*>(bytes.data()), bytes.size())
                                : (digest.empty() ? digest_of(bytes) : std::move(digest));
    auto small = with.compressed.find_or_make(encoding, std::move(key), bytes,
                                              is_static ? Effort::thorough : Effort::quick);
    if (!small) return;
    if (auto etag = std::string(headers.value("ETag")); etag.starts_with('"'))
        headers.set("ETag", "W/" + etag);
    headers.set("Content-Encoding", std::string(name(encoding)));
    prepared.length = small->size();
    prepared.body = std::move(small);
}

bool prepare_file(const Request& request, Prepared& prepared, const std::filesystem::path& path) {
    int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return false;
    auto piece = std::make_shared<FilePiece>(descriptor, 0, 0);
    struct stat about{};
    if (::fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) return false;
    auto size = static_cast<std::uint64_t>(about.st_size);
    piece->length = prepared.length = size;
    prepared.body = piece;
    Headers& headers = prepared.headers;
    if (!is_plain_get(request, prepared.status)) return true;

    add_missing(headers, "ETag",
                fmt::format("W/\"{:x}-{:x}-{:x}\"", size, about.st_mtim.tv_sec, about.st_mtim.tv_nsec));
    add_missing(headers, "Cache-Control", "private, no-cache");
    add_missing(headers, "Accept-Ranges", "bytes");
    if (names_etag(request.header("If-None-Match"), headers.value("ETag"))) {
        make_not_modified(prepared);
        return true;
    }
    std::string_view condition = request.header("If-Range");
    bool same = condition.empty() || (!condition.starts_with("W/") && condition == headers.value("ETag"));
    auto [kind, range] =
        same ? parse_range(request.header("Range"), size) : std::pair(RangeKind::none, ByteRange{});
    switch (kind) {
    case RangeKind::none: break;
    case RangeKind::some:
        prepared.status = 206;
        headers.set("Content-Range", fmt::format("bytes {}-{}/{}", range.first, range.last, size));
        piece->offset = range.first;
        piece->length = prepared.length = range.last - range.first + 1;
        break;
    case RangeKind::unsatisfiable:
        prepared.status = 416;
        headers.set("Content-Range", fmt::format("bytes */{}", size));
        prepared.body = std::string();
        prepared.length = 0;
        break;
    }
    return true;
}

} // namespace

FilePiece::~FilePiece() {
    ::close(descriptor);
}

std::string_view Prepared::in_memory() const {
    if (const auto* own = std::get_if<std::string>(&body)) return *own;
    if (const auto* shared = std::get_if<SharedBody>(&body)) return *shared ? std::string_view(**shared) : "";
    if (const auto* fixed = std::get_if<StaticBody>(&body)) return fixed->bytes;
    return {};
}

Prepared prepare(const Request& request, Response response, const Preparation& with) {
    remember_language(request, response);
    Prepared prepared{.status = response.status, .headers = std::move(response.headers), .body = {}};
    if (auto* path = std::get_if<FileBody>(&response.body)) {
        if (!prepare_file(request, prepared, path->path))
            return prepare(request,
                           problem(request, {.kind = base::Kind::not_found, .code = "page.not_found"}), with);
    } else if (auto* stream = std::get_if<std::shared_ptr<EventStream>>(&response.body)) {
        prepared.body = std::move(*stream);
    } else {
        if (auto* own = std::get_if<std::string>(&response.body)) prepared.body = std::move(*own);
        if (auto* shared = std::get_if<SharedBody>(&response.body)) prepared.body = std::move(*shared);
        if (auto* fixed = std::get_if<StaticBody>(&response.body)) prepared.body = *fixed;
        prepare_bytes(request, prepared, with, response.compress);
    }
    if (request.method == Method::head || prepared.status == 204) prepared.with_body = false;
    secure(request, with.secret_paths, prepared.headers);
    return prepared;
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
    if (if_none_match.empty() || etag.empty()) return false;
    if (base::trim(if_none_match) == "*") return true;
    auto opaque = [](std::string_view tag) {
        tag = base::trim(tag);
        if (tag.starts_with("W/")) tag.remove_prefix(2);
        return tag;
    };
    return std::ranges::any_of(base::split(if_none_match, ','),
                               [&](std::string_view tag) { return opaque(tag) == opaque(etag); });
}

std::pair<RangeKind, ByteRange> parse_range(std::string_view header, std::uint64_t size) {
    constexpr std::pair ignored(RangeKind::none, ByteRange{});
    constexpr std::pair beyond(RangeKind::unsatisfiable, ByteRange{});
    if (!header.starts_with("bytes=")) return ignored;
    header = base::trim(header.substr(6));
    auto dash = header.find('-');
    if (dash == std::string_view::npos) return ignored;
    auto number = [](std::string_view text) -> std::optional<std::uint64_t> {
        std::uint64_t value = 0;
        auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
        return value;
    };
    std::string_view from = header.substr(0, dash), to = header.substr(dash + 1);
    auto last = number(to);
    if (!to.empty() && !last) return ignored;
    if (from.empty()) { // the last n bytes
        if (!last) return ignored;
        if (*last == 0 || size == 0) return beyond;
        return {RangeKind::some, {.first = size - std::min(size, *last), .last = size - 1}};
    }
    auto first = number(from);
    if (!first || (last && *last < *first)) return ignored;
    if (*first >= size) return beyond;
    return {RangeKind::some, {.first = *first, .last = last ? std::min(*last, size - 1) : size - 1}};
}

} // namespace http
