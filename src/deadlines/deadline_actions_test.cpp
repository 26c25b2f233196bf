#include "deadlines/deadline_actions.h"
#include "deadlines/deadline_store.h"
#include "deadlines/testing.h"
#include "events/event_actions.h"
#include "plans.h"
#include "world.h"

#include <algorithm>
#include <map>

namespace deadlines {
namespace {

using testing::at;

constexpr base::AgencyId agency{1};
const Subject subject{"case", 42};

class Deadlines : public db::testing::OnEachEngine {
protected:
    void happens(std::string_view event, const char* time, std::string_view profile = "sp4n-lapor",
                 Announce announce = Announce::crossings, base::AgencyId of = agency) {
        const auto done = database().write([&](db::Tx& tx) {
            return follow(tx, ids, of, subject, {.event = event, .at = at(time), .announce = announce},
                          profile, shipped_profiles(), calendar);
        });
        ASSERT_TRUE(done) << done.error().code;
    }
    std::ptrdiff_t sweep(const char* now, int limit = 500) {
        return std::ssize(
            database().write([&](db::Tx& tx) { return cross_due(tx, ids, agency, at(now), limit); }));
    }
    std::map<std::string, Deadline> all(base::AgencyId of = agency) {
        std::map<std::string, Deadline> out;
        for (Deadline& each : database().read([&](db::Tx& tx) { return deadlines_of(tx, of, subject); }))
            out.emplace(each.name, each);
        return out;
    }
    std::vector<std::string> announcements() {
        std::vector<std::string> out;
        for (const auto& event : database().read(
                 [&](db::Tx& tx) { return events::timeline(tx, agency, subject.kind, subject.id); })) {
            const auto data = base::json::parse(event.data).value();
            out.push_back(event.kind + " " + std::string(data.at("staff").at("deadline").as_string()));
            EXPECT_FALSE(event.is_public);
        }
        return out;
    }

