#include "administration/office_actions.h"
#include "administration/setup_actions.h"
#include "agency/rule_set_actions.h"
#include "deadlines/ladder_actions.h"
#include "deadlines/own_profiles.h"
#include "staff_world.h"
#include "world.h"

#include <gmock/gmock.h>

namespace administration {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

constexpr std::string_view town = R"({
  "agency": {"name": "Lapor Kota Melati", "short_name": "Melati", "organiser": "Pemerintah Kota Melati", "prefix": "KML",
             "zone": "WITA", "profile": "sp4n-lapor", "regions": ["31.74"], "collective_leave_is_off": false},
  "offices": [{"code": "kota", "name": "Pemerintah Kota Melati"},
              {"code": "dpu", "name": "Dinas Pekerjaan Umum", "short_name": "DPU", "parent": "kota"},
              {"code": "lama", "name": "Dinas Lama", "parent": "kota", "active": false}],
  "topics": [{"code": "jalan", "name": "Jalan rusak", "name_en": "Damaged road", "proof": "photo", "profile": "3x24-jam",
              "words": ["jalan rusak", "berlubang"]},
             {"code": "izin", "name": "Perizinan", "proof": "answer"}],
  "rules": [{"topic": "jalan", "area": "31.74.01", "office": "dpu"}, {"office": "kota"}],
  "people": [{"login": "admin", "name": "Ani", "roles": ["administrator@kota", "coordinator@kota"]},
             {"login": "lama", "name": "Budi", "roles": ["operator@dpu"], "active": false}],
  "accounts": [{"network": "form", "name": "Halaman lapor", "office": "kota"},
               {"network": "x", "name": "@melati", "active": false}],
  "days": [{"day": "2026-07-15", "name": "Hari jadi kota"}, {"day": "2026-07-18", "name": "Sabtu layanan", "open": true}],
  "ladder": {"quiet": {"from": "21.00", "until": "05.30"},
             "steps": [{"at_percent": 60, "tells": "coordinator"}, {"at_percent": 100, "tells": "office_head", "escalates": true}]}
})";

class SetupFiles : public db::testing::OnEachEngine {
protected:
    base::Time now_ = base::time_from_ms(1'779'700'000'000);
    base::IdSource ids_{[this] { return now_; }, 1};

    base::Result<SetupOutcome> apply(std::string_view text, std::optional<base::AgencyId> agency,
                                     Prune prune = Prune::no, db::Database* into = nullptr) {
        auto setup = parse_setup(text);
        if (!setup) return base::pass(setup);
        return (into ? *into : database()).write([&](db::Tx& tx) -> base::Result<SetupOutcome> {
            std::map<std::string, std::string> hashes;
            for (const auto& login : missing_logins(tx, agency, *setup))
                hashes[login] = "hash of " + login;
            const agency::Change change{ids_, now_};
            return apply_setup(tx,
                               {.change = change,
                                .random = staff::testing::random_bytes,
                                .prune = prune,
                                .password_hashes = hashes},
                               agency, *setup);
        });
    }
    std::string exported(base::AgencyId agency, db::Database* from = nullptr) {
        return (from ? *from : database()).read([&](db::Tx& tx) {
            return to_text(setup_of(agency::read_directory(tx, agency).value(), staff::all_people(tx, agency),
                                    deadlines::ladder_of(tx, agency, base::Time::max())));
        });
    }
};
DB_TEST_ON_EACH_ENGINE(SetupFiles);

TEST_P(SetupFiles, make_an_agency_and_change_nothing_the_second_time) {
    auto first = apply(town, {});
    ASSERT_TRUE(first) << first.error().field << first.error().detail;
    EXPECT_THAT(first->changes, Contains("office dpu added"));
    EXPECT_THAT(first->changes, Contains("ladder changed"));
    auto second = apply(town, first->agency);
    ASSERT_TRUE(second) << second.error().field << second.error().detail;
    EXPECT_THAT(second->changes, IsEmpty());
    auto pruned = apply(town, first->agency, Prune::yes);
    ASSERT_TRUE(pruned) << pruned.error().field << pruned.error().detail;
    EXPECT_THAT(pruned->changes, IsEmpty());

    const auto directory =
        database().read([&](db::Tx& tx) { return agency::read_directory(tx, first->agency); }).value();
    EXPECT_EQ(directory.agency().zone, base::Zone::wita);
    EXPECT_FALSE(directory.agency().leave_is_off);
    EXPECT_EQ(directory.offices().all().size(), 3U);
    EXPECT_EQ(directory.topic("jalan")->profile, "3x24-jam");
    EXPECT_EQ(directory.rules()[0].area, "31.74.01");
    EXPECT_FALSE(directory.days()[1].is_closed);
}

