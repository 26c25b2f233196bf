#include "cases/sight_store.h"

#include "base/text.h"

namespace cases {

std::string set_of(const std::vector<OfficeId>& offices) {
    if (offices.empty()) return {};
    std::string out = ",";
    for (OfficeId each : offices)
        out += base::to_string(each) + ",";
    return out;
}

std::string set_of(const std::vector<std::string>& names) {
    return names.empty() ? std::string{} : "," + base::join(names, ",") + ",";
}

std::string set_of(const std::vector<State>& states) {
    std::vector<std::string> codes;
    for (State each : states)
        codes.emplace_back(base::code_of(each));
    return set_of(codes);
}

std::string seen_offices(const Sight& sight) {
    return sight.sees_all_offices ? "*" : set_of(sight.offices);
}

} // namespace cases
