#include "cases/search.h"

#include "base/text.h"
#include "cases/standing.h"
#include "cases/visibility.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace cases {
namespace {

using base::AgencyId;
using std::string;

/// Distinct terms in the order in which they came.
class Terms {
public:
    void add(string term) {
        if (count_ >= most_of_a_case || !seen_.insert(term).second) return;
        if (!text_.empty()) text_ += ' ';
        text_ += term;
        ++count_;
    }
    /// `mark` stands before each: '-' for what may be found without the right to read words.
    void add_words(std::string_view text) { add_words(triage::terms(text)); }
    void add_words(std::span<const triage::Term> words, std::string_view mark = {}) {
        for (const auto& term : words) {
            if (triage::is_filler(term.form)) continue;
            add(string(mark) + term.stem);
            if (term.form != term.stem) add(string(mark) + term.form);
        }
    }
    [[nodiscard]] string take() { return std::move(text_); }

private:
    std::unordered_set<string> seen_;
    string text_;
    std::size_t count_ = 0;
};

bool is_restricted(const Case& c) noexcept {
    return c.is_conduct() || c.kind == Kind::whistleblowing;
}

string ordinary_mark(AgencyId agency) {
    return fmt::format("_n{}", agency.value);
}
string queue_mark(AgencyId agency) {
    return fmt::format("_q{}", agency.value);
}
string office_mark(OfficeId office) {
    return fmt::format("_o{}", office.value);
}
string person_mark(StaffId person) {
    return fmt::format("_p{}", person.value);
}
string topic_mark(std::string_view code) {
    return fmt::format("_t{}", code);
}
/// How group_mark() begins where nobody in charge is named: every restricted case has one such mark.
string restricted_marks(AgencyId agency) {
    return fmt::format("_r{}-", agency.value);
}
/// Of a group as key_of() writes it, "11:0:1:0": the part that all its cases share.
string group_mark(AgencyId agency, std::string_view key, StaffId in_charge) {
    string group(key.substr(0, key.rfind(':')));
    std::ranges::replace(group, ':', '-');
    return in_charge ? fmt::format("_m{}-{}-{}", agency.value, group, in_charge.value)
                     : restricted_marks(agency) + group;
}

void add_marks(Terms& out, const Case& c) {
    if (is_restricted(c)) {
        const string key = key_of({.office = c.office,
                                   .conduct_office = c.conduct_office,
                                   .is_whistleblowing = c.kind == Kind::whistleblowing});
        out.add(group_mark(c.agency, key, {}));
        if (c.person) out.add(group_mark(c.agency, key, *c.person));
    } else {
        out.add(ordinary_mark(c.agency));
        out.add(c.office ? office_mark(*c.office) : queue_mark(c.agency));
    }
    out.add(is_open(c.state) ? "_x" : "_y");
    if (c.state == State::awaiting_reporter) out.add("_w");
    if (c.level >= 1 || c.returns >= 2 || c.contests >= 2) out.add("_d");
    if (c.person) out.add(person_mark(*c.person));
    if (c.topic) out.add(topic_mark(*c.topic));
}

void add_facts(Terms& out, std::string_view title_text, std::string_view place_name) {
    const auto title = triage::terms(title_text);
    const auto place = triage::terms(place_name);
    for (std::string_view mark : {"-", ""}) {
        out.add_words(title, mark);
        out.add_words(place, mark);
    }
}

/// Writes a question: terms hold letters, digits, '_' and '-' only, so quotes need no care.
class Writer {
public:
    explicit Writer(Dialect dialect) : fts_(dialect == Dialect::fts5) {}

    [[nodiscard]] string term(std::string_view term, std::string_view mark = {}) const {
        return fts_ ? fmt::format("\"{}{}\"", mark, term) : fmt::format("'{}{}'", mark, term);
    }
    [[nodiscard]] string beginning(std::string_view begun, std::string_view mark) const {
        return term(begun, mark) + (fts_ ? " *" : ":*");
    }
    /// What is not restricted. Nearly every case carries that mark; PostgreSQL reads such a list from end to
    /// end beside the short ones, and the few restricted ones in no time.
    [[nodiscard]] string ordinary(AgencyId agency) const {
        return fts_ ? term(ordinary_mark(agency)) : "!" + beginning(restricted_marks(agency), {});
    }
    [[nodiscard]] string all(const std::vector<string>& parts) const {
        return joined(parts, fts_ ? " AND " : " & ");
    }
    [[nodiscard]] string any(const std::vector<string>& parts) const {
        return joined(parts, fts_ ? " OR " : " | ");
    }

private:
    static string joined(const std::vector<string>& parts, std::string_view by) {
        if (parts.size() == 1) return parts.front();
        return "(" + base::join(parts, by) + ")";
    }
    bool fts_;
};

/// Empty: no word is left to the index.
std::vector<string> words_part(const Writer& write, const SearchWords& words, const Last& last,
                               std::string_view mark) {
    std::vector<string> all;
    for (const auto& stem : words.whole)
        all.push_back(write.term(stem, mark));
    std::vector<string> ends;
    switch (last.as) {
    case Last::As::in_row: return all;
    case Last::As::word: break;
    case Last::As::beginning: ends.push_back(write.beginning(words.begun, mark)); break;
    case Last::As::one_of:
        for (const auto& term : last.one_of)
            ends.push_back(write.term(term, mark));
        break;
    }
    ends.push_back(write.term(words.last, mark));
    all.push_back(write.any(ends));
    return all;
}

struct Seen {
    bool all_offices = false;
    bool queue = false;
    std::vector<OfficeId> offices;
    std::span<const string> restricted;

