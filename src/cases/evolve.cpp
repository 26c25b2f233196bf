#include "cases/lifecycle.h"

#include <algorithm>

namespace cases {
namespace {

/// The level at which a head takes a case over.
constexpr int head_level = 1;

class Evolution {
public:
    explicit Evolution(Case& c) : c_(c) {}

    void operator()(const Received& e) {
        c_.version = 0;
        c_.code = e.code;
        c_.kind = e.kind;
        c_.case_class = e.case_class;
        c_.topic = e.topic;
        c_.urgency = e.urgency;
        c_.state = State::received;
        c_.office = e.office;
        c_.conduct_office = e.conduct_office;
        c_.area = e.area;
        c_.place_name = e.place_name;
        c_.lat = e.lat;
        c_.lon = e.lon;
        c_.place_p = e.place_p;
        c_.identity_mode = e.identity_mode;
        c_.visibility = e.visibility;
        c_.consent = e.consent;
        c_.account = e.account;
        c_.identity = e.identity;
        c_.title = e.title;
    }
    void operator()(const Verified& e) {
        c_.state = State::verified;
        be_of(e.kind);
        c_.topic = e.topic;
        if (e.no_place) {
            c_.area.reset();
            c_.place_name.reset();
            c_.lat.reset();
            c_.lon.reset();
            c_.place_p.reset();
        } else {
            be_at(e.area);
        }
        if (e.title) c_.title = *e.title;
        if (e.public_text) c_.public_text = e.public_text;
        if (e.office) c_.office = e.office;
    }
    void operator()(const Archived&) { c_.state = State::archived; }
    void operator()(const Restored&) { c_.state = State::received; }
    void operator()(const Assigned& e) {
        c_.state = State::assigned;
        c_.office = e.office;
        c_.person = e.person;
    }
    void operator()(const Returned& e) {
        c_.state = State::verified;
        c_.office = e.office;
        c_.person = e.person;
        ++c_.returns;
        if (e.to_arbiter) c_.level = std::max(c_.level, head_level);
    }
    void operator()(const Started&) { c_.state = State::in_progress; }
    void operator()(const Scheduled& e) {
        c_.state = State::scheduled;
        c_.planned_day = e.date;
        c_.budget_source = e.budget_source;
        c_.public_reason = e.public_reason;
    }
    void operator()(const QuestionAsked&) {
        c_.state_before = c_.state;
        c_.state = State::awaiting_reporter;
    }
    void operator()(const ReporterAnswered&) {
        c_.state = c_.state_before.value_or(State::verified);
        c_.state_before.reset();
    }
    void operator()(const Resolved&) {
        c_.state = State::resolved;
        c_.state_before.reset(); // carried over while its reporter was being asked
    }
    void operator()(const Confirmed&) {}
    void operator()(const Contested& e) {
        c_.state = State::in_progress;
        c_.contests = e.round;
        if (e.to_head) c_.level = std::max(c_.level + 1, head_level);
    }
    void operator()(const Closed&) { c_.state = State::closed; }
    void operator()(const Declined& e) {
        c_.state = State::declined;
        c_.public_reason = e.public_reason;
    }
    void operator()(const Objected& e) {
        c_.state = State::verified;
        c_.level = e.level;
        c_.office = e.office;
        c_.person.reset();
        c_.public_reason.reset();
    }
    void operator()(const Referred&) { c_.state = State::referred; }
    void operator()(const Noted&) {}
    void operator()(const Joined&) {}
    void operator()(const Separated&) {}
    void operator()(const Merged&) {}
    void operator()(const Unmerged&) {}
    void operator()(const Reclassified& e) {
        if (e.kind) be_of(*e.kind);
        if (e.case_class) c_.case_class = e.case_class;
        if (e.topic) c_.topic = e.topic;
        if (e.urgency) c_.urgency = *e.urgency;
        if (e.area) be_at(e.area);
        if (e.conduct_office) c_.conduct_office = e.conduct_office;
        if (e.title) c_.title = *e.title;
        if (e.from_office) {
            c_.office = e.office;
            c_.person.reset();
        }
    }
    void operator()(const TextReleased& e) { c_.public_text = e.public_text; }
    void operator()(const Redacted& e) { c_.public_text = e.public_text; }
    void operator()(const Escalated& e) { c_.level = e.level; }
    void operator()(const Receipted&) {}
    void operator()(const Moved& e) {
        c_.office = e.office;
        c_.person.reset();
    }
    void operator()(const Entrusted& e) { c_.person = e.person; }
    void operator()(const HandedBack&) {
        c_.state = State::verified;
        c_.person.reset();
    }

private:
    void be_of(Kind kind) {
        c_.kind = kind;
        if (kind != Kind::complaint) c_.case_class.reset();
    }
    /// A point and a name belong to the area in which they were found.
    void be_at(const std::optional<std::string>& area) {
        if (c_.area == area) return;
        if (c_.area) {
            c_.place_name.reset();
            c_.lat.reset();
            c_.lon.reset();
            c_.place_p.reset();
        }
        c_.area = area;
    }

    Case& c_;
};

/// Facts beside the case: its row stays as it is, so that nobody's open form is outdated by a note.
bool changes_the_row(const Body& body) noexcept {
    return !std::holds_alternative<Noted>(body) && !std::holds_alternative<Joined>(body) &&
           !std::holds_alternative<Separated>(body) && !std::holds_alternative<Confirmed>(body) &&
           !std::holds_alternative<Receipted>(body) && !std::holds_alternative<Merged>(body) &&
           !std::holds_alternative<Unmerged>(body);
}

} // namespace

Case evolve(Case c, const Event& event) {
    if (!changes_the_row(event.body)) return c;
    std::visit(Evolution(c), event.body);
    // Who looks at it changes by itself at any moment: no open form is outdated by that.
    if (!std::holds_alternative<Escalated>(event.body)) ++c.version;
    c.changed_at = event.at;
    if (std::holds_alternative<Received>(event.body)) c.received_at = event.at;
    return c;
}

Case replay(Case seed, std::span<const Event> events) {
    for (const Event& event : events)
        seed = evolve(std::move(seed), event);
    return seed;
}

} // namespace cases
