// A case (laporan): one citizen matter, as a row of table cases. Plain values; reading an unknown code fails
// with `field.invalid`.
#pragma once
#include "agency/account.h"
#include "items/item.h"
#include "people/vault.h"
#include "staff/principal.h"
#include "triage/kind.h"

namespace cases {

using CaseId = base::Id<struct CaseTag>;
using IncidentId = base::Id<struct IncidentTag>;
using agency::OfficeId;
using staff::StaffId;
using triage::Kind;
using Visibility = items::Visibility;

/// Set by staff; decides how long solving may take.
enum class Class { no_oversight, oversight };

enum class State {
    received,
    verified,
    assigned,
    in_progress,
    scheduled,
    awaiting_reporter,
    resolved,
    closed,
    referred,
    declined,
    archived,
};

/// public_: name known to staff. anonim: sealed for all but those with the right. rahasia: no words in
/// public.
enum class IdentityMode { public_, anonim, rahasia };

} // namespace cases

template <> inline constexpr auto base::codes<cases::Class> = std::to_array<base::Coded<cases::Class>>({
    {cases::Class::no_oversight, "no_oversight"},
    {cases::Class::oversight, "oversight"},
});
template <> inline constexpr auto base::codes<cases::State> = std::to_array<base::Coded<cases::State>>({
    {cases::State::received, "received"},
    {cases::State::verified, "verified"},
    {cases::State::assigned, "assigned"},
    {cases::State::in_progress, "in_progress"},
    {cases::State::scheduled, "scheduled"},
    {cases::State::awaiting_reporter, "awaiting_reporter"},
    {cases::State::resolved, "resolved"},
    {cases::State::closed, "closed"},
    {cases::State::referred, "referred"},
    {cases::State::declined, "declined"},
    {cases::State::archived, "archived"},
});
template <> inline constexpr auto base::codes<cases::IdentityMode> =
    std::to_array<base::Coded<cases::IdentityMode>>({
        {cases::IdentityMode::public_, "public"},
        {cases::IdentityMode::anonim, "anonim"},
        {cases::IdentityMode::rahasia, "rahasia"},
    });

namespace cases {

/// A row of table cases; members stand in the order of its columns.
struct Case {
    base::AgencyId agency;
    CaseId id;
    std::string code; ///< "TGP-7K3M-9QXT"
    int version = 1;  ///< rises with every event that outdates a form: not with notes, not with escalation
    Kind kind = Kind::complaint;
    std::optional<Class> case_class; ///< complaints only; null counts as no_oversight
    std::optional<std::string> topic;
    double urgency = 0; ///< 0..1
    State state = State::received;
    std::optional<State> state_before; ///< to return to from awaiting_reporter
    std::optional<OfficeId> office;    ///< null: in the coordinator's queue
    std::optional<StaffId> person;
    std::optional<OfficeId> conduct_office; ///< whose people it complains about: that office never sees it
    std::optional<std::string> area;        ///< Kepmendagri code
    std::optional<std::string> place_name;
    std::optional<double> lat;
    std::optional<double> lon;
    std::optional<double> place_p;
    IdentityMode identity_mode = IdentityMode::public_;
    Visibility visibility = Visibility::public_;
    int consent = 0; ///< people::Consent as flags
    agency::AccountId account;
    std::optional<people::IdentityId> identity;
    std::string secret_hash;   ///< of the secret in the reporter's link
    std::string title;         ///< topic and place, never the reporter's words
    std::string proposed_text; ///< masked by the machine, for staff to release
    std::optional<std::string> public_text;
    int returns = 0;
    int contests = 0;
    int level = 0; ///< 0: the office; 1: its head; each more is one level up
    std::optional<std::string> public_reason;
    std::optional<std::string> planned_day; ///< "2026-06-08"
    std::optional<std::string> budget_source;
    base::Time received_at{};
    base::Time changed_at{};
    bool operator==(const Case&) const = default;

    [[nodiscard]] bool is_conduct() const noexcept { return conduct_office.has_value(); }
};
BOOST_DESCRIBE_STRUCT(Case, (),
                      (agency, id, code, version, kind, case_class, topic, urgency, state, state_before,
                       office, person, conduct_office, area, place_name, lat, lon, place_p, identity_mode,
                       visibility, consent, account, identity, secret_hash, title, proposed_text, public_text,
                       returns, contests, level, public_reason, planned_day, budget_source, received_at,
                       changed_at))

inline constexpr std::size_t max_title = 120; ///< characters
inline constexpr std::size_t max_reason = 2'000;
inline constexpr std::size_t max_public_text = 10'000;

/// "Jalan rusak, Jl. Melati, Tebet": what it is about and where, each part left out when it is not known; the
/// kind's name when both are missing. Made of the agency's own words, so it may stand in public.
[[nodiscard]] std::string title_of(Kind kind, std::string_view topic_name, std::string_view place_name);

/// The class as deadline rules name it.
[[nodiscard]] std::string_view class_code(const Case& c) noexcept;

} // namespace cases
