// What happened to a case, as typed facts with stable kind names, and as data of table events:
// {"public":{...},"staff":{...}}. Only the public part may ever leave the house; words of citizens and staff
// stand in the other, so that erasing them changes nothing that was published. Reading unknown kinds or
// broken data fails with field.invalid or field.missing.
#pragma once
#include "cases/actor.h"
#include "cases/command.h"
#include "cases/route.h"

namespace cases {

struct Received {
    std::string code;
    Kind kind = Kind::complaint;
    std::optional<Class> case_class;
    std::optional<std::string> topic;
    double urgency = 0;
    std::optional<OfficeId> office;
    std::optional<agency::RoutingRuleId> rule; ///< that chose the office; null: no rule fitted
    std::optional<OfficeId> conduct_office;
    std::optional<std::string> area;
    std::optional<std::string> place_name;
    std::optional<double> lat;
    std::optional<double> lon;
    std::optional<double> place_p;
    IdentityMode identity_mode = IdentityMode::public_;
    Visibility visibility = Visibility::public_;
    int consent = 0;
    agency::AccountId account;
    std::optional<people::IdentityId> identity;
    std::string title;
    std::optional<std::string> language; ///< of the page it was written on, "id" or "en": answers come in it
    std::optional<bool> is_history = {}; ///< from before this installation: the reporter is not told
    bool operator==(const Received&) const = default;
};
struct Verified {
    Kind kind = Kind::complaint;
    std::optional<std::string> topic;
    std::optional<std::string> area;
    bool no_place = false;
    std::optional<std::string> title;       ///< when kind, topic or place gave it another one
    std::optional<std::string> public_text; ///< missing: no words were released
    bool implied = false;                   ///< by assigning it
    std::optional<OfficeId> office;         ///< where the rules send it, when it had none
    std::optional<agency::RoutingRuleId> rule;
    bool operator==(const Verified&) const = default;
};
struct Archived {
    ArchiveReason reason = ArchiveReason::spam;
    bool operator==(const Archived&) const = default;
};
struct Restored {
    bool operator==(const Restored&) const = default;
};
struct Assigned {
    OfficeId office;
    std::optional<OfficeId> from_office;
    std::optional<StaffId> person;
    bool operator==(const Assigned&) const = default;
};
struct Returned {
    std::string reason;
    std::optional<OfficeId> from_office;
    bool to_arbiter = false;
    std::optional<OfficeId> office; ///< the arbiter's; null: the coordinator's queue
    std::optional<StaffId> person;
    bool operator==(const Returned&) const = default;
};
struct Started {
    bool operator==(const Started&) const = default;
};
struct Scheduled {
    std::string date;
    std::string budget_source;
    std::string public_reason;
    bool operator==(const Scheduled&) const = default;
};
struct QuestionAsked {
    std::string question;
    bool operator==(const QuestionAsked&) const = default;
};
struct ReporterAnswered {
    std::optional<std::string> answer;
    bool operator==(const ReporterAnswered&) const = default;
};
struct Resolved {
    proof::ProofKind proof = proof::ProofKind::photo;
    std::string note;
    std::vector<std::string> after;      ///< sha256
    std::optional<bool> is_history = {}; ///< as a register of the past tells it, without what proved it
    bool operator==(const Resolved&) const = default;
};
struct Confirmed {
    bool operator==(const Confirmed&) const = default;
};
struct Contested {
    int round = 1;
    bool to_head = false;
    std::optional<std::string> words;
    std::vector<std::string> photos;
    bool operator==(const Contested&) const = default;
};
enum class ClosedBy { reporter, silence, thanks, history };
struct Closed {
    ClosedBy by = ClosedBy::reporter;
    bool operator==(const Closed&) const = default;
};
struct Declined {
    std::string public_reason;
    bool operator==(const Declined&) const = default;
};
struct Objected {
    std::string reason;
    int level = 1;
    std::optional<OfficeId> office; ///< one level up
    bool operator==(const Objected&) const = default;
};
struct Referred {
    std::string agency;
    std::string text;
    std::optional<std::string> receipt;
    std::optional<base::AgencyId> to; ///< another agency of this installation: it gets a case
    std::optional<agency::OutsideId> outside =
        {}; ///< one outside that was set up: it gets a mail or a request
    bool operator==(const Referred&) const = default;
};
struct Noted {
    std::string text;
    bool operator==(const Noted&) const = default;
};
struct Joined {
    std::string with;
    bool operator==(const Joined&) const = default;
};
struct Separated {
    std::string from;
    bool operator==(const Separated&) const = default;
};
struct Reclassified {
    std::optional<Kind> kind;
    std::optional<Class> case_class;
    std::optional<std::string> topic;
    std::optional<double> urgency;
    std::optional<std::string> area;
    std::optional<OfficeId> conduct_office;
    std::optional<std::string> title;
    std::optional<OfficeId> from_office; ///< had it, and is complained about or below that
    std::optional<OfficeId> office;      ///< has it then; null: the coordinator's queue
    bool operator==(const Reclassified&) const = default;
};
struct TextReleased {
    std::string public_text;
    bool operator==(const TextReleased&) const = default;
};
struct Redacted {
    std::string reason;
    std::optional<std::string> public_text;
    bool operator==(const Redacted&) const = default;
};
/// The other agency's own number came back.
struct Receipted {
    std::string receipt;
    bool operator==(const Receipted&) const = default;
};
/// The other agency said that it is not theirs.
struct HandedBack {
    std::string reason;
    bool operator==(const HandedBack&) const = default;
};
/// Two incidents became one; each case of both tells.
struct Merged {
    std::string with; ///< code of a case of the other incident
    std::string reason;
    IncidentId incident; ///< all are in now
    IncidentId gone;     ///< came into it
    int cases = 0;       ///< that came over
    bool operator==(const Merged&) const = default;
};
/// And are two again, as they were.
struct Unmerged {
    std::string with;
    std::string reason;
    IncidentId incident;
    IncidentId again; ///< stands by itself again
    int cases = 0;    ///< that went back
    bool operator==(const Unmerged&) const = default;
};
enum class MoveReason { merged, split, rules };
/// To another office as it stands: state and clocks stay.
struct Moved {
    OfficeId office;
    std::optional<OfficeId> from_office;
    MoveReason reason = MoveReason::rules;
    std::optional<agency::RoutingRuleId> rule;
    bool operator==(const Moved&) const = default;
};
enum class EntrustReason { least_work, turn, substitute, left };
/// Another person of the same office has it; null: nobody yet.
struct Entrusted {
    std::optional<StaffId> person;
    std::optional<StaffId> from_person;
    EntrustReason reason = EntrustReason::least_work;
    bool operator==(const Entrusted&) const = default;
};
struct Escalated {
    std::string deadline;
    int level = 1;
    bool operator==(const Escalated&) const = default;
};

using Body = std::variant<Received, Verified, Archived, Restored, Assigned, Returned, Started, Scheduled,
                          QuestionAsked, ReporterAnswered, Resolved, Confirmed, Contested, Closed, Declined,
                          Objected, Referred, Noted, Joined, Separated, Reclassified, TextReleased, Redacted,
                          Escalated, Receipted, Moved, Entrusted, HandedBack, Merged, Unmerged>;

struct Event {
    base::Time at{};
    Party by = Party::system;
    StaffId staff; ///< empty unless by staff
    Body body;
    bool operator==(const Event&) const = default;
};

/// "case.verified": stable.
[[nodiscard]] std::string_view kind_of(const Body& body) noexcept;
/// As deadline profiles name it: "received", "assigned", "asked", "reporter_answered".
[[nodiscard]] std::string_view happening_of(const Body& body) noexcept;

/// Told by a register of the past: nobody is told of it, its deadlines pass in silence.
[[nodiscard]] bool is_history(const Body& body) noexcept;

/// Whether the public learns that it happened; `after` is the case once it had.
[[nodiscard]] bool is_public(const Case& after, const Body& body) noexcept;
/// {"public":{...},"staff":{...}}: the two together are all members; the public part is empty when the event
/// is not public.
[[nodiscard]] base::json::Object to_data(const Case& after, const Body& body);
/// From the kind and what to_data() gave.
[[nodiscard]] base::Result<Body> read_body(std::string_view kind, const base::json::Value& data);
/// The same data without words of citizens and staff: what erasing leaves. The public part stays as it is.
[[nodiscard]] base::json::Object without_words(std::string_view kind, base::json::Object data);

} // namespace cases

template <> inline constexpr auto base::codes<cases::ClosedBy> = std::to_array<base::Coded<cases::ClosedBy>>({
    {cases::ClosedBy::reporter, "reporter"},
    {cases::ClosedBy::silence, "silence"},
    {cases::ClosedBy::thanks, "thanks"},
    {cases::ClosedBy::history, "history"},
});
template <> inline constexpr auto base::codes<cases::MoveReason> =
    std::to_array<base::Coded<cases::MoveReason>>({
        {cases::MoveReason::merged, "merged"},
        {cases::MoveReason::split, "split"},
        {cases::MoveReason::rules, "rules"},
    });
template <> inline constexpr auto base::codes<cases::EntrustReason> =
    std::to_array<base::Coded<cases::EntrustReason>>({
        {cases::EntrustReason::least_work, "least_work"},
        {cases::EntrustReason::turn, "turn"},
        {cases::EntrustReason::substitute, "substitute"},
        {cases::EntrustReason::left, "left"},
    });
