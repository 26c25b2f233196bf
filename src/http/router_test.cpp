#include "db/error.h"
#include "http/router.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace http {
namespace {

Handler says(std::string words) {
    return [words](const Request&) { return text(words); };
}

Response ask(const Router& router, Method method, std::string target) {
    Request request;
    request.method = method;
    request.target = std::move(target);
    request.id = "0123456789ABC";
    return answer(router, request);
}
std::string body_of(const Response& response) {
    return std::get<std::string>(response.body);
}

TEST(Router, prefers_literals_to_parameters_and_parameters_to_the_rest) {
    Router router;
    router.add(Method::get, "/", says("depan"));
    router.add(Method::get, "/laporan/baru", says("baru"));
    router.add(Method::get, "/laporan/{code}",
               [](const Request& r) { return text("kode " + std::string(r.param("code"))); });
    router.add(Method::get, "/laporan/{code}/riwayat", says("riwayat"));
    router.add(Method::get, "/berkas/{path...}",
               [](const Request& r) { return text(std::string(r.param("path"))); });
    struct Row {
        std::string_view target, body;
    };
    for (const Row& row : {Row{"/", "depan"}, Row{"/?a=1", "depan"}, Row{"/laporan/baru", "baru"},
                           Row{"/laporan/TGP-1", "kode TGP-1"}, Row{"/laporan/a%2Fb", "kode a/b"},
                           Row{"/laporan/baru/riwayat", "riwayat"}, Row{"/berkas/a/b.css", "a/b.css"}})
        EXPECT_EQ(body_of(ask(router, Method::get, std::string(row.target))), row.body) << row.target;
    for (std::string_view target : {"/laporan", "/laporan/", "/berkas/", "/x", "/laporan/a/b/c", "//"})
        EXPECT_EQ(ask(router, Method::get, std::string(target)).status, 404) << target;
}

TEST(Router, names_the_allowed_methods) {
    Router router;
    router.add(Method::get, "/a", says("x"));
    router.add(Method::post, "/a", says("y"));
    Response response = ask(router, Method::put, "/a");
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(response.headers.value("Allow"), "GET, HEAD, POST");
    EXPECT_EQ(ask(router, Method::options, "/a").status, 405);
    EXPECT_EQ(ask(router, Method::head, "/a").status, 200);
}

TEST(Router, runs_filters_in_order_and_lets_them_attach_or_answer) {
    struct Agency {
        std::string name;
    };
    Router router;
    router.before([](Request& r) -> std::optional<Response> {
        r.attach(Agency{"DPU"});
        return std::nullopt;
    });
    router.before([](Request& r) -> std::optional<Response> {
        if (r.route == "/rahasia") return text("masuk dulu", 401);
        return std::nullopt;
    });
    router.add(Method::get, "/rahasia", says("rahasia"));
    router.add(Method::get, "/", [](const Request& r) { return text(r.attached<Agency>()->name); });
    EXPECT_EQ(body_of(ask(router, Method::get, "/")), "DPU");
    EXPECT_EQ(ask(router, Method::get, "/rahasia").status, 401);
}

TEST(Router, turns_problems_and_exceptions_into_answers) {
    Router router;
    router.add(Method::post, "/a", [](const Request&) -> base::Result<Response> {
        return base::fail(base::Kind::conflict, "case.needs_proof", "never shown");
    });
    router.add(Method::get, "/b",
               [](const Request&) -> Response { throw std::runtime_error("never shown"); });
    Response conflict = ask(router, Method::post, "/a");
    EXPECT_EQ(conflict.status, 409);
    EXPECT_NE(body_of(conflict).find("\"case.needs_proof\""), std::string::npos);
    EXPECT_NE(body_of(conflict).find("\"R-9ABC\""), std::string::npos);
    EXPECT_EQ(body_of(conflict).find("never shown"), std::string::npos);
    Response broken = ask(router, Method::get, "/b");
    EXPECT_EQ(broken.status, 500);
    EXPECT_EQ(body_of(broken).find("never shown"), std::string::npos);
}

TEST(Router, says_later_while_the_database_is_away_and_when_to_come_back) {
    Router router;
    router.add(Method::post, "/a",
               [](const Request&) -> Response { throw db::Unavailable("cases.insert: disk is full"); });
    Response later = ask(router, Method::post, "/a");
    EXPECT_EQ(later.status, 503);
    EXPECT_EQ(later.headers.value("Retry-After"), "5");
    EXPECT_EQ(body_of(later).find("disk"), std::string::npos);
}

TEST(Router, refuses_two_routes_for_the_same_thing) {
    Router router;
    router.add(Method::get, "/a/{x}", says("1"));
    EXPECT_THROW(router.add(Method::get, "/a/{y}", says("2")), std::logic_error);
    EXPECT_THROW(router.add(Method::get, "a", says("2")), std::logic_error);
    EXPECT_THROW(router.add(Method::get, "/{x...}/b", says("2")), std::logic_error);
    router.add(Method::post, "/a/{y}", says("3"));
    EXPECT_EQ(body_of(ask(router, Method::post, "/a/1")), "3");
}

TEST(Problem, speaks_the_language_of_the_request_and_says_when_to_come_back) {
    Request request;
    request.id = "0123456789ABC";
    request.path = "/api/v1/items";
    request.headers.add("Accept", "text/html");
    base::Problem limited{
        .kind = base::Kind::limited, .code = "limit.reached", .retry_after = std::chrono::seconds(7)};
    Response indonesian = problem(request, limited);
    EXPECT_EQ(indonesian.status, 429);
    EXPECT_EQ(indonesian.headers.value("Retry-After"), "7");
    EXPECT_NE(body_of(indonesian).find("Terlalu banyak"), std::string::npos);
    request.language = base::Language::en;
    EXPECT_NE(body_of(problem(request, limited)).find("Too many"), std::string::npos);

    request.path = "/lapor";
    EXPECT_NE(body_of(problem(request, limited)).find("<!doctype html>"), std::string::npos);
    ErrorPage drawn = [](const Request& r, const base::Problem&, int) {
        return page("gambar " + r.help_code());
    };
    request.error_page = &drawn;
    Response response = problem(request, limited);
    EXPECT_EQ(body_of(response), "gambar R-9ABC");
    EXPECT_EQ(response.status, 429);
}

} // namespace
} // namespace http
