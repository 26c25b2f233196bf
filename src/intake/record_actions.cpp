#include "intake/record_actions.h"

#include "agency/agency_actions.h"
#include "base/text.h"
#include "cases/routing.h"
#include "db/database.h"
#include "deadlines/deadline_actions.h"
#include "events/event_actions.h"

#include <algorithm>

namespace intake {
namespace {

/// The agency's first account of the network; closed ones count only when there is no other.
const agency::Account* account_of(const agency::Directory& directory, std::string_view network) {
    const agency::Account* found = nullptr;
    for (const auto& account : directory.accounts()) {
        if (account.network != network) continue;
        if (!found || (account.is_active && !found->is_active) ||
            (account.is_active == found->is_active && account.id < found->id))
            found = &account;
    }
    return found;
}

/// Looks again inside the unit of work: another operator may have been the first.
base::Result<void> make_account(const Services& services, base::AgencyId agency, staff::StaffId by,
                                Channel channel) {
    return services.database.write([&](db::Tx& tx) -> base::Result<void> {
        auto directory = agency::read_directory(tx, agency);
        if (!directory) return base::pass(directory);
        if (account_of(*directory, base::code_of(channel))) return {};
        auto made =
            agency::add_account(tx, {.ids = services.ids, .now = services.now(), .staff = by.value}, agency,
                                {.id = {},
                                 .office = {},
                                 .network = std::string(base::code_of(channel)),
                                 .name = std::string(name(channel).id)});
        if (!made) return base::pass(made);
        return {};
    });
}

struct Where {
    agency::DirectoryPtr directory;
    const agency::Account* account = nullptr;
};

base::Result<Where> account_for(const Services& services, agency::Directories& directories,
                                base::AgencyId agency, staff::StaffId by, Channel channel) {
    auto directory = directories.of(agency);
    if (!directory) return base::pass(directory);
    if (!account_of(**directory, base::code_of(channel))) {
        if (auto made = make_account(services, agency, by, channel); !made) return base::pass(made);
        directories.changed();
        directory = directories.of(agency);
        if (!directory) return base::pass(directory);
    }
    const auto* account = account_of(**directory, base::code_of(channel));
    if (!account || !account->is_active)
        return base::fail(base::Kind::unavailable, "account.unknown", "the channel is closed");
    return Where{*directory, account};
}

/// A link is one item however often it is pasted; all else is known by its form.
std::string network_id_of(const Services& services, base::AgencyId agency, const Record& record) {
    if (record.channel == Channel::link && record.link)
        return "link-" + services.vault.lookup(agency, "link", *record.link);
    return "record-" + record.key;
}

items::ItemIn item_of(const Record& record, std::string network_id) {
    items::ItemIn item;
    item.network_id = std::move(network_id);
    // Somebody who left no contact is nobody to recognise again: names are no identities.
    item.author.network_id = record.email ? *record.email : record.phone ? *record.phone : item.network_id;
    item.author.name = record.name;
    item.text = record.text;
    item.created_at = record.received_at;
    const bool is_public_post = record.channel == Channel::link;
    item.visibility = is_public_post ? items::Visibility::public_ : items::Visibility::private_;
    item.url = record.link;
    item.identity = record.identity;
    for (const auto& sha256 : record.photos)
        item.media.push_back({.sha256 = sha256, .url = {}});
    if (record.email || record.phone) item.contact = items::ContactIn{record.email, record.phone};
    return item;
}

/// Whether the case was opened by this very form: then its operator may have the secret once more.
bool is_same_form(db::Tx& tx, const cases::Case& c, std::string_view key) {
    auto event = events::last_of(tx, c.agency, "case", c.id.value, item_recorded);
    if (!event) return false;
    auto data = base::json::parse(event->data);
    const auto* staff = data && data->is_object() ? data->get_object().if_contains("staff") : nullptr;
    const auto* found = staff && staff->is_object() ? staff->get_object().if_contains("key") : nullptr;
    return found && found->is_string() && found->get_string() == key;
}

} // namespace

base::Result<Recorded> take_record(const Services& services, agency::Directories& directories,
                                   base::AgencyId agency, staff::StaffId by, const Record& record) {
    auto where = account_for(services, directories, agency, by, record.channel);
    if (!where) return base::pass(where);
    auto network_id = network_id_of(services, agency, record);
    std::vector<base::Result<Wanted>> batch;
    batch.push_back(Wanted{.item = item_of(record, network_id),
                           .door = Door::by_hand,
                           .place_text = record.place,
                           .written_down = WrittenDown{.by = by,
                                                       .key = record.key,
                                                       .kind = record.kind,
                                                       .topic = record.topic,
                                                       .words_may_be_public = record.words_may_be_public,
                                                       .number = record.letter_number,
                                                       .letter_day = record.letter_day}});
    auto outcome = accept(services, *where->directory, *where->account, batch).front();
    if (outcome.problem) return std::unexpected(*outcome.problem);
    if (!outcome.case_code) return base::fail(base::Kind::conflict, "item.known", "an item without a case");
    return services.database.read([&](db::Tx& tx) -> base::Result<Recorded> {
        auto c = cases::find_case(tx, agency, *outcome.case_code, where->directory->agency().prefix);
        if (!c) return base::pass(c);
        Recorded out{.c = *c,
                     .deadlines = deadlines::deadlines_of(tx, agency, {"case", c->id.value}),
                     .secret = {},
                     .was_known = outcome.fate == Fate::known && !is_same_form(tx, *c, record.key)};
        if (!out.was_known)
            out.secret = reporter_secret(services.vault, agency, where->account->id, network_id);
        return out;
    });
}

Preview preview(const Services& services, const agency::Directory& directory, const RecordDraft& draft) {
    Preview out;
    auto text = base::clean(draft.text, max_record_text, "isi");
    auto place = base::clean(draft.place, 300, "tempat");
    if (!text || !place || (text->empty() && place->empty())) return out;
    auto profile = services.readers.profile_of(directory);
    auto reading =
        services.readers.reader().read({.text = *text, .place_text = *place, .point = {}}, profile);
    out.is_empty = false;
    out.understood = understand({}, reading, Door::by_hand, profile.region.get());
    out.kind_is_sure = !reading.kind_abstains;
    out.has_private_data = !reading.masks.empty();
    if (auto kind = base::from_code<triage::Kind>(draft.kind, "jenis"); kind && triage::opens_case(*kind)) {
        out.understood.kind = *kind;
        out.kind_is_sure = true;
    }
    if (directory.topic(draft.topic)) out.understood.topic = draft.topic;
    const auto door = base::from_code<Channel>(draft.channel, "kanal");
    const auto* account = door ? account_of(directory, base::code_of(*door)) : nullptr;
    out.office = cases::route(directory, {.kind = out.understood.kind,
                                          .topic = out.understood.topic,
                                          .area = out.understood.area,
                                          .lat = out.understood.lat,
                                          .lon = out.understood.lon,
                                          .account = account ? account->id : agency::AccountId{},
                                          .text = reading.masked,
                                          .received_at = services.now()})
                     .office;
    return out;
}

} // namespace intake
