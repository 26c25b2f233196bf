#include "base/encode.h"
#include "http/form.h"
#include "staff/sign_in_pages.h"
#include "staff/staff_routes.h"
#include "staff_world.h"
#include "world.h"

namespace staff {
namespace {

constexpr const char* password = "kuda terbang merah";

class Doors : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<testing::World>(database());
        world_->add("siti", password);
        add_routes(router_, world_->services);
        router_.add(http::Method::post, "/meja/catat",
                    [this](const http::Request& request) -> http::Response {
                        auto who = signed_in(request, world_->services);
                        if (!who) return http::problem(request, who.error());
                        return http::text(who->name);
                    });
    }
    static http::Request request(http::Method method, std::string path, std::string query = {}) {
        http::Request out;
        out.method = method;
        out.path = path;
        out.target = path + (query.empty() ? "" : "?" + query);
        if (!query.empty()) out.query = http::parse_urlencoded(query, 10).value();
        out.host = "lapor.example";
        out.client = "203.0.113.7";
        out.id = "test";
        out.headers.set("Accept", "text/html");
        return out;
    }
    static http::Request form(std::string path, std::string body) {
        auto out = request(http::Method::post, std::move(path));
        out.headers.set("Content-Type", "application/x-www-form-urlencoded");
        out.headers.set("Origin", "http://lapor.example");
        out.body = std::move(body);
        return out;
    }
    http::Response answer(http::Request given) { return http::answer(router_, given); }
    http::Response enter(std::string next = "") {
        return answer(
            form("/masuk", "login=siti&password=kuda+terbang+merah&next=" + base::percent_encode(next)));
    }
    static std::string body_of(const http::Response& response) {
        if (const auto* text = std::get_if<std::string>(&response.body)) return *text;
        if (const auto* shared = std::get_if<http::SharedBody>(&response.body)) return **shared;
        return {};
    }
    /// The value that the browser would keep under this name.
    static std::string cookie_of(const http::Response& response, std::string_view name) {
        for (auto line : response.headers.all("Set-Cookie"))
            if (line.starts_with(std::string(name) + "="))
                return std::string(line.substr(name.size() + 1, line.find(';') - name.size() - 1));
        return {};
    }

    std::unique_ptr<testing::World> world_;
    http::Router router_;
};
DB_TEST_ON_EACH_ENGINE(Doors);

TEST_P(Doors, show_a_form_that_needs_no_script) {
    auto response = answer(request(http::Method::get, "/masuk", "next=%2Fmeja%2Flaporan%2FTGP-1"));
    EXPECT_EQ(response.status, 200);
    const std::string page = body_of(response);
    for (const char* part :
         {"<h1>Masuk petugas</h1>", "method=\"post\"", "action=\"/masuk\"", "type=\"password\"",
          "autocomplete=\"current-password\"", "value=\"/meja/laporan/TGP-1\""})
        EXPECT_NE(page.find(part), std::string::npos) << part;
    EXPECT_EQ(page.find("<script"), std::string::npos);
}

TEST_P(Doors, let_in_and_lead_on) {
    auto response = enter("/meja/laporan/TGP-1");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(response.headers.value("Location"), "/meja/laporan/TGP-1");
    EXPECT_EQ(cookie_of(response, "tanggap_sesi").size(), 43u);
    EXPECT_FALSE(cookie_of(response, "tanggap_perangkat").empty());
    for (auto line : response.headers.all("Set-Cookie")) {
        EXPECT_NE(line.find("HttpOnly"), std::string_view::npos) << line;
        EXPECT_NE(line.find("SameSite=Lax"), std::string_view::npos) << line;
    }
    auto again = request(http::Method::get, "/masuk");
    again.cookies.add("tanggap_sesi", cookie_of(response, "tanggap_sesi"));
    EXPECT_EQ(answer(std::move(again)).headers.value("Location"), "/meja") << "who is in needs no form";
}

TEST_P(Doors, tie_the_cookie_to_the_host_on_https) {
    auto given = form("/masuk", "login=siti&password=kuda+terbang+merah");
    given.scheme = "https";
    given.headers.set("Origin", "https://lapor.example");
    auto response = answer(std::move(given));
    ASSERT_EQ(response.status, 303);
    EXPECT_FALSE(cookie_of(response, "__Host-tanggap_sesi").empty());
    for (auto line : response.headers.all("Set-Cookie")) {
        EXPECT_NE(line.find("Secure"), std::string_view::npos) << line;
        EXPECT_NE(line.find("Path=/"), std::string_view::npos) << line;
        EXPECT_EQ(line.find("Domain"), std::string_view::npos) << line;
    }
}

