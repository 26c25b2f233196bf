// Items as accounts hand them over: JSON bytes to a checked item. What is accepted keeps every limit of the
// contract.
#include "base/json.h"
#include "base/text.h"
#include "items/item_in.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto item = base::json::parse_as<items::ItemIn>({reinterpret_cast<const char*>(data), size});
    if (!item) return 0;
    auto checked = items::checked(std::move(*item), base::time_from_ms(1'780'000'000'000));
    if (!checked) return 0;
    bool holds = base::length(checked->text) <= items::max_text && base::is_utf8(checked->text) &&
                 checked->text.find('\0') == std::string::npos && !checked->network_id.empty() &&
                 checked->media.size() <= items::max_media;
    if (!holds) std::abort();
    return 0;
}
