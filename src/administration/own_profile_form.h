// A version of an agency's own deadline profile, as the form on /meja/atur/tenggat carries it: one deadline,
// made or changed. Plain; refusals: field.missing, field.invalid with the name of the field.
#pragma once
#include "administration/filled.h"
#include "agency/directory.h"

namespace administration {

/// The JSON of the version, numbered after those that are there.
[[nodiscard]] base::Result<std::string> own_profile_data(const Filled& form,
                                                         const agency::Directory& directory);

} // namespace administration
