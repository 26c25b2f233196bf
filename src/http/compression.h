// Brotli and gzip of texts, chosen by Accept-Encoding, with a small cache of results so that a page read by
// many is compressed once. Never fails: what cannot be compressed goes out as it is.
#pragma once
#include "http/response.h"

#include <cstddef>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace http {

enum class Encoding { identity, gzip, brotli };
[[nodiscard]] std::string_view name(Encoding encoding) noexcept;
/// RFC 9110, 12.5.3; brotli when the client likes both as much.
[[nodiscard]] Encoding choose_encoding(std::string_view accept_encoding) noexcept;
/// Text, JSON, scripts and SVG shrink; pictures and fonts do not.
[[nodiscard]] bool is_compressible(std::string_view content_type) noexcept;

enum class Effort { quick, thorough };
/// Empty when it failed.
[[nodiscard]] std::string compress(Encoding encoding, std::string_view bytes, Effort effort);

class CompressedBodies {
public:
    explicit CompressedBodies(std::size_t max_bytes);
    /// `key` names the bytes (a digest). Null when compressing does not help.
    [[nodiscard]] SharedBody find_or_make(Encoding encoding, std::string key, std::string_view bytes,
                                          Effort effort);

private:
    struct Entry {
        std::string key;
        SharedBody body;
    };
    std::mutex mutex_;
    std::size_t max_bytes_;
    std::size_t bytes_ = 0;
    std::list<Entry> recent_;
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
};

} // namespace http
