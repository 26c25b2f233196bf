#include "cases/case.h"

#include "base/text.h"

namespace cases {

std::string title_of(Kind kind, std::string_view topic_name, std::string_view place_name) {
    std::vector<std::string> parts;
    for (std::string_view part : {base::trim(topic_name), base::trim(place_name)})
        if (!part.empty()) parts.emplace_back(part);
    if (parts.empty()) parts.emplace_back(triage::name(kind).id);
    return std::string(base::first(base::join(parts, ", "), max_title));
}

std::string_view class_code(const Case& c) noexcept {
    return base::code_of(c.case_class.value_or(Class::no_oversight));
}

} // namespace cases
