// Any bytes as a text to read: spans stay inside, masking twice is masking once.
#include "triage/reader.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const triage::Profile profile = triage::shipped_reader().profile(
        std::vector<std::string>{"31"},
        std::vector<triage::Topic>{{"jalan", {"jalan rusak", "lubang"}}, {"lampu", {"PJU", "lampu mati"}}});
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const triage::Reading reading =
        triage::shipped_reader().read({.text = text, .place_text = text.substr(size / 2)}, profile);
    std::size_t at = 0;
    for (const triage::Mask& mask : reading.masks) {
        if (mask.begin < at || mask.begin >= mask.end || mask.end > size) std::abort();
        at = mask.end;
    }
    for (const triage::Span& span : reading.urgency.words)
        if (span.begin > span.end || span.end > size) std::abort();
    for (const places::Candidate& place : reading.places)
        if (place.begin > place.end || place.end > size) std::abort();
    if (triage::masked(reading.masked) != reading.masked) std::abort();
    return 0;
}
