// Any bytes as lines of the gazetteer and of the outlines, and as a text that may name places.
#include "places/marks.h"
#include "places/outline.h"
#include "places/resolve.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    static const places::Region east_java = places::gazetteer().within(std::vector<std::string>{"35"});
    for (const places::Candidate& candidate : places::resolve(text, east_java))
        if (candidate.begin >= candidate.end || candidate.end > size ||
            !(candidate.p >= 0 && candidate.p <= 1))
            std::abort();
    std::size_t last = 0;
    for (const places::Mark& mark : places::marks_of(text)) {
        if (mark.begin < last || mark.begin >= mark.end || mark.end > size) std::abort();
        last = mark.end;
    }
    (void)east_java.named(text);
    if (auto read = places::Gazetteer::parse(text)) {
        const places::Region all = read->within({});
        for (const auto& row : read->rows())
            if (read->full_name(places::code_text(row.number)).empty()) std::abort();
        (void)places::resolve(text, all);
        (void)all.nearest({-6.2, 106.8});
    }
    if (auto read = places::Outlines::parse(text)) (void)read->rings("31");
    return 0;
}
