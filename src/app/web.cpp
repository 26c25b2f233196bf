#include "app/web.h"

#include "administration/administration_routes.h"
#include "administration/connection_routes.h"
#include "administration/outside_routes.h"
#include "app/lapor.h"
#include "app/metrics.h"
#include "app/networks.h"
#include "app/openapi.h"
#include "cases/case_routes.h"
#include "channels/activitypub/activitypub_routes.h"
#include "channels/sp4n_lapor/lapor_routes.h"
#include "desk/case_routes.h"
#include "desk/desk_routes.h"
#include "desk/listening_routes.h"
#include "desk/notice_routes.h"
#include "desk/provisional_routes.h"
#include "field/field_routes.h"
#include "html/assets.h"
#include "html/error_page.h"
#include "http/problem_words.h"
#include "intake/item_routes.h"
#include "intake/record_routes.h"
#include "intake/report_routes.h"
#include "network/push_routes.h"
#include "outgoing/outgoing_routes.h"
#include "publishing/wall_routes.h"
#include "referral/answer_routes.h"
#include "referral/delivery_routes.h"
#include "staff/invitation_routes.h"
#include "staff/staff_routes.h"
#include "transparency/figures_routes.h"
#include "transparency/quote_routes.h"
#include "transparency/transparency_routes.h"

