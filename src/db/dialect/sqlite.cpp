#include "db/dialect/dialect.h"

namespace db::dialect {

std::string for_sqlite(std::string_view sql) {
    std::string out(sql);
    for (const auto marker : {lock_free_ones, lock})
        for (auto at = out.find(marker); at != std::string::npos; at = out.find(marker, at))
            out.erase(at, marker.size());
    return out;
}

} // namespace db::dialect
