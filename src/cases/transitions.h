// The one table of the lifecycle, and its Markdown for docs/lifecycle.md. Constants; never fails.
#pragma once
#include "cases/actor.h"
#include "cases/command.h"

namespace cases {

using StateSet = Bits<State>;
inline constexpr StateSet any_state{State::received,    State::verified,  State::assigned,
                                    State::in_progress, State::scheduled, State::awaiting_reporter,
                                    State::resolved,    State::closed,    State::referred,
                                    State::declined,    State::archived};

enum class Need {
    kind,
    topic,
    place,
    public_text,
    reason,
    public_reason,
    office,
    date,
    budget_source,
    question,
    proof,
    agency,
    text,
    with,
    from,
    change,
    receipt,
};

enum class To { state, same, before };

/// What a command does to the clocks; profiles decide which of them it touches.
enum class ClockEffect { none, meets, starts, pauses, resumes, reopens, ends, recounts };

struct Transition {
    CommandName command;
    StateSet from;
    RoleSet roles;           ///< of staff; empty: not staff
    Bits<Party> others = {}; ///< reporter or system
    Bits<Need> needs = {};
    To to = To::state;
    State state = State::received; ///< with To::state
    ClockEffect clocks = ClockEffect::none;
    std::string_view told = {}; ///< what the reporter is told: key of case_words; empty: nothing
};

namespace roles {
using enum staff::Role;
inline constexpr RoleSet desk{operator_, coordinator};
inline constexpr RoleSet office{operator_};
inline constexpr RoleSet work{operator_, field_officer};
inline constexpr RoleSet coordination{coordinator};
inline constexpr RoleSet redaction{operator_, coordinator, dpo};
/// Everyone with a part in the case; auditors only read.
inline constexpr RoleSet taking_part{operator_, field_officer, coordinator, approver, head, ppid, dpo};
} // namespace roles

inline constexpr Bits<Party> by_reporter{Party::reporter};
inline constexpr Bits<Party> by_system{Party::system};

// clang-format off
inline constexpr auto transitions = std::to_array<Transition>({
    {.command = CommandName::verify, .from = {State::received}, .roles = roles::desk,
     .needs = {Need::kind, Need::topic, Need::place, Need::public_text},
     .state = State::verified, .clocks = ClockEffect::meets, .told = "verified"},
    {.command = CommandName::archive, .from = {State::received}, .roles = roles::desk,
     .needs = {Need::reason}, .state = State::archived, .clocks = ClockEffect::ends},
    {.command = CommandName::restore, .from = {State::archived}, .roles = roles::desk,
     .state = State::received, .clocks = ClockEffect::reopens},
    {.command = CommandName::assign,
     .from = {State::received, State::verified, State::assigned, State::in_progress, State::scheduled},
     .roles = roles::coordination, .others = by_system, .needs = {Need::office},
     .state = State::assigned, .clocks = ClockEffect::starts, .told = "assigned"},
    {.command = CommandName::return_, .from = {State::assigned}, .roles = roles::office,
     .needs = {Need::reason}, .state = State::verified},
    {.command = CommandName::start, .from = {State::assigned, State::scheduled}, .roles = roles::work,
     .state = State::in_progress, .clocks = ClockEffect::meets, .told = "started"},
    {.command = CommandName::schedule, .from = {State::assigned, State::in_progress}, .roles = roles::office,
     .needs = {Need::date, Need::budget_source, Need::public_reason},
     .state = State::scheduled, .clocks = ClockEffect::meets, .told = "scheduled"},
    {.command = CommandName::ask, .from = {State::verified, State::assigned, State::in_progress},
     .roles = roles::office, .needs = {Need::question},
     .state = State::awaiting_reporter, .clocks = ClockEffect::pauses, .told = "asked"},
    {.command = CommandName::answered, .from = {State::awaiting_reporter}, .roles = roles::office,
     .others = by_reporter, .to = To::before, .clocks = ClockEffect::resumes},
    {.command = CommandName::resolve, .from = {State::assigned, State::in_progress, State::scheduled},
     .roles = roles::work, .others = by_system, .needs = {Need::proof},
     .state = State::resolved, .clocks = ClockEffect::meets, .told = "resolved"},
    {.command = CommandName::confirm, .from = {State::resolved}, .roles = {}, .others = by_reporter,
     .state = State::closed, .clocks = ClockEffect::meets, .told = "confirmed"},
    {.command = CommandName::contest, .from = {State::resolved, State::closed}, .roles = {},
     .others = by_reporter, .state = State::in_progress, .clocks = ClockEffect::reopens, .told = "contested"},
    {.command = CommandName::close, .from = {State::resolved}, .roles = {}, .others = by_system,
     .state = State::closed, .clocks = ClockEffect::ends, .told = "closed"},
    {.command = CommandName::decline, .from = {State::received, State::verified, State::assigned},
     .roles = roles::coordination, .needs = {Need::public_reason},
     .state = State::declined, .clocks = ClockEffect::ends, .told = "declined"},
    {.command = CommandName::object, .from = {State::declined}, .roles = {}, .others = by_reporter,
     .needs = {Need::reason}, .state = State::verified, .clocks = ClockEffect::reopens, .told = "objected"},
    {.command = CommandName::refer, .from = {State::received, State::verified, State::assigned},
     .roles = roles::coordination, .needs = {Need::agency, Need::text},
     .state = State::referred, .clocks = ClockEffect::ends, .told = "referred"},
    {.command = CommandName::note, .from = any_state, .roles = roles::taking_part,
     .needs = {Need::text}, .to = To::same},
    {.command = CommandName::join, .from = any_state, .roles = roles::desk, .others = by_reporter,
     .needs = {Need::with}, .to = To::same},
    {.command = CommandName::separate, .from = any_state, .roles = roles::desk,
     .needs = {Need::from}, .to = To::same},
    {.command = CommandName::reclassify, .from = any_state, .roles = roles::desk,
     .needs = {Need::change}, .to = To::same, .clocks = ClockEffect::recounts},
    {.command = CommandName::release_text, .from = any_state, .roles = roles::desk,
     .needs = {Need::public_text}, .to = To::same},
    {.command = CommandName::redact, .from = any_state, .roles = roles::redaction,
     .needs = {Need::reason}, .to = To::same},
    {.command = CommandName::receipt, .from = {State::referred}, .roles = roles::coordination,
     .others = by_system, .needs = {Need::receipt}, .to = To::same, .told = "receipted"},
    {.command = CommandName::hand_back, .from = {State::referred}, .roles = roles::coordination,
     .others = by_system, .needs = {Need::reason}, .state = State::verified,
     .clocks = ClockEffect::reopens, .told = "handed_back"},
    {.command = CommandName::merge, .from = any_state, .roles = roles::desk,
     .needs = {Need::with, Need::reason}, .to = To::same},
    {.command = CommandName::unmerge, .from = any_state, .roles = roles::desk,
     .needs = {Need::reason}, .to = To::same},
});
// clang-format on

[[nodiscard]] const Transition& transition(CommandName command) noexcept;

/// docs/lifecycle.md as it must be.
[[nodiscard]] std::string lifecycle_table();

} // namespace cases

template <> inline constexpr auto base::codes<cases::Need> = std::to_array<base::Coded<cases::Need>>({
    {cases::Need::kind, "kind"},
    {cases::Need::topic, "topic"},
    {cases::Need::place, "area"},
    {cases::Need::public_text, "public_text"},
    {cases::Need::reason, "reason"},
    {cases::Need::public_reason, "public_reason"},
    {cases::Need::office, "office"},
    {cases::Need::date, "date"},
    {cases::Need::budget_source, "budget_source"},
    {cases::Need::question, "question"},
    {cases::Need::proof, "proof"},
    {cases::Need::agency, "agency"},
    {cases::Need::text, "text"},
    {cases::Need::with, "with"},
    {cases::Need::from, "from"},
    {cases::Need::change, "change"},
    {cases::Need::receipt, "receipt"},
});
