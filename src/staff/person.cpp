#include "staff/person.h"

#include "base/text.h"

#include <algorithm>

namespace staff {

base::Result<std::string> checked_login(std::string_view login) {
    std::string out = base::lower_ascii(base::trim(login));
    auto may = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || std::string_view(".-_@").contains(c);
    };
    if (out.size() < 3 || out.size() > 60 || !std::ranges::all_of(out, may)) return base::fail_field("login");
    return out;
}

} // namespace staff
