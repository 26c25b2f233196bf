// Who may write, approve, pull back and take back posts of an office, and what the office asks of them. Pure.
#pragma once
#include "publishing/post.h"
#include "staff/principal.h"

#include <span>

namespace publishing {

/// A row of table post_policies.
struct Policy {
    agency::OfficeId office = {};
    Kind kind = Kind::announcement;
    Rule rule = Rule::second;
    std::int64_t window_ms = 0;
};
BOOST_DESCRIBE_STRUCT(Policy, (), (office, kind, rule, window_ms))

inline constexpr std::chrono::minutes usual_window{5};
inline constexpr std::chrono::minutes longest_window{24 * 60};

/// That of the office itself, else of the nearest above; where nobody said anything a second pair of eyes,
/// and no posts of incidents.
[[nodiscard]] Policy policy_for(std::span<const Policy> all, const agency::Directory& directory,
                                agency::OfficeId office, Kind kind);

/// Who watches the wall.
enum class Audience {
    staff,
    approved, ///< everybody, once a report was approved
    everybody ///< as soon as it arrives
};

/// Sees posts of the office.
[[nodiscard]] bool may_see(const staff::Principal& person, agency::OfficeId office,
                           const agency::Directory& directory) noexcept;
[[nodiscard]] bool may_write(const staff::Principal& person, agency::OfficeId office,
                             const agency::Directory& directory) noexcept;
/// By role alone.
[[nodiscard]] bool can_approve(Rule rule, const staff::Principal& person, agency::OfficeId office,
                               const agency::Directory& directory) noexcept;
/// By role, and wrote no word of it.
[[nodiscard]] bool may_approve(Rule rule, const Whole& whole, const staff::Principal& person,
                               const agency::Directory& directory) noexcept;
/// Whether an approval under `given` suffices for what is asked now.
[[nodiscard]] bool suffices(Rule given, Rule asked) noexcept;
/// Posts with these words may still be changed by hand.
[[nodiscard]] bool is_open(State state) noexcept;

/// Offices at which the person may write, in the order of the tree.
[[nodiscard]] std::vector<agency::OfficeId> offices_to_write(const staff::Principal& person,
                                                             const agency::Directory& directory);
/// Accounts of the office itself and of those above it, and of the agency as a whole.
[[nodiscard]] std::vector<const agency::Account*> accounts_of(const agency::Directory& directory,
                                                              agency::OfficeId office);

} // namespace publishing

template <> inline constexpr auto base::codes<publishing::Audience> =
    std::to_array<base::Coded<publishing::Audience>>({
        {publishing::Audience::staff, "staff"},
        {publishing::Audience::approved, "approved"},
        {publishing::Audience::everybody, "everybody"},
    });
