#include "staff/principal.h"

#include <gtest/gtest.h>

namespace staff {
namespace {

using agency::OfficeId;

agency::Office office(std::int64_t id, std::int64_t parent) {
    return {.id = OfficeId{id},
            .parent = parent ? std::optional(OfficeId{parent}) : std::nullopt,
            .name = "Unit",
            .short_name = "Unit",
            .is_active = true};
}

/// 1 { 2 { 4 }, 3 }
agency::Directory tree(std::int64_t id = 1) {
    agency::DirectoryRows rows;
    rows.agency.id = base::AgencyId{id};
    rows.offices = {office(1, 0), office(2, 1), office(3, 1), office(4, 2)};
    return agency::Directory(std::move(rows));
}

Principal with(std::vector<HeldRole> roles) {
    return {.agency = base::AgencyId{1},
            .staff = StaffId{9},
            .name = "Siti",
            .roles = std::move(roles),
            .account = {}};
}

TEST(Principal, may_at_the_office_of_the_role_and_below_it) {
    const auto directory = tree();
    const Principal siti = with({{Role::operator_, OfficeId{2}}, {Role::auditor, OfficeId{1}}});
    struct {
        Role role;
        std::int64_t office;
        bool may;
    } const table[] = {{Role::operator_, 2, true},    {Role::operator_, 4, true},
                       {Role::operator_, 1, false},   {Role::operator_, 3, false},
                       {Role::auditor, 3, true},      {Role::auditor, 1, true},
                       {Role::coordinator, 2, false}, {Role::operator_, 77, false}};
    for (const auto& row : table)
        EXPECT_EQ(siti.may(row.role, OfficeId{row.office}, directory), row.may)
            << base::code_of(row.role) << " at " << row.office;
    EXPECT_TRUE(siti.may({Role::coordinator, Role::operator_}, OfficeId{4}, directory));
    EXPECT_FALSE(siti.may({}, OfficeId{4}, directory));
    EXPECT_FALSE(siti.may(Role::operator_, OfficeId{2}, tree(2))) << "another agency's tree";
    EXPECT_TRUE(siti.holds(Role::auditor));
    EXPECT_FALSE(siti.holds(Role::head));
}

TEST(Principal, has_a_scope_of_each_office_once) {
    const auto directory = tree();
    const Principal siti =
        with({{Role::operator_, OfficeId{2}}, {Role::coordinator, OfficeId{4}}, {Role::head, OfficeId{3}}});
    EXPECT_EQ(siti.scope({Role::operator_, Role::coordinator}, directory),
              (std::vector<OfficeId>{OfficeId{2}, OfficeId{4}}));
    EXPECT_EQ(siti.scope(directory), (std::vector<OfficeId>{OfficeId{2}, OfficeId{4}, OfficeId{3}}));
    EXPECT_TRUE(siti.scope({Role::dpo}, directory).empty());
    EXPECT_TRUE(with({}).scope(directory).empty());
    EXPECT_TRUE(siti.scope(tree(2)).empty());
}

} // namespace
} // namespace staff
