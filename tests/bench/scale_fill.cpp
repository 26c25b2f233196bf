// scale_fill DATA [--database URL] --to N: brings an installation that was seeded to N cases through the
// whole pipeline, with distinct texts, and prints as one line of JSON how fast the last of them came in, how
// fast they were numbered, told to subscribers and found by their words too, how fast a bare writer of the
// same rows, index included, is on a copy of the same file, and how long one report waits for its
// acknowledgement at half the load. Then nine tenths of the cases are made old ones: closed, with their
// events and clocks, by set statements, for nobody wants to wait for three years of office work.
#include "agency/agency_actions.h"
#include "app/house.h"
#include "app/schedule.h"
#include "cases/tally_actions.h"
#include "intake/accept_actions.h"
#include "places/gazetteer.h"
#include "scale_bare.h"
#include "scale_multiply.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <iostream>
#include <random>
#include <thread>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t offices_wanted = 60;
constexpr std::size_t batch = 64; // items of one commit, as the API takes them from a network
constexpr int threads = 2;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// An office for every district, and a rule that sends its cases there, until there are enough.
void add_offices(app::House& house, base::AgencyId agency) {
    auto directory = house.directories.of(agency).value();
    const auto root = directory->offices().all().front().id;
    std::size_t count = directory->offices().all().size();
    int ordinal = 10'000;
    for (const auto& region : directory->agency().regions)
        for (const auto& city : places::gazetteer().children(region))
            for (const auto& district : places::gazetteer().children(city.code)) {
                if (count >= offices_wanted) return;
                house.database
                    ->write([&](db::Tx& tx) -> base::Result<void> {
                        const agency::Change change{.ids = house.ids, .now = house.now()};
                        auto office = agency::add_office(
                            tx, change, agency,
                            {.id = {},
                             .parent = root,
                             .name = "Satgas " + std::string(district.name) + " " + district.code,
                             .short_name = ""});
                        if (!office) return base::pass(office);
                        auto rule = agency::add_rule(tx, change, agency,
                                                     {.id = {},
                                                      .ordinal = ordinal++,
                                                      .topic = {},
                                                      .area = district.code,
                                                      .office = office->id});
                        if (!rule) return base::pass(rule);
                        return {};
                    })
                    .value();
                ++count;
            }
}

/// Complaints as people write them, no two alike.
class Writer {
public:
    Writer(const agency::Directory& directory, std::uint32_t seed) : fate_(seed) {
        for (const auto& region : directory.agency().regions)
            for (const auto& city : places::gazetteer().children(region))
                for (const auto& district : places::gazetteer().children(city.code))
                    for (const auto& village : places::gazetteer().children(district.code))
                        villages_.push_back(fmt::format("kel. {} kec. {}", village.name, district.name));
    }
    std::string text() {
        return fmt::format("{} di {} {} no {} RT {:02} RW {:02}, {}. {} sejak {} hari, {}. {} {}", pick(what),
                           pick(way), pick(street), below(300) + 1, below(16) + 1, below(14) + 1,
                           villages_[below(villages_.size())], pick(since), below(90) + 2, pick(danger),
                           pick(please), below(1'000'000));
    }
    std::size_t below(std::size_t n) { return fate_() % n; }

private:
    template <std::size_t N> std::string_view pick(const std::string_view (&from)[N]) {
        return from[below(N)];
    }
    static constexpr std::string_view what[] = {"Jalan berlubang besar",
                                                "PJU mati",
                                                "Lampu jalan padam",
                                                "Trotoar rusak parah",
                                                "Got mampet dan bau",
                                                "Aspal mengelupas",
                                                "Tutup saluran hilang",
                                                "Sampah menumpuk",
                                                "Pohon tumbang menutup jalan",
                                                "Kabel menjuntai rendah",
                                                "Genangan air tiap hujan",
                                                "Marka jalan sudah tidak terlihat",
                                                "Rambu lalu lintas roboh",
                                                "Parkir liar di trotoar",
                                                "Galian tidak ditutup kembali",
                                                "Jembatan kecil retak"};
    static constexpr std::string_view way[] = {"Jl.", "Jalan", "Gg.", "Gang", "jln"};
    static constexpr std::string_view street[] = {
        "Melati",   "Mawar",      "Kenanga",  "Anggrek",     "Cempaka", "Dahlia",   "Flamboyan",  "Kamboja",
        "Teratai",  "Merpati",    "Rajawali", "Cendrawasih", "Mangga",  "Rambutan", "Durian",     "Salak",
        "Kelapa",   "Pinang",     "Cemara",   "Beringin",    "Merdeka", "Pahlawan", "Diponegoro", "Kartini",
        "Sudirman", "Ahmad Yani", "Veteran",  "Pemuda",      "Masjid",  "Pasar"};
    static constexpr std::string_view since[] = {"Sudah begini", "Kondisinya begini",
                                                 "Tidak ada yang memperbaiki", "Warga menunggu",
                                                 "Sudah kami sampaikan ke RT"};
    static constexpr std::string_view danger[] = {
        "kemarin ada motor jatuh", "anak sekolah lewat sini", "kalau malam gelap sekali", "macet tiap pagi",
        "warga khawatir",          "air masuk ke rumah",      "pedagang mengeluh"};
    static constexpr std::string_view please[] = {
        "Mohon segera diperbaiki, nomor catatan kami", "Tolong ditindaklanjuti min, catatan",
        "Kapan bisa dikerjakan, arsip", "Terima kasih sebelumnya, arsip RT"};
    std::mt19937 fate_;
    std::vector<std::string> villages_;
};