TEST_P(Doors, say_kindly_what_went_wrong_and_never_give_the_password_back) {
    struct {
        const char* body;
        int status;
        const char* words;
    } const table[] = {{"login=siti&password=salahbesar", 401, "Nama masuk atau kata sandi tidak cocok"},
                       {"login=tidakada&password=salahbesar", 401, "Nama masuk atau kata sandi tidak cocok"},
                       {"login=&password=salahbesar", 400, "Tuliskan nama masuk"},
                       {"login=siti&password=", 400, "Tuliskan kata sandi"}};
    for (const auto& row : table) {
        auto response = answer(form("/masuk", row.body));
        EXPECT_EQ(response.status, row.status) << row.body;
        const std::string page = body_of(response);
        EXPECT_NE(page.find(row.words), std::string::npos) << row.body;
        EXPECT_EQ(page.find("salahbesar"), std::string::npos);
        EXPECT_EQ(cookie_of(response, "tanggap_sesi"), "");
        EXPECT_EQ(response.headers.value("Cache-Control"), "no-store");
    }
    auto script = answer(form("/masuk", "login=%22%3E%3Cscript%3E&password=x"));
    EXPECT_EQ(body_of(script).find("<script>"), std::string::npos);
}

TEST_P(Doors, say_how_long_to_wait) {
    for (int i = 0; i < 5; ++i)
        (void)answer(form("/masuk", "login=siti&password=salah"));
    auto response = enter();
    EXPECT_EQ(response.status, 429);
    EXPECT_EQ(response.headers.value("Retry-After"), "30");
    EXPECT_NE(body_of(response).find("Tunggu 30 detik"), std::string::npos);
}

TEST_P(Doors, take_no_sign_in_from_another_site) {
    auto given = form("/masuk", "login=siti&password=kuda+terbang+merah");
    given.headers.set("Origin", "https://jahat.example");
    auto response = answer(std::move(given));
    EXPECT_EQ(response.status, 403);
    EXPECT_EQ(cookie_of(response, "tanggap_sesi"), "");
}

TEST_P(Doors, want_the_form_token_for_every_change) {
    const std::string secret = cookie_of(enter(), "tanggap_sesi");
    const std::string other = (secret.front() == 'x' ? "y" : "x") + secret.substr(1);
    struct {
        const char* what;
        std::string cookie;
        std::string csrf;
        const char* origin;
        int status;
    } const table[] = {
        {"all is there", secret, csrf_token(secret), "http://lapor.example", 200},
        {"no token", secret, "", "http://lapor.example", 403},
        {"another session's token", secret, csrf_token(other), "http://lapor.example", 403},
        {"another site", secret, csrf_token(secret), "https://jahat.example", 403},
        {"no session", "", csrf_token(secret), "http://lapor.example", 401},
        {"an unknown session", other, csrf_token(secret), "http://lapor.example", 401},
    };
    for (const auto& row : table) {
        auto given = form("/meja/catat", "_csrf=" + row.csrf);
        given.headers.set("Origin", row.origin);
        if (!row.cookie.empty()) given.cookies.add("tanggap_sesi", row.cookie);
        EXPECT_EQ(answer(std::move(given)).status, row.status) << row.what;
    }
    auto by_header = form("/meja/catat", "");
    by_header.cookies.add("tanggap_sesi", secret);
    by_header.headers.set("X-CSRF", csrf_token(secret));
    EXPECT_EQ(answer(std::move(by_header)).status, 200);
}

TEST_P(Doors, let_out_only_who_asked_for_it) {
    const std::string secret = cookie_of(enter(), "tanggap_sesi");
    auto forged = form("/keluar", "");
    forged.cookies.add("tanggap_sesi", secret);
    EXPECT_EQ(answer(std::move(forged)).status, 403);
    auto leave = form("/keluar", "_csrf=" + csrf_token(secret));
    leave.cookies.add("tanggap_sesi", secret);
    auto response = answer(std::move(leave));
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(cookie_of(response, "tanggap_sesi"), "");
    auto after = form("/meja/catat", "_csrf=" + csrf_token(secret));
    after.cookies.add("tanggap_sesi", secret);
    EXPECT_EQ(answer(std::move(after)).status, 401);
}

TEST(SafeNext, leads_only_to_pages_of_this_server) {
    struct {
        const char* given;
        const char* next;
    } const table[] = {{"/meja/laporan/TGP-1?tab=bukti", "/meja/laporan/TGP-1?tab=bukti"},
                       {"", "/meja"},
                       {"//jahat.example", "/meja"},
                       {"/\\jahat.example", "/meja"},
                       {"https://jahat.example", "/meja"},
                       {"javascript:alert(1)", "/meja"},
                       {"/a b", "/meja"},
                       {"/x\r\nSet-Cookie: a=b", "/meja"},
                       {"/masuk?next=/masuk", "/meja"},
                       {"/keluar", "/meja"}};
    for (const auto& row : table)
        EXPECT_EQ(safe_next(row.given), row.next) << row.given;
}

} // namespace
} // namespace staff
