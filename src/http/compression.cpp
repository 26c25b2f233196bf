#include "http/compression.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <brotli/encode.h>
#include <charconv>
#include <zlib.h>

namespace http {
namespace {

/// The q of an element "gzip;q=0.8": 1 when it has none, 0 when it cannot be read.
double quality(std::string_view element) {
    auto at = element.find(';');
    if (at == std::string_view::npos) return 1;
    std::string_view parameter = base::trim(element.substr(at + 1));
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) return 1;
    parameter.remove_prefix(2);
    double q = 0;
    auto [end, error] = std::from_chars(parameter.data(), parameter.data() + parameter.size(), q);
    return error == std::errc{} && q >= 0 && q <= 1 ? q : 0;
}

std::string brotli(std::string_view bytes, Effort effort) {
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string out(size, '\0');
    int level = effort == Effort::thorough ? 9 : 5;
    bool made = BrotliEncoderCompress(level, /*lgwin=*/19, BROTLI_MODE_TEXT, bytes.size(),
                                      reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                      reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_TRUE;
    out.resize(made ? size : 0);
    return out;
}

std::string gzip(std::string_view bytes, Effort effort) {
    z_stream stream{};
    constexpr int window_with_gzip_header = 15 + 16;
    if (deflateInit2(&stream, effort == Effort::thorough ? 9 : 6, Z_DEFLATED, window_with_gzip_header, 8,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    bool made = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(made ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

} // namespace

std::string_view name(Encoding encoding) noexcept {
    switch (encoding) {
    case Encoding::identity: return "identity";
    case Encoding::gzip: return "gzip";
    case Encoding::brotli: return "br";
    }
    return {};
}

Encoding choose_encoding(std::string_view accept_encoding) noexcept {
    double br = -1, gz = -1, any = -1;
    while (!accept_encoding.empty()) {
        auto comma = std::min(accept_encoding.find(','), accept_encoding.size());
        std::string_view element = base::trim(accept_encoding.substr(0, comma));
        accept_encoding.remove_prefix(std::min(comma + 1, accept_encoding.size()));
        std::string_view coding = base::trim(element.substr(0, element.find(';')));
        if (same_ignoring_case(coding, "br")) br = quality(element);
        if (same_ignoring_case(coding, "gzip")) gz = quality(element);
        if (coding == "*") any = quality(element);
    }
    if (br < 0) br = any;
    if (gz < 0) gz = any;
    if (br > 0 && br >= gz) return Encoding::brotli;
    return gz > 0 ? Encoding::gzip : Encoding::identity;
}

bool is_compressible(std::string_view content_type) noexcept {
    std::string_view type = base::trim(content_type.substr(0, content_type.find(';')));
    if (type == "text/event-stream") return false;
    constexpr std::array types{
        "application/json",     "application/javascript", "application/x-ndjson", "application/manifest+json",
        "application/geo+json", "application/xml",        "image/svg+xml"};
    if (type.starts_with("text/") || type.ends_with("+xml") || type.ends_with("+json")) return true;
    return std::ranges::find(types, type) != types.end();
}

std::string compress(Encoding encoding, std::string_view bytes, Effort effort) {
    switch (encoding) {
    case Encoding::identity: return {};
    case Encoding::gzip: return gzip(bytes, effort);
    case Encoding::brotli: return brotli(bytes, effort);
    }
    return {};
}

CompressedBodies::CompressedBodies(std::size_t max_bytes) : max_bytes_(max_bytes) {}

SharedBody CompressedBodies::find_or_make(Encoding encoding, std::string key, std::string_view bytes,
                                          Effort effort) {
    key.append(name(encoding));
    {
        std::lock_guard lock(mutex_);
        if (auto found = by_key_.find(key); found != by_key_.end()) {
            recent_.splice(recent_.begin(), recent_, found->second);
            return found->second->body;
        }
    }
    std::string small = compress(encoding, bytes, effort);
    if (small.empty() || small.size() >= bytes.size()) return nullptr;
    small.shrink_to_fit();
    auto body = std::make_shared<const std::string>(std::move(small));
    std::size_t cost = body->size() + key.size() + 128;
    if (cost > max_bytes_ / 4) return body;

    std::lock_guard lock(mutex_);
    if (by_key_.contains(key)) return body; // another worker was as quick
    recent_.push_front({.key = std::move(key), .body = body});
    by_key_.emplace(recent_.front().key, recent_.begin());
    bytes_ += cost;
    while (bytes_ > max_bytes_ && recent_.size() > 1) {
        const Entry& oldest = recent_.back();
        bytes_ -= oldest.body->size() + oldest.key.size() + 128;
        by_key_.erase(oldest.key);
        recent_.pop_back();
    }
    return body;
}

} // namespace http
