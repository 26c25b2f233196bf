#include "deadlines/deadline_actions.h"
#include "lapor_world.h"

namespace channels::sp4n_lapor {
namespace {

using testing::file_of;
using testing::Row;

class Importing : public testing::Bridged {
protected:
    std::string due_of(const cases::Case& c) {
        return database().read([&](db::Tx& tx) {
            for (const auto& d : deadlines::deadlines_of(tx, w().agency, {"case", c.id.value}))
                if (d.name == "resolve") return d.profile + " " + base::to_iso(d.due_at, base::Zone::wib);
            return std::string();
        });
    }
    std::vector<Remark> remarks(ImportId id, What what) {
        return database().read([&](db::Tx& tx) { return remarks_of(tx, w().agency, id, what, 0, 100); });
    }
};
DB_TEST_ON_EACH_ENGINE(Importing);

TEST_P(Importing, nothing_comes_in_before_a_person_agreed) {
    auto made = create(file_of({{.id = "A-1"}, {.id = "A-2"}, {.id = "A-3", .date = "kapan-kapan"}}));
    EXPECT_EQ(made.state, ImportState::reading);
    look_through(services(), *directory(), made.id).value();
    auto ready = import(made.id);
    EXPECT_EQ(ready.state, ImportState::ready);
    EXPECT_EQ(ready.lines, 3);
    EXPECT_EQ(ready.fresh, 2);
    EXPECT_EQ(ready.rejected, 1);
    EXPECT_EQ(offered_, 0);
    take_in(services(), *directory(), made.id).value(); // a job too early does nothing
    EXPECT_EQ(offered_, 0);
    auto rows = preview(services(), *directory(), made.id);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].topic, "jalan-berlubang");
    EXPECT_EQ(rows[0].office, w().south);
    EXPECT_EQ(rows[0].case_class, cases::Class::no_oversight);
    EXPECT_EQ(rows[2].problem->field, "date");
    auto refused = remarks(made.id, What::rejected);
    ASSERT_EQ(refused.size(), 1u);
    EXPECT_EQ(refused[0].tracking_id, "A-3");
    EXPECT_EQ(refused[0].line, 6) << "each report has a newline in its words";
}

TEST_P(Importing, the_same_file_twice_changes_nothing) {
    const std::string file = file_of({{.id = "A-1"}, {.id = "A-2"}, {.id = "A-1"}});
    auto first = bring(file);
    EXPECT_EQ(first.state, ImportState::done);
    EXPECT_EQ(first.accepted, 2);
    EXPECT_EQ(first.known, 1) << "twice in one file is one report";
    EXPECT_EQ(opened_.size(), 2u);
    auto second = bring(file);
    EXPECT_EQ(second.accepted, 0);
    EXPECT_EQ(second.known, 3);
    EXPECT_EQ(second.different, 0);
    EXPECT_EQ(offered_, 2);
    EXPECT_FALSE(std::filesystem::exists(services().folder / fmt::format("1-{}.csv", second.id.value)))
        << "the file goes once it was taken in";
}

TEST_P(Importing, killed_in_the_middle_goes_on_to_the_same_result) {
    std::vector<Row> rows;
    for (int i = 0; i < 150; ++i)
        rows.push_back({.id = fmt::format("B-{:03}", i), .date = i % 50 == 49 ? "salah" : "05/10/2026"});
    auto made = create(file_of(rows));
    look_through(services(), *directory(), made.id).value();
    agree(services(), *directory(), made.id).value();
    dies_after_ = 1;
    EXPECT_THROW((void)take_in(services(), *directory(), made.id), std::runtime_error);
    EXPECT_EQ(import(made.id).state, ImportState::running);
    dies_after_.reset();
    take_in(services(), *directory(), made.id).value();
    auto done = import(made.id);
    EXPECT_EQ(done.state, ImportState::done);
    EXPECT_EQ(done.lines, 150);
    EXPECT_EQ(done.accepted, 147);
    EXPECT_EQ(done.rejected, 3);
    EXPECT_EQ(done.known, 0);
    EXPECT_EQ(opened_.size(), 147u);
    EXPECT_EQ(remarks(made.id, What::rejected).size(), 3u);
}

TEST_P(Importing, a_case_that_was_opened_but_not_written_down_counts_once) {
    auto made = create(file_of({{.id = "C-1"}}));
    look_through(services(), *directory(), made.id).value();
    agree(services(), *directory(), made.id).value();
    auto account = lapor_account(services(), w().agency).value();
    Arrival early;
    early.item.network_id = "C-1";
    early.item.identity = "public";
    early.item.created_at = w().now;
    const std::string code = *open(*directory(), account, {&early, 1}).front().case_code;
    take_in(services(), *directory(), made.id).value();
    EXPECT_EQ(import(made.id).accepted, 1);
    EXPECT_EQ(case_of_report("C-1").code, code);
}

TEST_P(Importing, the_class_decides_the_deadline_from_the_start) {
    bring(file_of({{.id = "D-1", .oversight = "Ya"},
                   {.id = "D-2", .oversight = "Tidak"},
                   {.id = "D-3", .oversight = ""}}));
    auto with = case_of_report("D-1");
    EXPECT_EQ(with.case_class, cases::Class::oversight);
    EXPECT_EQ(due_of(with), "sp4n-lapor 2026-12-30T23:59:59.999+07:00")
        << "60 working days, 24 and 25 December off";
    EXPECT_EQ(due_of(case_of_report("D-2")), "sp4n-lapor 2026-10-23T23:59:59.999+07:00") << "14 working days";
    EXPECT_EQ(due_of(case_of_report("D-3")), "sp4n-lapor 2026-10-23T23:59:59.999+07:00");
}

