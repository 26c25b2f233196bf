// A rehearsal: what other rules would have done with the cases of some days. Only counted; nothing moves.
#pragma once
#include "cases/routing.h"

namespace cases {

using RehearsalId = base::Id<struct RehearsalTag>;

enum class RehearsalState { running, done };

/// Cases that would go from one office to another; none is the coordinator's queue.
struct Shift {
    std::optional<OfficeId> from, to;
    std::int64_t n = 0;
    std::vector<std::string> samples; ///< codes of the first few
    bool operator==(const Shift&) const = default;
};
BOOST_DESCRIBE_STRUCT(Shift, (), (from, to, n, samples))

struct Fires {
    agency::RoutingRuleId rule;
    std::int64_t n = 0;
    bool operator==(const Fires&) const = default;
};
BOOST_DESCRIBE_STRUCT(Fires, (), (rule, n))

struct Shifts {
    std::vector<Shift> shifts; ///< the largest first
    std::vector<Fires> fires;  ///< of the other rules, by rule
    std::int64_t unplaced_now = 0, unplaced_then = 0;
    bool operator==(const Shifts&) const = default;

    [[nodiscard]] std::int64_t moved() const noexcept;
};
BOOST_DESCRIBE_STRUCT(Shifts, (), (shifts, fires, unplaced_now, unplaced_then))

/// A case as rules see it, and its code.
struct Past {
    CaseId id;
    std::string code;
    Kind kind = Kind::complaint;
    std::optional<std::string> topic, area;
    std::optional<double> lat, lon;
    agency::AccountId account;
    std::string proposed_text;
    std::optional<OfficeId> conduct_office;
    base::Time received_at{};
};
BOOST_DESCRIBE_STRUCT(Past, (),
                      (id, code, kind, topic, area, lat, lon, account, proposed_text, conduct_office,
                       received_at))

[[nodiscard]] Matter matter_of(const Past& c);

/// Adds what the rules of now and the others make of these cases.
void rehearse(Shifts& sum, std::span<const Past> cases, const RuleSet& now, const RuleSet& then);

struct Rehearsal {
    RehearsalId id;
    base::Time asked_at{};
    base::Time since{};
    RehearsalState state = RehearsalState::running;
    std::int64_t n_read = 0;
    std::int64_t n_total = 0;
    Shifts outcome;
};

inline constexpr std::chrono::days rehearsed_days{90};

} // namespace cases

template <> inline constexpr auto base::codes<cases::RehearsalState> =
    std::to_array<base::Coded<cases::RehearsalState>>({
        {cases::RehearsalState::running, "running"},
        {cases::RehearsalState::done, "done"},
    });
