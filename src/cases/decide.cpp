#include "base/text.h"
#include "cases/lifecycle.h"
#include "cases/standing.h"
#include "cases/visibility.h"

namespace cases {
namespace {

using base::fail_field;
using Bodies = std::vector<Body>;

bool is_allowed(const Case& c, const Transition& t, const Actor& actor) {
    switch (actor.party) {
    case Party::reporter:
    case Party::system: return t.others.has(actor.party);
    case Party::staff: break;
    }
    if (t.roles.empty() || !staff_view(c, actor).may_see) return false;
    // Whoever handles a whistleblowing case does everything with it.
    return c.kind == Kind::whistleblowing || t.roles.meets(actor.roles);
}

bool is_possible(const Case& c, const Transition& t, const Actor& actor, base::Time now,
                 const Setting& setting) {
    // What one fix solved is solved for every report of it, also for those that nobody had assigned yet.
    if (t.command == CommandName::resolve && actor.party == Party::system) return is_open(c.state);
    if (!t.from.has(c.state)) return false;
    if (t.command == CommandName::contest) {
        if (c.kind == Kind::appreciation) return false;
        return c.state != State::closed || (setting.contest_until && now <= *setting.contest_until);
    }
    // Verifying is a person's act: routing rules send on what a person verified.
    if (t.command == CommandName::assign && actor.party == Party::system) return c.state == State::verified;
    return true;
}

/// The text of a need; what is only white space is missing.
base::Result<std::string> text(const std::optional<std::string>& given, Need need) {
    std::string trimmed(base::trim(given.value_or("")));
    if (!trimmed.empty()) return trimmed;
    const bool is_reason = need == Need::reason || need == Need::public_reason;
    return fail_field(std::string(base::code_of(need)), is_reason ? "case.needs_reason" : "field.missing");
}

bool is_blank(const std::optional<std::string>& text) {
    return !text || base::trim(*text).empty();
}

/// What each command makes happen, once state and role allow it.
class Decision {
public:
    Decision(const Case& c, base::Time now, const Setting& setting)
        : case_(c), now_(now), setting_(setting) {}

