// What search costs and how long it takes: fills an agency of 500 offices with cases whose texts all differ
// and asks as a coordinator, an officer of a quiet office and the public. On SQLite, then on PostgreSQL.
//   search_bench [--cases 100000] [--engine sqlite|postgres] [--rounds 200]
// Budget: p95 under 50 ms over a million cases on two cores, and under 60 us a case to index on SQLite.
#include "cases/case_store.h"
#include "cases/search.h"
#include "cases/search_actions.h"
#include "cases/search_jobs.h"
#include "db/migrate.h"
#include "fakes/postgres.h"
#include "places/gazetteer.h"
#include "staff_world.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <numeric>
#include <random>

namespace {

std::string terms_of(const cases::Case& c, std::string_view words) {
    return cases::staff_terms(c, cases::word_terms(c.title, c.place_name.value_or(""), triage::terms(words)));
}

using Clock = std::chrono::steady_clock;

/// Of all threads of this process; the work of a PostgreSQL server is not in it.
double cpu_ms() {
    timespec at{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) * 1e3 + static_cast<double>(at.tv_nsec) / 1e6;
}

struct Settings {
    int cases = 100'000;
    int rounds = 200;
    std::string engine; ///< empty: both
};

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Words as complaints have them: few very common ones, many rare ones, each text different.
class Texts {
public:
    Texts() {
        static constexpr std::string_view first[] = {
            "jalan",    "rusak",    "lampu",        "sampah",     "mati",    "berlubang",  "banjir",
            "air",      "depan",    "warga",        "perbaikan",  "parkir",  "trotoar",    "selokan",
            "macet",    "bau",      "pohon",        "tumbang",    "listrik", "kabel",      "rumah",
            "sekolah",  "pasar",    "gang",         "malam",      "hari",    "minggu",     "pelayanan",
            "petugas",  "kantor",   "antre",        "surat",      "tanah",   "sertifikat", "biaya",
            "lama",     "genangan", "saluran",      "mampet",     "bocor",   "diperbaiki", "ditindaklanjuti",
            "menumpuk", "berhari",  "membahayakan", "pengendara", "anak",    "ibu"};
        for (auto word : first)
            words_.emplace_back(word);
        const std::string vowels = "aiueo", consonants = "bcdghjklmnprstw";
        for (int i = 0; i < 40'000; ++i) {
            std::string word;
            for (unsigned k = 0, size = 4 + below(7); k < size; ++k)
                word += k % 2 == 0 ? consonants[below(15)] : vowels[below(5)];
            words_.push_back(word);
        }
        double sum = 0;
        for (std::size_t i = 0; i < words_.size(); ++i)
            sums_.push_back(sum += 1.0 / std::pow(static_cast<double>(i) + 3, 0.95));
        for (const auto& area : places::gazetteer().children("31.74"))
            places_.emplace_back(area.name);
    }
    unsigned below(unsigned n) { return static_cast<unsigned>(fate_() % n); }
    const std::string& word() {
        const double at = sums_.back() * (static_cast<double>(fate_()) / 4294967295.0);
        return words_[static_cast<std::size_t>(std::ranges::lower_bound(sums_, at) - sums_.begin())];
    }
    std::string text() {
        std::string out = below(10) < 4 ? "jalan" : word();
        for (unsigned n = 14 + below(14); n > 0; --n)
            out += ' ' + word();
        return out + fmt::format(" no {} rt {}", below(400), below(20));
    }
    const std::string& place() { return places_[below(static_cast<unsigned>(places_.size()))]; }
    const std::string& rare() { return words_[2'000 + below(38'000)]; }
    const std::string& common() { return words_[below(12)]; }

private:
    std::mt19937 fate_{20'261'122};
    std::vector<std::string> words_, places_;
    std::vector<double> sums_;
};

struct Filled {
    agency::OfficeId quiet;
    double us_a_case = 0;
    double us_cpu = 0;
    double us_terms = 0;
};

