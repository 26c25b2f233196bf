#include "db/value.h"

namespace db::detail {

void throw_bad_column(std::string_view query, std::size_t column, std::string_view why) {
    throw Error(std::string(query) + ": column " + std::to_string(column + 1) + " " + std::string(why));
}

} // namespace db::detail
