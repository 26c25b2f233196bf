#include "transparency/page_mark_actions.h"

#include "events/event_actions.h"

namespace transparency {

PageCache::Mark mark_of(db::Tx& tx, const agency::Directory& directory, std::int64_t case_id) {
    const auto agency = directory.id();
    if (case_id != 0)
        return {.case_id = case_id,
                .last_event = events::last_id_of(tx, agency, "case", case_id).value,
                .last_position = 0};
    return {.case_id = 0,
            .last_event = events::last_id(tx, agency).value,
            .last_position = events::last_position(tx, agency)};
}

} // namespace transparency