struct Fill {
    app::House& house;
    intake::Services services;
    agency::DirectoryPtr directory;
    /// Of this run: nobody who writes has written before.
    std::atomic<std::int64_t> number = base::to_ms(house.now()) * 1'000;

    base::Result<intake::Wanted> wanted(Writer& writer, bool is_history) {
        const auto now = house.now();
        intake::Wanted out;
        out.door = intake::Door::report_page;
        const auto n = ++number;
        out.item.network_id = fmt::format("skala-{}", n);
        out.item.author.network_id = fmt::format("warga-{}", n);
        out.item.text = writer.text();
        out.item.created_at =
            is_history ? now - std::chrono::hours(24 + writer.below(3 * 365 * 24)) : now - milliseconds(1);
        out.is_history = is_history;
        return out;
    }
    void take(Writer& writer, std::size_t count, bool is_history) {
        std::vector<base::Result<intake::Wanted>> wanted_items;
        for (std::size_t i = 0; i < count; ++i)
            wanted_items.push_back(wanted(writer, is_history));
        // As a request does: who composes the answers finds the directory fresh.
        const auto fresh = house.directories.of(directory->id()).value();
        for (const auto& outcome : intake::accept(services, *fresh, *fresh->form_account(), wanted_items))
            if (outcome.fate != intake::Fate::accepted)
                throw std::runtime_error(
                    outcome.problem ? outcome.problem->code + " " + outcome.problem->field : "not accepted");
    }
    /// Items per second.
    double many(std::int64_t count, bool is_history) {
        const auto start = Clock::now();
        std::atomic<std::int64_t> left = count;
        std::vector<std::jthread> workers;
        for (int t = 0; t < threads; ++t)
            workers.emplace_back([&, t] {
                Writer writer(*directory, static_cast<std::uint32_t>(base::to_ms(house.now()) * 7 + t));
                for (auto mine = std::int64_t{batch}; (mine = left.fetch_sub(batch)) > 0;)
                    take(writer, std::min<std::size_t>(batch, static_cast<std::size_t>(mine)), is_history);
            });
        workers.clear();
        return static_cast<double>(count) / seconds_since(start);
    }
    /// Milliseconds of single items, `rate` of them a second, for ten seconds.
    std::vector<double> singly(double rate) {
        std::vector<std::vector<double>> took(8);
        {
            std::vector<std::jthread> workers;
            const auto start = Clock::now();
            for (std::size_t t = 0; t < took.size(); ++t)
                workers.emplace_back([&, t] {
                    Writer writer(*directory, static_cast<std::uint32_t>(base::to_ms(house.now()) * 11 +
                                                                         static_cast<std::int64_t>(t)));
                    const double each = static_cast<double>(took.size()) / rate;
                    for (int i = 0;; ++i) {
                        const auto due =
                            start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(
                                        each * (i + static_cast<double>(t) / 8)));
                        if (due - start > std::chrono::seconds(10)) return;
                        std::this_thread::sleep_until(due);
                        const auto asked = Clock::now();
                        take(writer, 1, /*is_history=*/false);
                        took[t].push_back(seconds_since(asked) * 1000);
                    }
                });
        }
        std::vector<double> all;
        for (auto& part : took)
            all.insert(all.end(), part.begin(), part.end());
        std::ranges::sort(all);
        return all;
    }
};