    [[nodiscard]] bool is_same(const Seen& other) const {
        return all_offices == other.all_offices && queue == other.queue && offices == other.offices &&
               std::ranges::equal(restricted, other.restricted);
    }
    [[nodiscard]] bool is_all() const noexcept { return all_offices && queue; }
};

/// Of what is seen, that which is asked for.
Seen within(Seen seen, const std::vector<OfficeId>& asked) {
    if (asked.empty()) return seen;
    std::erase_if(seen.offices,
                  [&](OfficeId office) { return std::ranges::find(asked, office) == asked.end(); });
    seen.all_offices = false;
    seen.queue = false;
    return seen;
}

/// Marks of all that is seen and asked for; empty: nothing.
std::vector<string> marks_of(AgencyId agency, const Seen& seen, const ViewFilter& filter, StaffId me,
                             bool by_rows, const Writer& write) {
    std::vector<string> out;
    if (seen.is_all() || by_rows) {
        out.push_back(write.ordinary(agency));
    } else {
        for (OfficeId office : seen.offices)
            out.push_back(write.term(office_mark(office)));
        if (seen.queue) out.push_back(write.term(queue_mark(agency)));
    }
    for (const auto& key : seen.restricted) {
        auto office = base::parse_id_as<OfficeId>(std::string_view(key).substr(0, key.find(':')));
        if (!filter.within.empty() &&
            (!office || std::ranges::find(filter.within, *office) == filter.within.end()))
            continue;
        out.push_back(write.term(group_mark(agency, key, key.ends_with(":1") ? me : StaffId{})));
    }
    return out;
}

} // namespace

SearchWords search_words(std::string_view typed) {
    auto terms = triage::terms(typed);
    std::erase_if(terms, [left = terms.size()](const triage::Term& term) mutable {
        // A question of fillers alone asks for the last of them.
        return triage::is_filler(term.form) && --left > 0;
    });
    if (terms.empty()) return {};
    if (terms.size() > most_words) terms.resize(most_words);
    SearchWords out;
    for (std::size_t i = 0; i + 1 < terms.size(); ++i)
        out.whole.push_back(std::move(terms[i].stem));
    out.last = std::move(terms.back().stem);
    if (terms.back().form.size() >= shortest_begun) out.begun = std::move(terms.back().form);
    return out;
}

string staff_marks(const Case& c) {
    Terms out;
    add_marks(out, c);
    add_facts(out, c.title, c.place_name.value_or(""));
    return out.take();
}

string staff_terms(const Case& c, std::string_view words) {
    Terms out;
    add_marks(out, c);
    string terms = out.take();
    if (!words.empty()) (terms += ' ') += words;
    return terms;
}

string word_terms(std::string_view title, std::string_view place_name, std::span<const triage::Term> words) {
    Terms out;
    add_facts(out, title, place_name);
    out.add_words(words);
    return out.take();
}

string public_terms(const Case& c) {
    const auto view = public_view(c);
    if (!view || !view->title || !view->text) return {};
    Terms out;
    out.add(ordinary_mark(c.agency));
    if (view->office) out.add(office_mark(*view->office));
    out.add_words(*view->title);
    if (view->place_name) out.add_words(*view->place_name);
    out.add_words(*view->text);
    return out.take();
}

