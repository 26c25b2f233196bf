// The rows that name pictures. Throws db::Error when the database does.
#pragma once
#include "media/picture.h"

#include <vector>

namespace db {
class Tx;
}

namespace media {

[[nodiscard]] std::optional<Media> find(db::Tx& tx, base::AgencyId agency, std::string_view sha256);

/// The same picture again keeps its row and takes the new copies' names.
void save(db::Tx& tx, base::AgencyId agency, const Media& media);

/// Names of stored and small copies that start with the two digits.
[[nodiscard]] std::vector<std::string> named(db::Tx& tx, base::AgencyId agency, std::string_view first_two);

/// The next agency, by number, that has any picture.
[[nodiscard]] std::optional<base::AgencyId> agency_after(db::Tx& tx, base::AgencyId agency);

} // namespace media
