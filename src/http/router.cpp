#include "http/router.h"

#include "base/encode.h"
#include "base/text.h"
#include "db/error.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>
#include <span>
#include <stdexcept>

namespace http {
namespace {

constexpr std::chrono::seconds retry_after{5};

/// A place in the tree of path segments; parameters of all routes that pass here share the one child.
struct Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literal;
    std::unique_ptr<Node> any;
    std::vector<std::pair<Method, const Route*>> here;
    std::vector<std::pair<Method, const Route*>> rest; ///< "/{name...}" below this place
};

std::vector<std::string_view> segments(std::string_view path) {
    if (path.starts_with('/')) path.remove_prefix(1);
    return base::split(path, '/');
}

bool is_parameter(std::string_view segment) {
    return segment.starts_with('{') && segment.ends_with('}');
}
bool is_rest(std::string_view segment) {
    return is_parameter(segment) && segment.ends_with("...}");
}

using Places = std::vector<const std::vector<std::pair<Method, const Route*>>*>;

/// All places that the path reaches, best first: literals before parameters before the rest.
void find_places(const Node& node, std::span<const std::string> path, Places& found) {
    if (path.empty()) {
        if (!node.here.empty()) found.push_back(&node.here);
        return;
    }
    if (auto next = node.literal.find(path.front()); next != node.literal.end())
        find_places(*next->second, path.subspan(1), found);
    if (node.any && !path.front().empty()) find_places(*node.any, path.subspan(1), found);
    if (!node.rest.empty() && !path.front().empty()) found.push_back(&node.rest);
}

} // namespace

struct Router::Tree {
    Node root;
    std::vector<std::unique_ptr<Route>> routes;
    std::vector<Filter> filters;
};

Router::Router() : tree_(std::make_unique<Tree>()) {}
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;
Router::~Router() = default;

BodyRule usual_body(Method method) noexcept {
    return method == Method::post || method == Method::put || method == Method::patch ? in_memory()
                                                                                      : no_body();
}

void Router::before(Filter filter) {
    tree_->filters.push_back(std::move(filter));
}
const std::vector<std::unique_ptr<Route>>& Router::routes() const noexcept {
    return tree_->routes;
}
const std::vector<Filter>& Router::filters() const noexcept {
    return tree_->filters;
}

void Router::insert(Method method, std::string_view pattern, BodyRule body, Handler handler) {
    if (!pattern.starts_with('/'))
        throw std::logic_error("a pattern begins with '/': " + std::string(pattern));
    auto route = std::make_unique<Route>(Route{.method = method,
                                               .pattern = std::string(pattern),
                                               .body = body,
                                               .handler = std::move(handler),
                                               .number = tree_->routes.size()});
    Node* node = &tree_->root;
    auto* place = &node->here;
    for (std::string_view segment : segments(route->pattern)) {
        if (place == &node->rest) throw std::logic_error("nothing may follow {...} in " + route->pattern);
        if (is_rest(segment)) {
            place = &node->rest;
            continue;
        }
        auto& next = is_parameter(segment) ? node->any : node->literal[std::string(segment)];
        if (!next) next = std::make_unique<Node>();
        node = next.get();
        place = &node->here;
    }
    for (const auto& [known, other] : *place)
        if (known == method)
            throw std::logic_error("two routes for " + route->pattern + " and " + other->pattern);
    place->emplace_back(method, route.get());
    tree_->routes.push_back(std::move(route));
}

Router::Match Router::match(Method method, std::string_view raw_path) const {
    Match match;
    std::vector<std::string> path;
    for (std::string_view segment : segments(raw_path)) {
        auto decoded = base::percent_decode(segment, /*plus_is_space=*/false);
        if (!decoded) return match;
        path.push_back(std::move(*decoded));
    }
    Places places;
    find_places(tree_->root, path, places);
    auto take = [&](Method wanted) {
        for (const auto* place : places)
            for (const auto& [known, route] : *place)
                if (known == wanted && !match.route) match.route = route;
    };
    take(method);
    if (!match.route && method == Method::head) take(Method::get);
    if (match.route) {
        auto names = segments(match.route->pattern);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (is_rest(names[i])) {
                std::vector<std::string> rest(path.begin() + static_cast<std::ptrdiff_t>(i), path.end());
                match.params.add(std::string(names[i].substr(1, names[i].size() - 5)), base::join(rest, "/"));
            } else if (is_parameter(names[i])) {
                match.params.add(std::string(names[i].substr(1, names[i].size() - 2)), path[i]);
            }
        }
        return match;
    }
    for (const auto* place : places)
        for (const auto& [known, route] : *place) {
            if (std::ranges::find(match.allowed, known) == match.allowed.end())
                match.allowed.push_back(known);
            if (known == Method::get && std::ranges::find(match.allowed, Method::head) == match.allowed.end())
                match.allowed.push_back(Method::head);
        }
    return match;
}

Response run(const Router& router, const Route& route, Request& request) {
    try {
        for (const Filter& filter : router.filters())
            if (auto response = filter(request)) return std::move(*response);
        return route.handler(request);
    } catch (const db::Unavailable& away) {
        // A disk that is full, a database that restarts: the same request may come again, and is done once.
        spdlog::warn("id={} route={} database away: {}", request.id, request.route, away.what());
        return problem(request, {.kind = base::Kind::unavailable,
                                 .code = "server.busy",
                                 .field = {},
                                 .detail = away.what(),
                                 .retry_after = retry_after});
    } catch (const std::exception& thrown) {
        return problem(
            request,
            {.kind = base::Kind::broken, .code = "server.broken", .field = {}, .detail = thrown.what()});
    }
}

Response answer(const Router& router, Request& request) {
    auto match = router.match(request.method, request.target.substr(0, request.target.find('?')));
    if (!match.route) return not_routed(request, match.allowed);
    request.route = match.route->pattern;
    request.path_params = std::move(match.params);
    return run(router, *match.route, request);
}

Response not_routed(const Request& request, const std::vector<Method>& allowed) {
    if (allowed.empty()) return problem(request, {.kind = base::Kind::not_found, .code = "page.not_found"});
    Response response = problem(request, {.kind = base::Kind::invalid, .code = "method.not_allowed"}, 405);
    std::string names;
    for (Method method : allowed)
        names.append(names.empty() ? "" : ", ").append(name(method));
    response.headers.set("Allow", std::move(names));
    return response;
}

} // namespace http
