#include "channels/sp4n_lapor/csv.h"
#include "channels/sp4n_lapor/export_actions.h"
#include "channels/sp4n_lapor/recap_actions.h"
#include "channels/sp4n_lapor/workbook_pages.h"
#include "lapor_world.h"

namespace channels::sp4n_lapor {
namespace {

using testing::file_of;

class Counting : public testing::Bridged {
protected:
    void SetUp() override {
        testing::Bridged::SetUp();
        bring(file_of({{.id = "A-1", .oversight = "Ya"},
                       {.id = "A-2"},
                       {.id = "A-3", .classification = "Aspirasi", .unit = "Bidang Entah"},
                       {.id = "A-4", .date = "30/09/2026 23:59"},
                       {.id = "A-5", .nature = "Rahasia"},
                       {.id = "A-6", .classification = "Pelaporan Pelanggaran"}}));
        act("A-2", cases::Verify{.no_place = true, .public_text = "=1+1 KATA WARGA"});
        act("A-2", cases::Start{}, /*assigned=*/true);
        proof::Given given;
        given.kind = proof::ProofKind::answer;
        given.note = "=Lubang ditambal; selesai";
        act("A-2", cases::Resolve{given});
        act("A-5", cases::Verify{.no_place = true});
        act("A-5", cases::Decline{.public_reason = "Alasan tertutup"});
    }
    cases::Case act(const std::string& tracking_id, const cases::Command& command, bool assigned = false) {
        auto c = case_of_report(tracking_id);
        auto context = cases::context_for(*directory(), w().ids, random_, w().now);
        const cases::Actor actor{.party = cases::Party::staff,
                                 .staff = staff::StaffId{5},
                                 .roles = {staff::Role::coordinator, staff::Role::operator_}};
        return database()
            .write([&](db::Tx& tx) -> base::Result<cases::Case> {
                if (assigned) {
                    auto sent =
                        cases::act(tx, context, c, actor, cases::Assign{.office = w().south, .person = {}});
                    if (!sent) return sent;
                    c = *sent;
                }
                return cases::act(tx, context, c, actor, command);
            })
            .value();
    }
    Month october() { return month_from("2026-10", base::Zone::wib).value(); }
    staff::Principal person(staff::Role role, agency::OfficeId office) {
        return {.agency = w().agency,
                .staff = staff::StaffId{9},
                .name = "P",
                .roles = {{role, office}},
                .account = {}};
    }
    std::string exported(Which which = Which::from_lapor) {
        return follow_ups(services(), *directory(), october(), which,
                          [](const cases::Case&) { return true; });
    }
};
DB_TEST_ON_EACH_ENGINE(Counting);

TEST_P(Counting, the_month_is_counted_by_kind_class_state_and_deadline) {
    auto recap = read_recap(services(), *directory(), october(), nullptr);
    EXPECT_EQ(recap.all.received, 4) << "September and whistleblowing are not counted";
    EXPECT_EQ(recap.all.solved, 1);
    EXPECT_EQ(recap.all.in_time, 1);
    EXPECT_EQ(recap.all.late, 0);
    EXPECT_EQ(recap.all.open, 2);
    EXPECT_NEAR(*recap.all.average_days(), 1.0208, 0.001) << "5 October 08.30 WIB to 6 October 09.00";
    EXPECT_EQ((recap.by_kind[{triage::Kind::complaint, "oversight"}]), 1);
    EXPECT_EQ((recap.by_kind[{triage::Kind::complaint, "no_oversight"}]), 2);
    EXPECT_EQ((recap.by_kind[{triage::Kind::aspiration, ""}]), 1);
    EXPECT_EQ(recap.by_state[cases::State::resolved], 1);
    EXPECT_EQ(recap.by_state[cases::State::declined], 1);
    EXPECT_EQ(recap.by_deadline["resolve"].in_time, 1);
    EXPECT_EQ(recap.by_deadline["resolve"].running, 2);
    EXPECT_EQ(recap.by_deadline["resolve"].ended, 1);
    ASSERT_EQ(recap.units.size(), 2u);
    EXPECT_EQ(recap.units[0].received, 1) << "no office yet stands first";
    EXPECT_EQ(recap.units[1].name, "Suku Dinas Selatan");
    w().now += std::chrono::days(30);
    auto later = read_recap(services(), *directory(), october(), nullptr);
    EXPECT_EQ(later.all.overdue, 1) << "14 working days are over, 60 are not";
    EXPECT_EQ(later.by_deadline["resolve"].running_late, 1);
}

TEST_P(Counting, everyone_counts_their_own_offices_only) {
    auto received = [&](const staff::Principal& who) {
        return read_recap(services(), *directory(), october(), &who).all.received;
    };
    EXPECT_EQ(received(person(staff::Role::head, w().root)), 4);
    EXPECT_EQ(received(person(staff::Role::administrator, w().south)), 3);
    EXPECT_EQ(received(person(staff::Role::auditor, w().west)), 0);
    EXPECT_EQ(received(person(staff::Role::operator_, w().root)), 0);
    EXPECT_FALSE(may_recap(person(staff::Role::operator_, w().root)));
}

TEST_P(Counting, the_workbook_is_one) {
    auto recap = read_recap(services(), *directory(), october(), nullptr);
    const auto scratch = scratch_file(services());
    const std::string bytes = workbook(recap, "Dinas", base::Zone::wib, scratch);
    EXPECT_TRUE(bytes.starts_with("PK\x03\x04"));
    EXPECT_FALSE(std::filesystem::exists(scratch));
}

TEST_P(Counting, the_file_back_holds_public_facts_in_their_words_and_no_formula) {
    const std::string file = exported();
    EXPECT_TRUE(file.starts_with("\xEF\xBB\xBFTracking ID;") ||
                file.starts_with("\xEF\xBB\xBF\"Tracking ID\";"));
    EXPECT_NE(file.find("A-1;"), std::string::npos);
    EXPECT_NE(file.find(";\"Sedang Diproses\";\"'=Lubang ditambal; selesai\";\"06/10/2026 09:00\";"),
              std::string::npos)
        << file;
    for (const char* hidden : {"\nA-4;", "\nA-6;", "KATA WARGA", "Alasan tertutup", "Jl. Contoh"})
        EXPECT_EQ(file.find(hidden), std::string::npos) << hidden;
    EXPECT_NE(file.find("\nA-5;"), std::string::npos) << "its state is known, its reason is not";
}

} // namespace
} // namespace channels::sp4n_lapor