TEST_P(SetupFiles, written_from_one_database_give_the_same_in_an_empty_one) {
    auto made = apply(town, {});
    ASSERT_TRUE(made);
    const std::string text = exported(made->agency);
    db::testing::FreshDatabase other(GetParam());
    auto copied = apply(text, {}, Prune::no, &*other);
    ASSERT_TRUE(copied) << copied.error().field << copied.error().detail;
    EXPECT_EQ(exported(copied->agency, &*other), text);
    auto again = apply(text, made->agency, Prune::yes);
    ASSERT_TRUE(again);
    EXPECT_THAT(again->changes, IsEmpty());
}

TEST_P(SetupFiles, remove_only_when_pruned) {
    auto made = apply(town, {});
    ASSERT_TRUE(made);
    constexpr std::string_view smaller = R"({
      "agency": {"name": "Lapor Kota Melati"},
      "offices": [{"code": "kota", "name": "Pemerintah Kota Melati"}],
      "topics": [{"code": "jalan", "name": "Jalan rusak", "proof": "photo"}],
      "rules": [{"office": "kota"}],
      "people": [{"login": "admin", "name": "Ani", "roles": ["administrator@kota"]}],
      "accounts": [{"network": "form", "name": "Halaman lapor"}],
      "days": [{"day": "2026-07-15", "name": "Hari jadi kota"}]})";
    auto kept = apply(smaller, made->agency);
    ASSERT_TRUE(kept) << kept.error().field << kept.error().detail;
    EXPECT_THAT(kept->changes, ::testing::ElementsAre("rules put in order"));
    auto pruned = apply(smaller, made->agency, Prune::yes);
    ASSERT_TRUE(pruned) << pruned.error().field << pruned.error().detail;
    for (std::string_view change :
         {"topic izin retired", "rule of jalan in 31.74.01 removed", "person admin is no longer coordinator",
          "day 2026-07-18 removed", "office Dinas Pekerjaan Umum closed"})
        EXPECT_THAT(pruned->changes, Contains(std::string(change)));
    auto again = apply(smaller, made->agency, Prune::yes);
    ASSERT_TRUE(again);
    EXPECT_THAT(again->changes, IsEmpty());
}

TEST_P(SetupFiles, give_a_topic_to_another_office) {
    auto made = apply(town, {});
    ASSERT_TRUE(made);
    auto changed = apply(R"({"agency": {"name": "Lapor Kota Melati"},
        "rules": [{"topic": "jalan", "area": "31.74.01", "office": "kota"}, {"office": "dpu"}]})",
                         made->agency);
    ASSERT_TRUE(changed) << changed.error().field;
    const auto directory =
        database().read([&](db::Tx& tx) { return agency::read_directory(tx, made->agency); }).value();
    ASSERT_EQ(directory.rules().size(), 2U);
    EXPECT_EQ(directory.office(directory.rules()[0].office)->code, "kota");
    EXPECT_EQ(directory.office(directory.rules()[1].office)->code, "dpu");
}

TEST_P(SetupFiles, say_where_they_are_wrong_and_change_nothing) {
    struct Row {
        std::string text, code, field;
    };
    for (
        const Row& row :
        {Row{"[", "json.malformed", ""}, Row{R"({"agency": {}})", "field.missing", "agency.name"},
         Row{R"({"agency": {"name": "A", "nam": 1}})", "field.invalid", "agency.nam"},
         Row{R"({"agency": {"name": "A"}, "topics": [{"code": "a", "name": "B", "proof": "foto"}]})",
             "field.invalid", "topics[0].proof"},
         Row{R"({"agency": {"name": "A", "zone": "GMT"}})", "field.invalid", "agency.zone"},
         Row{R"({"agency": {"name": "A", "regions": ["99"]}})", "area.unknown", "agency.regions"},
         Row{R"({"agency": {"name": "A"}, "offices": [{"code": "a", "name": "A", "parent": "b"}]})",
             "field.invalid", "offices[0].parent"},
         Row{R"({"agency": {"name": "A"}, "rules": [{"topic": "x", "office": "pusat"}]})", "topic.unknown",
             "rules[0].topic"},
         Row{R"({"agency": {"name": "A"}, "people": [{"login": "abc", "name": "B", "roles": ["raja@pusat"]}]})",
             "field.invalid", "people[0].roles"},
         Row{R"({"agency": {"name": "A"}, "ladder": {"stpes": []}})", "field.invalid", "ladder.stpes"},
         Row{R"({"agency": {"name": "A"}, "ladder": {"steps": [{"at_percent": 10, "tells": "coordinator"}]}})",
             "field.invalid", "ladder.steps[0].at_percent"},
         Row{R"({"agency": {"name": "A"}, "days": [{"day": "besok", "name": "B"}]})", "field.invalid",
             "days[0].day"}}) {
        auto done = apply(row.text, {});
        ASSERT_FALSE(done) << row.text;
        EXPECT_EQ(done.error().code, row.code) << row.text;
        EXPECT_EQ(done.error().field, row.field) << row.text;
    }
    EXPECT_FALSE(database().read([](db::Tx& tx) { return agency::read_directory(tx, base::AgencyId{1}); }));
}

