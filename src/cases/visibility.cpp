#include "cases/visibility.h"

#include "cases/arbitration.h"
#include "people/identity.h"

namespace cases {
namespace {

using enum staff::Role;

constexpr RoleSet handlers_of_whistleblowing{coordinator, head};
constexpr RoleSet see_cases{operator_,      field_officer, coordinator,   approver, head,
                            communications, ppid,          ppid_superior, dpo,      auditor};
constexpr RoleSet see_words{operator_, field_officer, coordinator, approver, head, ppid, ppid_superior, dpo};
constexpr RoleSet see_identity{operator_, coordinator, head, ppid, ppid_superior, dpo};
constexpr RoleSet open_the_seal{coordinator, dpo};

bool has_consent(const Case& c) {
    const auto consent = people::consent_from(c.consent);
    return consent && consent->words_may_be_public;
}

bool was_verified(const Case& c) noexcept {
    switch (c.state) {
    case State::received:
    case State::archived: return false;
    // These can come straight from received, and then no words were ever released.
    case State::declined:
    case State::referred:
    case State::verified:
    case State::assigned:
    case State::in_progress:
    case State::scheduled:
    case State::awaiting_reporter:
    case State::resolved:
    case State::closed: return true;
    }
    return false;
}

} // namespace

bool is_known_to_public(const Case& c) noexcept {
    return c.kind != Kind::whistleblowing;
}

bool may_publish_words(const Case& c) noexcept {
    if (!is_known_to_public(c) || c.is_conduct() || c.identity_mode == IdentityMode::rahasia) return false;
    return !items::is_private_channel(c.visibility) || has_consent(c);
}

bool may_mention_reporter(const Case& c) noexcept {
    return is_known_to_public(c) && !c.is_conduct() && c.identity_mode == IdentityMode::public_ &&
           !items::is_private_channel(c.visibility);
}

std::optional<PublicView> public_view(const Case& c) {
    if (!is_known_to_public(c)) return std::nullopt;
    PublicView out;
    out.code = c.code;
    out.kind = c.kind;
    out.topic = c.topic;
    out.area = c.area;
    out.state = c.state;
    out.received_at = c.received_at;
    if (!was_verified(c)) return out;
    out.is_being_settled = is_being_settled(c);
    if (!c.is_conduct()) out.office = c.office;
    if (c.state == State::scheduled) {
        out.planned_day = c.planned_day;
        out.budget_source = c.budget_source;
    }
    if (!may_publish_words(c)) return out;
    out.title = c.title;
    out.text = c.public_text;
    out.place_name = c.place_name;
    out.lat = c.lat;
    out.lon = c.lon;
    if (c.state == State::scheduled || c.state == State::declined) out.public_reason = c.public_reason;
    return out;
}

StaffView staff_view(const Case& c, const Actor& actor) noexcept {
    switch (actor.party) {
    case Party::system:
    case Party::reporter: return {.may_see = true, .may_see_words = true, .may_see_identity = true};
    case Party::staff: break;
    }
    StaffView out;
    if (c.kind == Kind::whistleblowing) {
        const bool is_handler = (c.person && *c.person == actor.staff && !actor.roles.empty()) ||
                                actor.roles.meets(handlers_of_whistleblowing);
        out.may_see = is_handler;
        out.may_see_words = is_handler;
        out.may_see_identity = is_handler;
    } else {
        out.may_see = actor.roles.meets(see_cases);
        out.may_see_words = actor.roles.meets(see_words);
        out.may_see_identity = actor.roles.meets(see_identity);
    }
    if (c.identity_mode == IdentityMode::anonim)
        out.may_see_identity = out.may_see && actor.roles.meets(open_the_seal);
    return out;
}

} // namespace cases
