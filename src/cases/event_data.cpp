#include "cases/event.h"
#include "cases/followed.h"
#include "cases/incident.h"
#include "cases/visibility.h"

#include <algorithm>

namespace cases {

BOOST_DESCRIBE_STRUCT(Received, (),
                      (code, kind, case_class, topic, urgency, office, rule, conduct_office, area, place_name,
                       lat, lon, place_p, identity_mode, visibility, consent, account, identity, title,
                       language, is_history))
BOOST_DESCRIBE_STRUCT(Verified, (), (kind, topic, area, no_place, title, public_text, implied, office, rule))
BOOST_DESCRIBE_STRUCT(Archived, (), (reason))
BOOST_DESCRIBE_STRUCT(Restored, (), ())
BOOST_DESCRIBE_STRUCT(Assigned, (), (office, from_office, person))
BOOST_DESCRIBE_STRUCT(Returned, (), (reason, from_office, to_arbiter, office, person))
BOOST_DESCRIBE_STRUCT(Started, (), ())
BOOST_DESCRIBE_STRUCT(Scheduled, (), (date, budget_source, public_reason))
BOOST_DESCRIBE_STRUCT(QuestionAsked, (), (question))
BOOST_DESCRIBE_STRUCT(ReporterAnswered, (), (answer))
BOOST_DESCRIBE_STRUCT(Resolved, (), (proof, note, after, is_history))
BOOST_DESCRIBE_STRUCT(Confirmed, (), ())
BOOST_DESCRIBE_STRUCT(Contested, (), (round, to_head, words, photos))
BOOST_DESCRIBE_STRUCT(Closed, (), (by))
BOOST_DESCRIBE_STRUCT(Declined, (), (public_reason))
BOOST_DESCRIBE_STRUCT(Objected, (), (reason, level, office))
BOOST_DESCRIBE_STRUCT(Referred, (), (agency, text, receipt, to, outside))
BOOST_DESCRIBE_STRUCT(Noted, (), (text))
BOOST_DESCRIBE_STRUCT(Joined, (), (with))
BOOST_DESCRIBE_STRUCT(Separated, (), (from))
BOOST_DESCRIBE_STRUCT(Reclassified, (),
                      (kind, case_class, topic, urgency, area, conduct_office, title, from_office, office))
BOOST_DESCRIBE_STRUCT(TextReleased, (), (public_text))
BOOST_DESCRIBE_STRUCT(Redacted, (), (reason, public_text))
BOOST_DESCRIBE_STRUCT(Escalated, (), (deadline, level))
BOOST_DESCRIBE_STRUCT(Receipted, (), (receipt))
BOOST_DESCRIBE_STRUCT(Moved, (), (office, from_office, reason, rule))
BOOST_DESCRIBE_STRUCT(Entrusted, (), (person, from_person, reason))
BOOST_DESCRIBE_STRUCT(HandedBack, (), (reason))
BOOST_DESCRIBE_STRUCT(Merged, (), (with, reason, incident, gone, cases))
BOOST_DESCRIBE_STRUCT(Unmerged, (), (with, reason, incident, again, cases))

namespace {

/// What is said of each kind of event, in the order of Body.
struct About {
    std::string_view kind;
    std::string_view happening;
    bool is_public;
    std::vector<std::string_view> open;  ///< public whenever the event is
    std::vector<std::string_view> shown; ///< public where words may be
    std::vector<std::string_view> words; ///< of people: gone when they are erased
};

const std::array<About, std::variant_size_v<Body>>& table() {
    static const std::array<About, std::variant_size_v<Body>> rows{{
        {"case.received", "received", true, {"code", "kind", "topic", "area", "is_history"}, {}, {}},
        {"case.verified", "verified", true, {"kind", "topic", "area"}, {"title"}, {"public_text"}},
        {"case.archived", "archived", true, {"reason"}, {}, {}},
        {"case.restored", "restored", true, {}, {}, {}},
        {"case.assigned", "assigned", true, {"office", "from_office"}, {}, {}},
        {"case.returned", "returned", true, {"to_arbiter", "from_office"}, {}, {"reason"}},
        {"case.started", "started", true, {}, {}, {}},
        {"case.scheduled", "scheduled", true, {"date", "budget_source"}, {"public_reason"}, {}},
        {"case.asked", "asked", true, {}, {}, {"question"}},
        {"case.answered", "reporter_answered", true, {}, {}, {"answer"}},
        {"case.resolved", "resolved", true, {"proof", "is_history"}, {"note", "after"}, {}},
        {"case.confirmed", "confirmed", true, {}, {}, {}},
        {"case.contested", "contested", true, {"round", "to_head"}, {}, {"words", "photos"}},
        {"case.closed", "closed", true, {"by"}, {}, {}},
        {"case.declined", "declined", true, {}, {"public_reason"}, {}},
        {"case.objected", "objected", true, {"level"}, {}, {"reason"}},
        {"case.referred", "referred", true, {"agency"}, {}, {"text"}},
        {"case.noted", "noted", false, {}, {}, {"text"}},
        {"case.joined", "joined", false, {}, {}, {}},
        {"case.separated", "separated", false, {}, {}, {}},
        {"case.reclassified", "reclassified", true, {"kind", "topic", "area"}, {"title"}, {}},
        {"case.text_released", "text_released", true, {}, {}, {"public_text"}},
        {"case.redacted", "redacted", true, {}, {}, {"reason", "public_text"}},
        {"case.escalated", "escalated", true, {"deadline", "level"}, {}, {}},
        {"case.receipted", "receipted", true, {"receipt"}, {}, {}},
        {"case.moved", "moved", true, {"office", "from_office", "reason"}, {}, {}},
        {"case.entrusted", "entrusted", false, {}, {}, {}},
        {"case.handed_back", "handed_back", true, {}, {}, {"reason"}},
        {"case.merged", "merged", false, {}, {}, {"reason"}},
        {"case.unmerged", "unmerged", false, {}, {}, {"reason"}},
    }};
    return rows;
}

bool names(const std::vector<std::string_view>& members, std::string_view member) {
    return std::ranges::find(members, member) != members.end();
}

template <class F> base::Result<Body> with_kind(std::string_view kind, F&& read) {
    const auto found = std::ranges::find(table(), kind, &About::kind);
    if (found == table().end()) return base::fail_field("kind", "field.invalid", "unknown kind of event");
    return boost::mp11::mp_with_index<std::variant_size_v<Body>>(
        static_cast<std::size_t>(found - table().begin()), std::forward<F>(read));
}

base::json::Object part(const base::json::Value& data, std::string_view name) {
    const base::json::Object* object = data.if_object();
    const base::json::Value* found = object ? object->if_contains(name) : nullptr;
    return found && found->is_object() ? found->get_object() : base::json::Object{};
}

void clear(std::string& text) {
    text.clear();
}
void clear(std::optional<std::string>& text) {
    text.reset();
}
void clear(std::vector<std::string>& texts) {
    texts.clear();
}
template <class T> void clear(T&) {}

} // namespace

std::string_view kind_of(const Body& body) noexcept {
    return table()[body.index()].kind;
}

std::string_view happening_of(const Body& body) noexcept {
    return table()[body.index()].happening;
}

bool is_history(const Body& body) noexcept {
    if (const auto* received = std::get_if<Received>(&body)) return received->is_history.value_or(false);
    if (const auto* resolved = std::get_if<Resolved>(&body)) return resolved->is_history.value_or(false);
    if (const auto* closed = std::get_if<Closed>(&body)) return closed->by == ClosedBy::history;
    return false;
}

bool is_public(const Case& after, const Body& body) noexcept {
    return is_known_to_public(after) && table()[body.index()].is_public;
}

base::json::Object to_data(const Case& after, const Body& body) {
    const About& about = table()[body.index()];
    const bool with_words = may_publish_words(after);
    base::json::Object open;
    base::json::Object rest;
    const base::json::Value all =
        std::visit([](const auto& each) { return base::json::to_value(each); }, body);
    for (const auto& [name, value] : all.get_object()) {
        const bool shows = names(about.open, name) || (with_words && names(about.shown, name));
        (is_public(after, body) && shows ? open : rest)[name] = value;
    }
    return {{"public", std::move(open)}, {"staff", std::move(rest)}};
}

base::Result<Body> read_body(std::string_view kind, const base::json::Value& data) {
    base::json::Object all = part(data, "public");
    for (auto& [name, value] : part(data, "staff"))
        all[name] = value;
    return with_kind(kind, [&](auto index) -> base::Result<Body> {
        auto read = base::json::read<std::variant_alternative_t<index, Body>>(all);
        if (!read) return base::pass(read);
        return Body{std::move(*read)};
    });
}

base::json::Object without_words(std::string_view kind, base::json::Object data) {
    if (kind == doubted) return {{"public", base::json::Object{}}, {"staff", base::json::Object{}}};
    if (kind == followed) {
        auto* staff = data.if_contains("staff");
        if (staff && staff->is_object()) staff->get_object().erase("note");
        return data;
    }
    auto body = read_body(kind, data);
    if (!body) return data;
    const About& about = table()[body->index()];
    const base::json::Value kept = std::visit(
        [&]<class B>(B& each) {
            boost::mp11::mp_for_each<boost::describe::describe_members<B, boost::describe::mod_public>>(
                [&](auto member) {
                    if (names(about.words, member.name)) clear(each.*member.pointer);
                });
            return base::json::to_value(each);
        },
        *body);
    const base::json::Object open = part(data, "public");
    base::json::Object rest;
    for (const auto& [name, value] : kept.get_object())
        if (!open.contains(name)) rest[name] = value;
    return {{"public", open}, {"staff", std::move(rest)}};
}

} // namespace cases
