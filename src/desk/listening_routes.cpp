#include "desk/listening_routes.h"

#include "db/database.h"
#include "desk/listening_pages.h"
#include "desk/listening_words.h"
#include "items/listened_actions.h"
#include "network/listening.h"
#include "outgoing/entered_routes.h"

namespace desk {
namespace {

using base::Result;
using http::Request;
using http::Response;
using outgoing::Entered;

Result<Response> show(const Request& request, const staff::Services& services,
                      const network::Channels& channels, const Entered& in) {
    if (!hears(in.person)) return base::fail(base::Kind::not_found, "page.not_found");
    ListeningPage page{.directory = *in.directory, .rows = {}, .language = request.language};
    std::optional<items::ItemId> before;
    if (auto text = request.query.value("akun"); !text.empty()) {
        auto id = base::parse_id_as<agency::AccountId>(text);
        if (!id || !in.directory->account(*id)) return base::fail_field("akun");
        page.account = *id;
    }
    if (auto text = request.query.value("sebelum"); !text.empty()) {
        auto id = base::parse_id_as<items::ItemId>(text);
        if (!id) return base::fail_field("sebelum");
        before = *id;
    }
    for (const auto& account : in.directory->accounts())
        if (network::listens_only(channels.of(account.network))) page.feeds.push_back(&account);
    services.database.read([&](db::Tx& tx) {
        auto found = items::listened(tx, in.directory->id(), page.account, before);
        page.rows = std::move(found.rows);
        page.next = found.next;
    });
    return outgoing::framed(request, in, staff::Room::desk, listening_words::title.in(request.language),
                            listening_page(page));
}

} // namespace

void add_listening_routes(http::Router& router, const staff::Services& services,
                          const network::Channels& channels) {
    router.add(http::Method::get, "/meja/simakan",
               [services, &channels](const Request& request) -> Result<Response> {
                   return outgoing::enter(request, services, staff::Room::desk, [&](const Entered& in) {
                       return show(request, services, channels, in);
                   });
               });
}

} // namespace desk
