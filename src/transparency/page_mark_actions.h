// What a kept page is compared with: the last event of its case, or of the whole agency.
#pragma once
#include "agency/directory.h"
#include "transparency/page_cache.h"

namespace db {
class Tx;
}

namespace transparency {

/// `case_id` 0: of the agency.
[[nodiscard]] PageCache::Mark mark_of(db::Tx& tx, const agency::Directory& directory,
                                      std::int64_t case_id = 0);

} // namespace transparency
