// Files of routing rules: whatever the bytes, rules or the line that is wrong; and rules that were read are
// written and read again as the same, as a table and as JSON.
#include "administration/rule_file.h"

#include <cstdint>
#include <cstdlib>

namespace {

agency::Directory with(std::vector<agency::RoutingRule> rules) {
    agency::Agency agency;
    agency.id = base::AgencyId{1};
    agency.regions = {"31.74"};
    return agency::Directory(
        {.agency = agency,
         .offices = {{agency::OfficeId{1}, {}, "Pusat", "Pusat"},
                     {agency::OfficeId{2}, agency::OfficeId{1}, "Suku Dinas Selatan", "Selatan"}},
         .topics = {{.code = "jalan", .name_id = "Jalan", .name_en = "Roads"}},
         .rules = std::move(rules),
         .accounts = {{agency::AccountId{1}, {}, "form", "Meja|loket"}}});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto none = with({});
    const auto rules = administration::read_rule_file({reinterpret_cast<const char*>(data), size}, none);
    if (!rules) return 0;
    const auto kept = with(*rules);
    for (const std::string& text : {administration::rules_csv(kept), administration::rules_json(kept)}) {
        const auto again = administration::read_rule_file(text, none);
        if (!again) {
            // A table may be larger than what it was made from.
            if (again.error().code == "request.too_large") continue;
            std::abort();
        }
        if (again->size() != rules->size()) std::abort();
        for (std::size_t i = 0; i < rules->size(); ++i)
            if (!(*again)[i].says_the_same((*rules)[i])) std::abort();
    }
    return 0;
}
