// What an endpoint's answers mean; then against the GeoReport server of ours, tests/fakes/open311.ts.
#include "fakes/node_server.h"
#include "referral/georeport.h"
#include "referral/outside.h"

#include <gtest/gtest.h>

namespace referral {
namespace {

using agency::OutsideAgency;
using agency::OutsideWay;

std::string filed(std::string_view inside) {
    return R"(<?xml version="1.0" encoding="utf-8"?><service_requests><request>)" + std::string(inside) +
           "</request></service_requests>";
}

network::Answer answer(int status, std::string body) {
    return {.response = network::Response{.status = status, .body = std::move(body)}};
}

TEST(GeoReport, tells_what_became_of_a_request) {
    const struct {
        const char* what;
        network::Answer answer;
        Outcome outcome;
        const char* value;
        const char* problem;
    } rows[] = {
        {"a number", answer(200, filed("<service_request_id>SDA-1</service_request_id>")), Outcome::receipted,
         "SDA-1", ""},
        {"a token", answer(201, filed("<token>abc-1</token>")), Outcome::tokened, "abc-1", ""},
        {"both", answer(201, filed("<token>a</token><service_request_id> 7 </service_request_id>")),
         Outcome::receipted, "7", ""},
        {"neither", answer(200, filed("")), Outcome::unclear, "", "open311.unreadable"},
        {"no XML", answer(200, "<html>Terima kasih"), Outcome::unclear, "", "open311.unreadable"},
        {"an entity",
         answer(200, "<!DOCTYPE a [<!ENTITY x \"1\">]><a><service_request_id>&x;"
                     "</service_request_id></a>"),
         Outcome::unclear, "", "open311.unreadable"},
        {"too long a number",
         answer(200, filed("<service_request_id>" + std::string(200, '7') + "</service_request_id>")),
         Outcome::unclear, "", "open311.unreadable"},
        {"a number of two lines", answer(200, filed("<service_request_id>1\n2</service_request_id>")),
         Outcome::unclear, "", "open311.unreadable"},
        {"a wrong key", answer(403, "<errors/>"), Outcome::refused, "", "open311.refused:403"},
        {"too many", answer(429, ""), Outcome::try_again, "", "open311.busy:429"},
        {"closed for a while", answer(503, ""), Outcome::try_again, "", "open311.busy:503"},
        {"broken after taking it in", answer(500, ""), Outcome::unclear, "", "open311.broken:500"},
        {"led elsewhere", answer(302, ""), Outcome::unclear, "", "open311.broken:302"},
        {"not reached", {.reached = network::Reached::no}, Outcome::try_again, "", "open311.unreachable"},
        {"silent", {.reached = network::Reached::maybe}, Outcome::unclear, "", "open311.no_answer"},
    };
    for (const auto& row : rows) {
        const auto reached = judge_filing(row.answer);
        EXPECT_EQ(reached.outcome, row.outcome) << row.what;
        EXPECT_EQ(reached.value, row.value) << row.what;
        EXPECT_EQ(reached.problem, row.problem) << row.what;
    }
    EXPECT_EQ(judge_token(answer(200, filed("<service_request_id/>"))).outcome, Outcome::try_again);
    EXPECT_EQ(judge_token(answer(404, "")).outcome, Outcome::try_again) << "asking again does no harm";
}

network::Answer in_json(int status, std::string body, std::string type = "application/json; charset=utf-8") {
    return {.response = network::Response{
                .status = status, .headers = {{"Content-Type", std::move(type)}}, .body = std::move(body)}};
}

TEST(GeoReport, json_is_read_as_xml_is) {
    const auto number =
        judge_filing(in_json(201, R"([{"service_request_id":"SDA-1","service_notice":"x"}])"));
    EXPECT_EQ(number.outcome, Outcome::receipted);
    EXPECT_EQ(number.value, "SDA-1");
    EXPECT_EQ(judge_filing(in_json(200, R"({"service_requests":[{"service_request_id":17}]})")).value, "17");
    EXPECT_EQ(judge_filing(in_json(200, R"([{"token":"t 1"}])")).outcome, Outcome::unclear);
    EXPECT_EQ(judge_filing(in_json(200, R"([{"token":"t1"}])")).outcome, Outcome::tokened);
    EXPECT_EQ(judge_filing(in_json(200, R"([{"service_request_id":"7"}])", "text/plain")).value, "7")
        << "a server that names no format is read by what it wrote";
    EXPECT_EQ(judge_filing(in_json(200, R"([{"service_request_id":"7"}])", "text/xml")).outcome,
              Outcome::unclear);
    EXPECT_EQ(judge_filing(in_json(200, R"("7")")).outcome, Outcome::unclear);
    EXPECT_EQ(judge_filing(in_json(200, "[{")).problem, "open311.unreadable");
    EXPECT_EQ(judge_filing(in_json(403, R"([{"code":403,"description":"api_key"}])")).problem,
              "open311.refused:403");
    EXPECT_EQ(judge_token(in_json(200, R"([{"service_request_id":null,"token":"t"}])")).outcome,
              Outcome::try_again);
}

TEST(GeoReport, a_server_tells_which_format_it_speaks) {
    const auto discovery = [](const char* formats) {
        return in_json(200, R"({"changeset":"1","endpoints":[{"specification":"x","formats":)" +
                                std::string(formats) + "}]}");
    };
    EXPECT_EQ(judge_format(discovery(R"(["text/xml","application/json"])")), Format::xml);
    EXPECT_EQ(judge_format(discovery(R"(["application/json"])")), Format::json);
    EXPECT_EQ(judge_format(discovery(R"([{"format":"application/json"}])")), Format::json);
    EXPECT_EQ(judge_format(discovery("[]")), std::nullopt);
    EXPECT_EQ(judge_format(answer(200, "<discovery><endpoints><endpoint><formats><format>text/xml</format>"
                                       "</formats></endpoint></endpoints></discovery>")),
              Format::xml);
    EXPECT_EQ(
        judge_format(answer(200, "<services><service><service_code>1</service_code></service></services>")),
        Format::xml);
    EXPECT_EQ(judge_format(in_json(200, R"([{"service_code":"1"}])")), Format::json);
    EXPECT_EQ(judge_format(in_json(404, R"([{"service_code":"1"}])")), std::nullopt);
    EXPECT_EQ(judge_format(answer(200, "<html><p>Selamat datang</p></html>")), std::nullopt);
    EXPECT_EQ(judge_format({.reached = network::Reached::no}), std::nullopt);
}

TEST(GeoReport, tells_how_a_request_stands) {
    const auto seen = judge_request(
        answer(200, "<service_requests><request><service_request_id>7</service_request_id><status>Closed"
                    "</status><status_notes> Sudah\ndiganti </status_notes><updated_datetime>"
                    "2026-11-23T03:00:00+07:00</updated_datetime></request></service_requests>"),
        "7");
    EXPECT_EQ(seen.status, There::closed);
    EXPECT_EQ(seen.note, "Sudah\ndiganti");
    EXPECT_EQ(seen.at, base::parse_time("2026-11-22T20:00:00Z").value());
    const struct {
        const char* what;
        network::Answer answer;
        const char* problem;
    } rows[] = {
        {"another request", in_json(200, R"([{"service_request_id":"8","status":"closed"}])"),
         "open311.no_request"},
        {"no status", in_json(200, R"([{"service_request_id":"7"}])"), "open311.unreadable"},
        {"a status of its own", in_json(200, R"([{"service_request_id":"7","status":"pending"}])"),
         "open311.unreadable"},
        {"nothing", in_json(200, "[]"), "open311.unreadable"},
        {"unknown there", answer(404, "<errors/>"), "open311.no_request:404"},
        {"busy", answer(429, ""), "open311.busy:429"},
        {"broken", answer(500, ""), "open311.broken:500"},
        {"not reached", {.reached = network::Reached::no}, "open311.unreachable"},
    };
    for (const auto& row : rows) {
        const auto none = judge_request(row.answer, "7");
        EXPECT_EQ(none.status, std::nullopt) << row.what;
        EXPECT_EQ(none.problem, row.problem) << row.what;
    }
    const std::string notes(3'000, 'x');
    EXPECT_EQ(judge_request(in_json(200, R"([{"status":"open","status_notes":")" + notes + R"("}])"), "7")
                  .note.size(),
              max_note);
}

TEST(GeoReport, a_server_that_asks_us_to_wait_is_heeded_for_at_most_a_day) {
    const auto busy = [](const char* wait) {
        auto out = answer(503, "");
        out.response->headers.push_back({"Retry-After", wait});
        return judge_request(out, "7").asks_to_wait;
    };
    EXPECT_EQ(busy("7200"), std::chrono::hours(2));
    EXPECT_EQ(busy("999999999"), std::chrono::hours(24));
    EXPECT_EQ(busy("-5"), base::Duration{});
    EXPECT_EQ(busy("Mon, 23 Nov 2026 10:00:00 GMT"), base::Duration{});
}

TEST(GeoReport, numbers_of_others_stay_in_their_place_of_an_address) {
    const OutsideAgency outside{.address = "https://a.id/v2/", .jurisdiction = "contoh.go.id"};
    EXPECT_EQ(status_request(outside, "../x?y=1#z").url,
              "https://a.id/v2/requests/..%2Fx%3Fy%3D1%23z.xml?jurisdiction_id=contoh.go.id");
    EXPECT_EQ(status_request(outside, "7", Format::json).url,
              "https://a.id/v2/requests/7.json?jurisdiction_id=contoh.go.id");
}

TEST(GeoReport, an_outcome_is_repeated_only_when_nothing_arrived) {
    EXPECT_EQ(after(Outcome::try_again, 1), State::queued);
    EXPECT_EQ(after(Outcome::try_again, most_attempts), State::failed);
    EXPECT_EQ(after(Outcome::unclear, 1), State::unknown);
    EXPECT_EQ(after(Outcome::refused, 1), State::failed);
    EXPECT_EQ(after(Outcome::arrived, 1), State::sent);
}

TEST(OutsideAgencies, are_checked_as_an_administrator_enters_them) {
    const OutsideAgency mail{.name = " Dinas SDA ", .address = "Surat@sda.contoh.go.id", .service_code = "x"};
    const auto good = checked(mail);
    ASSERT_TRUE(good);
    EXPECT_EQ(good->name, "Dinas SDA");
    EXPECT_EQ(good->service_code, "") << "a mail has none";
    const OutsideAgency endpoint{.name = "SDA",
                                 .way = OutsideWay::open311,
                                 .address = "https://sda.contoh.go.id/open311/v2/",
                                 .service_code = "jalan"};
    EXPECT_TRUE(checked(endpoint));
    for (const char* wrong : {"sda.contoh.go.id", "ftp://sda.contoh.go.id", "https://", "https://a@b.id/",
                              "https://b.id/?x=1", "https://b.id/a b", "javascript:alert(1)"}) {
        auto bad = endpoint;
        bad.address = wrong;
        ASSERT_FALSE(checked(bad)) << wrong;
        EXPECT_EQ(checked(bad).error().field, "address");
    }
    auto bare = endpoint;
    bare.service_code = " ";
    EXPECT_EQ(checked(bare).error().field, "service_code");
    EXPECT_FALSE(checked_key("K 1"));
    EXPECT_EQ(checked_key(" K1 ").value(), "K1");
}

class GeoReportPeer : public ::testing::Test {
protected:
    [[nodiscard]] OutsideAgency outside(std::string service) const {
        return {.name = "Dinas SDA",
                .way = OutsideWay::open311,
                .address = server.url() + "/",
                .jurisdiction = "contoh.go.id",
                .service_code = std::move(service)};
    }
    tests::NodeServer server{"tests/fakes/open311.ts"};
};

TEST_F(GeoReportPeer, a_number_comes_at_once_or_by_a_token) {
    const Filing filing{
        .description = "Pipa bocor & banjir <2 hari>", .address = "Tebet", .lat = -6.2, .lon = 106.8};
    const auto at_once = judge_filing(tests::carry(file_request(outside("jalan"), "K1", filing)));
    EXPECT_EQ(at_once.outcome, Outcome::receipted);
    EXPECT_EQ(at_once.value, "SDA-1000");
    const auto later = outside("drainase");
    const auto tokened = judge_filing(tests::carry(file_request(later, "K1", filing)));
    ASSERT_EQ(tokened.outcome, Outcome::tokened) << tokened.problem;
    EXPECT_EQ(judge_token(tests::carry(token_request(later, tokened.value))).outcome, Outcome::try_again);
    const auto number = judge_token(tests::carry(token_request(later, tokened.value)));
    EXPECT_EQ(number.outcome, Outcome::receipted);
    EXPECT_EQ(number.value, "SDA-1001");
    const auto made =
        *base::json::parse(tests::carried({.name = "made", .url = server.url() + "/_made"}).body);
    EXPECT_EQ(made.at(0).at("description").as_string(), filing.description);
    EXPECT_EQ(made.at(0).at("lat").as_string(), "-6.200000");
}

TEST_F(GeoReportPeer, a_wrong_key_or_service_is_refused) {
    const Filing filing{.description = "x", .address = "Tebet"};
    EXPECT_EQ(judge_filing(tests::carry(file_request(outside("jalan"), "K2", filing))).problem,
              "open311.refused:403");
    EXPECT_EQ(judge_filing(tests::carry(file_request(outside("taman"), "K1", filing))).problem,
              "open311.refused:400");
}

} // namespace
} // namespace referral
