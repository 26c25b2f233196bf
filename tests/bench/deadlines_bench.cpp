// What it costs to say when something is due (budget: 2 microseconds for up to 90 working days), and to look
// for what has become due among a million open deadlines of 40 agencies: how the engine goes about it is
// printed first. Each agency is asked by itself, as the sweep does.
#include "db/database.h"
#include "db/migrate.h"
#include "deadlines/counted.h"
#include "deadlines/deadline_actions.h"
#include "deadlines/deadline_store.h"

#include <benchmark/benchmark.h>
#include <cstdio>
#include <filesystem>
#include <sqlite3.h>
#include <stdexcept>

namespace {

using deadlines::Calendar;
using deadlines::Mode;

deadlines::Spec spec_of(Mode mode, int amount) {
    deadlines::Spec out;
    out.name = "resolve";
    out.mode = mode;
    out.amount = amount;
    out.starts_on = "received";
    out.pauses_on = {"asked"};
    out.resumes_on = {"reporter_answered"};
    return out;
}

/// From the first days of 2026 on, so that the weeks of Idul Fitri lie within.
base::Time start_of(std::int64_t number) {
    return base::Time{std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}} +
           std::chrono::minutes{(number * 997) % (200 * 1440)};
}

void due_of(benchmark::State& state, Mode mode, std::span<const std::pair<int, int>> paused_days) {
    static const Calendar calendar = deadlines::shipped_calendar(base::Zone::wib);
    const auto spec = spec_of(mode, static_cast<int>(state.range(0)));
    std::int64_t number = 0;
    for (auto _ : state) {
        const base::Time start = start_of(++number);
        std::array<deadlines::Pause, 2> pauses{};
        for (std::size_t i = 0; i < paused_days.size(); ++i)
            pauses[i] = {start + std::chrono::days{paused_days[i].first},
                         start + std::chrono::days{paused_days[i].second}};
        benchmark::DoNotOptimize(
            deadlines::due(spec, start, calendar, {}, std::span(pauses).first(paused_days.size())));
    }
    state.SetItemsProcessed(state.iterations());
}

constexpr std::pair<int, int> twice[] = {{2, 5}, {7, 12}};
void due_working_days(benchmark::State& state) {
    due_of(state, Mode::working_days, {});
}
BENCHMARK(due_working_days)->Arg(3)->Arg(14)->Arg(60)->Arg(90);
void due_working_days_paused_twice(benchmark::State& state) {
    due_of(state, Mode::working_days, twice);
}
BENCHMARK(due_working_days_paused_twice)->Arg(90);
/// 675 hours are about 90 working days.
void due_office_hours(benchmark::State& state) {
    due_of(state, Mode::office_hours, {});
}
BENCHMARK(due_office_hours)->Arg(8)->Arg(675);
void due_calendar_hours(benchmark::State& state) {
    due_of(state, Mode::calendar_hours, {});
}
BENCHMARK(due_calendar_hours)->Arg(72);

/// With the record of what it was counted with: what opening a case costs for each deadline.
void start_a_deadline(benchmark::State& state) {
    static const Calendar calendar = deadlines::shipped_calendar(base::Zone::wib);
    const auto spec = spec_of(Mode::working_days, static_cast<int>(state.range(0)));
    const deadlines::Profile profile;
    std::int64_t number = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            deadlines::start_for({"case", 1}, profile, spec, start_of(++number), calendar));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(start_a_deadline)->Arg(14)->Arg(90);

void make_a_calendar(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(deadlines::shipped_calendar(base::Zone::wib));
}
BENCHMARK(make_a_calendar);

constexpr std::int64_t open_deadlines = 1'000'000, agencies = 40;
constexpr auto long_ago = std::chrono::sys_days{std::chrono::year{2026} / 1 / 1};

/// Numbered through: agency number % 40, due one after the other, ten seconds apart.
constexpr db::Query<void(std::int64_t, std::int64_t, std::int64_t)> fill{
    "bench.fill_deadlines",
    "insert into deadlines (agency, id, subject_kind, subject, name, profile, profile_version, starts_on, "
    "started_at, due_at, is_provisional, paused_ms, crossed, next_crossing_at, counted) "
    "with recursive n (i) as (select 0 union all select i + 1 from n where i + 1 < :count) "
    "select 1 + i % :agencies, i + 1, 'case', i + 1, 'resolve', 'sp4n-lapor', '1', 'received', "
    ":first + i * 10000 - 1200000000, :first + i * 10000, 0, 0, 'due_soon', :first + i * 10000, '20;h3;c4' "
    "from n"};

class Million {
public:
    Million() {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        auto opened = db::open((folder_ / "tanggap.db").string());
        if (!opened) throw std::runtime_error(opened.error().detail);
        database_ = std::move(*opened);
        if (auto made = db::migrate(*database_); !made) throw std::runtime_error(made.error().detail);
        database_->write([](db::Tx& tx) {
            tx.run(fill, open_deadlines, agencies,
                   base::to_ms(std::chrono::time_point_cast<base::Duration>(long_ago)));
        });
        tell_plan();
    }
    Million(const Million&) = delete;
    Million& operator=(const Million&) = delete;
    ~Million() {
        database_.reset();
        std::filesystem::remove_all(folder_);
    }
    db::Database& operator*() { return *database_; }

private:
    void tell_plan() {
        sqlite3* file = nullptr;
        const std::string sql =
            "explain query plan " + std::string(deadlines::find_to_cross_statement().sqlite);
        sqlite3_stmt* plan = nullptr;
        sqlite3_open_v2((folder_ / "tanggap.db").c_str(), &file, SQLITE_OPEN_READONLY, nullptr);
        sqlite3_prepare_v2(file, sql.c_str(), -1, &plan, nullptr);
        while (sqlite3_step(plan) == SQLITE_ROW)
            std::printf("plan of the sweep over %lld open deadlines: %s\n",
                        static_cast<long long>(open_deadlines), sqlite3_column_text(plan, 3));
        sqlite3_finalize(plan);
        sqlite3_close(file);
    }

    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("tanggap-deadlines-bench-" + std::to_string(::getpid()));
    std::unique_ptr<db::Database> database_;
};

/// One round over all agencies when so many are due in each; they are read and not announced, so that each
/// round finds the same.
void look_for_what_is_due(benchmark::State& state) {
    static Million million;
    const auto due = state.range(0);
    const base::Time now =
        std::chrono::time_point_cast<base::Duration>(long_ago) + std::chrono::seconds{10 * agencies * due};
    std::int64_t found = 0;
    for (auto _ : state)
        for (std::int64_t agency = 1; agency <= agencies; ++agency)
            found += std::ssize((*million).read(
                [&](db::Tx& tx) { return deadlines::find_to_cross(tx, base::AgencyId{agency}, now, 500); }));
    state.counters["due_a_round"] = static_cast<double>(found) / static_cast<double>(state.iterations());
}
BENCHMARK(look_for_what_is_due)->Arg(0)->Arg(1)->Arg(100)->Unit(benchmark::kMillisecond);

} // namespace
