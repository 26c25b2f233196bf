#include "cases/event.h"
#include "cases/testing.h"

#include <gmock/gmock.h>

#include <set>

namespace cases {
namespace {

using testing::pothole;

/// One of every kind of event, all members set; words of people contain "KATA".
std::vector<Body> every_body() {
    Received received;
    received.code = "TGP-7K3M-9QXT";
    received.case_class = Class::oversight;
    received.topic = "jalan-rusak";
    received.urgency = 0.5;
    received.office = OfficeId{11};
    received.conduct_office = OfficeId{12};
    received.area = "31.74.01";
    received.place_name = "Jl. Melati";
    received.lat = -6.5;
    received.lon = 106.5;
    received.place_p = 0.5;
    received.identity_mode = IdentityMode::anonim;
    received.visibility = Visibility::unlisted;
    received.consent = 1;
    received.account = agency::AccountId{61};
    received.identity = people::IdentityId{987'654'321};
    received.title = "Jalan rusak";
    return {
        received,
        Verified{Kind::question, "ktp", "31.74", true, "KTP", "Kapan KATA", true},
        Archived{ArchiveReason::double_entry},
        Restored{},
        Assigned{OfficeId{11}, OfficeId{12}, StaffId{501}},
        Returned{"bukan kami KATA", OfficeId{11}, true, OfficeId{1}, StaffId{501}},
        Started{},
        Scheduled{"2027-02-01", "APBD 2027", "Perlu lelang"},
        QuestionAsked{"Di mana KATA"},
        ReporterAnswered{"Di sini KATA"},
        Resolved{proof::ProofKind::photo, "Ditambal", {"aa", "bb"}},
        Confirmed{},
        Contested{2, true, "Belum KATA", {"KATA"}},
        Closed{ClosedBy::silence},
        Declined{"Bukan pelayanan publik"},
        Objected{"Jalan umum KATA", 2, OfficeId{1}},
        Referred{"Bina Marga", "Serah terima KATA", "R-1", base::AgencyId{2}, agency::OutsideId{3}},
        Noted{"Catatan KATA"},
        Joined{"TGP-1111-1111"},
        Separated{"TGP-1111-1111"},
        Reclassified{Kind::complaint, Class::oversight, "drainase", 0.7, "31.74", OfficeId{12}, "Drainase"},
        TextReleased{"Lubang KATA"},
        Redacted{"nama KATA", "Lubang KATA"},
        Escalated{"resolve", 1},
        Receipted{"SDA-2026-17"},
        Moved{OfficeId{11}, OfficeId{12}, MoveReason::merged, agency::RoutingRuleId{7}},
        Entrusted{StaffId{501}, StaffId{502}, EntrustReason::substitute},
        HandedBack{"Bukan kewenangan kami KATA"},
        Merged{"TGP-1111-1111", "jembatan yang sama KATA", IncidentId{31}, IncidentId{32}, 7},
        Unmerged{"TGP-1111-1111", "ternyata dua KATA", IncidentId{31}, IncidentId{32}, 7},
    };
}

TEST(EventData, every_kind_has_a_stable_name) {
    const char* names[] = {
        "case.received",     "case.verified",      "case.archived",    "case.restored",  "case.assigned",
        "case.returned",     "case.started",       "case.scheduled",   "case.asked",     "case.answered",
        "case.resolved",     "case.confirmed",     "case.contested",   "case.closed",    "case.declined",
        "case.objected",     "case.referred",      "case.noted",       "case.joined",    "case.separated",
        "case.reclassified", "case.text_released", "case.redacted",    "case.escalated", "case.receipted",
        "case.moved",        "case.entrusted",     "case.handed_back", "case.merged",    "case.unmerged"};
    const auto bodies = every_body();
    ASSERT_EQ(bodies.size(), std::variant_size_v<Body>);
    for (std::size_t i = 0; i < bodies.size(); ++i)
        EXPECT_EQ(kind_of(bodies[i]), names[i]);
}

TEST(EventData, is_read_back_as_it_was) {
    for (const Body& body : every_body()) {
        const auto data = to_data(pothole(State::assigned), body);
        const auto read = read_body(kind_of(body), base::json::parse(boost::json::serialize(data)).value());
        ASSERT_TRUE(read) << kind_of(body) << " " << read.error().field;
        EXPECT_TRUE(*read == body) << kind_of(body);
    }
}

TEST(EventData, what_an_old_register_tells_is_marked_so_also_in_public) {
    const Case closed = pothole(State::closed);
    const Body old[] = {
        Received{.code = "TGP-7K3M-9QXT", .account = agency::AccountId{61}, .is_history = true},
        Resolved{.proof = proof::ProofKind::answer, .note = {}, .after = {}, .is_history = true},
        Closed{ClosedBy::history}};
    for (const Body& body : old) {
        const auto data = to_data(closed, body);
        const auto open = boost::json::serialize(data.at("public"));
        EXPECT_THAT(open, ::testing::HasSubstr("history")) << kind_of(body);
        EXPECT_TRUE(is_history(read_body(kind_of(body), data).value())) << kind_of(body);
    }
    for (const Body& body : every_body())
        EXPECT_FALSE(is_history(body)) << kind_of(body);
}

TEST(EventData, the_public_part_holds_these_members_and_no_others) {
    const struct {
        const char* kind;
        const char* open;     ///< when words may be public
        const char* wordless; ///< when not
    } rows[] = {
        {"case.received",
         R"({"code":"TGP-7K3M-9QXT","kind":"complaint","topic":"jalan-rusak","area":"31.74.01"})", nullptr},
        {"case.verified", R"({"kind":"question","topic":"ktp","area":"31.74","title":"KTP"})",
         R"({"kind":"question","topic":"ktp","area":"31.74"})"},
        {"case.archived", R"({"reason":"double_entry"})", nullptr},
        {"case.restored", "{}", nullptr},
        {"case.assigned", R"({"office":"11","from_office":"12"})", nullptr},
        {"case.returned", R"({"from_office":"11","to_arbiter":true})", nullptr},
        {"case.started", "{}", nullptr},
        {"case.scheduled",
         R"({"date":"2027-02-01","budget_source":"APBD 2027","public_reason":"Perlu lelang"})",
         R"({"date":"2027-02-01","budget_source":"APBD 2027"})"},
        {"case.asked", "{}", nullptr},
        {"case.answered", "{}", nullptr},
        {"case.resolved", R"({"proof":"photo","note":"Ditambal","after":["aa","bb"]})",
         R"({"proof":"photo"})"},
        {"case.confirmed", "{}", nullptr},
        {"case.contested", R"({"round":2,"to_head":true})", nullptr},
        {"case.closed", R"({"by":"silence"})", nullptr},
        {"case.declined", R"({"public_reason":"Bukan pelayanan publik"})", "{}"},
        {"case.objected", R"({"level":2})", nullptr},
        {"case.referred", R"({"agency":"Bina Marga"})", nullptr},
        {"case.noted", "{}", nullptr},
        {"case.joined", "{}", nullptr},
        {"case.separated", "{}", nullptr},
        {"case.reclassified", R"({"kind":"complaint","topic":"drainase","area":"31.74","title":"Drainase"})",
         R"({"kind":"complaint","topic":"drainase","area":"31.74"})"},
        {"case.text_released", "{}", nullptr},
        {"case.redacted", "{}", nullptr},
        {"case.escalated", R"({"deadline":"resolve","level":1})", nullptr},
        {"case.receipted", R"({"receipt":"SDA-2026-17"})", nullptr},
        {"case.moved", R"({"office":"11","from_office":"12","reason":"merged"})", nullptr},
        {"case.entrusted", "{}", nullptr},
        {"case.handed_back", "{}", nullptr},
        {"case.merged", "{}", nullptr},
        {"case.unmerged", "{}", nullptr},
    };
    const auto bodies = every_body();
    Case secret = pothole(State::assigned);
    secret.identity_mode = IdentityMode::rahasia;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        ASSERT_EQ(kind_of(bodies[i]), rows[i].kind);
        EXPECT_EQ(boost::json::serialize(to_data(pothole(State::assigned), bodies[i]).at("public")),
                  rows[i].open);
        EXPECT_EQ(boost::json::serialize(to_data(secret, bodies[i]).at("public")),
                  rows[i].wordless ? rows[i].wordless : rows[i].open);
    }
}

TEST(EventData, of_whistleblowing_notes_and_joins_is_never_public) {
    Case whistle = pothole(State::assigned);
    whistle.kind = Kind::whistleblowing;
    const std::set<std::string_view> internal{"case.noted",     "case.joined", "case.separated",
                                              "case.entrusted", "case.merged", "case.unmerged"};
    for (const Body& body : every_body()) {
        EXPECT_FALSE(is_public(whistle, body)) << kind_of(body);
        EXPECT_EQ(boost::json::serialize(to_data(whistle, body).at("public")), "{}") << kind_of(body);
        EXPECT_EQ(is_public(pothole(State::assigned), body), !internal.contains(kind_of(body)))
            << kind_of(body);
    }
}

TEST(EventData, erasing_takes_the_words_of_people_and_leaves_what_was_published) {
    for (const Body& body : every_body()) {
        const auto data = to_data(pothole(State::assigned), body);
        const auto left = without_words(kind_of(body), data);
        const std::string text = boost::json::serialize(left);
        EXPECT_EQ(text.find("KATA"), std::string::npos) << text;
        EXPECT_EQ(left.at("public"), data.at("public")) << kind_of(body);
        EXPECT_TRUE(read_body(kind_of(body), left)) << kind_of(body);
    }
}

TEST(EventData, that_is_broken_or_unknown_is_refused) {
    EXPECT_EQ(read_body("case.eaten", base::json::Object{}).error().field, "kind");
    EXPECT_EQ(read_body("case.assigned", base::json::Object{}).error().field, "office");
    EXPECT_FALSE(read_body("case.closed", base::json::parse(R"({"public":{"by":"magic"}})").value()));
    EXPECT_FALSE(read_body("case.assigned", base::json::parse("[1]").value()));
}

} // namespace
} // namespace cases