    base::Result<Bodies> operator()(const Verify& in) const {
        Verified out;
        out.kind = in.kind.value_or(case_.kind);
        if (!triage::opens_case(out.kind)) return fail_field("kind", "field.invalid", "opens no case");
        out.topic = is_blank(in.topic) ? case_.topic : in.topic;
        if (!out.topic) return fail_field("topic", "field.missing");
        out.no_place = in.no_place.value_or(false);
        if (!out.no_place) {
            out.area = is_blank(in.area) ? case_.area : in.area;
            const bool has_point = case_.lat && case_.lon;
            if (!out.area && !has_point) return fail_field("area", "field.missing");
        }
        Case after = case_;
        after.kind = out.kind;
        if (may_publish_words(after)) {
            auto words = text(in.public_text, Need::public_text);
            if (!words) return base::pass(words);
            out.public_text = std::move(*words);
        }
        out.title = setting_.title;
        if (!case_.office) {
            out.office = setting_.routed.office;
            out.rule = setting_.routed.rule;
        }
        return Bodies{out};
    }
    base::Result<Bodies> operator()(const Archive& in) const {
        if (!in.reason) return fail_field("reason", "case.needs_reason");
        return Bodies{Archived{*in.reason}};
    }
    base::Result<Bodies> operator()(const Restore&) const { return Bodies{Restored{}}; }
    base::Result<Bodies> operator()(const Assign& in) const {
        if (!in.office) return fail_field("office", "field.missing");
        if (in.office == case_.conduct_office)
            return fail_field("office", "field.invalid", "the case complains about this office");
        Bodies out;
        if (case_.state == State::received) {
            out.emplace_back(implied_verification());
        }
        out.emplace_back(Assigned{*in.office, case_.office, in.person});
        return out;
    }
    base::Result<Bodies> operator()(const Return& in) const {
        auto reason = text(in.reason, Need::reason);
        if (!reason) return base::pass(reason);
        Returned out{.reason = *reason,
                     .from_office = case_.office,
                     .to_arbiter = case_.returns >= 1,
                     .office = {},
                     .person = {}};
        if (out.to_arbiter && setting_.arbiter) {
            out.office = setting_.arbiter->office;
            if (setting_.arbiter->staff) out.person = StaffId{*setting_.arbiter->staff};
        }
        return Bodies{out};
    }
    base::Result<Bodies> operator()(const Start&) const { return Bodies{Started{}}; }
    base::Result<Bodies> operator()(const Schedule& in) const {
        auto date = text(in.date, Need::date);
        if (!date) return base::pass(date);
        const auto day = base::parse_day(*date);
        if (!day || *day < base::local_day(now_, setting_.zone))
            return fail_field("date", "field.invalid", "a day from today on is expected");
        auto budget = text(in.budget_source, Need::budget_source);
        if (!budget) return base::pass(budget);
        auto reason = text(in.public_reason, Need::public_reason);
        if (!reason) return base::pass(reason);
        return Bodies{Scheduled{*date, *budget, *reason}};
    }
    base::Result<Bodies> operator()(const Ask& in) const {
        auto question = text(in.question, Need::question);
        if (!question) return base::pass(question);
        return Bodies{QuestionAsked{*question}};
    }
    base::Result<Bodies> operator()(const Answered& in) const {
        return Bodies{ReporterAnswered{is_blank(in.answer) ? std::nullopt : in.answer}};
    }
    base::Result<Bodies> operator()(const Resolve& in) const {
        if (!in.proof) return fail_field("proof", "case.needs_proof");
        const auto demanded = demanded_proof(case_.kind, setting_.topic_proof, in.proof->kind);
        if (auto sufficient = proof::check(demanded, *in.proof, setting_.evidence); !sufficient)
            return base::pass(sufficient);
        Bodies out;
        if (case_.state == State::received) out.emplace_back(implied_verification());
        out.emplace_back(Resolved{in.proof->kind, in.proof->note, in.proof->after});
        if (case_.kind == Kind::appreciation) out.emplace_back(Closed{ClosedBy::thanks});
        return out;
    }
    base::Result<Bodies> operator()(const Confirm&) const {
        return Bodies{Confirmed{}, Closed{ClosedBy::reporter}};
    }
    base::Result<Bodies> operator()(const Contest& in) const {
        return Bodies{Contested{case_.contests + 1, /*to_head=*/case_.contests >= 1,
                                is_blank(in.words) ? std::nullopt : in.words, in.photos}};
    }
    base::Result<Bodies> operator()(const Close&) const { return Bodies{Closed{ClosedBy::silence}}; }
    base::Result<Bodies> operator()(const Decline& in) const {
        auto reason = text(in.public_reason, Need::public_reason);
        if (!reason) return base::pass(reason);
        return Bodies{Declined{*reason}};
    }
    base::Result<Bodies> operator()(const Object& in) const {
        auto reason = text(in.reason, Need::reason);
        if (!reason) return base::pass(reason);
        return Bodies{Objected{*reason, case_.level + 1, setting_.office_above}};
    }
    base::Result<Bodies> operator()(const Refer& in) const {
        auto to = text(in.agency, Need::agency);
        if (!to) return base::pass(to);
        auto handed_over = text(in.text, Need::text);
        if (!handed_over) return base::pass(handed_over);
        return Bodies{Referred{*to, *handed_over, in.receipt, in.to, in.outside}};
    }
    base::Result<Bodies> operator()(const Note& in) const {
        auto words = text(in.text, Need::text);
        if (!words) return base::pass(words);
        return Bodies{Noted{*words}};
    }
    base::Result<Bodies> operator()(const Join& in) const {
        auto with = text(in.with, Need::with);
        if (!with) return base::pass(with);
        if (*with == case_.code) return fail_field("with", "field.invalid", "a case cannot join itself");
        return Bodies{Joined{*with}};
    }
    base::Result<Bodies> operator()(const Separate& in) const {
        auto from = text(in.from, Need::from);
        if (!from) return base::pass(from);
        return Bodies{Separated{*from}};
    }
    base::Result<Bodies> operator()(const Reclassify& in) const {
        if (in.kind && !triage::opens_case(*in.kind))
            return fail_field("kind", "field.invalid", "opens no case");
        if (in.urgency && !(*in.urgency >= 0 && *in.urgency <= 1)) return fail_field("urgency");
        if (in.case_class && in.kind.value_or(case_.kind) != Kind::complaint)
            return fail_field("class", "field.invalid", "only complaints have a class");
        const bool is_empty = !in.kind && !in.case_class && is_blank(in.topic) && !in.urgency &&
                              is_blank(in.area) && !in.conduct_office;
        if (is_empty) return fail_field("change", "field.missing");
        Reclassified out{in.kind,           in.case_class,  in.topic, in.urgency, in.area,
                         in.conduct_office, setting_.title, {},       {}};
        if (in.conduct_office && setting_.is_at_conduct_office) {
            out.from_office = case_.office;
            out.office = setting_.routed.office;
        }
        return Bodies{out};
    }
    base::Result<Bodies> operator()(const ReleaseText& in) const {
        if (!may_publish_words(case_)) return base::fail(base::Kind::conflict, "case.words_private");
        auto words = text(in.public_text, Need::public_text);
        if (!words) return base::pass(words);
        return Bodies{TextReleased{*words}};
    }
    base::Result<Bodies> operator()(const Redact& in) const {
        auto reason = text(in.reason, Need::reason);
        if (!reason) return base::pass(reason);
        const bool has_words = !is_blank(in.public_text) && may_publish_words(case_);
        return Bodies{Redacted{*reason, has_words ? in.public_text : std::nullopt}};
    }

