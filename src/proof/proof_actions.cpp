#include "proof/proof_actions.h"

#include "proof/proof_store.h"

#include <algorithm>

namespace proof {

Evidence evidence_of(db::Tx& tx, base::AgencyId agency, std::int64_t case_id, const Given& given,
                     std::span<const std::int64_t> together) {
    Evidence evidence;
    // What check() refuses by number alone is not worth a statement for each.
    if (given.before.size() > max_photos || given.after.size() > max_photos) return evidence;
    for (const auto* side : {&given.before, &given.after})
        for (const auto& photo : *side)
            if (!is_uploaded(tx, agency, photo)) evidence.unknown.push_back(photo);
    for (const auto& photo : given.after)
        for (auto& reuse : seen_before(tx, agency, case_id, photo)) {
            const bool is_one_fix = reuse.seen == Seen::other_case &&
                                    std::ranges::find(together, reuse.case_id) != together.end();
            if (!is_one_fix) evidence.reused.push_back(std::move(reuse));
        }
    return evidence;
}

base::Result<void> give(db::Tx& tx, base::AgencyId agency, const Giving& giving, const Given& given) {
    auto enough =
        check(giving.demanded, given, evidence_of(tx, agency, giving.case_id, given, giving.together));
    if (!enough) return enough;
    save(tx, agency, giving.id, giving.case_id, given, giving.given_by, giving.at);
    return {};
}

std::vector<Round> rounds(db::Tx& tx, base::AgencyId agency, std::int64_t case_id) {
    return rounds_of(tx, agency, case_id);
}

} // namespace proof
