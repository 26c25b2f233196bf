// The life of a case: one table says which command leads where, by whom and with what; `decide` says what
// happens, `evolve` what it makes of the case. Pure. Refusals: forbidden `office.not_yours`, conflict
// `case.wrong_state`, invalid `case.needs_reason`, `case.needs_proof`, `field.missing`, `field.invalid`, each
// with the member it is about.
#pragma once
#include "agency/arbiter.h"
#include "cases/event.h"
#include "cases/route.h"
#include "cases/transitions.h"

namespace cases {

/// What agency, topic, profile and database know that the case itself does not say.
struct Setting {
    proof::ProofKind topic_proof = proof::ProofKind::answer; ///< what the case's topic demands
    proof::Evidence evidence;                                ///< of the photos of a `resolve`
    std::optional<base::Time> contest_until; ///< of a closed case: profile's days after closing; null: over
    std::optional<OfficeId> office_above;    ///< where an objection goes; null: the coordinator's queue
    std::optional<std::string> title;        ///< after `verify` and `reclassify`, when it changes
    base::Zone zone = base::Zone::wib;       ///< decides the day of `schedule`
    bool is_at_conduct_office = false;       ///< `reclassify` names the office that has it, or one above that
    std::optional<agency::Arbiter> arbiter;  ///< of the second return; null: the coordinator's queue
    Route routed; ///< where the rules send it as `verify` leaves it, or as `reclassify` does
};

/// What happens when the actor does this now. One event, or two: assigning what was only received verifies
/// it, confirming and thanking close it.
[[nodiscard]] base::Result<std::vector<Event>> decide(const Case& c, const Command& command,
                                                      const Actor& actor, base::Time now,
                                                      const Setting& setting = {});

/// The case after the event. A received event makes a case of what only the row knows: agency, id, secret,
/// proposed words.
[[nodiscard]] Case evolve(Case c, const Event& event);
[[nodiscard]] Case replay(Case seed, std::span<const Event> events);

/// The commands that the actor may give in this state, in the order of the table: the buttons of a screen.
[[nodiscard]] std::vector<CommandName> available(const Case& c, const Actor& actor, base::Time now,
                                                 const Setting& setting = {});

/// What resolves it: questions, requests and ideas an answer, thanks a thank-you, complaints what their topic
/// demands, whistleblowing whatever its handler gives.
[[nodiscard]] proof::ProofKind demanded_proof(Kind kind, proof::ProofKind topic_proof,
                                              proof::ProofKind given) noexcept;

} // namespace cases
