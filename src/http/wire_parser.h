// Bytes of a connection to the head and body of one request, over Beast's parser; takes the sides of an
// argument that smugglers live on: both or repeated lengths, odd codings, several hosts are refused.
#pragma once
#include "http/fields.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace http {

enum class WireFault { none, malformed, header_too_large, version, coding, refused_by_sink };

struct WireHead {
    std::string method;
    std::string target;
    int version = 11; ///< 10 or 11
    Headers headers = {};
    std::optional<std::uint64_t> length = {}; ///< none with chunked coding
    bool chunked = false;
    bool keep_alive = true;
    bool expects_continue = false;
    [[nodiscard]] bool has_body() const { return chunked || length.value_or(0) > 0; }
};

class WireParser {
public:
    WireParser(std::size_t header_bytes, std::size_t header_count);
    ~WireParser();

    struct Progress {
        std::size_t consumed = 0; ///< to be dropped from the front of the bytes
        WireFault fault = WireFault::none;
    };
    /// Gives all unconsumed bytes; stops after the head.
    Progress feed_head(std::string_view bytes);
    [[nodiscard]] bool head_done() const;
    [[nodiscard]] const WireHead& head() const;

    /// False refuses the rest: refused_by_sink.
    using Sink = std::function<bool(std::string_view)>;
    /// Only after the head; stops after the body.
    Progress feed_body(std::string_view bytes, const Sink& sink);
    [[nodiscard]] bool done() const;

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

} // namespace http