TEST_P(Importing, what_lapor_says_differently_is_shown_and_never_applied) {
    bring(file_of({{.id = "E-1"}}));
    auto before = case_of_report("E-1");
    auto second = bring(file_of({{.id = "E-1", .status = "Selesai", .oversight = "Ya"}}));
    EXPECT_EQ(second.different, 2);
    EXPECT_EQ(second.rejected, 0) << "finished there, but known here";
    EXPECT_EQ(case_of_report("E-1"), before);
    auto status = remarks(second.id, What::status);
    ASSERT_EQ(status.size(), 1u);
    EXPECT_EQ(status[0].was, "Belum Ditindaklanjuti");
    EXPECT_EQ(status[0].now, "Selesai");
    EXPECT_EQ(remarks(second.id, What::oversight)[0].now, "oversight");
    auto third = bring(file_of({{.id = "E-1", .status = "SELESAI", .oversight = "Ya"}}));
    EXPECT_EQ(third.different, 0) << "said once";
}

TEST_P(Importing, a_report_that_is_finished_there_is_not_opened_here) {
    auto done = bring(file_of({{.id = "F-1", .status = "Selesai"}, {.id = "F-2"}}));
    EXPECT_EQ(done.accepted, 1);
    EXPECT_EQ(done.rejected, 1);
    EXPECT_EQ(remarks(done.id, What::rejected)[0].problem, "lapor.finished");
}

TEST_P(Importing, an_unmapped_unit_waits_for_the_coordinator_until_it_is_mapped) {
    bring(file_of({{.id = "G-1", .unit = "Bidang Entah"}, {.id = "G-2", .unit = "Bidang Entah"}}));
    EXPECT_FALSE(case_of_report("G-1").office);
    auto mapping = [&] {
        return database().read([&](db::Tx& tx) { return read_mapping(tx, *directory()); });
    };
    const auto labels = mapping().labels;
    auto row = std::ranges::find(labels.rows(), std::string("bidang entah"), &Label::label);
    ASSERT_NE(row, labels.rows().end());
    EXPECT_EQ(row->seen, 2);
    EXPECT_FALSE(labels.meaning(Subject::unit, "Bidang Entah"));
    auto map = [&](Subject subject, std::string label, std::string meaning) {
        return database().write([&](db::Tx& tx) {
            return map_label(tx, {w().ids, w().now, staff::StaffId{1}}, *directory(), subject, label,
                             meaning);
        });
    };
    EXPECT_EQ(map(Subject::unit, "Bidang Entah", "99").error().field, "meaning");
    EXPECT_EQ(map(Subject::status, "Beres", "tuntas").error().field, "meaning");
    EXPECT_EQ(map(Subject::state, "tuntas", "Beres").error().field, "label");
    ASSERT_TRUE(map(Subject::unit, "Bidang Entah", base::to_string(w().west)));
    ASSERT_TRUE(map(Subject::state, "in_progress", "Proses"));
    EXPECT_EQ(mapping().labels.word_for(cases::State::in_progress), "Proses");
    bring(file_of({{.id = "G-3", .unit = "BIDANG  entah"}}));
    EXPECT_EQ(case_of_report("G-3").office, w().west);
    EXPECT_FALSE(case_of_report("G-1").office) << "a case that is here is not moved by a word";
}

TEST_P(Importing, a_named_column_is_found_and_a_missing_one_said) {
    auto bad = create("Nomor Aduan;Tanggal;Isi\n1-2-3;05/10/2026;Lubang\n");
    look_through(services(), *directory(), bad.id).value();
    EXPECT_EQ(import(bad.id).state, ImportState::failed);
    EXPECT_EQ(import(bad.id).problem, "lapor.column_missing");
    EXPECT_EQ(import(bad.id).problem_field, "tracking_id");
    database()
        .write([&](db::Tx& tx) {
            return name_column(tx, {w().ids, w().now, staff::StaffId{1}}, w().agency, Field::tracking_id,
                               "Nomor aduan");
        })
        .value();
    EXPECT_EQ(bring("Nomor Aduan;Tanggal;Isi\n1-2-3;05/10/2026;Lubang\n").accepted, 1);
}

TEST_P(Importing, what_is_no_csv_is_refused_at_once) {
    auto refused = [&](std::string_view bytes) {
        return create_import(services(), *directory(), std::nullopt, "x", bytes).error().code;
    };
    EXPECT_EQ(refused(""), "field.missing");
    EXPECT_EQ(refused("PK\x03\x04rest"), "lapor.spreadsheet");
    EXPECT_EQ(refused("\xFF\xFEx"), "lapor.utf16");
    EXPECT_EQ(refused(std::string(max_file_bytes + 1, 'x')), "request.too_large");
}

TEST_P(Importing, a_file_that_nobody_agreed_to_goes_after_a_week) {
    auto made = create(file_of({{.id = "H-1"}}));
    look_through(services(), *directory(), made.id).value();
    discard_old(services(), w().agency);
    EXPECT_EQ(import(made.id).state, ImportState::ready);
    w().now += std::chrono::days(8);
    discard_old(services(), w().agency);
    EXPECT_EQ(import(made.id).problem, "lapor.too_old");
    EXPECT_EQ(agree(services(), *directory(), made.id).error().code, "lapor.not_ready");
    EXPECT_EQ(agree(services(), *directory(), ImportId{5}).error().code, "lapor.unknown_import");
}

} // namespace
} // namespace channels::sp4n_lapor
