#include "cases/case_actions.h"
#include "cases/case_jobs.h"
#include "db/database.h"
#include "staff_world.h"
#include "transparency/figures_actions.h"
#include "transparency/figures_csv.h"
#include "transparency/office_view.h"
#include "world.h"

#include <set>

namespace transparency {
namespace {

TEST(FigureCells, a_spreadsheet_runs_nothing) {
    const struct {
        std::string_view text, cell;
    } rows[] = {{"Jalan", "Jalan"},
                {"=1+1", "'=1+1"},
                {"+62", "'+62"},
                {"-5", "'-5"},
                {"@SUM(A1)", "'@SUM(A1)"},
                {"\t=x", "'\t=x"},
                {"a,b", "\"a,b\""},
                {"kata \"ini\"", "\"kata \"\"ini\"\"\""},
                {"=a,\"b\"", "\"'=a,\"\"b\"\"\""},
                {"", ""}};
    for (const auto& row : rows)
        EXPECT_EQ(csv_cell(row.text), row.cell);
}

TEST(FigureCells, shares_are_rounded_and_never_divide_by_nothing) {
    const struct {
        std::int64_t part, whole, percent;
    } rows[] = {{0, 0, 0}, {412, 479, 86}, {1, 3, 33}, {2, 3, 67}, {1, 200, 1}, {5, 5, 100}};
    for (const auto& row : rows)
        EXPECT_EQ(percent(row.part, row.whole), row.percent) << row.part << '/' << row.whole;
}

class PublicFigures : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        for (const char* code : {"trotoar", "lampu"})
            database()
                .write([&](db::Tx& tx) {
                    return agency::put_topic(tx, {.ids = w().ids, .now = w().now}, w().agency,
                                             {.code = code, .name_id = code, .name_en = code});
                })
                .value();
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }
    staff::testing::World& w() { return *world_; }
    cases::Context context() { return cases::context_for(*directory_, w().ids, random_, w().now); }
    cases::Actor boss() {
        return {.party = cases::Party::staff,
                .staff = staff::StaffId{5},
                .roles = {staff::Role::coordinator, staff::Role::operator_}};
    }
    cases::Case open(cases::Kind kind, std::optional<std::string> topic, std::optional<std::string> area) {
        return database()
            .write([&](db::Tx& tx) {
                cases::NewCase wanted;
                wanted.kind = kind;
                wanted.topic = std::move(topic);
                wanted.area = std::move(area);
                wanted.proposed_text = "Ubin pecah";
                wanted.received_at = w().now;
                return cases::open_case(tx, context(), wanted);
            })
            .value();
    }
    cases::Case act(const cases::Case& c, const cases::Command& command,
                    std::optional<cases::Actor> actor = {}) {
        return database()
            .write([&](db::Tx& tx) { return cases::act(tx, context(), c, actor.value_or(boss()), command); })
            .value();
    }
    cases::Case assigned(cases::Kind kind, std::string topic, std::string area, agency::OfficeId office) {
        auto c =
            act(open(kind, topic, area),
                cases::Verify{.kind = {}, .topic = {}, .area = {}, .no_place = {}, .public_text = "Ubin"});
        return act(c, cases::Assign{.office = office, .person = {}});
    }
    cases::Case solved(const cases::Case& c) {
        proof::Given answer;
        answer.kind = proof::ProofKind::answer;
        answer.note = "Sudah";
        return act(c, cases::Resolve{answer});
    }
    /// One of everything that the conditions tell apart.
    void fill() {
        open(cases::Kind::whistleblowing, "trotoar", "31.74.01.1002");
        open(cases::Kind::complaint, "trotoar", "31.74.01.1002");
        open(cases::Kind::question, std::nullopt, std::nullopt);
        solved(assigned(cases::Kind::complaint, "trotoar", "31.74.01.1002", w().south));
        act(solved(assigned(cases::Kind::question, "lampu", "31.71.01.1001", w().west)), cases::Confirm{},
            cases::reporter());
        act(solved(assigned(cases::Kind::complaint, "lampu", "31.71.01.1001", w().west)),
            cases::Contest{.words = {}, .photos = {}}, cases::reporter());
        auto conduct = assigned(cases::Kind::complaint, "trotoar", "31.74.01.1002", w().root);
        act(conduct, cases::Reclassify{.kind = {},
                                       .case_class = {},
                                       .topic = {},
                                       .urgency = {},
                                       .area = {},
                                       .conduct_office = w().south});
        auto late = assigned(cases::Kind::complaint, "lampu", "31.71.01.1001", w().west);
        w().now += std::chrono::hours(100); // past three days
        cases::cross_deadlines(database(), *directory_, w().ids, w().now);
        solved(late);
        assigned(cases::Kind::complaint, "trotoar", "31.74.01.1002", w().south);
        open(cases::Kind::complaint, "lampu", "31.74.01.1002");
    }
    FigureTables figures(const Period& period = {}) {
        return database().read([&](db::Tx& tx) { return read_figures(tx, *directory_, period, w().now); });
    }
    std::set<std::string> behind(FigureQuery query) {
        std::set<std::string> out;
        while (true) {
            auto list =
                database()
                    .read([&](db::Tx& tx) { return read_figure_list(tx, *directory_, query, w().now); })
                    .value();
            for (const auto& row : list.rows)
                EXPECT_TRUE(out.insert(row.view.code).second);
            if (list.next_id == 0) return out;
            query.before_at = list.next_at;
            query.before_id = list.next_id;
        }
    }