double quantile(const std::vector<double>& sorted, double q) {
    return sorted.empty()
               ? 0
               : sorted[std::min(sorted.size() - 1,
                                 static_cast<std::size_t>(q * static_cast<double>(sorted.size())))];
}

constexpr db::Query<std::int64_t(base::AgencyId)> count_cases{
    "bench.count_cases", "select count(*) from cases where agency = :agency"};

constexpr db::Query<std::int64_t(base::AgencyId)> count_queued{
    "bench.count_queued", "select count(*) from search_queue where agency = :agency"};
constexpr db::Query<std::int64_t(base::AgencyId)> count_unread{
    "bench.count_unread", "select (select max(position) from events where agency = :agency) - (select "
                          "min(position) from event_cursors where agency = :agency)"};
constexpr db::Query<std::int64_t(base::AgencyId)> count_unnumbered{
    "bench.count_unnumbered", "select count(*) from events where agency = :agency and position is null"};

/// Whether something that came in is not numbered, told to every subscriber or found by its words yet.
bool is_behind(db::Database& database, base::AgencyId agency) {
    return database.read([&](db::Tx& tx) {
        return tx.one(count_unnumbered, agency).value_or(0) > 0 ||
               tx.one(count_queued, agency).value_or(0) > 0 || tx.one(count_unread, agency).value_or(0) > 0;
    });
}

/// Nine tenths of what came through the pipeline as history is closed, in time or late.
void grow_old(app::House& house, const agency::DirectoryPtr& directory, base::Time from_then_on) {
    house.database->write([&](db::Tx& tx) {
        const auto agency = std::to_string(directory->id().value);
        const auto since = std::to_string(base::to_ms(from_then_on));
        const std::string old = "agency = " + agency + " and state = 'received' and received_at < " + since +
                                " and (id / 4) % 100 >= 10";
        tx.script("create temporary table grown as select id from cases where " + old);
        const std::string grown = " in (select id from grown)";
        tx.script(
            "insert into events (agency, id, position, subject_kind, subject, kind, at, actor_kind, "
            "actor, is_public, data)"
            " select e.agency, (select max(id) from events where agency = " +
            agency +
            ") + row_number() over (order by e.id, k.n), (select max(position) from events where agency "
            "= " +
            agency +
            ") + row_number() over (order by e.id, k.n),"
            " e.subject_kind, e.subject, k.kind, e.at + k.n * 86400000, 'system', null, 1, "
            "'{\"public\":{},\"staff\":{}}'"
            " from events e cross join (select 1 as n, 'case.started' as kind union all select 2, "
            "'case.closed') k"
            " where e.agency = " +
            agency + " and e.kind = 'case.received' and e.subject_kind = 'case' and e.subject" + grown);
        tx.script("update event_cursors set position = (select max(position) from events where agency = " +
                  agency + ") where agency = " + agency);
        tx.script("update deadlines set met_at = started_at + (case when id % 5 = 0 then 2 else 0 end + 1) * "
                  "172800000, next_crossing_at = null"
                  " where agency = " +
                  agency + " and subject_kind = 'case' and subject" + grown);
        tx.script("update cases set state = case (id / 4) % 50 when 0 then 'declined' when 1 then 'resolved' "
                  "else 'closed' end,"
                  " public_text = proposed_text, changed_at = received_at + 172800000 where agency = " +
                  agency + " and id" + grown);
        tx.script("update cases set state = 'in_progress', public_text = proposed_text where agency = " +
                  agency + " and state = 'received' and (id / 4) % 2 = 0 and received_at < " + since);
        tx.script("drop table grown");
    });
    cases::count_anew(*house.database, *directory, house.now());
}

