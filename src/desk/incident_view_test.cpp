#include "cases/incident_merge_actions.h"
#include "cases/search_actions.h"
#include "desk/incident_view_actions.h"
#include "incident_world.h"

namespace desk {
namespace {

using cases::Assign;
using cases::Case;
using cases::IncidentId;
using cases::Join;
using staff::HeldRole;
using staff::Role;

/// One incident at the southern office and one at the western.
class IncidentDesk : public cases::testing::IncidentWorld {
protected:
    void SetUp() override {
        IncidentWorld::SetUp();
        for (int i = 0; i < 2; ++i)
            south_.push_back(open());
        for (int i = 0; i < 3; ++i) {
            west_.push_back(verified(open("Jembatan goyang sekali di dekat pasar ikan", "Jalan Nangka 7")));
            done(west_.back(), Assign{.office = w().west, .person = {}});
        }
        done(south_[1], Join{south_[0].code});
        done(west_[1], Join{west_[0].code});
        done(west_[2], Join{west_[0].code});
    }
    IncidentId south() { return incident(south_[0])->id; }
    IncidentId west() { return incident(west_[0])->id; }
    staff::Principal person(std::vector<HeldRole> roles) {
        return {.agency = w().agency,
                .staff = staff::StaffId{5},
                .name = "Sari",
                .roles = std::move(roles),
                .account = {}};
    }
    staff::Principal coordinator() { return person({{Role::coordinator, w().root}}); }
    staff::Principal operator_at(agency::OfficeId office) { return person({{Role::operator_, office}}); }

    base::Result<IncidentView> look(const staff::Principal& who, const IncidentAsked& asked) {
        return read([&](db::Tx& tx) { return read_incident(tx, context(), who, asked); });
    }
    std::string tried_merge(const staff::Principal& who, const MergeAsked& asked) {
        auto result = write([&](db::Tx& tx) { return merge(tx, context(), who, asked); });
        return result ? std::string() : result.error().code;
    }
    std::string tried_unmerge(const staff::Principal& who, IncidentId id) {
        auto result = write([&](db::Tx& tx) { return unmerge(tx, context(), who, id, "ternyata dua"); });
        return result ? std::string() : result.error().code;
    }

    std::vector<Case> south_, west_;
};
DB_TEST_ON_EACH_ENGINE(IncidentDesk);

TEST_P(IncidentDesk, shows_what_would_move_before_anything_does) {
    const auto seen = look(coordinator(), {.id = south(), .looked_for = west_[1].code, .with = west()});
    ASSERT_TRUE(seen) << seen.error().code;
    EXPECT_EQ(seen->members.size(), 2U);
    EXPECT_TRUE(seen->may_merge);
    ASSERT_EQ(seen->found.size(), 1U) << "by the code of any of its cases";
    EXPECT_EQ(seen->found[0].incident.id, west());
    ASSERT_TRUE(seen->preview);
    EXPECT_EQ(seen->preview->cases.size(), 3U);
    EXPECT_EQ(seen->preview->people_then, 5);
    EXPECT_FALSE(seen->preview->refused);
    EXPECT_TRUE(seen->history.empty());
    EXPECT_EQ(incident(south_[0])->cases, 2) << "a look moves nothing";
}

TEST_P(IncidentDesk, finds_the_other_by_words) {
    write([&](db::Tx& tx) { cases::index_queued(tx, w().agency, 100); });
    const auto seen = look(coordinator(), {.id = south(), .looked_for = "nangka", .with = {}});
    ASSERT_TRUE(seen);
    ASSERT_EQ(seen->found.size(), 1U) << "three of its cases are one incident";
    EXPECT_EQ(seen->found[0].incident.id, west());
    EXPECT_TRUE(look(coordinator(), {.id = south(), .looked_for = "mangga", .with = {}})->found.empty())
        << "not itself";
}

TEST_P(IncidentDesk, merges_with_a_reason_and_takes_it_back) {
    const auto a = south(), b = west();
    EXPECT_EQ(tried_merge(coordinator(), {.id = a, .with = b, .cases = 3, .reason = ""}),
              "case.needs_reason");
    EXPECT_EQ(tried_merge(coordinator(), {.id = a, .with = b, .cases = 2, .reason = "x"}),
              "incident.changed_since");
    EXPECT_EQ(tried_merge(coordinator(), {.id = a, .with = a, .cases = {}, .reason = "x"}),
              "case.joined_already");
    EXPECT_EQ(tried_merge(coordinator(), {.id = a, .with = {}, .cases = {}, .reason = "x"}),
              "incident.not_found");
    ASSERT_EQ(tried_merge(coordinator(), {.id = a, .with = b, .cases = 3, .reason = "satu jembatan"}), "");
    const auto seen = look(coordinator(), {.id = b});
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->incident.id, a) << "the page of the other leads here";
    EXPECT_EQ(seen->incident.cases, 5);
    ASSERT_EQ(seen->history.size(), 1U);
    EXPECT_EQ(seen->history[0].merging.reason, "satu jembatan");
    EXPECT_FALSE(seen->not_undoable);
    EXPECT_EQ(tried_unmerge(coordinator(), b), "incident.changed_since") << "asked from where it stands now";
    ASSERT_EQ(tried_unmerge(coordinator(), a), "");
    EXPECT_EQ(look(coordinator(), {.id = b})->incident.id, b);
    EXPECT_EQ(look(coordinator(), {.id = a})->not_undoable->code, "incident.not_merged");
}

TEST_P(IncidentDesk, says_why_to_who_may_not) {
    const auto a = south(), b = west();
    const MergeAsked asked{.id = a, .with = b, .cases = {}, .reason = "x"};
    EXPECT_EQ(look(operator_at(w().west), {.id = a}).error().code, "incident.not_found");
    EXPECT_EQ(tried_merge(operator_at(w().west), asked), "incident.not_found");
    EXPECT_EQ(tried_merge(operator_at(w().south), asked), "incident.not_found")
        << "the other is not in sight";
    EXPECT_TRUE(
        look(operator_at(w().south), {.id = a, .looked_for = west_[0].code, .with = b})->found.empty());

    const auto reads_all = person({{Role::operator_, w().south}, {Role::auditor, w().root}});
    const auto seen = look(reads_all, {.id = a, .looked_for = {}, .with = b});
    ASSERT_TRUE(seen && seen->preview);
    ASSERT_TRUE(seen->preview->refused) << "said before anything is typed";
    EXPECT_EQ(seen->preview->refused->code, "incident.not_yours");
    EXPECT_EQ(tried_merge(reads_all, asked), "incident.not_yours");

    const auto auditor = person({{Role::auditor, w().root}});
    EXPECT_FALSE(look(auditor, {.id = a})->may_merge);
    EXPECT_EQ(tried_merge(auditor, asked), "incident.not_yours");
    ASSERT_EQ(tried_merge(coordinator(), asked), "");
    EXPECT_EQ(tried_unmerge(auditor, a), "office.not_yours");
    EXPECT_EQ(incident(west_[0])->id, a);
}

} // namespace
} // namespace desk