Reach reach_of(const Sight& sight, std::span<const staff::HeldRole> roles, const agency::OfficeTree& offices,
               std::span<const RestrictedGroup> groups) {
    Reach out;
    out.sight = sight;
    auto reads = [&](const Case& c) {
        return staff_view(c, actor_for(c, sight.me, roles, offices)).may_see_words;
    };
    Case ordinary;
    for (const auto& office : offices.all()) {
        ordinary.office = office.id;
        if (reads(ordinary)) out.read_offices.push_back(office.id);
    }
    out.reads_all_offices = out.read_offices.size() == offices.all().size();
    ordinary.office.reset();
    out.reads_queue = reads(ordinary);
    for (const auto& group : groups) {
        Case c;
        c.kind = group.is_whistleblowing ? Kind::whistleblowing : Kind::complaint;
        c.office = group.office;
        c.conduct_office = group.conduct_office;
        if (group.is_mine) c.person = sight.me;
        if (reads(c)) out.read_restricted.push_back(key_of(group));
    }
    return out;
}

Question staff_question(AgencyId agency, const Reach& reach, const ViewFilter& filter,
                        const SearchWords& words, std::span<const string> topics, const Last& last,
                        Dialect dialect) {
    const Writer write(dialect);
    const Sight& sight = reach.sight;
    const Seen seen =
        within({sight.sees_all_offices, sight.sees_queue, sight.offices, sight.restricted}, filter.within);
    const Seen read =
        within({reach.reads_all_offices, reach.reads_queue, reach.read_offices, reach.read_restricted},
               filter.within);
    const bool reads_all_it_sees = seen.is_same(read);
    Question out;
    const bool by_rows = reads_all_it_sees && !seen.is_all() && seen.offices.size() >= many_offices;
    if (by_rows) {
        out.offices = seen.offices;
        out.or_without_office = seen.queue;
    }
    const auto marks = marks_of(agency, seen, filter, sight.me, by_rows, write);
    if (marks.empty()) return {};
    if (last.as == Last::As::in_row) out.begun = (reads_all_it_sees ? " " : " -") + words.begun;

    std::vector<string> found;
    auto add = [&](std::string_view mark, const std::vector<string>& where) {
        auto all = words_part(write, words, last, mark);
        all.push_back(write.any(where));
        found.push_back(write.all(all));
    };
    // Rows do not tell which words may be read: then only title and place are looked through.
    if (reads_all_it_sees)
        add({}, marks);
    else
        add("-", marks);
    if (!reads_all_it_sees && last.as != Last::As::in_row)
        if (auto readable = marks_of(agency, read, filter, sight.me, false, write); !readable.empty())
            add({}, readable);
    if (!topics.empty() && last.as != Last::As::in_row) {
        std::vector<string> named;
        for (const auto& topic : topics)
            named.push_back(write.term(topic_mark(topic)));
        found.push_back(write.all({write.any(named), write.any(marks)}));
    }
    std::vector<string> all{write.any(found)};
    if (filter.view == View::done)
        all.push_back(write.term("_y"));
    else if (filter.view != View::all)
        all.push_back(write.term("_x"));
    if (filter.view == View::mine && sight.own.size() < many_offices) {
        std::vector<string> mine{write.term(person_mark(sight.me))};
        for (OfficeId office : sight.own)
            mine.push_back(write.term(office_mark(office)));
        for (const auto& key : sight.restricted)
            mine.push_back(write.term(group_mark(agency, key, key.ends_with(":1") ? sight.me : StaffId{})));
        all.push_back(write.any(mine));
    }
    if (filter.view == View::waiting) all.push_back(write.term("_w"));
    if (filter.view == View::decision) all.push_back(write.term("_d"));
    if (!filter.topic.empty()) all.push_back(write.term(topic_mark(filter.topic)));
    out.match = write.all(all);
    return out;
}

Question public_question(AgencyId agency, std::span<const OfficeId> offices, const SearchWords& words,
                         const Last& last, Dialect dialect) {
    const Writer write(dialect);
    std::vector<string> marks;
    for (OfficeId office : offices)
        marks.push_back(write.term(office_mark(office)));
    if (marks.empty() || marks.size() >= many_offices) marks = {write.ordinary(agency)};
    auto all = words_part(write, words, last, {});
    all.push_back(write.any(marks));
    Question out{.match = write.all(all)};
    if (last.as == Last::As::in_row) out.begun = " " + words.begun;
    return out;
}

Question any_word_question(AgencyId agency, std::span<const string> stems, Dialect dialect) {
    const Writer write(dialect);
    std::vector<string> words;
    for (const auto& stem : stems)
        words.push_back(write.term(stem));
    if (words.empty()) return {};
    return {.match = write.all({write.any(words), write.ordinary(agency)})};
}

bool is_answered_by_index(const ViewFilter& filter) noexcept {
    if (filter.kind || filter.state) return false;
    switch (filter.view) {
    case View::waiting:
    case View::open:
    case View::done:
    case View::all: return true;
    case View::mine:
    case View::unassigned:
    case View::due_soon:
    case View::overdue:
    case View::decision:
    case View::urgent: return false;
    }
    return false;
}

} // namespace cases