/// Where the time of the database went.
void print_statements(const db::Database& database) {
    auto queries = database.statistics().queries;
    std::ranges::sort(queries, std::ranges::greater{}, &db::QueryStatistics::total_us);
    for (std::size_t i = 0; i < std::min<std::size_t>(30, queries.size()); ++i)
        std::cerr << fmt::format("  {:36} {:8.2f} s\n", queries[i].name,
                                 static_cast<double>(queries[i].total_us) * 1e-6);
}

int run(const app::Settings& settings, std::int64_t to) {
    auto opened = app::House::open(settings, app::Vault::make_or_open);
    if (!opened) throw std::runtime_error(opened.error().code + " " + opened.error().detail);
    app::House& house = **opened;
    const auto agency = house.directories.agencies().front();
    add_offices(house, agency);
    house.directories.changed();
    auto directory = house.directories.of(agency).value();
    learning::Readers readers;
    Fill fill{house,
              {*house.database, *house.vault, house.pictures, readers, house.ids, house.now, house.random},
              directory};
    const bool is_sqlite = settings.database.empty();
    auto count = house.database->read([&](db::Tx& tx) { return tx.one(count_cases, agency).value_or(0); });
    constexpr std::int64_t fresh = 10'000;
    constexpr std::int64_t by_pipeline = 100'000; // beyond, what came that way is multiplied
    if (count >= by_pipeline && to - count > fresh) {
        bench::multiply(house, agency, to - fresh);
        count = to - fresh;
    }
    double rate = 0, whole_rate = 0, settled_rate = 0;
    std::vector<double> acknowledged;
    const auto start = Clock::now();
    {
        // As in the server: numbering, subscribers and sweeps go on beside it.
        app::Schedule schedule(house);
        schedule.start();
        if (to - count > fresh) {
            whole_rate = fill.many(to - count - fresh, /*is_history=*/true);
            std::cerr << fmt::format("{} cases, {:.0f}/s\n", to - fresh, whole_rate);
            // What is measured comes into an installation that has read all of its past.
            schedule.stop();
            schedule.run_once();
            schedule.start();
        }
        ::sync(); // what was multiplied is on the disk
        const auto began = Clock::now();
        rate = fill.many(fresh, /*is_history=*/false);
        while (is_behind(*house.database, agency) && seconds_since(began) < 300)
            std::this_thread::sleep_for(milliseconds(5));
        settled_rate = static_cast<double>(fresh) / seconds_since(began);
        acknowledged = fill.singly(std::min(rate / 2, 2000.0));
        schedule.stop();
        for (int i = 0; i < 3; ++i)
            schedule.run_once();
    }
    const double filled_in = seconds_since(start);
    if (std::getenv("STATEMENTS")) print_statements(*house.database);
    double bare = 0;
    if (is_sqlite) bare = bench::bare_rate(settings.data / "tanggap.db", fresh / 2, batch);
    const auto aging = Clock::now();
    grow_old(house, directory, house.now() - std::chrono::hours(48));
    count = house.database->read([&](db::Tx& tx) { return tx.one(count_cases, agency).value_or(0); });
    const auto errors = cases::count_tally_errors(*house.database, house.ids, *directory);
    std::cout << fmt::format(
        "{{\"cases\":{},\"items_per_s\":{:.0f},\"settled_per_s\":{:.0f},\"while_filling_per_s\":{:.0f},"
        "\"bare_per_s\":{:.0f},\"acknowledged_ms\":{{\"rate\":{:.0f},\"p50\":{:.1f},\"p99\":{:.1f}}},"
        "\"filled_in_s\":{:.0f},\"aged_and_counted_in_s\":{:.0f},\"tally_errors\":{}}}\n",
        count, rate, settled_rate, whole_rate, bare, std::min(rate / 2, 2000.0), quantile(acknowledged, 0.5),
        quantile(acknowledged, 0.99), filled_in, seconds_since(aging), errors);
    return errors == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App command("Fills a seeded installation with cases.");
    app::Settings settings;
    std::int64_t to = 10'000;
    command.add_option("DATA", settings.data)->required();
    command.add_option("--database", settings.database);
    command.add_option("--to", to);
    CLI11_PARSE(command, argc, argv);
    try {
        return run(settings, to);
    } catch (const std::exception& failure) {
        std::cerr << "scale_fill: " << failure.what() << '\n';
        return 1;
    }
}
