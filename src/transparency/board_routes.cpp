#include "base/text.h"
#include "cases/code.h"
#include "db/database.h"
#include "places/gazetteer.h"
#include "transparency/board_actions.h"
#include "transparency/board_pages.h"
#include "transparency/case_pages.h"
#include "transparency/case_view_actions.h"
#include "transparency/transparency_routes.h"

#include <map>
#include <mutex>

namespace transparency {
namespace {

using base::Result;
using http::Request;
using http::Response;

/// Regencies and cities of an agency's region, drawn once per region.
class Maps {
public:
    const places::Map& of(const agency::Agency& agency) {
        std::string key = base::join(agency.regions, ",");
        std::lock_guard lock(mutex_);
        auto found = maps_.find(key);
        if (found == maps_.end()) found = maps_.emplace(key, places::draw_map(regencies_of(agency))).first;
        return found->second;
    }

private:
    static std::vector<std::string> regencies_of(const agency::Agency& agency) {
        std::vector<std::string> out;
        for (const auto& region : agency.regions) {
            auto area = places::gazetteer().find(region);
            if (!area) continue;
            if (area->level == places::Level::province) {
                for (const auto& child : places::gazetteer().children(region))
                    out.push_back(child.code);
            } else {
                out.push_back(region.substr(0, 5));
            }
        }
        return out;
    }
    std::mutex mutex_;
    std::map<std::string, places::Map> maps_; ///< never erased: references stay good
};

Result<BoardFilter> filter_of(const Request& request) {
    BoardFilter filter;
    const auto& query = request.query;
    if (auto code = query.value("keadaan"); !code.empty()) {
        auto standing = base::from_code<Standing>(code, "keadaan");
        if (!standing) return base::pass(standing);
        filter.standing = *standing;
    }
    if (auto code = query.value("status"); !code.empty()) {
        auto state = base::from_code<cases::State>(code, "status");
        if (!state) return base::pass(state);
        filter.state = *state;
    }
    if (auto id = query.value("unit"); !id.empty()) {
        auto office = base::parse_id_as<agency::OfficeId>(id);
        if (!office) return base::fail_field("unit");
        filter.office = *office;
    }
    if (auto after = query.value("setelah"); !after.empty()) {
        auto id = base::parse_id(after);
        if (!id) return base::fail_field("setelah");
        filter.before = *id;
    }
    filter.topic = base::first(query.value("topik"), 40);
    filter.area = base::first(query.value("wilayah"), 20);
    auto words = base::clean(query.value("cari"), 100, "cari");
    if (!words) return base::pass(words);
    filter.words = std::move(*words);
    return filter;
}

} // namespace

void add_public_routes(http::Router& router, const Services& services) {
    auto maps = std::make_shared<Maps>();

    router.add(http::Method::get, "/", [=](const Request& request) -> Result<Response> {
        auto directory = services.directory(request);
        if (!directory) return base::pass(directory);
        auto filter = filter_of(request);
        if (!filter) return base::pass(filter);
        // A code in the search box leads straight to its case.
        if (auto code = cases::parse_code(filter->words, (*directory)->agency().prefix);
            code && filter->words.size() >= 8)
            return http::redirect(html::url<"/laporan/{}">(cases::to_string(*code)).str());
        const base::Time now = services.now();
        auto board =
            services.database.read([&](db::Tx& tx) { return read_board(tx, **directory, *filter, now); });
        return http::page(board_page_of({.head = services.head(request, **directory),
                                         .board = std::move(board),
                                         .directory = **directory,
                                         .map = maps->of((*directory)->agency()),
                                         .now = now})
                              .str());
    });
    // A name that people guess.
    router.add(http::Method::get, "/peta", [](const Request&) { return http::redirect("/#peta"); });

    router.add(http::Method::get, "/laporan/{code}", [=](const Request& request) -> Result<Response> {
        auto directory = services.directory(request);
        if (!directory) return base::pass(directory);
        auto page = services.guesses->code(request, [&] {
            return services.database.read(
                [&](db::Tx& tx) { return read_public_case(tx, **directory, request.param("code")); });
        });
        if (!page) return base::pass(page);
        if (request.param("code") != page->code)
            return http::redirect(html::url<"/laporan/{}">(page->code).str());
        return http::page(
            public_case_page({services.head(request, **directory), **directory, services.now()}, *page)
                .str());
    });

    router.add(http::Method::get, "/laporan/{code}/foto/{size}/{sha256}",
               [=](const Request& request) -> Result<Response> {
                   auto directory = services.directory(request);
                   if (!directory) return base::pass(directory);
                   auto sha256 = request.param("sha256");
                   auto size = request.param("size");
                   if (!media::is_sha256(sha256) || (size != "kecil" && size != "besar"))
                       return base::fail(base::Kind::not_found, "media.unknown");
                   bool is_public = services.database.read([&](db::Tx& tx) {
                       return is_public_picture(tx, **directory, request.param("code"), sha256);
                   });
                   if (!is_public) return base::fail(base::Kind::not_found, "media.unknown");
                   auto opened =
                       services.pictures.open((*directory)->id(), sha256,
                                              size == "kecil" ? media::Size::thumb : media::Size::stored);
                   if (!opened) return base::pass(opened);
                   auto response = http::file(opened->path, "image/jpeg", opened->sha256);
                   // What was public a moment ago may be redacted: let browsers ask again.
                   response.headers.set("Cache-Control", "public, max-age=300");
                   return response;
               });
}

} // namespace transparency