/// A town that promises more than the national profile, and opens when others do not.
constexpr std::string_view with_promises = R"({
  "agency": {"name": "Lapor Kota Melati", "prefix": "KML", "profile": "kota",
             "office_hours": ["07.30-12.00, 13.00-16.00", "07.30-12.00, 13.00-16.00", "07.30-12.00, 13.00-16.00",
                              "07.30-12.00, 13.00-16.00", "07.30-11.30, 13.00-16.30", "08.00-11.00", ""]},
  "offices": [{"code": "kota", "name": "Pemerintah Kota Melati"}],
  "topics": [{"code": "jalan", "name": "Jalan rusak", "proof": "photo", "profile": "kota"},
             {"code": "roya", "name": "Roya", "proof": "document"}],
  "days": [{"day": "2026-07-17", "name": "Hari jadi kota", "open": true, "hours": "08.00-11.00"}],
  "profiles": [
    {"id": "kota", "version": "1", "effective_from": "2026-01-01", "inherits": "sp4n-lapor", "name_id": "Janji kota",
     "name_en": "Promise of the city", "without": ["silence"],
     "deadlines": [{"name": "resolve", "amount": 7, "source": "Perwali 1/2026"},
                   {"name": "first_answer", "name_id": "Jawaban pertama", "name_en": "First answer", "mode": "office_hours",
                    "amount": 4, "starts_on": "received", "met_by": ["verified"], "source": "Perwali 1/2026"}]},
    {"id": "kota", "version": "2", "effective_from": "2027-01-01", "inherits": "sp4n-lapor",
     "deadlines": [{"name": "resolve", "amount": 5, "source": "Perwali 9/2026"}]},
    {"id": "janji-roya", "version": "1", "effective_from": "2026-01-01", "topics": ["roya"], "name_id": "Roya",
     "name_en": "Discharge", "deadlines": [{"name": "promise", "name_id": "Janji", "name_en": "Promise",
     "mode": "working_days", "amount": 5, "starts_on": "received", "met_by": ["resolved"], "source": "Maklumat"}]}]
})";

TEST_P(SetupFiles, take_in_profiles_and_office_hours_and_give_them_back_equal) {
    auto made = apply(with_promises, {});
    ASSERT_TRUE(made) << made.error().code << made.error().field << made.error().detail;
    for (const char* change : {"profile kota version 1 put", "profile kota version 2 put",
                               "profile janji-roya version 1 put", "office hours changed"})
        EXPECT_THAT(made->changes, Contains(change));
    auto again = apply(with_promises, made->agency);
    ASSERT_TRUE(again) << again.error().code << again.error().field;
    EXPECT_THAT(again->changes, IsEmpty());

    const auto directory =
        database().read([&](db::Tx& tx) { return agency::read_directory(tx, made->agency); }).value();
    EXPECT_EQ(directory.agency().profile, "kota");
    const auto& profiles = deadlines::profiles_of(directory);
    const auto in = [&](const char* day) {
        return *profiles.in_force("kota", base::parse_day(day).value()).value();
    };
    EXPECT_EQ(in("2026-06-01").find("resolve")->amount, 7);
    EXPECT_EQ(in("2026-06-01").find("first_answer")->amount, 4);
    EXPECT_EQ(in("2026-06-01").find("verify")->amount, 3) << "of the national default";
    EXPECT_EQ(in("2027-06-01").find("resolve")->amount, 5);
    const auto& hours = directory.office_hours();
    EXPECT_EQ(agency::to_text(hours.days[4]), "07.30-11.30, 13.00-16.30");
    EXPECT_EQ(agency::to_text(hours.days[5]), "08.00-11.00");
    EXPECT_TRUE(hours.days[6].empty());
    ASSERT_EQ(directory.days().size(), 1U);
    EXPECT_EQ(agency::to_text(directory.days()[0].hours), "08.00-11.00");

    const std::string text = exported(made->agency);
    db::testing::FreshDatabase other(GetParam());
    auto copied = apply(text, {}, Prune::no, &*other);
    ASSERT_TRUE(copied) << copied.error().code << copied.error().field << copied.error().detail;
    EXPECT_EQ(exported(copied->agency, &*other), text);
    EXPECT_THAT(apply(text, made->agency, Prune::yes)->changes, IsEmpty());
}