Filled fill(db::Database& database, staff::testing::World& world, Texts& texts, int count) {
    std::vector<agency::OfficeId> offices;
    for (int i = 0; i < 497; ++i)
        offices.push_back(world.add_office(fmt::format("Unit {}", i), i % 2 == 0 ? world.south : world.west));
    Filled out{.quiet = world.add_office("Unit sepi", world.south)};
    double writing = 0, cpu = 0, terms = 0;
    constexpr int unit = 64; // as many as intake takes in one
    for (int from = 0; from < count; from += unit) {
        std::vector<cases::Case> part;
        std::vector<std::string> words;
        for (int i = from; i < std::min(count, from + unit); ++i) {
            cases::Case c;
            c.agency = world.agency;
            c.id = world.ids.next<cases::CaseId>();
            c.code = "TGP-" + base::to_string(c.id);
            c.topic = "jalan-rusak";
            c.office = i % 5'000 == 0 ? out.quiet : offices[texts.below(497)];
            c.state = texts.below(10) == 0 ? cases::State::in_progress : cases::State::closed;
            c.place_name = texts.place();
            c.title = "Jalan rusak, " + *c.place_name;
            c.secret_hash = "hash";
            words.push_back(texts.text());
            if (texts.below(10) < 6) c.public_text = words.back();
            c.urgency = texts.below(100) / 100.0;
            c.received_at = c.changed_at = world.now;
            part.push_back(std::move(c));
        }
        database.write([&](db::Tx& tx) {
            for (const auto& c : part)
                if (!cases::insert(tx, c, cases::standing_of(c, {}, 0.8, world.now)))
                    throw std::runtime_error("a code twice");
        });
        auto start = Clock::now();
        const double cpu_before = cpu_ms();
        for (std::size_t i = 0; i < part.size(); ++i)
            if (terms_of(part[i], words[i]).empty()) throw std::runtime_error("no terms");
        terms += cpu_ms() - cpu_before;
        start = Clock::now();
        const double cpu_start = cpu_ms();
        database.write([&](db::Tx& tx) {
            for (std::size_t i = 0; i < part.size(); ++i)
                cases::index_new(tx, part[i],
                                 cases::word_terms(part[i].title, part[i].place_name.value_or(""),
                                                   triage::terms(words[i])));
        });
        if (!cases::index_queued(database, world.agency)) throw std::runtime_error("not indexed");
        writing += ms_since(start);
        cpu += cpu_ms() - cpu_start;
        database.write([&](db::Tx& tx) {
            // A new case is not published: only what differs from that is written.
            for (const auto& c : part) {
                cases::Case before = c;
                before.public_text.reset();
                cases::index_change(tx, before, c);
            }
        });
    }
    out.us_a_case = writing * 1000 / count;
    out.us_cpu = cpu * 1000 / count;
    out.us_terms = terms * 1000 / count;
    return out;
}

struct Times {
    std::vector<double> wall, cpu;
    template <class F> auto measure(F&& act) {
        const auto start = Clock::now();
        const double cpu_start = cpu_ms();
        auto out = act();
        cpu.push_back(cpu_ms() - cpu_start);
        wall.push_back(ms_since(start));
        return out;
    }
};

void report(std::string_view what, Times times, std::size_t hits, int rounds) {
    std::ranges::sort(times.wall);
    std::ranges::sort(times.cpu);
    const auto at = [](const std::vector<double>& sorted, double p) {
        return sorted[static_cast<std::size_t>(p * static_cast<double>(sorted.size() - 1))];
    };
    fmt::print("| {:<42} | {:>6.2f} | {:>6.2f} | {:>6.2f} | {:>6.2f} | {:>5.1f} |\n", what,
               at(times.wall, 0.5), at(times.wall, 0.95), at(times.cpu, 0.5), at(times.cpu, 0.95),
               static_cast<double>(hits) / rounds);
}

constexpr db::Query<std::string(std::string, int)> plan_of_list{
    "bench.plan_of_list",
    "explain query plan select s.rowid from staff_search s cross join cases c on c.agency = 1 and c.id = "
    "s.rowid"
    " where s.staff_search match :match order by s.rowid desc limit :limit",
    "explain select s.id from staff_search s join cases c on c.agency = 1 and c.id = s.id where s.agency = 1 "
    "and"
    " s.terms @@ cast(:match as tsquery) order by s.id desc limit :limit"};
struct PlanRow {
    std::int64_t id, parent, unused;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (), (id, parent, unused, detail))
constexpr db::Query<PlanRow(std::string, int)> sqlite_plan_of_list{
    "bench.plan_of_list", "explain query plan select s.rowid from staff_search s cross join cases c on "
                          "c.agency = 1 and c.id = s.rowid"
                          " where s.staff_search match :match order by s.rowid desc limit :limit"};

constexpr db::Query<std::int64_t()> size_of_index{
    "bench.size_of_index", "select sum(pgsize) from dbstat where name like 'staff_search%'",
    "select pg_total_relation_size('staff_search')"};

void print_plans(db::Database& database, const std::vector<std::pair<std::string, std::string>>& words) {
    database.read([&](db::Tx& tx) {
        for (const auto& [fts, ts] : words) {
            fmt::print("\nplan of {}\n", fts);
            if (tx.engine() == db::Engine::sqlite) {
                for (const auto& row : tx.all(sqlite_plan_of_list, fts, 51))
                    fmt::print("    {}\n", row.detail);
            } else {
                tx.script("set local plan_cache_mode = force_custom_plan");
                for (const auto& row : tx.all(plan_of_list, ts, 51))
                    fmt::print("    {}\n", row);
            }
        }
    });
}

