#include "transparency/case_view_actions.h"

#include "cases/case_actions.h"
#include "cases/incident_actions.h"
#include "cases/objection_actions.h"
#include "cases/rating_actions.h"
#include "deadlines/deadline_actions.h"
#include "events/event_actions.h"
#include "items/item_actions.h"
#include "outgoing/outgoing_actions.h"
#include "proof/proof_actions.h"

#include <algorithm>

namespace transparency {
namespace {

base::json::Object public_data(const std::string& data) {
    auto value = base::json::parse(data);
    if (!value || !value->is_object()) return {};
    auto* part = value->get_object().if_contains("public");
    return part && part->is_object() ? part->get_object() : base::json::Object{};
}

std::vector<TimelineEntry> timeline_of(db::Tx& tx, const cases::Case& c) {
    std::vector<TimelineEntry> out;
    for (auto& event : events::timeline(tx, c.agency, "case", c.id.value)) {
        if (!event.is_public) continue;
        auto by = base::from_code<cases::Party>(event.actor_kind);
        out.push_back({event.at, by.value_or(cases::Party::system), event.kind, public_data(event.data),
                       event.position});
    }
    return out;
}

bool shows_words(const cases::Case& c) {
    return c.state != cases::State::received && c.public_text && cases::may_publish_words(c);
}

std::optional<CasePage> page_of(db::Tx& tx, const cases::Case& c) {
    auto view = cases::public_view(c);
    if (!view) return std::nullopt;
    CasePage page{.view = *view,
                  .code = c.code,
                  .running = deadlines::deadlines_of(tx, c.agency, {"case", c.id.value}),
                  .timeline = timeline_of(tx, c),
                  .proofs = proof::rounds(tx, c.agency, c.id.value),
                  .pictures = {},
                  .words_are_hidden = c.state != cases::State::received && !shows_words(c),
                  .identity = c.identity_mode,
                  .objection = cases::open_objection(tx, c)};
    if (const auto incident = cases::incident_of(tx, c.agency, c.id)) {
        page.people = incident->people;
        page.incident = incident->id;
    }
    if (shows_words(c)) {
        page.pictures = items::pictures_of_case(tx, c.agency, c.id.value);
    } else {
        for (auto& round : page.proofs) {
            round.note.clear();
            round.before.clear();
            round.after.clear();
        }
    }
    return page;
}

bool was_closed_by_silence(const CasePage& page) {
    if (page.view.state != cases::State::closed) return false;
    auto closed =
        std::ranges::find(page.timeline.rbegin(), page.timeline.rend(), "case.closed", &TimelineEntry::kind);
    if (closed == page.timeline.rend()) return false;
    const auto* by = closed->data.if_contains("by");
    return by && by->is_string() && by->get_string() == base::code_of(cases::ClosedBy::silence);
}

/// What the reporter may say of how it was solved, and has said.
void read_rating(db::Tx& tx, const cases::Context& context, const people::Vault& vault, const cases::Case& c,
                 ReporterPage& out) {
    auto own = cases::own_rating(tx, vault, c);
    out.may_rate =
        cases::may_rate(c, own ? std::optional(own->rating) : std::nullopt, context.now).has_value();
    out.may_be_quoted = c.identity && cases::may_be_quoted(c);
    out.has_quotes = cases::has_quotes(tx, c);
    if (own)
        out.rated = OwnStars{own->rating.stars, own->words, own->rating.quoting != cases::Quoting::none,
                             own->rating.quoting == cases::Quoting::released};
}

/// What staff asked: for the reporter's eyes, and in no public part of the event.
std::string last_question(db::Tx& tx, const cases::Case& c) {
    auto asked = events::last_of(tx, c.agency, "case", c.id.value, "case.asked");
    if (!asked) return {};
    auto data = base::json::parse(asked->data);
    if (!data) return {};
    auto body = cases::read_body(asked->kind, *data);
    const auto* question = body ? std::get_if<cases::QuestionAsked>(&*body) : nullptr;
    return question ? question->question : std::string{};
}

/// Why the fix stands though the reporter doubted it, when that was the last word since the fix.
std::string doubt_answer(db::Tx& tx, const cases::Case& c) {
    const auto settled = events::last_of(tx, c.agency, "case", c.id.value, cases::doubt_settled);
    const auto resolved = events::last_of(tx, c.agency, "case", c.id.value, "case.resolved");
    if (!settled || (resolved && resolved->id > settled->id)) return {};
    const auto data = base::json::parse(settled->data);
    if (!data || !data->is_object()) return {};
    const auto* staff = data->get_object().if_contains("staff");
    const auto* reason = staff && staff->is_object() ? staff->get_object().if_contains("reason") : nullptr;
    return reason && reason->is_string() ? std::string(reason->get_string()) : std::string();
}

std::unexpected<base::Problem> missing() {
    return base::fail(base::Kind::not_found, "case.not_found");
}

} // namespace

base::Result<CasePage> read_public_case(db::Tx& tx, const agency::Directory& directory,
                                        std::string_view code) {
    auto found = cases::find_case(tx, directory.id(), code, directory.agency().prefix);
    if (!found) return base::pass(found);
    auto page = page_of(tx, *found);
    if (!page) return missing();
    return std::move(*page);
}

base::Result<ReporterPage> read_reporter_case(db::Tx& tx, const cases::Context& context,
                                              const people::Vault& vault, std::string_view code,
                                              std::string_view secret) {
    const auto& directory = context.directory;
    auto found = cases::find_case(tx, directory.id(), code, directory.agency().prefix);
    if (!found) return base::pass(found);
    if (!people::matches(secret, found->secret_hash)) return missing();
    ReporterPage out;
    if (auto page = page_of(tx, *found)) {
        out.page = std::move(*page);
    } else { // whistleblowing: nothing is public, its reporter still sees where it stands
        out.page.code = found->code;
        out.page.view.code = found->code;
        out.page.view.kind = found->kind;
        out.page.view.state = found->state;
        out.page.view.received_at = found->received_at;
        out.page.running = deadlines::deadlines_of(tx, found->agency, {"case", found->id.value});
        out.page.timeline = timeline_of(tx, *found);
        out.page.identity = found->identity_mode;
        out.page.objection = cases::open_objection(tx, *found);
        if (out.page.objection) out.page.objection->office.reset();
    }
    out.secret = secret;
    for (const auto& item : items::items_of_case(tx, found->agency, found->id.value)) {
        auto words = items::open_words(tx, vault, found->agency, item);
        if (words && !words->empty()) {
            out.own_words = *words;
            break;
        }
    }
    out.pictures = items::pictures_of_case(tx, found->agency, found->id.value);
    out.page.proofs = proof::rounds(tx, found->agency, found->id.value);
    out.messages = outgoing::of_case(tx, found->agency, found->id);
    out.may = cases::possible(tx, context, *found, cases::reporter());
    if (found->state == cases::State::awaiting_reporter) out.question = last_question(tx, *found);
    out.closed_by_silence = was_closed_by_silence(out.page);
    read_rating(tx, context, vault, *found, out);
    out.doubt_waits = cases::doubt_of(tx, found->agency, found->id).has_value();
    if (!out.doubt_waits && found->state == cases::State::resolved)
        out.doubt_answer = doubt_answer(tx, *found);
    for (const auto& deadline : out.page.running)
        if (deadline.name == "silence" && deadline.is_running()) out.answer_before = deadline.due_at;
    return out;
}

bool is_public_picture(db::Tx& tx, const agency::Directory& directory, std::string_view code,
                       std::string_view sha256) {
    auto page = read_public_case(tx, directory, code);
    if (!page) return false;
    auto has = [&](const std::vector<std::string>& all) {
        return std::ranges::find(all, sha256) != all.end();
    };
    return has(page->pictures) || std::ranges::any_of(page->proofs, [&](const auto& round) {
               return has(round.before) || has(round.after);
           });
}

} // namespace transparency
