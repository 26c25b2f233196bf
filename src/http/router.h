// Routes: method and pattern ("/laporan/{code}", "/berkas/{path...}") to a synchronous handler, with the kind
// of body it takes. Two routes for the same method and pattern are a programming error: std::logic_error when
// added.
#pragma once
#include "http/request.h"
#include "http/response.h"

#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

/// What the edge reads before the handler runs; more than `limit` bytes is 413, any byte on `none` too.
struct BodyRule {
    enum class Kind { none, memory, upload } kind = Kind::none;
    std::uint64_t limit = 0;
};
inline constexpr std::uint64_t kib = 1024, mib = 1024 * kib;
[[nodiscard]] constexpr BodyRule no_body() {
    return {};
}
[[nodiscard]] constexpr BodyRule in_memory(std::uint64_t limit = 2 * mib) {
    return {BodyRule::Kind::memory, limit};
}
[[nodiscard]] constexpr BodyRule upload(std::uint64_t limit = 34 * mib) {
    return {BodyRule::Kind::upload, limit};
}
/// None for GET, HEAD, DELETE and OPTIONS, 2 MB in memory for the others.
[[nodiscard]] BodyRule usual_body(Method method) noexcept;

using Handler = std::function<Response(const Request&)>;
/// Runs on the worker before the handler: attaches what it finds to the request, or answers in its place.
using Filter = std::function<std::optional<Response>(Request&)>;

struct Route {
    Method method = Method::get;
    std::string pattern;
    BodyRule body;
    Handler handler;
    std::size_t number = 0; ///< order of adding: index of its counters
};

class Router {
public:
    Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;
    ~Router();

    /// A handler returns Response, or base::Result<Response> whose problem is answered by `problem()`.
    template <std::invocable<const Request&> H> void add(Method method, std::string_view pattern, H handler) {
        add(method, pattern, usual_body(method), std::move(handler));
    }
    template <std::invocable<const Request&> H>
    void add(Method method, std::string_view pattern, BodyRule body, H handler) {
        if constexpr (std::same_as<std::invoke_result_t<H&, const Request&>, base::Result<Response>>) {
            insert(method, pattern, body, [handler = std::move(handler)](const Request& request) -> Response {
                auto response = handler(request);
                return response ? std::move(*response) : problem(request, response.error());
            });
        } else {
            insert(method, pattern, body, std::move(handler));
        }
    }
    /// Filters run in the order in which they were added.
    void before(Filter filter);

    struct Match {
        const Route* route = nullptr; ///< null: nothing for this method
        Fields params;
        std::vector<Method> allowed; ///< when no route: methods that the path knows; empty: 404
    };
    /// Literal segments win over parameters. HEAD falls back to GET. `path` is the raw, still encoded path.
    [[nodiscard]] Match match(Method method, std::string_view raw_path) const;

    [[nodiscard]] const std::vector<std::unique_ptr<Route>>& routes() const noexcept;
    [[nodiscard]] const std::vector<Filter>& filters() const noexcept;

private:
    void insert(Method method, std::string_view pattern, BodyRule body, Handler handler);
    struct Tree;
    std::unique_ptr<Tree> tree_;
};

/// Runs filters and handler as a worker does; what they throw becomes 500 and a log line.
[[nodiscard]] Response run(const Router& router, const Route& route, Request& request);
/// Matches and runs: tests of routes use it without a socket. Needs method, target, path.
[[nodiscard]] Response answer(const Router& router, Request& request);
/// 404, or 405 with Allow when the path knows other methods.
[[nodiscard]] Response not_routed(const Request& request, const std::vector<Method>& allowed);

} // namespace http