namespace app {
namespace {

using http::Request;
using http::Response;

void add_assets(http::Router& router) {
    router.add(http::Method::get, "/aset/{file}", [](const Request& request) -> base::Result<Response> {
        const auto* asset = html::find_asset(request.path);
        if (!asset) return base::fail(base::Kind::not_found, "page.not_found");
        Response response;
        response.headers.set("Content-Type", std::string(asset->content_type));
        response.headers.set("Cache-Control", "public, max-age=31536000, immutable");
        response.headers.set("ETag", '"' + std::string(asset->hash.substr(0, 32)) + '"');
        bool brotli =
            !asset->brotli.empty() && request.header("Accept-Encoding").find("br") != std::string_view::npos;
        if (brotli) {
            response.headers.set("Content-Encoding", "br");
            response.headers.set("Vary", "Accept-Encoding");
            response.body = http::StaticBody{asset->brotli};
            response.compress = http::Compress::never;
        } else {
            response.body = http::StaticBody{asset->bytes};
        }
        return response;
    });
}

/// The page in the other language, with its filters.
std::optional<html::Url> other_language(const Request& request) {
    if (!http::is_safe(request.method) || request.query.has("kunci")) return std::nullopt;
    std::string target = request.path + "?bahasa=" + (request.language == base::Language::en ? "id" : "en");
    auto url = html::Url::from(target);
    return url ? std::optional(std::move(*url)) : std::nullopt;
}

} // namespace

Web::Web(House& house)
    : house_(house), live_(house.staff_services()), guard_(house.staff_services(), house.settings.limits) {}

void Web::tell(base::AgencyId agency, std::int64_t position) {
    live_.tell(agency, position);
    watchers_->tell(agency, position);
}

html::PageHead Web::head_of(const Request& request, const agency::Directory& directory) const {
    const auto& agency = directory.agency();
    html::PageHead head;
    head.agency = agency.name;
    head.organiser = agency.organiser;
    head.language = request.language;
    head.accent = agency.accent;
    head.other_language = other_language(request);
    return head;
}

http::ErrorPage Web::error_page() const {
    return [](const Request& request, const base::Problem& problem, int status) {
        html::PageHead head;
        head.language = request.language;
        head.agency = "Tanggap";
        if (const auto* directory = request.attached<agency::DirectoryPtr>()) {
            head.agency = (*directory)->agency().name;
            head.organiser = (*directory)->agency().organiser;
            head.accent = (*directory)->agency().accent;
        }
        html::ErrorPage error{
            .status = status,
            .help = request.help_code(),
            .message = std::string(http::problem_words(problem.code, problem.kind).in(request.language))};
        return http::page(html::error_page(std::move(head), error).str(), status);
    };
}

void Web::add_health(http::Router& router, std::function<http::Metrics()> metrics) {
    router.add(http::Method::get, "/healthz", [](const Request&) { return http::text("alive\n"); });
    router.add(http::Method::get, "/readyz", [this](const Request&) {
        try {
            auto missing = db::pending(*house_.database);
            if (missing && missing->empty()) return http::text("ready\n");
            return http::text("the database is not migrated\n", 503);
        } catch (const db::Error&) {
            return http::text("the database cannot be reached\n", 503);
        }
    });
    router.add(http::Method::get, "/api/v1/openapi.yaml", [](const Request&) {
        auto response = http::bytes(std::string(openapi()), "application/yaml");
        response.headers.set("Cache-Control", "public, max-age=300");
        return response;
    });
    router.add(
        http::Method::get, "/metrics", [this, metrics](const Request& request) -> base::Result<Response> {
            auto address = http::parse_address(request.client);
            static const http::Network local[] = {*http::parse_network("127.0.0.0/8"),
                                                  *http::parse_network("::1")};
            if (!address ||
                !std::ranges::any_of(local, [&](const auto& network) { return network.contains(*address); }))
                return base::fail(base::Kind::forbidden, "token.scope", "metrics are for this machine");
            return http::bytes(prometheus(metrics(), house_.database->statistics()),
                               "text/plain; version=0.0.4; charset=utf-8");
        });
}

http::Router Web::router(std::function<http::Metrics()> metrics) {
    http::Router router;
    // One host name = one agency. Health checks and assets belong to none.
    router.before([this](Request& request) -> std::optional<Response> {
        if (auto directory = house_.directories.at_host(request.host))
            request.attach<agency::DirectoryPtr>(*directory);
        return std::nullopt;
    });
    router.before([this](Request& request) { return guard_.stop(request); });
    auto directory = [this](const Request& request) -> base::Result<agency::DirectoryPtr> {
        if (const auto* attached = request.attached<agency::DirectoryPtr>()) return *attached;
        return house_.directories.at_host(request.host);
    };
    auto head = [this](const Request& request, const agency::Directory& of) { return head_of(request, of); };
    auto staff = house_.staff_services();
    // A street behind one address reports after a storm; a robot does not get further.
    const http::Rate forms{.burst = 100.0,
                           .per_token =
                               std::chrono::milliseconds(60'000) / house_.settings.limits.forms_per_minute};
    auto reports = std::make_shared<http::RateLimit>(forms, house_.now);
    auto answers = std::make_shared<http::RateLimit>(forms, house_.now);

    add_health(router, std::move(metrics));
    add_assets(router);
    staff::add_routes(router, staff);
    staff::add_invitation_routes(router, staff);
    const intake::Services in{*house_.database, *house_.vault, house_.pictures, house_.readers(),
                              house_.ids,       house_.now,    house_.random};
    intake::add_report_routes(router, in, {directory, head}, reports);
    intake::add_item_routes(router, in, staff);
    intake::add_record_routes(router, in, staff);
    channels::activitypub::add_routes(
        router, house_.networks->services(),
        {directory, TANGGAP_VERSION,
         [this](base::AgencyId agency, const std::string& sha256) -> base::Result<Response> {
             auto opened = house_.pictures.open(agency, sha256, media::Size::stored);
             if (!opened) return base::pass(opened);
             auto response = http::file(opened->path, "image/jpeg", opened->sha256);
             response.headers.set("Cache-Control", "public, max-age=3600");
             return response;
         }});
    network::add_push_routes(router, house_.networks->services(), directory);
    cases::add_case_routes(router, staff);
    desk::add_routes(router, staff);
    desk::add_case_routes(router, {staff, *house_.vault, house_.pictures,
                                   std::make_shared<desk::CasePlaces>(), house_.readers()});
    field::add_routes(router, {staff, house_.pictures, house_.networks->channels()});
    administration::add_routes(router, staff, house_.learning_services());
    administration::add_connection_routes(router, staff, house_.networks->services(),
                                          house_.settings.public_url);
    administration::add_outside_routes(router, staff, *house_.vault);
    channels::sp4n_lapor::add_routes(router, lapor_services(house_));
    outgoing::add_routes(router, staff, post_for(house_.settings));
    const publishing::Services posts{staff, house_.pictures, house_.networks->channels(), directory, head};
    publishing::add_post_routes(router, posts);
    publishing::add_post_api_routes(router, posts);
    publishing::add_policy_routes(router, posts);
    publishing::add_wall_routes(router, posts, watchers_);
    referral::add_delivery_routes(router, staff);
    referral::add_answer_routes(
        router, {*house_.database, *house_.vault, house_.ids, house_.now, house_.random, directory, head});
    desk::add_provisional_routes(router, staff);
    desk::add_notice_routes(router, staff);
    desk::add_listening_routes(router, staff, house_.networks->channels());
    desk::add_presence_routes(router, staff);
    desk::add_live_routes(router, staff, live_);
    const transparency::Services out{
        *house_.database, *house_.vault, house_.pictures,
        house_.ids,       house_.now,    house_.random,
        directory,        head,          std::make_shared<transparency::Guesses>(house_.now)};
    transparency::add_public_routes(router, out);
    transparency::add_reporter_routes(router, out, answers);
    transparency::add_figure_routes(router, out);
    transparency::add_office_routes(router, out);
    transparency::add_quote_routes(router, staff, *house_.vault);
    return router;
}

} // namespace app
