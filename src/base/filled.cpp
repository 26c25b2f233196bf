#include "base/filled.h"

namespace base {

std::string filled(Text text, Language language, std::initializer_list<std::string_view> values) {
    std::string out(text.in(language));
    std::size_t from = 0;
    for (std::string_view value : values) {
        const auto slot = out.find("{}", from);
        if (slot == std::string::npos) break;
        out.replace(slot, 2, value);
        from = slot + value.size();
    }
    return out;
}

std::string filled(Text text, Language language, std::string_view value) {
    return filled(text, language, {value});
}

} // namespace base
