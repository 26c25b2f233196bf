#include "administration/csv.h"
#include "administration/rule_check.h"
#include "administration/rule_file.h"
#include "administration/staff_list.h"

#include <gtest/gtest.h>

namespace administration {
namespace {

using agency::OfficeId;
using agency::RoutingRuleId;
using staff::Role;

constexpr OfficeId root{1}, south{2}, west{3}, below_south{4}, shut{5};

agency::Directory directory(std::vector<agency::RoutingRule> rules = {},
                            std::vector<std::string> regions = {"31.74"}) {
    agency::Agency agency;
    agency.id = base::AgencyId{1};
    agency.regions = std::move(regions);
    return agency::Directory(
        {.agency = agency,
         .offices = {{root, {}, "Dinas Bina Marga", "Dinas"},
                     {south, root, "Suku Dinas Selatan", "Sudin Selatan"},
                     {west, root, "Suku Dinas Barat", "Sudin Barat"},
                     {below_south, south, "Kecamatan Tebet", "Tebet"},
                     {shut, root, "Suku Dinas Lama", "Sudin Lama", false}},
         .topics = {{.code = "jalan", .name_id = "Jalan", .name_en = "Roads"},
                    {.code = "lampu", .name_id = "Lampu", .name_en = "Lamps"},
                    {.code = "tua", .name_id = "Tua", .name_en = "Old", .is_active = false}},
         .rules = std::move(rules),
         .accounts = {}});
}

staff::Principal person(std::vector<staff::HeldRole> roles, std::int64_t id = 7) {
    return {.agency = base::AgencyId{1},
            .staff = staff::StaffId{id},
            .name = "A",
            .roles = std::move(roles),
            .account = {}};
}

agency::RoutingRule rule(std::int64_t id, std::optional<std::string> topic, std::optional<std::string> area,
                         OfficeId office) {
    return {RoutingRuleId{id}, static_cast<int>(id), std::move(topic), std::move(area), office};
}

TEST(Reach, of_an_administrator_is_what_lies_below) {
    const auto d = directory();
    const auto whole = person({{Role::administrator, root}}), part = person({{Role::administrator, south}});
    const auto none = person({{Role::coordinator, root}});
    EXPECT_TRUE(Reach(whole, d).is_whole());
    EXPECT_EQ(Reach(whole, d).offices().size(), 5U);
    const Reach reach(part, d);
    EXPECT_FALSE(reach.is_whole());
    EXPECT_TRUE(reach.is_any());
    EXPECT_TRUE(reach.has(south));
    EXPECT_TRUE(reach.has(below_south));
    EXPECT_FALSE(reach.has(root));
    EXPECT_FALSE(reach.has(west));
    EXPECT_FALSE(reach.may_move(south)) << "the own office hangs where somebody above has put it";
    EXPECT_TRUE(reach.may_move(below_south));
    EXPECT_FALSE(Reach(none, d).is_any());
    EXPECT_FALSE(reach.has(OfficeId{99}));
}

TEST(Reach, takes_over_nobody_from_above) {
    const auto d = directory();
    const auto part = person({{Role::administrator, south}});
    const Reach reach(part, d);
    auto staff = [](std::vector<staff::HeldRole> roles) {
        return staff::Person{.id = staff::StaffId{9}, .login = "x", .name = "X", .roles = std::move(roles)};
    };
    EXPECT_TRUE(reach.has(staff({{Role::operator_, below_south}})));
    const auto above = staff({{Role::operator_, below_south}, {Role::head, root}});
    EXPECT_FALSE(reach.has(above)) << "a new password would give the role at the root away";
    EXPECT_TRUE(reach.sees(above));
    EXPECT_FALSE(reach.sees(staff({{Role::operator_, west}})));
    EXPECT_FALSE(reach.has(staff({})));
}

TEST(LastAdministrator, is_not_taken_from_oneself) {
    const staff::HeldRole at_root{Role::administrator, root}, at_south{Role::administrator, south},
        other{Role::operator_, root};
    const auto me = person({at_root});
    auto as = [](std::int64_t id, std::vector<staff::HeldRole> roles) {
        return staff::Person{.id = staff::StaffId{id}, .login = "x", .name = "X", .roles = std::move(roles)};
    };
    EXPECT_TRUE(is_own_last(me, as(7, {at_root, other}), at_root));
    EXPECT_FALSE(is_own_last(me, as(7, {at_root, other}), other));
    EXPECT_FALSE(is_own_last(me, as(7, {at_root, at_south}), at_root));
    EXPECT_FALSE(is_own_last(me, as(8, {at_root}), at_root));
}

TEST(FaultyRules, are_those_that_nothing_reaches) {
    const auto d =
        directory({rule(10, "jalan", "31.74", south), rule(20, "jalan", "31.74.01", west),
                   rule(30, "lampu", {}, shut), rule(40, "tua", {}, west), rule(50, {}, {}, OfficeId{99}),
                   rule(60, {}, {}, root), rule(70, "lampu", {}, west)});
    EXPECT_EQ(faulty_rules(d), (std::vector<FaultyRule>{
                                   {RoutingRuleId{20}, Fault::hidden, RoutingRuleId{10}},
                                   {RoutingRuleId{30}, Fault::closed_office},
                                   {RoutingRuleId{40}, Fault::closed_topic},
                                   {RoutingRuleId{50}, Fault::unknown_office},
                                   {RoutingRuleId{70}, Fault::hidden, RoutingRuleId{60}},
                               }));
}

TEST(Gaps, name_topics_and_the_largest_areas_without_an_office) {
    EXPECT_TRUE(gaps(directory({rule(10, {}, {}, root)})).empty());
    const auto none = gaps(directory({rule(10, "jalan", {}, root)}));
    EXPECT_EQ(none, (std::vector<Gap>{{.topic = "lampu", .has_rule = false, .areas = {}}}));

    const auto part = gaps(directory({rule(10, {}, "31.74.01", south)}));
    ASSERT_EQ(part.size(), 2U);
    EXPECT_TRUE(part[0].has_rule);
    EXPECT_FALSE(part[0].areas.empty());
    for (const auto& area : part[0].areas)
        EXPECT_TRUE(area.starts_with("31.74.") && area != "31.74.01" && area.size() == 8) << area;

    EXPECT_EQ(gaps(directory({rule(10, {}, "31.74.01", shut)})).front().has_rule, false)
        << "a closed office serves nothing";
}

TEST(FaultyRules, look_at_every_condition) {
    auto with = [](agency::RoutingRule rule, agency::RuleConditions more) {
        rule.more = std::move(more);
        return rule;
    };
    const auto d = directory({with(rule(10, "jalan", {}, south), {.words = {"jembatan"}}),
                              with(rule(20, "jalan", {}, west), {.words = {"jembatan ambrol"}}),
                              rule(30, "jalan", {}, root)});
    EXPECT_EQ(faulty_rules(d),
              (std::vector<FaultyRule>{{RoutingRuleId{20}, Fault::hidden, RoutingRuleId{10}}}));
    const auto part = gaps(directory({with(rule(10, {}, {}, root), {.kinds = {"complaint"}})}));
    ASSERT_EQ(part.size(), 2U) << "questions go nowhere";
    EXPECT_EQ(part[0].areas, std::vector<std::string>{"31.74"});
}

TEST(Conflicts, are_rules_whose_order_alone_decides) {
    const auto d =
        directory({rule(10, "jalan", "31.74.01", south), rule(20, {}, "31.74", west),
                   rule(30, "lampu", {}, root), rule(40, "jalan", {}, west), rule(50, "lampu", {}, shut)});
    EXPECT_EQ(conflicts(d), (std::vector<Conflict>{{RoutingRuleId{20}, RoutingRuleId{30}}}))
        << "the narrow before the wide is meant so; the same office, a closed one decide nothing";
    EXPECT_TRUE(conflicts(d, 0).empty());
}

TEST(Unserved, is_what_an_office_says_and_no_rule_sends) {
    auto serving = [](std::vector<agency::RoutingRule> rules) {
        agency::Agency agency;
        agency.id = base::AgencyId{1};
        agency.regions = {"31.74"};
        const auto plain = directory();
        return agency::Directory({.agency = agency,
                                  .offices = {plain.offices().all().begin(), plain.offices().all().end()},
                                  .topics = {plain.topics().begin(), plain.topics().end()},
                                  .rules = std::move(rules),
                                  .accounts = {},
                                  .services = {{agency::OfficeServiceId{1}, south, "jalan", "31.74.01"},
                                               {agency::OfficeServiceId{2}, west, "lampu", {}},
                                               {agency::OfficeServiceId{3}, shut, "lampu", {}}}});
    };
    const auto none = unserved(serving({rule(10, "jalan", {}, west)}));
    ASSERT_EQ(none.size(), 2U) << "a closed office serves nothing";
    EXPECT_EQ(none[0].goes_to, west);
    EXPECT_FALSE(none[0].is_partly);
    EXPECT_FALSE(none[1].goes_to);
    EXPECT_TRUE(
        unserved(serving({rule(10, "jalan", "31.74", below_south), rule(20, "lampu", {}, west)})).empty())
        << "an office below does it";
    const auto partly =
        unserved(serving({rule(10, "jalan", "31.74.01.1001", south), rule(20, {}, {}, west)}));
    ASSERT_EQ(partly.size(), 1U);
    EXPECT_TRUE(partly[0].is_partly);
}

TEST(RuleFile, gives_back_what_was_written_as_csv_and_json) {
    auto full = rule(10, "jalan", "31.74.01", south);
    full.more = {.kinds = {"complaint"},
                 .words = {"jembatan ambrol", "tanggul"},
                 .polygon = {{-6.2, 106.8}, {-6.3, 106.8}, {-6.3, 106.9}},
                 .circle = agency::RuleCircle{-6.2265, 106.8571, 2.5},
                 .days = "12345",
                 .from = "16:00",
                 .until = "07:30",
                 .first_day = "2026-11-01"};
    const auto d = directory({full, rule(20, {}, {}, root)});
    for (const std::string& text : {rules_csv(d), rules_json(d)}) {
        auto read = read_rule_file(text, d);
        ASSERT_TRUE(read) << text << read.error().field << read.error().detail;
        ASSERT_EQ(read->size(), 2U);
        EXPECT_TRUE((*read)[0].says_the_same(full)) << text;
        EXPECT_EQ((*read)[0].id, RoutingRuleId{10}) << "the same rule keeps its id";
        EXPECT_EQ((*read)[1].id, RoutingRuleId{20});
    }
}

TEST(RuleFile, says_which_line_is_wrong) {
    const std::string header = rules_csv(directory());
    const struct {
        std::string text, field, detail;
    } rows[] = {
        {header + "kopi,,sudin-selatan,,,,,,,,,,,\n", "baris 2", "topic: topic.unknown"},
        {header + ",,sudin-selatan,,,,,,,,,,,\n,,nowhere,,,,,,,,,,,\n", "baris 3", "office: office.unknown"},
        {header + ",99.99,sudin-selatan,,,,,,,,,,,\n", "baris 2", "area: area.unknown"},
        {header + ",,sudin-selatan,spam,,,,,,,,,,\n", "baris 2", "kinds: field.invalid"},
        {header + ",,sudin-selatan,,,,,\"1,2|3\",,,,,,\n", "baris 2", "polygon: field.invalid"},
        {header + ",,sudin-selatan,,,,,,\"1,2\",,,,,\n", "baris 2", "circle: field.invalid"},
        {header + ",,sudin-selatan,,,mail:x,,,,,,,,\n", "baris 2", "accounts: account.unknown"},
        {R"([{"office": "sudin-selatan"}, {"office": "sudin-selatan", "days": "9"}])", "aturan 2",
         "days: field.invalid"},
        {R"({"rules": 3})", "", ""},
        {R"({"aturan": []})", "rules", ""},
        {"[", "", ""},
    };
    for (const auto& row : rows) {
        auto read = read_rule_file(row.text, directory());
        ASSERT_FALSE(read) << row.text;
        EXPECT_EQ(read.error().field, row.field) << row.text;
        if (!row.detail.empty()) EXPECT_EQ(read.error().detail, row.detail) << row.text;
    }
}

TEST(Csv, reads_what_spreadsheets_write) {
    for (std::string_view text : {"name,login\nSari,sari\n", "\xEF\xBB\xBFName;Login\r\nSari;sari\r\n\r\n",
                                  "name,login\n\"Sari\",\" sari \"", "\n\nname,login\nSari,sari"}) {
        auto lines = parse_csv(text, {"name", "login"});
        ASSERT_TRUE(lines) << text << lines.error().detail;
        ASSERT_EQ(lines->size(), 1U) << text;
        EXPECT_EQ(lines->front().cells, (std::vector<std::string>{"Sari", "sari"})) << text;
    }
    auto quoted = parse_csv("name,login\n\"Sari \"\"S\"\",\nW.\",sari\nBudi,budi\n", {"name", "login"});
    ASSERT_TRUE(quoted);
    EXPECT_EQ(quoted->at(0).cells[0], "Sari \"S\",\nW.");
    EXPECT_EQ(quoted->at(1).number, 4);
}

TEST(Csv, says_which_line_is_wrong) {
    struct Row {
        std::string text, field;
    };
    for (const Row& row :
         {Row{"", "baris 1"}, Row{"nama,login\n", "baris 1"}, Row{"name,login\nSari\n", "baris 2"},
          Row{"name,login\nSari,\"sari\n", "baris 2"}, Row{"name,login\n\xFF,x\n", "baris 1"}}) {
        auto lines = parse_csv(row.text, {"name", "login"});
        ASSERT_FALSE(lines) << row.text;
        EXPECT_EQ(lines.error().code, "import.line");
        EXPECT_EQ(lines.error().field, row.field) << row.text;
    }
    EXPECT_EQ(csv_line({"=1+1", "a\"b"}), "\"'=1+1\",\"a\"\"b\"\r\n");
}

TEST(StaffList, checks_every_line_and_says_what_is_wrong) {
    const auto d = directory();
    const auto part = person({{Role::administrator, south}});
    const Reach reach(part, d);
    auto list = read_staff_list(
        "name,login,role,office\n"
        "Sari,sari,operator,sudin-selatan\n"
        "Sari,sari,Petugas lapangan,Kecamatan Tebet\n"
        "Budi,budi,operator,sudin-barat\n"
        "Budi,budi,raja,sudin-selatan\n"
        "Budi,x,operator,sudin-selatan\n"
        ",ani,operator,sudin-selatan\n"
        "Ada,ada,operator,sudin-selatan\n"
        "Undang,undang,operator,sudin-selatan\n"
        "Sari,SARI,operator,Sudin Selatan\n"
        "Sari Lain,sari,head,sudin-selatan\n"
        "Tua,tua,operator,sudin-lama\n",
        d, reach,
        {.taken = {"ada"}, .invited = {"undang"}, .role_names = {{"Petugas lapangan", Role::field_officer}}});
    ASSERT_TRUE(list);
    std::vector<LineFault> faults;
    for (const auto& line : list->lines)
        faults.push_back(line.fault);
    using enum LineFault;
    EXPECT_EQ(faults, (std::vector{none, none, not_yours, role, login, name, taken, invited, repeated,
                                   name_differs, office}));
    EXPECT_FALSE(list->is_right());
    list->lines.resize(2);
    EXPECT_TRUE(list->is_right());
    ASSERT_EQ(list->people().size(), 1U);
    EXPECT_EQ(list->people()[0].roles,
              (std::vector<staff::HeldRole>{{Role::operator_, south}, {Role::field_officer, below_south}}));
}

TEST(StaffList, can_be_begun_from_its_template) {
    const auto d = directory();
    const auto part = person({{Role::administrator, south}});
    const Reach reach(part, d);
    auto list = read_staff_list(staff_list_template(d, reach), d, reach, {});
    ASSERT_TRUE(list);
    EXPECT_TRUE(list->is_right());
    EXPECT_EQ(list->people().size(), 2U);
}

} // namespace
} // namespace administration
