#include "cases/testing.h"
#include "cases/visibility.h"
#include "people/identity.h"

#include <gtest/gtest.h>

namespace cases {
namespace {

using staff::Role;
using testing::pothole;

TEST(Visibility, before_verifying_the_public_sees_kind_topic_area_and_state_and_no_words) {
    for (State state : {State::received, State::archived}) {
        Case c = pothole(state);
        c.public_text = "bocor";
        const auto view = public_view(c);
        ASSERT_TRUE(view);
        PublicView expected;
        expected.code = c.code;
        expected.topic = c.topic;
        expected.area = c.area;
        expected.state = state;
        expected.received_at = c.received_at;
        EXPECT_EQ(*view, expected) << base::code_of(state);
    }
}

TEST(Visibility, words_are_public_once_released_where_they_may_be) {
    const int consent = people::to_flags({.words_may_be_public = true, .may_be_contacted = false});
    const struct {
        Kind kind;
        IdentityMode identity;
        Visibility visibility;
        int consent;
        bool conduct;
        bool known;
        bool words;
        bool mention;
    } rows[] = {
        {Kind::complaint, IdentityMode::public_, Visibility::public_, 0, false, true, true, true},
        {Kind::complaint, IdentityMode::public_, Visibility::unlisted, 0, false, true, true, true},
        {Kind::complaint, IdentityMode::public_, Visibility::followers, 0, false, true, false, false},
        {Kind::complaint, IdentityMode::public_, Visibility::private_, 0, false, true, false, false},
        {Kind::complaint, IdentityMode::public_, Visibility::private_, consent, false, true, true, false},
        {Kind::complaint, IdentityMode::anonim, Visibility::public_, 0, false, true, true, false},
        {Kind::complaint, IdentityMode::anonim, Visibility::private_, consent, false, true, true, false},
        {Kind::complaint, IdentityMode::rahasia, Visibility::public_, consent, false, true, false, false},
        {Kind::complaint, IdentityMode::public_, Visibility::public_, 0, true, true, false, false},
        {Kind::whistleblowing, IdentityMode::public_, Visibility::public_, consent, false, false, false,
         false},
    };
    for (const auto& row : rows) {
        Case c = pothole(State::verified);
        c.kind = row.kind;
        c.identity_mode = row.identity;
        c.visibility = row.visibility;
        c.consent = row.consent;
        if (row.conduct) c.conduct_office = OfficeId{3};
        const auto view = public_view(c);
        const auto what = std::string(base::code_of(row.kind)) + " " +
                          std::string(base::code_of(row.identity)) + " " +
                          std::string(base::code_of(row.visibility)) + " " + std::to_string(row.consent);
        EXPECT_EQ(view.has_value(), row.known) << what;
        EXPECT_EQ(may_publish_words(c), row.words) << what;
        EXPECT_EQ(may_mention_reporter(c), row.mention) << what;
        if (view) {
            EXPECT_EQ(view->text.has_value(), row.words) << what;
            EXPECT_EQ(view->title.has_value(), row.words) << what;
            EXPECT_EQ(view->lat.has_value(), row.words) << what;
        }
    }
}

TEST(Visibility, plans_and_reasons_show_in_their_state_only) {
    Case c = pothole(State::scheduled);
    c.planned_day = "2027-02-01";
    c.budget_source = "APBD 2027";
    c.public_reason = "Perlu lelang";
    EXPECT_EQ(public_view(c)->planned_day, "2027-02-01");
    EXPECT_EQ(public_view(c)->public_reason, "Perlu lelang");
    c.state = State::in_progress;
    EXPECT_EQ(public_view(c)->planned_day, std::nullopt);
    EXPECT_EQ(public_view(c)->public_reason, std::nullopt);
}

TEST(Visibility, staff_see_by_role_and_seals_open_for_the_right_only) {
    const struct {
        Role role;
        bool sees;
        bool words;
        bool identity;
        bool anonim;
        bool whistleblowing;
    } rows[] = {
        {Role::operator_, true, true, true, false, false},
        {Role::field_officer, true, true, false, false, false},
        {Role::coordinator, true, true, true, true, true},
        {Role::approver, true, true, false, false, false},
        {Role::head, true, true, true, false, true},
        {Role::communications, true, false, false, false, false},
        {Role::ppid, true, true, true, false, false},
        {Role::ppid_superior, true, true, true, false, false},
        {Role::dpo, true, true, true, true, false},
        {Role::auditor, true, false, false, false, false},
        {Role::administrator, false, false, false, false, false},
    };
    ASSERT_EQ(std::size(rows), base::codes<Role>.size());
    for (const auto& row : rows) {
        const Actor actor = testing::staff_as(row.role);
        Case c = pothole(State::assigned);
        const std::string_view name = base::code_of(row.role);
        EXPECT_EQ(staff_view(c, actor), (StaffView{row.sees, row.words, row.identity})) << name;
        c.identity_mode = IdentityMode::anonim;
        EXPECT_EQ(staff_view(c, actor).may_see_identity, row.anonim) << name;
        c.identity_mode = IdentityMode::rahasia;
        EXPECT_EQ(staff_view(c, actor).may_see_identity, row.identity) << name;
        c.kind = Kind::whistleblowing;
        EXPECT_EQ(staff_view(c, actor).may_see, row.whistleblowing) << name;
    }
    EXPECT_EQ(staff_view(pothole(), testing::staff_with({})), StaffView{});
}

TEST(Visibility, whistleblowing_is_open_to_the_person_it_was_given_to) {
    Case c = pothole(State::assigned);
    c.kind = Kind::whistleblowing;
    c.person = testing::somebody;
    EXPECT_TRUE(staff_view(c, testing::staff_as(Role::operator_)).may_see_words);
    c.person = StaffId{1};
    EXPECT_FALSE(staff_view(c, testing::staff_as(Role::operator_)).may_see);
}

} // namespace
} // namespace cases
