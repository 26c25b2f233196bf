#include "intake/item_routes.h"

#include "base/json.h"
#include "staff/staff_routes.h"

namespace intake {
namespace {

using base::Result;
using http::Request;
using http::Response;

constexpr std::size_t max_lines = 5'000;
constexpr std::size_t max_line_bytes = 256 * 1024; ///< far above what max_text and a few links need

Result<Wanted> read_item(std::string_view line) {
    if (line.size() > max_line_bytes) return base::fail(base::Kind::too_large, "item.too_large");
    auto item = base::json::parse_as<items::ItemIn>(line);
    if (!item) return base::pass(item);
    item->mail.reset();
    return Wanted{std::move(*item), Door::network, {}};
}

base::json::Object to_json(const Request& request, const Outcome& outcome) {
    base::json::Object out;
    out["item"] =
        outcome.item ? base::json::Value(base::to_string(*outcome.item)) : base::json::Value(nullptr);
    out["case"] = outcome.case_code ? base::json::Value(*outcome.case_code) : base::json::Value(nullptr);
    out["state"] = base::code_of(outcome.fate);
    if (outcome.problem) {
        auto problem = base::json::parse(http::problem_object(request, *outcome.problem));
        if (problem && problem->is_object() && problem->get_object().contains("problem"))
            out["problem"] = problem->get_object()["problem"];
        else if (problem)
            out["problem"] = *problem;
    }
    return out;
}

struct Caller {
    agency::DirectoryPtr directory;
    const agency::Account* account = nullptr;
};

Result<Caller> caller_of(const Request& request, const staff::Services& staff) {
    auto directory = staff::directory_of(request, staff);
    if (!directory) return base::pass(directory);
    auto principal =
        staff::authenticate(staff, (*directory)->id(), request.header("Authorization"), staff::Scope::items);
    if (!principal) return base::pass(principal);
    const auto* account = principal->account ? (*directory)->account(*principal->account) : nullptr;
    if (!account || !account->is_active) return base::fail(base::Kind::forbidden, "account.unknown");
    return Caller{std::move(*directory), account};
}

Result<Response> post_lines(const Request& request, const Services& services, const Caller& caller) {
    std::vector<Result<Wanted>> batch;
    for (std::string_view rest = request.body; !rest.empty();) {
        auto end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (batch.size() == max_lines)
            return base::fail(base::Kind::too_large, "item.too_large", "more than 5,000 lines");
        batch.push_back(read_item(line));
    }
    std::string body;
    for (const auto& outcome : accept(services, *caller.directory, *caller.account, batch))
        body += boost::json::serialize(to_json(request, outcome)) + "\n";
    return http::bytes(std::move(body), "application/x-ndjson");
}

Result<Response> post_one(const Request& request, const Services& services, const Caller& caller) {
    std::vector<Result<Wanted>> batch{read_item(request.body)};
    auto outcomes = accept(services, *caller.directory, *caller.account, batch);
    if (outcomes.front().problem) return std::unexpected(*outcomes.front().problem);
    return http::json(boost::json::serialize(to_json(request, outcomes.front())));
}

} // namespace

void add_item_routes(http::Router& router, const Services& services, const staff::Services& staff) {
    router.add(http::Method::post, "/api/v1/items", http::in_memory(32 * http::mib),
               [=](const Request& request) -> Result<Response> {
                   auto caller = caller_of(request, staff);
                   if (!caller) return base::pass(caller);
                   auto type = request.content_type();
                   if (type == "application/x-ndjson") return post_lines(request, services, *caller);
                   if (type == "application/json") return post_one(request, services, *caller);
                   return base::fail(base::Kind::unsupported, "request.unsupported", "content type of items");
               });

    router.add(http::Method::post, "/api/v1/media", http::upload(media::max_upload_bytes),
               [=](const Request& request) -> Result<Response> {
                   auto directory = staff::directory_of(request, staff);
                   if (!directory) return base::pass(directory);
                   auto principal = staff::authenticate(staff, (*directory)->id(),
                                                        request.header("Authorization"), staff::Scope::media);
                   if (!principal) return base::pass(principal);
                   if (!request.upload)
                       return base::fail(base::Kind::invalid, "media.unreadable", "no bytes");
                   auto picture = services.pictures.accept_file((*directory)->id(), request.upload->path,
                                                                (*directory)->agency().zone);
                   if (!picture) return base::pass(picture);
                   return http::json(
                       boost::json::serialize(base::json::Object{{"sha256", picture->sha256},
                                                                 {"kind", base::code_of(picture->kind)},
                                                                 {"width", picture->width},
                                                                 {"height", picture->height}}));
               });
}

} // namespace intake
