#include "intake/accept_actions.h"

#include "cases/search_actions.h"
#include "cases/standing.h"
#include "db/database.h"
#include "events/event_actions.h"
#include "items/item_actions.h"
#include "items/listened_actions.h"
#include "items/reply_address.h"
#include "items/reporter_secret.h"
#include "learning/suggestion_actions.h"

#include <algorithm>

namespace intake {
namespace {

/// An item that passed every check, with what was read in it, before the unit of work begins.
struct Ready {
    items::ItemIn item;
    triage::Reading reading;
    Understood understood;
    cases::NewCase wanted; ///< if it opens one
    learning::Suggestion suggestion;
    cases::IdentityMode identity = cases::IdentityMode::public_;
    Door door = Door::network;
    std::optional<WrittenDown> written_down;
    std::optional<Decided> decided;
    base::Language language = base::Language::id;
    bool is_history = false;
    std::optional<base::Time> answered_at;
    std::size_t index = 0; ///< in the batch
};

/// All but who it is from.
cases::NewCase new_case(const Ready& ready, std::string_view place_text, const agency::Account& account,
                        const cases::Context& context) {
    const Understood& u = ready.understood;
    cases::NewCase out{.kind = u.kind,
                       .topic = u.topic,
                       .urgency = u.urgency,
                       .area = u.area,
                       .place_name = {},
                       .lat = u.lat,
                       .lon = u.lon,
                       .place_p = u.place_p,
                       .identity_mode = ready.identity,
                       .visibility = ready.item.visibility.value_or(items::Visibility::public_),
                       .consent = {},
                       .account = account.id,
                       .identity = {},
                       .secret_hash = {},
                       .proposed_text = ready.reading.masked,
                       .received_at = ready.item.created_at};
    // Street and number of what is reported stay: they are the place.
    if (auto place = triage::masked(place_text, triage::Addresses::stay); !place.empty())
        out.place_name = std::move(place);
    if (ready.decided) {
        out.case_class = ready.decided->case_class;
        out.route = ready.decided->route;
    }
    if (ready.language == base::Language::en) out.language = "en";
    out.is_history = ready.is_history;
    out.answered_at = ready.answered_at;
    if (ready.door == Door::report_page) {
        // The form says so beside each choice: all but rahasia is shown, without a name.
        out.consent.words_may_be_public = ready.identity != cases::IdentityMode::rahasia;
        out.consent.may_be_contacted = ready.item.contact.has_value();
    }
    if (ready.written_down) {
        out.consent.words_may_be_public = ready.written_down->words_may_be_public;
        out.consent.may_be_contacted = ready.item.contact.has_value();
    }
    out.ahead = cases::read_ahead(context, out);
    return out;
}

/// What people had chosen before is no suggestion; what happened long ago was never shown as one.
learning::Suggestion suggested(const Ready& ready) {
    if (ready.is_history) return {};
    auto out = learning::suggestion_of(ready.reading);
    const auto& u = ready.understood;
    const auto* place = ready.reading.places.empty() ? nullptr : &ready.reading.places.front();
    if (u.area)
        out[learning::Head::area] = {*u.area, u.place_p.value_or(0), /*is_sure=*/true};
    else
        out[learning::Head::area] = {place ? place->area.code : std::string(), place ? place->p : 0,
                                     /*is_sure=*/false};
    auto chosen = [&](learning::Head head) { out[head] = {}; };
    if (ready.written_down && ready.written_down->kind) chosen(learning::Head::kind);
    if (ready.written_down && ready.written_down->topic) chosen(learning::Head::topic);
    if (!ready.decided) return out;
    if (ready.decided->kind) chosen(learning::Head::kind);
    if (ready.decided->topic) chosen(learning::Head::topic);
    if (ready.decided->route) chosen(learning::Head::office);
    if (ready.decided->area) chosen(learning::Head::area);
    return out;
}

base::Result<Ready> prepare(const Services& services, const cases::Context& context,
                            const agency::Account& account, const Wanted& wanted,
                            const triage::Profile& profile) {
    const base::Time now = context.now;
    auto item = items::checked(wanted.item, now);
    if (!item) return base::pass(item);
    Ready ready;
    ready.door = wanted.door;
    ready.language = wanted.language;
    if (item->identity) {
        auto mode = base::from_code<cases::IdentityMode>(*item->identity, "identity");
        if (!mode) return base::pass(mode);
        ready.identity = *mode;
    }
    for (std::size_t i = 0; i < item->media.size(); ++i) {
        if (!item->media[i].sha256) continue;
        if (auto known = services.pictures.find(context.directory.id(), *item->media[i].sha256); !known) {
            auto problem = known.error();
            problem.field = "media[" + std::to_string(i) + "].sha256";
            return std::unexpected(problem);
        }
    }
    std::optional<places::Point> point;
    if (item->place) point = places::Point{item->place->lat, item->place->lon};
    ready.reading = services.readers.reader().read(
        {.text = item->text, .place_text = wanted.place_text, .point = point}, profile);
    ready.understood = understand(*item, ready.reading, wanted.door, profile.region.get());
    if (wanted.door == Door::listening) ready.reading.kind = triage::Kind::information;
    if (wanted.written_down) {
        if (wanted.written_down->kind) ready.understood.kind = *wanted.written_down->kind;
        if (wanted.written_down->topic) ready.understood.topic = wanted.written_down->topic;
        ready.written_down = wanted.written_down;
    }
    if (wanted.decided) {
        ready.decided = wanted.decided;
        ready.understood.opens_case = true;
        if (wanted.decided->kind) ready.understood.kind = *wanted.decided->kind;
        if (wanted.decided->topic) ready.understood.topic = wanted.decided->topic;
        if (wanted.decided->area) put_at(ready.understood, *item, *wanted.decided->area);
    }
    if (wanted.answered_at && *wanted.answered_at > now) return base::fail_field("answered_at");
    ready.is_history = wanted.is_history;
    ready.answered_at = wanted.answered_at;
    ready.item = std::move(*item);
    if (ready.understood.opens_case) {
        ready.wanted = new_case(ready, wanted.place_text, account, context);
        ready.suggestion = suggested(ready);
    }
    return ready;
}

/// Who wrote it down, and where it can be looked up again. Neither words nor name of the reporter.
void note_recorded(db::Tx& tx, const cases::Context& context, const items::Saved& saved,
                   const agency::Account& account, const WrittenDown& written, std::int64_t case_id) {
    base::json::Object staff{
        {"item", base::to_string(saved.item)}, {"channel", account.network}, {"key", written.key}};
    if (written.number) staff["number"] = *written.number;
    if (written.letter_day) staff["letter_day"] = base::to_iso(*written.letter_day);
    events::append(tx, context.ids, context.directory.id(),
                   {.subject_kind = "case",
                    .subject = case_id,
                    .kind = std::string(item_recorded),
                    .at = context.now,
                    .actor_kind = std::string(base::code_of(cases::Party::staff)),
                    .actor = written.by.value,
                    .is_public = false,
                    .data = boost::json::serialize(
                        base::json::Object{{"public", base::json::Object{}}, {"staff", std::move(staff)}})});
}

void note_item(db::Tx& tx, const cases::Context& context, const items::Saved& saved, std::int64_t case_id,
               std::string_view what) {
    base::json::Object data{{"public", base::json::Object{}},
                            {"staff", {{"item", base::to_string(saved.item)}}}};
    events::append(tx, context.ids, context.directory.id(),
                   {.subject_kind = "case",
                    .subject = case_id,
                    .kind = "case.item_" + std::string(what),
                    .at = context.now,
                    .actor_kind = "reporter",
                    .actor = std::nullopt,
                    .is_public = false,
                    .data = boost::json::serialize(data)});
}

/// The item belongs to its conversation's case while that is open; the answer to a question lets it go on.
base::Result<cases::Case> join_case(db::Tx& tx, const cases::Context& context, const items::Saved& saved,
                                    const cases::Case& open) {
    items::attach_to_case(tx, context.directory.id(), saved, open.id.value);
    note_item(tx, context, saved, open.id.value, "added");
    cases::index_words(tx, open);
    if (open.state != cases::State::awaiting_reporter) return open;
    return cases::act(tx, context, open, cases::reporter(), cases::Answered{});
}

/// The case that a mail belongs to by its signed address, or by a mail of ours that it answers.
std::optional<cases::Case> case_of_mail(db::Tx& tx, const Services& services, const cases::Context& context,
                                        const items::ItemIn& item) {
    if (!item.mail) return std::nullopt;
    const auto agency = context.directory.id();
    const auto& mail = *item.mail;
    if (!mail.reply_code.empty() &&
        items::is_same_signature(mail.reply_signature,
                                 items::reply_signature(services.vault, agency, mail.reply_code)))
        if (auto found = cases::find_case(tx, agency, mail.reply_code, context.directory.agency().prefix))
            return *found;
    for (const auto& each : mail.ours) {
        const auto own = items::read_own_mail(each);
        if (!own || own->agency != agency ||
            !items::is_same_signature(own->signature, items::mail_signature(services.vault, agency, own->id)))
            continue;
        const auto id = services.case_of_own_mail ? services.case_of_own_mail(tx, agency, own->id)
                                                  : std::optional<cases::CaseId>();
        if (id) return cases::case_of_id(tx, agency, *id);
    }
    return std::nullopt;
}

base::Result<Outcome> take(db::Tx& tx, const Services& services, const cases::Context& context,
                           const agency::Account& account, const Ready& ready) {
    auto agency = context.directory.id();
    const auto opens = context.ids.next<cases::CaseId>();
    items::Incoming incoming{account.id, account.network, ready.item, ready.reading, context.now, {}};
    if (ready.understood.opens_case) incoming.opens = opens.value;
    auto saved = items::save(tx, services.vault, services.ids, agency, incoming);
    if (!saved) return base::pass(saved);
    Outcome out{.fate = Fate::accepted, .item = saved->item, .case_code = {}, .problem = {}};
    std::optional<cases::Case> current;
    if (saved->case_id) current = cases::case_of_id(tx, agency, cases::CaseId{*saved->case_id});
    if (saved->outcome == items::Outcome::created)
        if (auto meant = case_of_mail(tx, services, context, ready.item);
            meant && (!current || cases::is_open(meant->state)))
            current = std::move(meant);
    if (current) out.case_code = current->code;
    switch (saved->outcome) {
    case items::Outcome::known: out.fate = Fate::known; return out;
    case items::Outcome::edited:
    case items::Outcome::deleted:
        if (current) {
            note_item(tx, context, *saved, current->id.value,
                      saved->outcome == items::Outcome::edited ? "edited" : "deleted");
            cases::index_words(tx, *current);
        }
        return out;
    case items::Outcome::created: break;
    }
    if (ready.door == Door::listening) {
        items::note_listened(tx, agency, account.id, saved->item);
        return out;
    }
    if (current && cases::is_open(current->state)) {
        auto joined = join_case(tx, context, *saved, *current);
        if (!joined) return base::pass(joined);
        return out;
    }
    if (!ready.understood.opens_case) return out;
    auto secret = reporter_secret(services.vault, agency, account.id, ready.item.network_id);
    auto wanted = ready.wanted;
    wanted.id = opens;
    wanted.identity = saved->identity;
    wanted.secret_hash = people::hash_of_secret(secret);
    auto opened = cases::open_case(tx, context, wanted);
    if (!opened) return base::pass(opened);
    if (!saved->opens) items::attach_to_case(tx, agency, *saved, opened->id.value);
    learning::note_suggestion(tx, agency, opened->id, ready.suggestion);
    if (ready.written_down)
        note_recorded(tx, context, *saved, account, *ready.written_down, opened->id.value);
    out.case_code = opened->code;
    return out;
}

Outcome rejected(base::Problem problem) {
    return {.fate = Fate::rejected, .item = {}, .case_code = {}, .problem = std::move(problem)};
}

} // namespace

std::string reporter_secret(const people::Vault& vault, base::AgencyId agency, agency::AccountId account,
                            std::string_view network_id) {
    return items::reporter_secret(vault, agency, account, network_id);
}

std::vector<Outcome> accept(const Services& services, const agency::Directory& directory,
                            const agency::Account& account, std::span<const base::Result<Wanted>> batch,
                            std::size_t items_per_unit) {
    std::vector<Outcome> outcomes(batch.size());
    auto profile = services.readers.profile_of(directory);
    const base::Time now = services.now();
    auto context = cases::context_for(directory, services.ids, services.random, now);
    for (std::size_t from = 0; from < batch.size(); from += items_per_unit) {
        std::vector<Ready> ready;
        for (std::size_t i = from; i < std::min(batch.size(), from + items_per_unit); ++i) {
            auto prepared = batch[i] ? prepare(services, context, account, *batch[i], profile)
                                     : base::Result<Ready>(std::unexpected(batch[i].error()));
            if (prepared) {
                prepared->index = i;
                ready.push_back(std::move(*prepared));
            } else {
                outcomes[i] = rejected(std::move(prepared.error()));
            }
        }
        if (ready.empty()) continue;
        // One item alone when the unit of many was refused, so that a refusal stays its own.
        auto run = [&](std::span<const Ready> part) {
            return services.database.write([&](db::Tx& tx) -> base::Result<std::vector<Outcome>> {
                std::vector<Outcome> out;
                for (const auto& each : part) {
                    auto taken = take(tx, services, context, account, each);
                    if (!taken) return base::pass(taken);
                    out.push_back(std::move(*taken));
                }
                return out;
            });
        };
        if (auto all = run(ready)) {
            for (std::size_t k = 0; k < ready.size(); ++k)
                outcomes[ready[k].index] = std::move((*all)[k]);
            continue;
        }
        for (const auto& each : ready) {
            auto one = run({&each, 1});
            outcomes[each.index] = one ? std::move(one->front()) : rejected(std::move(one.error()));
        }
    }
    return outcomes;
}

} // namespace intake
