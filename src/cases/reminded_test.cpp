#include "cases/reminded.h"
#include "cases/testing.h"

#include <gtest/gtest.h>

namespace cases {
namespace {

using deadlines::Audience;
using staff::Role;

constexpr OfficeId root{1}, middle{10}, office = testing::road_office, other = testing::water_office;

const agency::OfficeTree& tree() {
    static const agency::OfficeTree offices({{root, {}, "Dinas", "Dinas"},
                                             {middle, root, "Bidang", "Bidang"},
                                             {office, middle, "Suku Dinas", "Sudin"},
                                             {other, root, "Air", "Air"}});
    return offices;
}

staff::OnDuty person(int id, Role role, OfficeId at) {
    return {.id = StaffId{id}, .roles = {{role, at}}};
}

TEST(Reminded, are_the_nearest_who_are_there_and_may_see_the_case) {
    const auto operators = person(1, Role::operator_, office), more = person(2, Role::operator_, office),
               above = person(3, Role::operator_, middle), elsewhere = person(4, Role::operator_, other),
               officer = person(5, Role::field_officer, office), head = person(6, Role::head, office),
               boss = person(7, Role::head, root), coordinator = person(8, Role::coordinator, root),
               administrator = person(9, Role::administrator, root);
    auto away = [](staff::OnDuty who) {
        who.is_away = true;
        return who;
    };
    const Case plain = testing::pothole(State::assigned);
    Case taken = plain, queued = plain, conduct = plain, disclosure = plain;
    taken.person = officer.id;
    queued.office.reset();
    conduct.conduct_office = office;
    conduct.office = root;
    disclosure.kind = Kind::whistleblowing;
    const struct {
        const char* what;
        Case c;
        Audience audience;
        std::vector<staff::OnDuty> people;
        std::vector<int> told;
    } rows[] = {
        {"all operators", plain, Audience::assignee, {operators, more, above, head}, {1, 2}},
        {"who is in charge", taken, Audience::assignee, {operators, officer, head}, {5}},
        {"instead of who is away", taken, Audience::assignee, {operators, away(officer), head}, {1}},
        {"or who stands in",
         taken,
         Audience::assignee,
         {operators, {.id = officer.id, .roles = officer.roles, .is_away = true, .stand_in = head.id}, head},
         {6}},
        {"one there is enough", plain, Audience::assignee, {away(operators), more, above}, {2}},
        {"of the office above", plain, Audience::assignee, {away(operators), above, elsewhere, boss}, {3}},
        {"the coordinator", plain, Audience::assignee, {away(operators), coordinator, boss}, {8}},
        {"the head at last", plain, Audience::assignee, {away(operators), head, boss}, {6}},
        {"the coordinator above", plain, Audience::coordinator, {operators, head, coordinator}, {8}},
        {"the head for the coordinator", plain, Audience::coordinator, {operators, head, boss}, {6}},
        {"the office's head", plain, Audience::office_head, {operators, head, boss}, {6}},
        {"the next head up", plain, Audience::office_head, {operators, away(head), boss}, {7}},
        {"no head: the coordinator", plain, Audience::office_head, {operators, coordinator}, {8}},
        {"the agency's head", plain, Audience::agency_head, {head, boss}, {7}},
        {"the next head down", plain, Audience::agency_head, {head, away(boss)}, {6}},
        {"nobody", plain, Audience::agency_head, {administrator, elsewhere}, {}},
        {"not of another office", plain, Audience::assignee, {elsewhere}, {}},
        {"the queue: operators at the root", queued, Audience::assignee, {operators, coordinator}, {8}},
        {"the queue: its head", queued, Audience::office_head, {head, boss}, {7}},
        {"never who is complained about", conduct, Audience::office_head, {head, boss}, {7}},
        {"whistleblowing: its handlers", disclosure, Audience::assignee, {operators, head, coordinator}, {8}},
    };
    for (const auto& row : rows) {
        std::vector<int> told;
        for (const StaffId id : reminded(row.c, row.audience, row.people, tree()))
            told.push_back(static_cast<int>(id.value));
        EXPECT_EQ(told, row.told) << row.what;
    }
}

} // namespace
} // namespace cases
