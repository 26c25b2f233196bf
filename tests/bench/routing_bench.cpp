// Routing one case by 500 rules with areas, polygons, circles, words and hours; compiling them; a dry run of
// other rules over 100,000 cases. Intake asks once for each case: the budget of a case is 20 microseconds.
#include "cases/rehearsal.h"
#include "cases/rule_cover.h"

#include <benchmark/benchmark.h>
#include <random>

namespace {

using agency::RoutingRule;

constexpr int offices = 60, rule_count = 500;

const std::vector<std::string> topics{"jalan",  "lampu", "sampah", "drainase", "trotoar",
                                      "parkir", "air",   "pohon",  "taman",    "halte"};
const std::vector<std::string> phrases{"jembatan ambrol", "lubang besar", "kabel menjuntai", "banjir",
                                       "pohon tumbang",   "lampu mati",   "sampah menumpuk", "parkir liar",
                                       "got mampet",      "longsor"};
const std::vector<std::string> texts{
    "Jalan berlubang besar di depan pasar, tadi ada motor jatuh. Mohon segera diperbaiki",
    "Lampu jalan mati sudah tiga hari di gang dua, tolong dicek",
    "Sampah menumpuk di pinggir sungai, sudah seminggu tidak diangkut",
    "Got mampet, tiap hujan banjir masuk ke rumah warga di sini",
    "Mobil parkir sembarangan di trotoar depan stasiun tiap pagi"};

agency::OfficeTree tree() {
    std::vector<agency::Office> all;
    for (int id = 1; id <= offices; ++id)
        all.push_back({agency::OfficeId{id}, {}, "Unit", "Unit"});
    return agency::OfficeTree(std::move(all));
}

const std::vector<agency::Account>& accounts() {
    static const std::vector<agency::Account> all{{agency::AccountId{1}, {}, "form", "Formulir"},
                                                  {agency::AccountId{2}, {}, "mail", "Surel"}};
    return all;
}

std::string some_area(std::mt19937& chance, bool is_village) {
    const auto number = [&](int most) { return std::to_string(1 + static_cast<int>(chance() % most)); };
    std::string out = "31.7" + std::to_string(1 + chance() % 5) + ".0" + number(9);
    if (is_village) out += ".100" + number(9);
    return out;
}

/// The narrow ones first, as a large agency has them: most ask for topic and area, every fifth for more.
std::vector<RoutingRule> some_rules(unsigned seed) {
    std::mt19937 chance(seed);
    std::vector<RoutingRule> out;
    for (int id = 1; id <= rule_count; ++id) {
        RoutingRule rule{agency::RoutingRuleId{id}, id, {}, {}, agency::OfficeId{1 + id % offices}};
        if (id % 7 != 0) rule.topic = topics[chance() % topics.size()];
        rule.area = some_area(chance, id < 250);
        if (id % 5 == 0) {
            const double lat = -6.35 + 0.001 * static_cast<double>(chance() % 250),
                         lon = 106.7 + 0.001 * static_cast<double>(chance() % 250);
            for (int corner = 0; corner < 12; ++corner)
                rule.more.polygon.push_back(
                    {lat + 0.01 * std::sin(corner * 0.52), lon + 0.01 * std::cos(corner * 0.52)});
            rule.area.reset();
        }
        if (id % 8 == 0)
            rule.more.words = {phrases[chance() % phrases.size()], phrases[chance() % phrases.size()]};
        if (id % 11 == 0) std::tie(rule.more.from, rule.more.until) = std::pair("16:00", "07:30");
        if (id % 13 == 0) rule.more.kinds = {"complaint", "question"};
        out.push_back(std::move(rule));
    }
    return out;
}

std::vector<cases::Past> some_cases(std::size_t count) {
    std::mt19937 chance(7);
    std::vector<cases::Past> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back({.id = cases::CaseId{static_cast<std::int64_t>(i + 1)},
                       .code = "TGP-7K3M-9QXT",
                       .topic = topics[chance() % topics.size()],
                       .area = some_area(chance, /*is_village=*/true),
                       .lat = -6.35 + 0.0001 * static_cast<double>(chance() % 2'500),
                       .lon = 106.7 + 0.0001 * static_cast<double>(chance() % 2'500),
                       .account = agency::AccountId{1 + static_cast<std::int64_t>(chance() % 2)},
                       .proposed_text = texts[chance() % texts.size()],
                       .received_at = base::time_from_ms(1'793'800'000'000 + static_cast<std::int64_t>(i))});
    return out;
}

void route_one(benchmark::State& state) {
    const cases::RuleSet rules(some_rules(1), tree(), accounts());
    const auto all = some_cases(10'000);
    std::size_t at = 0, placed = 0;
    for (auto _ : state) {
        const auto route = rules.route(cases::matter_of(all[at++ % all.size()]));
        placed += route.office ? 1 : 0;
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["placed"] = static_cast<double>(placed) / static_cast<double>(state.iterations());
}
BENCHMARK(route_one);

void compile_500_rules(benchmark::State& state) {
    const auto rules = some_rules(1);
    const auto offices_of = tree();
    for (auto _ : state)
        benchmark::DoNotOptimize(cases::RuleSet(rules, offices_of, accounts()));
}
BENCHMARK(compile_500_rules)->Unit(benchmark::kMillisecond);

void find_unreachable_of_500(benchmark::State& state) {
    const auto rules = some_rules(1);
    for (auto _ : state) {
        int hidden = 0;
        for (std::size_t later = 1; later < rules.size(); ++later)
            for (std::size_t earlier = 0; earlier < later; ++earlier)
                hidden += cases::takes_all_of(rules[earlier], rules[later], accounts()) ? 1 : 0;
        benchmark::DoNotOptimize(hidden);
    }
}
BENCHMARK(find_unreachable_of_500)->Unit(benchmark::kMillisecond);

void dry_run_over_100000_cases(benchmark::State& state) {
    const cases::RuleSet now(some_rules(1), tree(), accounts()), then(some_rules(2), tree(), accounts());
    const auto all = some_cases(100'000);
    for (auto _ : state) {
        cases::Shifts sum;
        for (std::size_t at = 0; at < all.size(); at += 1'000)
            cases::rehearse(sum, std::span(all).subspan(at, 1'000), now, then);
        benchmark::DoNotOptimize(sum.moved());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
}
BENCHMARK(dry_run_over_100000_cases)->Unit(benchmark::kMillisecond);

} // namespace
