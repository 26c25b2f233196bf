#include "intake/handover_actions.h"

#include "agency/agency_actions.h"
#include "cases/visibility.h"
#include "db/database.h"
#include "events/event_actions.h"

#include <algorithm>

namespace intake {
namespace {

struct Referral {
    cases::Case c;
    cases::Referred said;
    base::Time at{};
    bool has_receipt = false;
};

base::Result<Referral> referral_of(db::Tx& tx, base::AgencyId from, cases::CaseId id) {
    auto c = cases::case_of_id(tx, from, id);
    const auto event = events::last_of(tx, from, "case", id.value, "case.referred");
    if (!c || !event) return base::fail(base::Kind::not_found, "case.not_found");
    auto data = base::json::parse(event->data);
    auto body = data ? cases::read_body(event->kind, *data) : base::pass(data);
    if (!body) return base::pass(body);
    const auto receipt = events::last_of(tx, from, "case", id.value, "case.receipted");
    return Referral{.c = std::move(*c),
                    .said = std::get<cases::Referred>(*body),
                    .at = event->at,
                    .has_receipt = receipt && receipt->id > event->id};
}

const agency::Account* account_in(const agency::Directory& directory) {
    const auto found = std::ranges::find(directory.accounts(), handover_network, &agency::Account::network);
    return found == directory.accounts().end() ? nullptr : &*found;
}

/// Looks again inside the unit of work: two hand-overs may come at once.
base::Result<void> make_account(const Services& services, base::AgencyId to) {
    return services.database.write([&](db::Tx& tx) -> base::Result<void> {
        auto directory = agency::read_directory(tx, to);
        if (!directory) return base::pass(directory);
        if (account_in(*directory)) return {};
        auto made = agency::add_account(tx, {.ids = services.ids, .now = services.now()}, to,
                                        {.id = {},
                                         .office = {},
                                         .network = std::string(handover_network),
                                         .name = "Serah terima antarinstansi"});
        if (!made) return base::pass(made);
        return {};
    });
}

Wanted wanted_of(const Referral& referral, const agency::Agency& from) {
    items::ItemIn item;
    item.network_id = "serah-terima-" + base::to_string(from.id) + "-" + base::to_string(referral.c.id);
    item.author.network_id = "instansi-" + base::to_string(from.id);
    item.author.name = from.name;
    item.text = referral.said.text;
    item.created_at = referral.at;
    // What one agency writes to another is nobody's public word.
    item.visibility = items::Visibility::private_;
    item.url = {};
    if (referral.c.lat && referral.c.lon && cases::may_publish_words(referral.c))
        item.place = items::PlaceIn{*referral.c.lat, *referral.c.lon};
    return {.item = std::move(item),
            .door = Door::network,
            .decided = Decided{.kind = referral.c.kind, .area = referral.c.area}};
}

} // namespace

base::Result<void> hand_over(const Services& services, agency::Directories& directories, base::AgencyId from,
                             cases::CaseId id) {
    auto referral = services.database.read([&](db::Tx& tx) { return referral_of(tx, from, id); });
    if (!referral) return base::pass(referral);
    const auto to = referral->said.to;
    if (!to || *to == from || referral->c.state != cases::State::referred || referral->has_receipt) return {};
    auto sender = directories.of(from);
    if (!sender) return base::pass(sender);
    auto receiver = directories.of(*to);
    if (!receiver) return base::pass(receiver);
    if (!account_in(**receiver)) {
        if (auto made = make_account(services, *to); !made) return made;
        directories.changed();
        receiver = directories.of(*to);
        if (!receiver) return base::pass(receiver);
    }
    const agency::Account* account = account_in(**receiver);
    if (!account || !account->is_active)
        return base::fail(base::Kind::unavailable, "account.unknown", "the other agency takes nothing over");

    const std::vector<base::Result<Wanted>> batch{wanted_of(*referral, (*sender)->agency())};
    auto outcome = accept(services, **receiver, *account, batch).front();
    if (outcome.problem) return std::unexpected(*outcome.problem);
    if (!outcome.case_code) return base::fail(base::Kind::conflict, "item.known", "an item without a case");
    const auto context = cases::context_for(**sender, services.ids, services.random, services.now());
    auto noted = services.database.write([&](db::Tx& tx) -> base::Result<void> {
        auto now = referral_of(tx, from, id);
        if (!now) return base::pass(now);
        if (now->has_receipt) return {};
        auto done =
            cases::act(tx, context, now->c, cases::house(), cases::Receipt{.receipt = *outcome.case_code});
        if (!done) return base::pass(done);
        return {};
    });
    return noted;
}

} // namespace intake
