#include "desk/desk_routes.h"

#include "base/text.h"
#include "cases/code.h"
#include "db/database.h"
#include "desk/desk_actions.h"
#include "desk/desk_pages.h"
#include "desk/presence_actions.h"
#include "desk/presence_pages.h"
#include "staff/staff_routes.h"

namespace desk {
namespace {

using base::Result;
using http::Request;
using http::Response;

Result<Address> address_of(const Request& request, const agency::Directory& directory) {
    Address address;
    const auto& query = request.query;
    auto words = base::clean(query.value("cari"), 100, "cari");
    if (!words) return base::pass(words);
    address.words = std::move(*words);
    // Who only searches searches everywhere.
    if (!address.words.empty()) address.view = cases::View::all;
    if (auto slug = query.value("pandangan"); !slug.empty()) {
        auto view = view_from(slug);
        if (!view) return base::pass(view);
        address.view = *view;
    }
    if (auto code = query.value("jenis"); !code.empty()) {
        auto kind = base::from_code<cases::Kind>(code, "jenis");
        if (!kind) return base::pass(kind);
        address.kind = *kind;
    }
    if (auto text = query.value("unit"); !text.empty()) {
        auto office = base::parse_id_as<agency::OfficeId>(text);
        if (!office || !directory.office(*office)) return base::fail_field("unit");
        address.office = *office;
    }
    if (auto text = query.value("sesudah"); !text.empty()) {
        auto mark = cases::mark_from(text);
        if (!mark) return base::pass(mark);
        address.after = *mark;
    }
    address.topic = base::first(query.value("topik"), 40);
    address.code = base::first(query.value("laporan"), 40);
    return address;
}

Response fresh(html::Markup markup) {
    auto response = http::page(std::move(markup).str());
    response.headers.set("Cache-Control", "no-store");
    return response;
}

/// A code in the search box leads straight to its case.
std::optional<Response> jump(db::Database& database, const Asking& asking, const Address& address) {
    auto code = cases::parse_code(address.words, asking.directory.agency().prefix);
    if (!code || address.words.size() < 8) return std::nullopt;
    auto found = database.read([&](db::Tx& tx) { return seen_case(tx, asking, cases::to_string(*code)); });
    if (!found) return std::nullopt;
    return http::redirect(html::url<"/meja/laporan/{}">(found->code).str());
}

Result<Response> show(const Request& request, const staff::Services& services) {
    auto person = staff::signed_in(request, services);
    if (!person) {
        if (person.error().kind == base::Kind::unauthenticated) return staff::to_sign_in(request);
        return base::pass(person);
    }
    auto directory = staff::directory_of(request, services);
    if (!directory) return base::pass(directory);
    auto address = address_of(request, **directory);
    if (!address) return base::pass(address);
    const Asking asking{*person, **directory, services.now()};
    if (auto elsewhere = jump(services.database, asking, *address)) return std::move(*elsewhere);

    const auto part = request.query.value("bagian");
    Desk desk;
    if (part == "ringkasan") {
        auto summary =
            services.database.read([&](db::Tx& tx) { return read_summary(tx, asking, address->code); });
        if (summary) desk.summary = std::move(*summary);
    } else {
        desk = services.database.read([&](db::Tx& tx) { return read_desk(tx, asking, *address); });
    }
    const DeskPage page{.language = request.language,
                        .directory = **directory,
                        .person = *person,
                        .csrf = staff::csrf_of(request),
                        .now = asking.now,
                        .address = *address,
                        .desk = desk};
    if (part == "ringkasan") return fresh(summary_part(page));
    return fresh(part == "daftar" ? list_part(page) : desk_page(page));
}

Result<Response> say_presence(const Request& request, const staff::Services& services) {
    auto person = staff::signed_in(request, services);
    if (!person) return base::pass(person);
    auto directory = staff::directory_of(request, services);
    if (!directory) return base::pass(directory);
    const Asking asking{*person, **directory, services.now()};
    auto seen = services.database.write([&](db::Tx& tx) -> Result<std::vector<Looking>> {
        auto c = seen_case(tx, asking, request.param("kode"));
        if (!c) return base::pass(c);
        look(tx, c->agency, c->id, person->staff, asking.now);
        return others(tx, c->agency, c->id, person->staff, asking.now);
    });
    if (!seen) return base::pass(seen);
    return fresh(looking_chip(*seen, request.language));
}

} // namespace

void add_routes(http::Router& router, const staff::Services& services) {
    router.add(http::Method::get, "/meja",
               [services](const Request& request) { return show(request, services); });
}

void add_presence_routes(http::Router& router, const staff::Services& services) {
    router.add(http::Method::post, "/meja/laporan/{kode}/hadir", http::in_memory(4 * http::kib),
               [services](const Request& request) { return say_presence(request, services); });
}

} // namespace desk