    std::unique_ptr<staff::testing::World> world_;
    base::Random random_ = staff::testing::random_bytes;
    agency::DirectoryPtr directory_;
};
DB_TEST_ON_EACH_ENGINE(PublicFigures);

TEST_P(PublicFigures, count_what_they_say) {
    fill();
    const cases::Numbers wanted{
        .received = 9, .done = 3, .in_time = 2, .claimed = 4, .contested = 1, .open = 6, .overdue = 4};
    EXPECT_EQ(figures().total, wanted);
}

TEST_P(PublicFigures, open_exactly_their_cases) {
    fill();
    for (PeriodKind kind : {PeriodKind::last_12_months, PeriodKind::last_30_days, PeriodKind::all}) {
        FigureQuery all;
        all.period.kind = kind;
        const auto tables = figures(all.period);
        auto check = [&](FigureQuery query, const cases::Numbers& numbers) {
            for (const auto& measure : base::codes<cases::Measure>) {
                query.measure = measure.value;
                EXPECT_EQ(std::ssize(behind(query)), numbers.of(measure.value)) << query_of(query);
            }
        };
        check(all, tables.total);
        for (const auto& [dimension, rows] :
             {std::pair(Table::office, tables.by_office), std::pair(Table::topic, tables.by_topic),
              std::pair(Table::regency, tables.by_regency), std::pair(Table::month, tables.by_month)}) {
            cases::Numbers sum;
            for (const auto& row : rows) {
                check(narrowed(all, dimension, row.key), row.numbers);
                sum += row.numbers;
            }
            EXPECT_EQ(sum, tables.total) << "each case stands in one row";
        }
    }
}

TEST_P(PublicFigures, name_no_office_before_verification_and_none_of_conduct) {
    fill();
    std::map<std::string, std::int64_t> received;
    for (const auto& row : figures().by_office)
        received[row.key] = row.numbers.received;
    const std::map<std::string, std::int64_t> wanted{
        {"-", 4}, {base::to_string(w().south), 2}, {base::to_string(w().west), 3}};
    EXPECT_EQ(received, wanted);
}

TEST_P(PublicFigures, of_an_office_include_the_offices_below) {
    fill();
    const auto tables = figures();
    auto view = office_view_of(*directory_->office(w().root), *directory_, tables);
    FigureQuery query;
    query.office = base::to_string(w().root);
    query.with_below = true;
    EXPECT_EQ(view.numbers.received, 5);
    EXPECT_EQ(std::ssize(behind(query)), 5);
    FigureQuery unknown;
    unknown.office = "123456";
    auto list =
        database().read([&](db::Tx& tx) { return read_figure_list(tx, *directory_, unknown, w().now); });
    EXPECT_EQ(list.error().code, "office.unknown");
}

TEST_P(PublicFigures, pages_of_many_received_at_one_moment_have_no_gap) {
    for (int i = 0; i < 45; ++i)
        open(cases::Kind::question, "trotoar", "31.74.01.1002");
    EXPECT_EQ(behind({}).size(), 45u);
}

TEST_P(PublicFigures, are_read_once_a_second) {
    FigureCache cache;
    open(cases::Kind::question, "trotoar", "31.74.01.1002");
    EXPECT_EQ(cache.of(database(), *directory_, {}, w().now)->total.received, 1);
    open(cases::Kind::question, "trotoar", "31.74.01.1002");
    EXPECT_EQ(cache.of(database(), *directory_, {}, w().now + base::Duration(999))->total.received, 1);
    EXPECT_EQ(cache.of(database(), *directory_, {}, w().now + base::Duration(1000))->total.received, 2);
}

} // namespace
} // namespace transparency