void ask(db::Database& database, staff::testing::World& world, Texts& texts, const Filled& filled,
         int rounds) {
    const auto directory = world.directories.of(world.agency).value();
    auto person = [&](staff::Role role, agency::OfficeId office) {
        return staff::Principal{.agency = world.agency,
                                .staff = staff::StaffId{7},
                                .name = "",
                                .roles = {{role, office}},
                                .account = {}};
    };
    const auto boss = person(staff::Role::coordinator, world.root);
    const auto half = person(staff::Role::coordinator, world.south);
    const auto quiet = person(staff::Role::operator_, filled.quiet);
    auto staff = [&](std::string_view what, const staff::Principal& who, auto words,
                     cases::View view = cases::View::all) {
        Times times;
        std::size_t hits = 0;
        for (int i = 0; i < rounds; ++i) {
            const cases::ViewFilter filter{.view = view, .words = words(), .limit = 50};
            const auto found = times.measure([&] {
                return database.read(
                    [&](db::Tx& tx) { return cases::search_cases(tx, *directory, who, filter); });
            });
            hits += found.cases.size();
        }
        report(what, times, hits, rounds);
    };
    auto everybody = [&](std::string_view what, auto words, std::vector<cases::State> states = {}) {
        Times times;
        std::size_t hits = 0;
        for (int i = 0; i < rounds; ++i) {
            cases::Listing listing;
            listing.words = words();
            listing.states = states;
            listing.only_public = true;
            const auto found = times.measure([&] {
                return database.read(
                    [&](db::Tx& tx) { return cases::search_public(tx, world.agency, listing); });
            });
            hits += found.cases.size();
        }
        report(what, times, hits, rounds);
    };
    auto rare = [&] { return texts.rare(); };
    auto common = [&] { return texts.common(); };
    auto two = [&] { return texts.common() + " " + texts.rare(); };
    auto two_common = [&] { return texts.common() + " " + texts.common(); };
    auto place = [&] { return texts.place(); };
    auto begun = [&] { return texts.rare().substr(0, 4); };
    auto begun_common = [&] {
        static constexpr std::string_view some[] = {"jal", "lamp", "per", "samp", "mem", "ban"};
        return std::string(some[texts.below(6)]);
    };
    auto nothing = [&] { return fmt::format("xq{}x", texts.below(1'000'000)); };

    fmt::print("\n| question | p50 ms | p95 ms | p50 cpu | p95 cpu | rows |\n| --- | ---: | ---: | ---: | "
               "---: | ---: |\n");
    staff("coordinator: rare word", boss, rare);
    staff("coordinator: common word", boss, common);
    staff("coordinator: common and rare word", boss, two);
    staff("coordinator: two common words", boss, two_common);
    staff("coordinator: place", boss, place);
    staff("coordinator: beginning of a rare word", boss, begun);
    staff("coordinator: beginning of a common word", boss, begun_common);
    staff("coordinator: no hit", boss, nothing);
    staff("coordinator: common word, open", boss, common, cases::View::open);
    staff("coordinator: common word, overdue", boss, common, cases::View::overdue);
    staff("coordinator of 250 offices: common word", half, common);
    staff("coordinator of 250 offices: rare word", half, rare);
    staff("quiet office: common word", quiet, common);
    staff("quiet office: rare word", quiet, rare);
    staff("quiet office: two common words", quiet, two_common);
    staff("quiet office: beginning of a common word", quiet, begun_common);
    everybody("board: rare word", rare);
    everybody("board: common word", common);
    everybody("board: common word, in work", common, {cases::State::in_progress});
    everybody("board: beginning of a common word", begun_common);
    everybody("board: no hit", nothing);
}

void run(const std::string& where, const Settings& settings, bool is_postgres) {
    auto database = db::open(where).value();
    (void)db::migrate(*database).value();
    staff::testing::World world(*database);
    Texts texts;
    const auto start = Clock::now();
    const Filled filled = fill(*database, world, texts, settings.cases);
    world.directories.changed();
    if (is_postgres) database->write([](db::Tx& tx) { tx.script("analyze"); });
    fmt::print("\n{}, {} cases (filled in {:.0f} s)\n", is_postgres ? "PostgreSQL" : "SQLite", settings.cases,
               ms_since(start) / 1000);
    fmt::print(
        "index, in units of 64: {:.1f} us a case with its commits; {:.1f} us of CPU, of which {:.1f} us"
        " find the terms\n",
        filled.us_a_case, filled.us_cpu, filled.us_terms);
    const auto bytes = database->read([](db::Tx& tx) { return tx.one(size_of_index).value_or(0); });
    fmt::print("index for staff: {:.0f} bytes a case\n", static_cast<double>(bytes) / settings.cases);
    ask(*database, world, texts, filled, settings.rounds);
    print_plans(*database, {{"\"jalan\" AND \"_n1\"", "'jalan' & '_n1'"},
                            {fmt::format("\"jalan\" AND \"_o{}\"", filled.quiet.value),
                             fmt::format("'jalan' & '_o{}'", filled.quiet.value)}});
}

} // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, 1 << 16);
    Settings settings;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        if (name == "--cases") settings.cases = std::atoi(argv[i + 1]);
        if (name == "--rounds") settings.rounds = std::atoi(argv[i + 1]);
        if (name == "--engine") settings.engine = argv[i + 1];
    }
    if (settings.engine != "postgres") {
        std::string folder = (std::filesystem::temp_directory_path() / "search-bench-XXXXXX").string();
        if (!::mkdtemp(folder.data())) return 1;
        run(folder + "/tanggap.db", settings, false);
        std::filesystem::remove_all(folder);
    }
    if (settings.engine != "sqlite") {
        tests::Postgres::server().run("create database search_bench template template0");
        run(tests::Postgres::server().url("search_bench"), settings, true);
    }
}
