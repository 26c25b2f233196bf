// What the steps of a hand-over share: its jobs, and how its case stands.
#pragma once
#include "cases/case_actions.h"
#include "referral/delivery.h"

namespace referral {

void queue(db::Tx& tx, base::IdSource& ids, const Delivery& delivery, std::string_view kind,
           base::Time run_at, base::Time now);

/// The event that refers the case now, and what it says; empty when nothing ever did.
struct Standing {
    cases::Case c;
    cases::Referred said;
    std::int64_t event = 0;
    bool has_receipt = false;
};
[[nodiscard]] std::optional<Standing> standing_of(db::Tx& tx, base::AgencyId agency, cases::CaseId id);
/// It is still where this delivery took it.
[[nodiscard]] bool is_there(const Standing& standing, const Delivery& delivery);

/// From a number on: its status is asked where a server can tell it.
[[nodiscard]] State with_number(const Delivery& delivery);
/// Nobody needs to be told of it any more.
void end_telling(db::Tx& tx, base::AgencyId agency, cases::CaseId id, base::Time now);

} // namespace referral
