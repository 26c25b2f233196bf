#include "publishing/wall_routes.h"

#include "db/database.h"
#include "http/address.h"
#include "http/requester.h"
#include "publishing/publishing_words.h"
#include "publishing/view_actions.h"
#include "publishing/wall_pages.h"

#include <algorithm>

namespace publishing {
namespace {

using base::Result;
using http::Request;
using http::Response;

/// Who looks: a person of the staff, or anybody.
struct Looker {
    agency::DirectoryPtr directory;
    std::optional<staff::Principal> person;
    bool only_approved = false;
};

/// unauthenticated: it is for the staff.
Result<Looker> looker_of(const Request& request, const Services& services) {
    auto directory = services.directory(request);
    if (!directory) return base::pass(directory);
    Looker out{.directory = *directory, .person = {}};
    if (auto person = staff::signed_in(request, services.staff); person && !person->roles.empty()) {
        out.person = std::move(*person);
        return out;
    }
    const auto audience =
        services.staff.database.read([&](db::Tx& tx) { return audience_of(tx, out.directory->id()); });
    if (audience == Audience::staff) return base::fail(base::Kind::unauthenticated, "session.missing");
    out.only_approved = audience == Audience::approved;
    return out;
}

Response fresh(Response response) {
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Result<Response> show(const Request& request, const Services& services) {
    auto looker = looker_of(request, services);
    if (!looker && looker.error().kind == base::Kind::unauthenticated) return staff::to_sign_in(request);
    if (!looker) return base::pass(looker);
    const auto& directory = *looker->directory;
    WallView view{.language = request.language,
                  .zone = directory.agency().zone,
                  .is_staff = looker->person.has_value()};
    view.reports = services.staff.database.read(
        [&](db::Tx& tx) { return wall_of(tx, directory.id(), looker->only_approved); });
    for (const auto& whole : view.reports)
        if (const auto* office = directory.office(whole.post.office))
            view.offices[whole.post.office.value] = office->name;
    if (request.query.value("bagian") == "isi") return fresh(http::page(wall_list(view)));
    const std::string title{words::wall_title.in(request.language)};
    if (looker->person)
        return fresh(http::page(staff::console_page({.title = title,
                                                     .here = staff::Room::posts,
                                                     .person = *looker->person,
                                                     .directory = directory,
                                                     .language = request.language,
                                                     .csrf = staff::csrf_of(request),
                                                     .islands = {html::Island::desk, html::Island::wall}},
                                                    wall_page(view))));
    auto head = services.head(request, directory);
    head.title = title;
    head.islands = {html::Island::wall};
    return fresh(http::page(html::page(head, wall_page(view))));
}

Result<Response> show_picture(const Request& request, const Services& services) {
    auto looker = looker_of(request, services);
    if (!looker) return base::pass(looker);
    const auto id = base::parse_id_as<PostId>(request.param("id"));
    const auto number = base::parse_id(request.param("nomor"));
    const auto agency = looker->directory->id();
    const auto found = id ? services.staff.database.read(
                                [&](db::Tx& tx) { return on_wall(tx, agency, *id, looker->only_approved); })
                          : std::nullopt;
    if (!found || !number || *number < 1 || *number > static_cast<std::int64_t>(found->pictures.size()))
        return base::fail(base::Kind::not_found, "media.unknown");
    return picture_of(services, agency, found->pictures[static_cast<std::size_t>(*number - 1)].sha256,
                      request.query.value("ukuran"));
}

std::string wire_of(std::int64_t position) {
    const std::string text = std::to_string(position);
    return http::to_wire({.data = text, .name = "posisi", .id = text});
}

} // namespace

void Watchers::forget_closed() {
    std::erase_if(watchers_, [](const Watcher& each) { return !each.stream->is_open(); });
}

void Watchers::tell(base::AgencyId agency, std::int64_t position) {
    const std::lock_guard lock(mutex_);
    positions_[agency] = position;
    const auto wire = wire_of(position);
    for (const auto& each : watchers_)
        if (each.agency == agency) each.stream->send_wire(wire);
}

Result<std::shared_ptr<http::EventStream>> Watchers::open(base::AgencyId agency, std::string address) {
    const std::lock_guard lock(mutex_);
    forget_closed();
    const auto same = std::ranges::count(watchers_, address, &Watcher::address);
    if (static_cast<std::size_t>(same) >= streams_of_an_address || watchers_.size() >= streams_of_all)
        return base::fail(base::Kind::limited, "limit.reached", "watchers of walls");
    auto stream = std::make_shared<http::EventStream>(16 * 1024);
    stream->send_wire(wire_of(positions_[agency]));
    watchers_.push_back({agency, std::move(address), stream});
    return stream;
}

void add_wall_routes(http::Router& router, const Services& services, std::shared_ptr<Watchers> watchers) {
    router.add(http::Method::get, "/dinding",
               [=](const Request& request) { return show(request, services); });
    router.add(http::Method::get, "/dinding/foto/{id}/{nomor}",
               [=](const Request& request) { return show_picture(request, services); });
    router.add(http::Method::get, "/dinding/kabar", [=](const Request& request) -> Result<Response> {
        auto looker = looker_of(request, services);
        if (!looker) return base::pass(looker);
        auto stream = watchers->open(looker->directory->id(), http::line_key(request.client));
        if (!stream) return base::pass(stream);
        return http::events(std::move(*stream));
    });
}

} // namespace publishing
