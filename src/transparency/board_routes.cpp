#include "base/text.h"
#include "cases/case_actions.h"
#include "cases/code.h"
#include "db/database.h"
#include "places/gazetteer.h"
#include "transparency/board_actions.h"
#include "transparency/board_pages.h"
#include "transparency/case_pages.h"
#include "transparency/case_view_actions.h"
#include "transparency/incident_pages.h"
#include "transparency/incident_view_actions.h"
#include "transparency/page_cache.h"
#include "transparency/page_mark_actions.h"
#include "transparency/transparency_routes.h"

#include <map>
#include <mutex>

namespace transparency {
namespace {

using base::Result;
using http::Request;
using http::Response;

constexpr std::size_t kept_bytes = 64UL << 20; // some 6,000 pages

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

/// All that a kept page depends on besides what it shows.
std::string key_of(const Request& request, const agency::Directory& directory, const html::PageHead& head) {
    std::string key =
        base::to_string(directory.id()) + ' ' + (request.language == base::Language::en ? "en " : "id ");
    key += head.canonical ? head.canonical->str() : std::string();
    return key + ' ' + request.target;
}

/// The kept page when it is still good; null: draw it.
http::SharedBody kept_page(PageCache& cache, const std::string& key, const Services& services,
                           const agency::Directory& directory, base::Time now) {
    auto found = cache.find(key, now);
    if (!found) return nullptr;
    if (!found->to_check) return found->body;
    const auto mark =
        services.database.read([&](db::Tx& tx) { return mark_of(tx, directory, found->to_check->case_id); });
    if (mark != *found->to_check) return nullptr;
    cache.confirm(key, now);
    return found->body;
}

Response page_with(http::SharedBody body) {
    Response response = http::page(std::string());
    response.body = std::move(body);
    return response;
}

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
        auto mark = cases::mark_from(after);
        if (!mark) return base::fail_field("setelah");
        filter.after = *mark;
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
    auto kept = std::make_shared<PageCache>(kept_bytes);

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
        auto head = services.head(request, **directory);
        const auto key = key_of(request, **directory, head);
        if (auto body = kept_page(*kept, key, services, **directory, now)) return page_with(std::move(body));
        PageCache::Mark mark;
        auto board = services.database.read([&](db::Tx& tx) {
            mark = mark_of(tx, **directory);
            return read_board(tx, **directory, *filter, now);
        });
        auto drawn = board_page_of({.head = std::move(head),
                                    .board = std::move(board),
                                    .directory = **directory,
                                    .map = maps->of((*directory)->agency()),
                                    .now = now});
        return page_with(kept->keep(key, std::move(drawn).str(), now, mark));
    });
    // A name that people guess.
    router.add(http::Method::get, "/peta", [](const Request&) { return http::redirect("/#peta"); });

    router.add(http::Method::get, "/laporan/{code}", [=](const Request& request) -> Result<Response> {
        auto directory = services.directory(request);
        if (!directory) return base::pass(directory);
        const base::Time now = services.now();
        auto head = services.head(request, **directory);
        const auto key = key_of(request, **directory, head);
        if (auto body = kept_page(*kept, key, services, **directory, now)) return page_with(std::move(body));
        PageCache::Mark mark;
        auto page = services.guesses->code(request, [&] {
            return services.database.read([&](db::Tx& tx) -> Result<CasePage> {
                auto found = cases::find_case(tx, (*directory)->id(), request.param("code"),
                                              (*directory)->agency().prefix);
                if (!found) return base::pass(found);
                mark = mark_of(tx, **directory, found->id.value);
                auto page = read_public_case(tx, **directory, found->code);
                // How many report the same thing changes with events of other cases.
                if (page && page->incident) mark = mark_of(tx, **directory);
                return page;
            });
        });
        if (!page) return base::pass(page);
        if (request.param("code") != page->code)
            return http::redirect(html::url<"/laporan/{}">(page->code).str());
        auto drawn = public_case_page({std::move(head), **directory, now}, *page);
        return page_with(kept->keep(key, std::move(drawn).str(), now, mark));
    });

    router.add(http::Method::get, "/kejadian/{id}", [=](const Request& request) -> Result<Response> {
        auto directory = services.directory(request);
        if (!directory) return base::pass(directory);
        const auto id = base::parse_id_as<cases::IncidentId>(request.param("id"));
        if (!id) return base::fail(base::Kind::not_found, "incident.not_found");
        auto page = services.guesses->code(request, [&] {
            return services.database.read(
                [&](db::Tx& tx) { return read_public_incident(tx, **directory, *id); });
        });
        if (!page) return base::pass(page);
        // One that came into another leads there; not for ever, for it can be taken back.
        if (page->incident.id != *id)
            return http::redirect(html::url<"/kejadian/{}?dari={}">(page->incident.id, *id).str());
        const auto from = request.query.value("dari").empty() ? CameFrom::here : CameFrom::another;
        return http::page(incident_page(services.head(request, **directory), **directory, *page, from).str());
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
