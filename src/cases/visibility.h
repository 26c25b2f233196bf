// What may be shown of a case: to the public, to a member of staff. Every page, feed and API asks here.
// Never fails: what may not be shown is absent.
#pragma once
#include "cases/actor.h"

namespace cases {

/// All that the public may see; a case it may not know of has none.
struct PublicView {
    std::string code;
    Kind kind = Kind::complaint;
    std::optional<std::string> topic;
    std::optional<std::string> area;
    State state = State::received;
    std::optional<OfficeId> office;
    base::Time received_at{};
    bool is_being_settled = false; ///< two offices refused it: who is responsible is being decided
    // Only once verified, and only where words may be public:
    std::optional<std::string> title;
    std::optional<std::string> text;
    std::optional<std::string> place_name;
    std::optional<double> lat;
    std::optional<double> lon;
    std::optional<std::string> public_reason;
    std::optional<std::string> planned_day;
    std::optional<std::string> budget_source;
    bool operator==(const PublicView&) const = default;
};
[[nodiscard]] std::optional<PublicView> public_view(const Case& c);

/// Whistleblowing is known to its handlers alone.
[[nodiscard]] bool is_known_to_public(const Case& c) noexcept;
/// Whether its words may be public at all once a person released them: never of rahasia, whistleblowing or
/// conduct cases, of private channels only with consent.
[[nodiscard]] bool may_publish_words(const Case& c) noexcept;
/// Whether an answer in public may name or mention the reporter.
[[nodiscard]] bool may_mention_reporter(const Case& c) noexcept;

struct StaffView {
    bool may_see = false; ///< that the case exists, and its timeline
    bool may_see_words = false;
    bool may_see_identity = false; ///< each view is logged
    bool operator==(const StaffView&) const = default;
};
[[nodiscard]] StaffView staff_view(const Case& c, const Actor& actor) noexcept;

} // namespace cases
