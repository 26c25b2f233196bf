// Reading the desk of one person. Rights are part of what is asked; a case that the person may not see is
// not_found `case.not_found`.
#pragma once
#include "desk/desk.h"

namespace db {
class Tx;
}

namespace desk {

inline constexpr int rows_of_a_page = 50;

struct Asking {
    const staff::Principal& person;
    const agency::Directory& directory;
    base::Time now;
};

[[nodiscard]] Desk read_desk(db::Tx& tx, const Asking& asking, const Address& address);
[[nodiscard]] base::Result<Summary> read_summary(db::Tx& tx, const Asking& asking, std::string_view code);
/// The case behind the code, if the person may see it.
[[nodiscard]] base::Result<cases::Case> seen_case(db::Tx& tx, const Asking& asking, std::string_view code);

} // namespace desk
