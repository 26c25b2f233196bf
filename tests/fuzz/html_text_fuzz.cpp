// HTML as networks send it: whatever the bytes, valid text within its limit.
#include "base/text.h"
#include "network/html_text.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = network::html_to_text({reinterpret_cast<const char*>(data), size}, 500);
    const bool holds =
        base::is_utf8(text) && base::length(text) <= 500 && text.find('\0') == std::string::npos;
    if (!holds) std::abort();
    return 0;
}