TEST_P(SetupFiles, say_which_line_of_a_profile_or_of_office_hours_is_wrong) {
    auto made = apply(with_promises, {});
    ASSERT_TRUE(made);
    const std::string before = exported(made->agency);
    const auto hours = [](const char* list) {
        return R"({"agency": {"name": "Lapor Kota Melati", "office_hours": [)" + std::string(list) + "]}}";
    };
    const auto profile = [](const char* members) {
        return R"({"agency": {"name": "Lapor Kota Melati"}, "profiles": [{)" + std::string(members) + "}]}";
    };
    const struct {
        std::string text, code, field;
    } rows[] = {
        {hours(R"("07.30-16.00")"), "field.invalid", "agency.office_hours"},
        {hours(R"("07.30-16.00","","","","","","16.00-07.30")"), "field.invalid", "agency.office_hours[6]"},
        {hours(R"("07.30-12.00, 11.00-16.00","","","","","","")"), "field.invalid", "agency.office_hours[0]"},
        {hours(R"("pagi","","","","","","")"), "field.invalid", "agency.office_hours[0]"},
        {hours(R"(1,"","","","","","")"), "field.invalid", "agency.office_hours[0]"},
        {profile(R"("version": "1")"), "field.missing", "profiles[0].id"},
        {profile(R"("id": "a", "version": "1+2", "effective_from": "2026-01-01", "inherits": "sp4n-lapor")"),
         "field.invalid", "profiles[0].version"},
        {profile(
             R"("id": "sp4n-lapor", "version": "9", "effective_from": "2026-01-01", "inherits": "sp4n-lapor")"),
         "field.invalid", "profiles[0].id"},
        {profile(R"("id": "a", "version": "1", "effective_from": "2026-01-01", "inherits": "tiada")"),
         "field.invalid", "profiles[0].inherits"},
        {profile(R"("id": "a", "version": "1", "effective_from": "besok", "inherits": "sp4n-lapor")"),
         "field.invalid", "profiles[0].effective_from"},
        {profile(R"("id": "a", "version": "1", "effective_from": "2026-01-01", "inherits": "sp4n-lapor",
                    "deadlines": [{"name": "resolve", "amount": 0}])"),
         "field.invalid", "profiles[0].deadlines[2].amount"},
        {profile(R"("id": "a", "version": "1", "effective_from": "2026-01-01", "inherits": "sp4n-lapor",
                    "deadlines": [{"name": "resolve", "mode": "lunar_days"}])"),
         "field.invalid", "profiles[0].deadlines[2].mode"},
        {profile(R"("id": "kota", "version": "1", "effective_from": "2026-01-01", "inherits": "sp4n-lapor")"),
         "profile.taken", "profiles[0]"},
        {R"({"agency": {"name": "Lapor Kota Melati", "profile": "tiada"}})", "field.invalid",
         "agency.profile"},
        {R"({"agency": {"name": "Lapor Kota Melati"}, "days": [{"day": "2026-07-18", "name": "A", "open": true,
             "hours": "9-8"}]})",
         "field.invalid", "days[0].hours"},
    };
    for (const auto& row : rows) {
        auto done = apply(row.text, made->agency);
        ASSERT_FALSE(done) << row.text;
        EXPECT_EQ(done.error().code, row.code) << row.text;
        EXPECT_EQ(done.error().field, row.field) << row.text;
    }
    EXPECT_EQ(exported(made->agency), before);
}

class ClosingAnOffice : public db::testing::OnEachEngine {
protected:
    staff::testing::World world_{database()};

    base::Result<void> close(agency::OfficeId id) {
        return database().write([&](db::Tx& tx) -> base::Result<void> {
            auto office = *agency::read_directory(tx, world_.agency)->office(id);
            office.is_active = false;
            return administration::change_office(tx, agency::Change{world_.ids, world_.now}, world_.agency,
                                                 office);
        });
    }
};
DB_TEST_ON_EACH_ENGINE(ClosingAnOffice);

TEST_P(ClosingAnOffice, waits_for_what_it_holds) {
    const auto below = world_.add_office("Kecamatan", world_.south);
    EXPECT_EQ(close(world_.root).error().code, "office.is_root");
    EXPECT_EQ(close(world_.south).error().code, "office.has_offices");
    EXPECT_TRUE(close(below));
    auto rule = database().write([&](db::Tx& tx) {
        return agency::add_rule(tx, {world_.ids, world_.now}, world_.agency,
                                {.id = {}, .ordinal = 10, .topic = {}, .area = {}, .office = world_.south});
    });
    ASSERT_TRUE(rule);
    EXPECT_EQ(close(world_.south).error().code, "office.has_rules");
    ASSERT_TRUE(database().write([&](db::Tx& tx) {
        return agency::put_rules(tx, {world_.ids, world_.now}, world_.agency, {}, "removed");
    }));
    EXPECT_TRUE(close(world_.south));
    EXPECT_TRUE(close(world_.south)) << "closed already: nothing to ask";
}

} // namespace
} // namespace administration
