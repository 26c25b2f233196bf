// How well and how fast the same thing is found.
//   incidents_bench [--pairs FILE] [--signatures 1000000] [--rounds 500] [--engine sqlite|postgres]
//   [--database URL]
// --database: an empty PostgreSQL to be filled, or one that an earlier run has filled.
// FILE holds pairs of reports that people have read, one JSON object a line:
//   {"label":"same|two|unclear","half":"tune|held","area":"31.74.01","a":{"text","place","at"},"b":{...}}
// It is nobody's to ship: without it only the speed is measured, over made-up signatures.
// Budget: precision >= 0.95 at recall >= 0.6; candidates among a million cases in under 5 ms (p95).
#include "base/json.h"
#include "cases/likeness_actions.h"
#include "cases/signature_store.h"
#include "db/migrate.h"
#include "fakes/postgres.h"
#include "places/gazetteer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

namespace {

using Clock = std::chrono::steady_clock;

struct Settings {
    std::string pairs;
    std::string engine; ///< empty: both
    std::string database;
    int signatures = 1'000'000;
    int rounds = 500;
    bool tells_misses = false;
};

std::string text_at(const base::json::Object& object, std::string_view member) {
    const auto* value = object.if_contains(member);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

cases::Signature signature_in(const base::json::Object& pair, std::string_view side) {
    const auto& report = pair.at(side).as_object();
    const std::string text = text_at(report, "text"), place = text_at(report, "place");
    return cases::signature_of({.text = text,
                                .place = place,
                                .topic = {},
                                .area = text_at(pair, "area"),
                                .point = {},
                                .at = base::parse_time(text_at(report, "at")).value()});
}

struct Counts {
    int found = 0, missed = 0, wrong = 0, unclear = 0, pairs = 0;
};

/// Numbers of lines alone: none of the words are printed.
int tell_quality(const Settings& settings) {
    std::ifstream in(settings.pairs);
    if (!in) {
        fmt::print("{} is not there: quality is not measured\n", settings.pairs);
        return 1;
    }
    std::map<std::string, Counts> halves;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        const auto read = base::json::parse(line).value();
        const auto& pair = read.as_object();
        const auto label = text_at(pair, "label"), half = text_at(pair, "half");
        const auto why = cases::likeness(signature_in(pair, "a"), signature_in(pair, "b"));
        Counts& counts = halves[half];
        ++counts.pairs;
        if (label == "unclear")
            counts.unclear += why.is_likely;
        else if (label == "same")
            ++(why.is_likely ? counts.found : counts.missed);
        else
            counts.wrong += why.is_likely;
        const bool is_miss = (label == "same") != why.is_likely && label != "unclear";
        if (settings.tells_misses && is_miss && half == "tune")
            fmt::print("  line {}: {} {} because {}\n", number, label, why.is_likely ? "suggested" : "not",
                       static_cast<int>(why.because));
    }
    for (const auto& [half, c] : halves) {
        const double said = c.found + c.wrong, all = c.found + c.missed;
        fmt::print(
            "{}: {} pairs, precision {:.3f}, recall {:.3f} ({} found, {} missed, {} wrong; {} of those that "
            "nobody could tell; precision {:.3f} if all of these were wrong)\n",
            half, c.pairs, said > 0 ? c.found / said : 0, all > 0 ? c.found / all : 0, c.found, c.missed,
            c.wrong, c.unclear, c.found / std::max(1.0, said + c.unclear));
    }
    return 0;
}

class World {
public:
    World() {
        for (const auto& city : places::gazetteer().children("31"))
            for (const auto& district : places::gazetteer().children(city.code))
                districts_.push_back(district);
        const std::string vowels = "aiueo", consonants = "bcdghjklmnprstw";
        for (int i = 0; i < 8'000; ++i) {
            std::string word;
            for (unsigned k = 0, size = 4 + below(6); k < size; ++k)
                word += k % 2 == 0 ? consonants[below(15)] : vowels[below(5)];
            words_.push_back(word);
        }
    }
    unsigned below(unsigned n) { return static_cast<unsigned>(fate_() % n); }
    cases::Signature next() {
        static constexpr std::string_view topics[] = {"jalan-rusak", "lampu-jalan", "sampah",  "banjir",
                                                      "drainase",    "pohon",       "trotoar", ""};
        const auto& district = districts_[below(static_cast<unsigned>(districts_.size()))];
        cases::Signature out;
        for (unsigned n = 10 + below(14); n > 0; --n)
            out.words.push_back(below(3) == 0 ? words_[below(40)] : words_[below(8'000)]);
        out.place = {words_[below(8'000)], words_[below(200)]};
        out.words.insert(out.words.end(), out.place.begin(), out.place.end());
        std::ranges::sort(out.words);
        out.words.erase(std::ranges::unique(out.words).begin(), out.words.end());
        out.numbers = {{out.place.front(), std::to_string(below(20))},
                       {"tetangga", std::to_string(below(15))}};
        std::ranges::sort(out.numbers);
        out.topic = topics[below(8)];
        out.area = district.code;
        if (below(2) == 0)
            out.point = places::Point{district.lat + below(100) * 1e-4, district.lon + below(100) * 1e-4};
        // A year, and a day of flood in one district that reports as much as it else does in months.
        constexpr std::int64_t day = 86'400'000;
        out.at = base::time_from_ms(1'760'000'000'000 + static_cast<std::int64_t>(below(365)) * day +
                                    below(86'400) * 1'000);
        if (below(200) == 0) {
            out.area = districts_.front().code;
            out.topic = "banjir";
            out.at = base::time_from_ms(1'760'000'000'000 + 200 * day + below(86'400) * 1'000);
        }
        return out;
    }

private:
    std::mt19937 fate_{20'261'122};
    std::vector<places::Area> districts_;
    std::vector<std::string> words_;
};

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

constexpr db::Query<std::int64_t()> count_signatures{"bench.count_signatures",
                                                     "select count(*) from case_signatures"};

void tell_speed(db::Database& database, std::string_view engine, const Settings& settings) {
    const base::AgencyId agency{1};
    World world;
    const auto filling = Clock::now();
    std::vector<cases::Signature> asked;
    const bool is_filled = database.read([&](db::Tx& tx) { return tx.one(count_signatures).value_or(0); }) ==
                           settings.signatures;
    for (int done = 0; done < settings.signatures;) {
        const int part = std::min(5'000, settings.signatures - done);
        std::vector<cases::Signature> all;
        for (int i = 0; i < part; ++i)
            all.push_back(world.next());
        if (!is_filled)
            database.write([&](db::Tx& tx) {
                for (int i = 0; i < part; ++i) {
                    const auto& signature = all[static_cast<std::size_t>(i)];
                    cases::add_signature(
                        tx, agency,
                        {cases::neighbourhood_of(signature.area), signature.at, cases::CaseId{done + i + 1}},
                        signature);
                }
            });
        asked.push_back(all.front());
        for (const auto& each : all)
            if (each.topic == "banjir" && asked.size() % 3 == 1) {
                asked.push_back(each);
                break;
            }
        done += part;
    }
    const double filled = ms_since(filling);
    if (database.engine() == db::Engine::postgres && !is_filled) {
        database.write([&](db::Tx& tx) { tx.script("analyze case_signatures"); });
    }
    std::vector<double> took;
    std::size_t likely = 0;
    for (int round = 0; round < settings.rounds + 50; ++round) {
        const auto& wanted = asked[static_cast<std::size_t>(round) % asked.size()];
        const auto start = Clock::now();
        likely +=
            database.read([&](db::Tx& tx) { return cases::find_likely(tx, agency, wanted, {}).size(); });
        if (round >= 50) took.push_back(ms_since(start)); // the first warm up
    }
    std::ranges::sort(took);
    auto at = [&](double part) {
        return took[static_cast<std::size_t>(part * static_cast<double>(took.size() - 1))];
    };
    fmt::print(
        "{}: {} signatures written in {:.0f} s ({:.1f} us each); candidates found and compared in {:.2f} ms "
        "(median), {:.2f} (p95), {:.2f} (p99), {:.2f} (most), {} likely ones in {} rounds\n",
        engine, settings.signatures, filled / 1'000, filled * 1'000 / settings.signatures, at(0.5), at(0.95),
        at(0.99), took.back(), likely, settings.rounds);
}

void measure(const Settings& settings) {
    if (settings.engine != "postgres" && settings.database.empty()) {
        auto folder = (std::filesystem::temp_directory_path() / "tanggap-incidents-XXXXXX").string();
        if (!::mkdtemp(folder.data())) throw std::runtime_error("no temporary folder");
        {
            auto database = db::open(folder + "/tanggap.db", {}).value();
            db::migrate(*database).value();
            tell_speed(*database, "SQLite", settings);
        }
        std::filesystem::remove_all(folder);
    }
    if (settings.engine != "sqlite") {
        std::string url = settings.database;
        if (url.empty()) {
            tests::Postgres::server().run("create database incidents_bench");
            url = tests::Postgres::server().url("incidents_bench");
        }
        auto database = db::open(url, {}).value();
        db::migrate(*database).value();
        tell_speed(*database, "PostgreSQL", settings);
    }
}

} // namespace

int main(int argc, char** argv) {
    Settings settings;
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        const std::string value = i + 1 < argc ? argv[i + 1] : "";
        if (name == "--misses")
            settings.tells_misses = true;
        else if (name == "--pairs")
            settings.pairs = value, ++i;
        else if (name == "--database")
            settings.database = value, ++i;
        else if (name == "--engine")
            settings.engine = value, ++i;
        else if (name == "--signatures")
            settings.signatures = std::atoi(value.c_str()), ++i;
        else if (name == "--rounds")
            settings.rounds = std::atoi(value.c_str()), ++i;
        else {
            fmt::print(stderr, "{} is no option of this benchmark\n", name);
            return 2;
        }
    }
    try {
        if (settings.pairs.empty())
            fmt::print("no labelled pairs given (--pairs FILE): quality is not measured\n");
        else if (const int failed = tell_quality(settings); failed != 0)
            return failed;
        if (settings.signatures > 0) measure(settings);
    } catch (const std::exception& problem) {
        fmt::print(stderr, "incidents_bench: {}\n", problem.what());
        return 1;
    }
    return 0;
}
