#include "agency/outside_actions.h"

#include "agency/note_actions.h"
#include "agency/outside_store.h"

namespace agency {
namespace {

Note noted(std::string_view kind, const OutsideAgency& outside) {
    return {.kind = kind,
            .data = {{"outside", base::to_string(outside.id)},
                     {"name", outside.name},
                     {"way", base::code_of(outside.way)},
                     {"active", outside.is_active}}};
}

} // namespace

std::vector<OutsideAgency> outside_agencies(db::Tx& tx, base::AgencyId agency) {
    return store::outside_agencies(tx, agency);
}

std::optional<OutsideAgency> outside_agency(db::Tx& tx, base::AgencyId agency, OutsideId id) {
    return store::outside_agency(tx, agency, id);
}

base::Result<void> add_outside(db::Tx& tx, const Change& change, base::AgencyId agency,
                               OutsideAgency outside) {
    if (store::outside_agencies(tx, agency).size() >= max_outside)
        return base::fail(base::Kind::limited, "limit.reached");
    outside.changed_at = change.now;
    store::insert_outside(tx, agency, outside);
    note(tx, change, agency, noted("outside_agency.added", outside));
    return {};
}

base::Result<void> change_outside(db::Tx& tx, const Change& change, base::AgencyId agency,
                                  OutsideAgency outside) {
    outside.changed_at = change.now;
    if (!store::update_outside(tx, agency, outside))
        return base::fail(base::Kind::not_found, "agency.unknown");
    note(tx, change, agency, noted("outside_agency.changed", outside));
    return {};
}

} // namespace agency
