// What a page or a push said goes on to intake; declared in receive_actions.h.
#include "db/database.h"
#include "network/connection_store.h"
#include "network/listening.h"
#include "network/look_plan.h"
#include "network/receive_actions.h"
#include "network/source_store.h"
#include "people/vault.h"

#include <algorithm>

namespace network {
namespace {

using agency::AccountId;
using base::AgencyId;

/// An answer whose network does not say what it belongs to, to something that stands in a known thread: our
/// own answer, as a rule.
std::vector<Event> in_their_threads(const Services& s, AgencyId agency, AccountId account,
                                    std::vector<Event> events) {
    const bool is_lacking = std::ranges::any_of(
        events, [](const Event& event) { return !event.item.root && event.item.in_reply_to; });
    if (!is_lacking) return events;
    s.database.read([&](db::Tx& tx) {
        for (auto& event : events) {
            if (event.item.root || !event.item.in_reply_to) continue;
            const auto thread = store::thread_of(tx, agency, account, *event.item.in_reply_to);
            if (thread.empty()) continue;
            event.thread = thread;
            event.item.root = thread.substr(thread_prefix.size());
        }
    });
    return events;
}

} // namespace

int take_in(const Services& s, AgencyId agency, const Connected& connected, const std::vector<Event>& given) {
    const auto events = in_their_threads(s, agency, connected.account, given);
    const auto oldest = connected.connected_at -
                        (listens_only(s.channel_of(agency, connected.account)) ? heard_back : taken_back);
    std::vector<items::ItemIn> items;
    std::vector<const Event*> from;
    bool has_own = false;
    for (const auto& event : events) {
        has_own = has_own || event.is_own;
        if (event.is_own || event.returned || event.undelivered) continue;
        if (event.item.created_at < oldest) continue;
        items.push_back(event.item);
        from.push_back(&event);
    }
    const auto outcomes =
        items.empty() ? std::vector<Delivered>{} : s.deliver(agency, connected.account, items);
    int fresh = 0;
    s.database.write([&](db::Tx& tx) {
        fresh = 0;
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            if (outcomes[i].taken == Taken::accepted) ++fresh;
            if (outcomes[i].taken != Taken::refused) continue;
            const auto id = s.ids.next<PushId>();
            store::insert_push(tx, agency,
                               {.id = id,
                                .account = connected.account,
                                .body_sealed = s.vault.seal(agency, refused_item_place(connected.account),
                                                            base::json::write(items[i])),
                                .received_at = s.now(),
                                .state = PushState::stuck,
                                .problem = outcomes[i].problem});
        }
        for (const auto& event : events) {
            if (event.thread.empty()) continue;
            store::add_source(tx, agency,
                              {.account = connected.account,
                               .name = event.thread,
                               .newest_first = true,
                               .is_thread = true,
                               .look_at = s.now() + first_thread_look});
            const bool is_gone = event.item.type == items::Change::remove;
            if (store::see(tx, agency, connected.account, event.thread, event.item.network_id, is_gone))
                store::note_found(tx, agency, connected.account, event.thread, s.now(),
                                  s.now() + first_thread_look);
        }
        if (fresh > 0) store::set_received(tx, agency, connected.account, s.now());
    });
    if (has_own) s.recognise(agency, connected.account);
    for (const auto& event : events) {
        if (event.returned && s.come_back) s.come_back(agency, *event.returned);
        if (event.undelivered && s.not_brought) s.not_brought(agency, connected.account, *event.undelivered);
    }
    return fresh;
}

} // namespace network
