// From a handler's Response to what goes over the wire: security headers, ETag and 304, Range, compression.
// Runs on the worker, so that the edge only writes. Never fails: a file that is gone is 404.
#pragma once
#include "http/compression.h"
#include "http/response.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace http {

/// An open file and the piece of it to send.
struct FilePiece {
    int descriptor = -1;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;

    FilePiece(int file, std::uint64_t from, std::uint64_t count)
        : descriptor(file), offset(from), length(count) {}
    FilePiece(const FilePiece&) = delete;
    FilePiece& operator=(const FilePiece&) = delete;
    ~FilePiece();
};

struct Prepared {
    int status = 200;
    Headers headers; ///< without Connection, Content-Length and Date
    std::variant<std::string, SharedBody, StaticBody, std::shared_ptr<FilePiece>,
                 std::shared_ptr<EventStream>>
        body;
    std::uint64_t length = 0;
    bool with_body = true; ///< false for HEAD, 204 and 304

    /// The bytes when they are in memory.
    [[nodiscard]] std::string_view in_memory() const;
};

struct Preparation {
    CompressedBodies& compressed;
    const std::vector<std::string>& secret_paths; ///< below these the URL is a secret: no referrer at all
};

[[nodiscard]] Prepared prepare(const Request& request, Response response, const Preparation& with);

/// If-None-Match against an entity tag, weakly (RFC 9110, 13.1.2).
[[nodiscard]] bool names_etag(std::string_view if_none_match, std::string_view etag);

struct ByteRange {
    std::uint64_t first;
    std::uint64_t last; ///< inclusive
};
enum class RangeKind { none, some, unsatisfiable };
/// One range of bytes; several or unreadable ones are ignored, as RFC 9110 permits.
[[nodiscard]] std::pair<RangeKind, ByteRange> parse_range(std::string_view header, std::uint64_t size);

/// Status line and headers, ended by an empty line.
[[nodiscard]] std::string head_text(const Prepared& prepared, bool keep_alive);

} // namespace http
