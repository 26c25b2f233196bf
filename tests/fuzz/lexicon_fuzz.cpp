// Any bytes as a word list, of slang or with weights, and the list used on itself.
#include "triage/lexicon.h"
#include "triage/reading.h"
#include "triage/weights.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view lines(reinterpret_cast<const char*>(data), size);
    triage::Lexicon lexicon;
    (void)lexicon.add("list", lines);
    const triage::Normalised text = triage::normalise(lines, lexicon);
    if (auto weights = triage::Weights<triage::Danger>::parse("list", lines, lexicon, 1))
        weights->each(text, [](const auto&, std::uint32_t, std::uint32_t) {});
    return 0;
}
