// Bytes of a connection: reading them whole and one by one must come to the same requests.
#include "http/read_head.h"
#include "http/wire_parser.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

/// What was understood of the first request, as text.
std::string understood(std::string_view bytes, std::size_t step) {
    http::WireParser parser(2048, 20);
    std::string waiting, out;
    std::size_t at = 0;
    for (;;) {
        bool added = at < bytes.size();
        waiting += bytes.substr(at, step);
        at = std::min(bytes.size(), at + step);
        http::WireParser::Progress progress;
        bool moved = added;
        if (!parser.head_done()) {
            progress = parser.feed_head(waiting);
            waiting.erase(0, progress.consumed);
            moved |= progress.consumed > 0;
        }
        if (progress.fault == http::WireFault::none && parser.head_done() && !parser.done()) {
            progress = parser.feed_body(waiting, [&](std::string_view piece) {
                out += piece;
                return true;
            });
            waiting.erase(0, progress.consumed);
            moved |= progress.consumed > 0;
        }
        if (progress.fault != http::WireFault::none) return "refused";
        if (parser.head_done() && parser.done()) break;
        if (!moved) return "incomplete";
    }
    http::Request request;
    auto read = http::read_head(parser.head(), {.peer = {}, .scheme = "http", .trusted = {}}, request);
    return request.path + "\n" + (read ? "good" : "bad") + "\n" + out + "\n" +
           waiting.append(bytes.substr(at));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (size > 4096) return 0;
    std::string whole = understood(bytes, bytes.size() + 1);
    std::string split = understood(bytes, 1);
    bool both = whole != "refused" && whole != "incomplete" && split != "refused" && split != "incomplete";
    if (both && whole != split) std::abort();
    return 0;
}
