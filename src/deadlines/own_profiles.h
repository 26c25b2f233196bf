// An agency's own deadline profiles: service promises, or a national default with other amounts, which they
// inherit from by name. Written as in data/profiles/ with the member `inherits`: what a version leaves out,
// of the profile or of a deadline with the same name, is as in the version of the default in force that day;
// so a new national default reaches them too. A profile may say `without`: names of deadlines it does not
// have.
#pragma once
#include "agency/directory.h"
#include "deadlines/profile.h"

namespace deadlines {

inline constexpr std::size_t max_own_profile = 32 * 1024; ///< bytes of one version

/// The shipped profiles and these: one version for each day on which the own one or its default changes
/// ("2", or "2+1" with the version of the default). field.invalid and field.missing with the path in `data`;
/// a profile that is shipped is never replaced: field.invalid "id".
[[nodiscard]] base::Result<Profiles> with_own(const Profiles& shipped,
                                              std::span<const agency::OwnProfile> own);

/// One version as somebody wrote it: its id, version and day stand in `data` and are read from there.
[[nodiscard]] base::Result<agency::OwnProfile> own_profile_of(std::string_view data);
/// Several in a list, as setup files and `tanggap clock --own` have them.
[[nodiscard]] base::Result<std::vector<agency::OwnProfile>> own_profiles_of(std::string_view json);

/// Made once for each directory; lives as long as it. Versions that cannot be read any more are left out.
[[nodiscard]] const Profiles& profiles_of(const agency::Directory& directory);

} // namespace deadlines
