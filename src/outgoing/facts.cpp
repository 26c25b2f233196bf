#include "outgoing/facts.h"

#include "base/spoken_time.h"

#include <algorithm>

namespace outgoing {
namespace {

/// The deadline of which a message speaks: what the reporter waits for, or what waits for them.
std::string_view deadline_of(const Occasion& o) {
    if (!o.deadline.empty()) return o.deadline;
    const TemplateKey key = o.key;
    return key == TemplateKey::resolved || key == TemplateKey::silence_soon ? "silence" : "resolve";
}

void set_deadline(Facts& facts, const Occasion& o) {
    auto found = std::ranges::find(o.deadlines, deadline_of(o), &deadlines::Deadline::name);
    // A promise that has passed or stands still is none.
    if (found == o.deadlines.end() || !found->is_running() || found->paused_at || found->due_at <= o.now)
        return;
    facts.set(Variable::tenggat, base::spoken_time(found->due_at, o.directory.agency().zone, o.language));
}

std::string office_name(const Occasion& o, std::optional<cases::OfficeId> office) {
    return office ? o.directory.path_name(*office) : std::string();
}

/// What the event itself says.
struct FromBody {
    Facts& facts;
    const Occasion& o;
    void operator()(const cases::Assigned& e) const { facts.set(Variable::unit, office_name(o, e.office)); }
    void operator()(const cases::Objected& e) const { facts.set(Variable::unit, office_name(o, e.office)); }
    void operator()(const cases::Referred& e) const { facts.set(Variable::unit, e.agency); }
    void operator()(const cases::Scheduled& e) const {
        if (auto day = base::parse_day(e.date))
            facts.set(Variable::tanggal, base::spoken_day(*day, o.language));
        facts.set(Variable::anggaran, e.budget_source);
        facts.set(Variable::alasan, e.public_reason);
    }
    void operator()(const cases::Declined& e) const { facts.set(Variable::alasan, e.public_reason); }
    void operator()(const cases::QuestionAsked& e) const { facts.set(Variable::pertanyaan, e.question); }
    void operator()(const cases::Receipted& e) const { facts.set(Variable::nomor, e.receipt); }
    void operator()(const auto&) const {}
};

} // namespace

Facts facts_of(const Occasion& o) {
    Facts facts = discreet_facts_of(o);
    facts.set(Variable::judul, o.c.title);
    facts.set(Variable::unit, office_name(o, o.c.office));
    if (!o.reason.empty()) facts.set(Variable::alasan, o.reason);
    if (o.body) std::visit(FromBody{facts, o}, *o.body);
    return facts;
}

Facts discreet_facts_of(const Occasion& o) {
    Facts facts;
    facts.set(Variable::kode, o.c.code);
    facts.set(Variable::tautan, o.link);
    set_deadline(facts, o);
    if (o.people_back)
        facts.set(Variable::jam_buka,
                  spoken_opening(*o.people_back, o.now, o.directory.agency().zone, o.language));
    return facts;
}

std::string spoken_opening(base::Time opening, base::Time now, base::Zone zone, base::Language language) {
    const std::string whole = base::spoken_time(opening, zone, language);
    const auto days = base::local_day(opening, zone) - base::local_day(now, zone);
    if (days > std::chrono::days(6)) return whole;
    const bool is_english = language == base::Language::en;
    const std::string clock = whole.substr(whole.find(is_english ? " at " : " pukul "));
    if (days == std::chrono::days(0)) return (is_english ? "today" : "hari ini") + clock;
    return whole.substr(0, whole.find(',')) + clock;
}

} // namespace outgoing