    base::IdSource ids{base::system_now(), 1};
    Calendar calendar = shipped_calendar(base::Zone::wib);
};
DB_TEST_ON_EACH_ENGINE(Deadlines);

TEST_P(Deadlines, come_back_from_the_database_as_they_were_counted) {
    happens("received", "2026-11-02T09:00");
    const auto rows = all();
    ASSERT_EQ(rows.size(), 2U);
    const Profile& profile = testing::profile("sp4n-lapor");
    for (const char* name : {"verify", "resolve"}) {
        Deadline expected =
            start_for(subject, profile, *profile.find(name), at("2026-11-02T09:00"), calendar);
        expected.id = rows.at(name).id;
        EXPECT_EQ(rows.at(name), expected) << name;
    }
}

TEST(DeadlinesOfASubject, are_found_without_reading_those_of_the_whole_agency) {
    db::testing::FreshDatabase fresh{db::Engine::sqlite};
    const auto how = db::testing::plan_in_sqlite(fresh.where(), find_of_statement());
    EXPECT_NE(how.find("deadlines_by_subject (agency=? AND subject_kind=? AND subject=?"), std::string::npos)
        << how;
    const auto along = db::testing::plan_in_sqlite(fresh.where(), find_provisional_statement());
    EXPECT_EQ(std::ranges::count(along, '\n'), 1) << "nothing is sorted";
    EXPECT_NE(along.find("INDEX deadlines_provisional (agency=?)"), std::string::npos) << along;
}

TEST_P(Deadlines, of_many_subjects_are_those_of_each) {
    const std::vector<std::int64_t> subjects{41, 42, 43, 44};
    database().write([&](db::Tx& tx) {
        for (const auto id : {41, 42, 44})
            for (const char* kind : {"case", "request"}) {
                const auto done =
                    follow(tx, ids, agency, {kind, id}, {.event = "received", .at = at("2026-11-02T09:00")},
                           "sp4n-lapor", shipped_profiles(), calendar);
                ASSERT_TRUE(done) << done.error().code;
            }
    });
    happens("received", "2026-11-02T09:00", "sp4n-lapor", Announce::crossings, base::AgencyId{2});
    database().read([&](db::Tx& tx) {
        auto found = deadlines_of_all(tx, agency, "case", subjects);
        EXPECT_EQ(found.size(), 3u);
        for (const auto id : {41, 42, 44}) {
            EXPECT_EQ(found[id].size(), 2u);
            EXPECT_EQ(found[id], deadlines_of(tx, agency, {"case", id}));
        }
        EXPECT_TRUE(deadlines_of_all(tx, agency, "case", {}).empty());
        EXPECT_TRUE(deadlines_of_all(tx, agency, "breach", subjects).empty());
    });
}

TEST_P(Deadlines, follow_a_case_through_pause_and_contest) {
    happens("received", "2026-11-02T09:00");
    happens("verified", "2026-11-02T10:00");
    happens("assigned", "2026-11-02T10:00");
    happens("asked", "2026-11-03T10:00");
    EXPECT_EQ(all().at("resolve").paused_at, at("2026-11-03T10:00"));
    happens("reporter_answered", "2026-11-05T10:00");
    const base::Time due = at("2026-11-24T23:59:59.999");
    EXPECT_EQ(all().at("resolve").due_at, due);
    EXPECT_EQ(all().at("resolve").paused_ms, std::chrono::hours(48));
    happens("resolved", "2026-11-06T10:00");
    EXPECT_EQ(all().at("resolve").met_at, at("2026-11-06T10:00"));
    happens("contested", "2026-11-09T10:00");
    EXPECT_EQ(all().at("resolve").met_at, std::nullopt);
    EXPECT_EQ(all().at("resolve").due_at, due);
    happens("referred", "2026-11-10T10:00");
    EXPECT_TRUE(all().at("resolve").ended_at);
    happens("handed_back", "2026-11-11T10:00");
    EXPECT_EQ(all().at("resolve").ended_at, std::nullopt) << "another agency gave it back";
    EXPECT_EQ(all().at("resolve").due_at, due);
    happens("assigned", "2026-11-09T11:00");
    EXPECT_EQ(all().size(), 4U);
}

TEST_P(Deadlines, of_one_agency_are_nothing_to_another) {
    happens("received", "2026-11-02T09:00");
    happens("received", "2026-11-02T09:00", "3x24-jam", Announce::crossings, base::AgencyId{2});
    EXPECT_EQ(all().size(), 2U);
    EXPECT_EQ(all(base::AgencyId{2}).size(), 1U);
    EXPECT_EQ(sweep("2026-12-30T00:00"), 2);
}

TEST_P(Deadlines, crossings_are_written_once_each) {
    happens("received", "2026-11-02T09:00", "3x24-jam");
    EXPECT_EQ(sweep("2026-11-04T15:00"), 0);
    EXPECT_EQ(sweep("2026-11-04T15:01"), 1);
    EXPECT_EQ(sweep("2026-11-04T15:02"), 0);
    EXPECT_EQ(sweep("2026-11-05T09:00"), 0);
    EXPECT_EQ(sweep("2026-11-05T09:01"), 1);
    EXPECT_EQ(sweep("2026-12-05T09:01"), 0);
    EXPECT_EQ(announcements(),
              (std::vector<std::string>{"deadline.due_soon resolve", "deadline.overdue resolve"}));
    EXPECT_EQ(all().at("resolve").crossed, Crossed::overdue);
    EXPECT_EQ(all().at("resolve").next_crossing_at, std::nullopt);
}

TEST_P(Deadlines, that_are_met_paused_or_imported_do_not_cross) {
    happens("received", "2026-11-02T09:00", "sp4n-lapor", Announce::nothing);
    EXPECT_EQ(sweep("2026-12-30T00:00"), 2) << "counts follow, and nobody is told";
    EXPECT_EQ(sweep("2026-12-30T00:00"), 0);
    happens("assigned", "2026-11-02T09:00");
    happens("asked", "2026-11-03T09:00");
    EXPECT_EQ(sweep("2026-12-30T00:00"), 0);
    happens("reporter_answered", "2026-11-04T09:00");
    happens("started", "2026-11-05T09:00");
    EXPECT_EQ(sweep("2026-12-30T00:00"), 0);
    EXPECT_TRUE(announcements().empty());
}

TEST_P(Deadlines, a_sweep_stops_at_its_limit_and_goes_on_next_time) {
    happens("received", "2026-11-02T09:00");
    EXPECT_EQ(sweep("2026-12-30T00:00", 1), 1);
    EXPECT_EQ(sweep("2026-12-30T00:00", 1), 1);
    EXPECT_EQ(sweep("2026-12-30T00:00", 1), 0);
    EXPECT_EQ(announcements(),
              (std::vector<std::string>{"deadline.overdue verify", "deadline.overdue resolve"}));
}

TEST_P(Deadlines, move_when_the_class_changes) {
    happens("received", "2026-01-02T09:00");
    database().write(
        [&](db::Tx& tx) { recount(tx, agency, subject, "oversight", shipped_profiles(), calendar); });
    EXPECT_EQ(all().at("resolve").due_at, at("2026-04-09T23:59:59.999"));
    EXPECT_EQ(all().at("verify").due_at, at("2026-01-07T23:59:59.999"));
}

TEST_P(Deadlines, are_extended_once_with_a_reason) {
    happens("received", "2026-11-02T09:00", "information-request");
    const auto extend_it = [&](std::string_view name, std::string_view reason) {
        const auto done = database().write([&](db::Tx& tx) {
            return extend(tx, ids, agency, subject, name,
                          {.reason = reason, .staff = 9, .now = at("2026-11-10T09:00")}, shipped_profiles(),
                          calendar);
        });
        return done ? std::string("done") : done.error().code;
    };
    EXPECT_EQ(extend_it("answer", ""), "case.needs_reason");
    EXPECT_EQ(extend_it("lunch", "alasan"), "deadline.unknown");
    EXPECT_EQ(extend_it("answer", "Berkas tersebar di lima bidang"), "done");
    EXPECT_EQ(extend_it("answer", "Sekali lagi"), "deadline.extended_already");
    EXPECT_EQ(all().at("answer").due_at, at("2026-11-25T23:59:59.999"));
}

TEST_P(Deadlines, run_on_a_request_and_a_breach_as_on_a_case_of_the_same_number) {
    const Subject request{"request", subject.id}, breach{"breach", subject.id};
    const auto follows = [&](const Subject& of, std::string_view event, const char* time,
                             std::string_view profile) {
        const auto done = database().write([&](db::Tx& tx) {
            return follow(tx, ids, agency, of, {.event = event, .at = at(time)}, profile, shipped_profiles(),
                          calendar);
        });
        ASSERT_TRUE(done) << done.error().code;
    };
    const auto of = [&](const Subject& whose) {
        return database().read([&](db::Tx& tx) { return deadlines_of(tx, agency, whose); });
    };
    happens("received", "2026-11-02T09:00", "3x24-jam");
    follows(request, "received", "2026-11-02T09:00", "information-request");
    follows(breach, "received", "2026-11-02T09:00", "breach");
    follows(request, "answered", "2026-11-10T09:00", "information-request");
    ASSERT_EQ(of(breach).size(), 1U);
    EXPECT_EQ(of(breach)[0].name, "notify");
    EXPECT_EQ(of(breach)[0].due_at, at("2026-11-05T09:00"));
    ASSERT_EQ(of(request).size(), 2U) << "its objection runs from the answer";
    EXPECT_EQ(all().size(), 1U);

    const auto crossed =
        database().write([&](db::Tx& tx) { return cross_due(tx, ids, agency, at("2026-11-05T09:01"), 500); });
    ASSERT_EQ(crossed.size(), 2U) << "the case's and the breach's; the request was answered in time";
    const auto told =
        database().read([&](db::Tx& tx) { return events::timeline(tx, agency, breach.kind, breach.id); });
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].kind, "deadline.overdue");
    EXPECT_EQ(announcements(), (std::vector<std::string>{"deadline.overdue resolve"}));
}

TEST_P(Deadlines, of_an_unknown_profile_are_refused) {
    const auto done = database().write([&](db::Tx& tx) {
        return follow(tx, ids, agency, subject, {.event = "received", .at = at("2026-11-02T09:00")}, "besok",
                      shipped_profiles(), calendar);
    });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().field, "profile");
}

} // namespace
} // namespace deadlines