    base::Result<Bodies> operator()(const Receipt& in) const {
        auto receipt = text(in.receipt, Need::receipt);
        if (!receipt) return base::pass(receipt);
        return Bodies{Receipted{*receipt}};
    }

    base::Result<Bodies> operator()(const HandBack& in) const {
        auto reason = text(in.reason, Need::reason);
        if (!reason) return base::pass(reason);
        return Bodies{HandedBack{*reason}};
    }
    base::Result<Bodies> operator()(const Merge& in) const {
        auto with = text(in.with, Need::with);
        if (!with) return base::pass(with);
        if (*with == case_.code) return fail_field("with", "field.invalid", "an incident is one with itself");
        auto reason = text(in.reason, Need::reason);
        if (!reason) return base::pass(reason);
        return Bodies{Merged{.with = *with, .reason = *reason, .incident = {}, .gone = {}, .cases = 0}};
    }
    base::Result<Bodies> operator()(const Unmerge& in) const {
        auto reason = text(in.reason, Need::reason);
        if (!reason) return base::pass(reason);
        return Bodies{Unmerged{.with = {}, .reason = *reason, .incident = {}, .again = {}, .cases = 0}};
    }

private:
    /// Releases no words.
    [[nodiscard]] Verified implied_verification() const {
        Verified out;
        out.kind = case_.kind;
        out.topic = case_.topic;
        out.area = case_.area;
        out.implied = true;
        return out;
    }

    const Case& case_;
    base::Time now_;
    const Setting& setting_;
};

} // namespace

base::Result<std::vector<Event>> decide(const Case& c, const Command& command, const Actor& actor,
                                        base::Time now, const Setting& setting) {
    const Transition& t = transition(name_of(command));
    if (!is_allowed(c, t, actor)) return base::fail(base::Kind::forbidden, "office.not_yours");
    if (!is_possible(c, t, actor, now, setting)) return base::fail(base::Kind::conflict, "case.wrong_state");
    auto bodies = std::visit(Decision(c, now, setting), command);
    if (!bodies) return base::pass(bodies);
    std::vector<Event> out;
    for (Body& body : *bodies)
        out.push_back({now, actor.party, actor.staff, std::move(body)});
    return out;
}

std::vector<CommandName> available(const Case& c, const Actor& actor, base::Time now,
                                   const Setting& setting) {
    std::vector<CommandName> out;
    for (const Transition& t : transitions) {
        // A reporter joins while they report, and never by a button on their page.
        if (t.command == CommandName::join && actor.party == Party::reporter) continue;
        if (is_allowed(c, t, actor) && is_possible(c, t, actor, now, setting)) out.push_back(t.command);
    }
    return out;
}

proof::ProofKind demanded_proof(Kind kind, proof::ProofKind topic_proof, proof::ProofKind given) noexcept {
    using enum proof::ProofKind;
    switch (kind) {
    case Kind::complaint: return topic_proof;
    case Kind::whistleblowing: return given;
    case Kind::information_request: return given == document ? document : answer;
    case Kind::question:
    case Kind::aspiration:
    case Kind::appreciation:
    case Kind::information:
    case Kind::other:
    case Kind::spam: return answer;
    }
    return answer;
}

} // namespace cases
