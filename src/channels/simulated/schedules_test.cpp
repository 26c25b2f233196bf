// Seeded schedules of faults for receiving and answering together, many accounts at once, on one database:
// nothing lost, nothing said twice, everything unknown settled. TANGGAP_SCHEDULES says how many (bin/test
// --long runs a million on the optimised build), TANGGAP_SEED where to begin. Each batch is a test with a
// database of its own, so that they can run in parts, side by side. The database lies in memory where there
// is a folder for that: what is tried is no disk, and its syncs were nine tenths of the time.
#include "db/query.h"
#include "network/text_length.h"
#include "posting_world.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include <filesystem>

namespace channels::simulated {
namespace {

using namespace std::chrono_literals;
using outgoing::Outgoing;
using outgoing::State;

constexpr int at_once = 250;

/// One account with a world of its own.
struct Schedule {
    std::uint64_t seed = 0;
    std::string name;
    std::unique_ptr<World> world = {};
    agency::Account account;
    std::vector<Outgoing> answers;
    bool is_keyed = false;
};

/// Brings each request to the world of its account; now and then the power goes before or after.
class Streets : public network::Carrier {
public:
    std::map<std::string, World*> worlds;
    std::mt19937_64 chance;
    int deaths_per_hundred = 0;
    std::int64_t deaths = 0;

    [[nodiscard]] network::Answer exchange(const network::Request& request) override {
        const auto token = network::header_of(request.headers, "authorization");
        auto found = worlds.find(std::string(token.substr(0, token.rfind(':'))));
        if (found == worlds.end()) return {.reached = network::Reached::no};
        const bool dies = static_cast<int>(chance() % 100) < deaths_per_hundred;
        if (dies) ++deaths;
        if (dies && chance() % 2 == 0) throw std::runtime_error("the power went");
        auto answer = found->second->exchange(request);
        if (dies) throw std::runtime_error("the power went");
        return answer;
    }
};

struct Sums {
    std::int64_t schedules = 0, rounds = 0, items = 0, answers = 0, exchanges = 0, deaths = 0, lost = 0,
                 twice = 0, unsettled = 0, wrong_words = 0;
};

std::int64_t wanted() {
    const char* given = std::getenv("TANGGAP_SCHEDULES");
    return given ? std::max<std::int64_t>(std::atoll(given), 1) : 100;
}
std::uint64_t first_seed() {
    const char* given = std::getenv("TANGGAP_SEED");
    return given ? std::strtoull(given, nullptr, 10) : 1;
}
std::uint64_t seed_of_batch(std::size_t batch) {
    return first_seed() + batch * at_once;
}

/// Every third network has a clock of its own, by up to six hours.
std::chrono::milliseconds clock_of(std::uint64_t drawn) {
    if (drawn % 3 != 0) return 0ms;
    return std::chrono::minutes(static_cast<int>(drawn / 3 % 721) - 360);
}

/// Said before the first database of the program is made.
[[maybe_unused]] const bool in_memory = [] {
    constexpr auto memory = "/dev/shm";
    if (std::filesystem::is_directory(memory)) ::setenv("TMPDIR", memory, /*overwrite=*/0);
    return true;
}();

class Schedules : public outgoing::testing::WithPostings {
protected:
    static inline Sums sums;

    static void TearDownTestSuite() {
        fmt::print(
            "schedules {}, from seed {}: {} rounds with faults, {} items, {} answers, {} exchanges, {} "
            "deaths; lost {}, said twice {}, other words {}, unsettled {}\n",
            sums.schedules, first_seed(), sums.rounds, sums.items, sums.answers, sums.exchanges, sums.deaths,
            sums.lost, sums.twice, sums.wrong_words, sums.unsettled);
    }

    void run(std::uint64_t first, int count) {
        Streets streets;
        streets.chance.seed(first);
        chance.seed(static_cast<unsigned>(first));
        std::vector<Schedule> all;
        for (int i = 0; i < count; ++i)
            all.push_back(begin(streets, first + static_cast<std::uint64_t>(i)));
        streets.deaths_per_hundred = 5;
        // Short and long ones: what is cut short by calm is another story than what goes on.
        const int rounds = 1 + static_cast<int>(streets.chance() % 12);
        for (int i = 0; i < rounds; ++i) {
            for (auto& schedule : all)
                live(schedule);
            held.fails = streets.chance() % 10 == 0;
            round(streets, 20s + std::chrono::seconds(streets.chance() % 40));
        }
        held.fails = false;
        streets.deaths_per_hundred = 0;
        for (auto& schedule : all)
            schedule.world->end_faults();
        w().now += 7min; // leases of the dead run out
        // Two more rounds when all seems done: whatever would still be said twice has its chance.
        for (int i = 0, quiet = 0; i < 7 && quiet < 2; ++i) {
            round(streets, 30min);
            if (std::ranges::all_of(all, [&](const Schedule& each) { return is_done(each); })) ++quiet;
        }
        for (auto& schedule : all)
            check(schedule);
        sums.deaths += streets.deaths;
        sums.schedules += count;
        sums.rounds += count * rounds;
    }

    Schedule begin(Streets& streets, std::uint64_t seed) {
        Schedule out;
        out.seed = seed;
        out.name = "posko" + std::to_string(seed);
        out.is_keyed = seed % 2 == 0;
        std::mt19937_64 drawn(seed * 7919);
        const World::Settings calm{.seed = seed};
        World quiet(calm, now());
        out.account = connect(quiet, out.name, out.is_keyed ? patient_code : hasty_code);
        out.world =
            std::make_unique<World>(World::Settings{.seed = seed,
                                                    .faults_per_hundred = static_cast<int>(drawn() % 60),
                                                    .most_delay = std::chrono::seconds(drawn() % 61),
                                                    .knows_keys = out.is_keyed,
                                                    .page = 3,
                                                    .clock = clock_of(drawn())},
                                    now());
        streets.worlds[out.name] = out.world.get();
        for (int i = 0; i < 2; ++i)
            out.answers.push_back(answer(out, i));
        return out;
    }

    Outgoing answer(Schedule& schedule, int ordinal) {
        std::string letter = "Jawaban " + std::to_string(ordinal);
        if (schedule.seed % 5 == 0) // in parts
            for (int i = 0; i < 25; ++i)
                letter += " Bagian " + std::to_string(ordinal) + "." + std::to_string(i) + " selesai.";
        return waiting(schedule.account, schedule.world->write("warga", "Jalan berlubang", schedule.name),
                       letter, schedule.seed % 3 == 0 ? "aa" : "");
    }

    /// What citizens do meanwhile.
    void live(Schedule& schedule) {
        std::mt19937_64 drawn(schedule.seed ^ static_cast<std::uint64_t>(base::to_ms(w().now)));
        switch (drawn() % 8) {
        case 0:
            schedule.world->write("warga", "Laporan " + std::to_string(drawn() % 1000), schedule.name);
            break;
        case 1: schedule.world->write("ani", "Saya juga", "", 1); break;
        case 2: schedule.world->edit(1, "Ralat " + std::to_string(drawn() % 1000)); break;
        case 3: schedule.world->expire(schedule.name); break;
        default: break;
        }
    }

    void round(Streets& streets, base::Duration step) {
        Process process(*this, streets);
        const auto& s = process.services;
        auto dying = [](auto&& work) {
            try {
                work();
            } catch (const std::runtime_error&) {
            }
        };
        dying([&] { network::refresh_due(s, agency()); });
        for (int i = 0; i < 20; ++i) {
            const auto due = network::take_due(s, agency(), 500);
            for (const auto& work : due)
                dying([&] { network::carry_out(s, agency(), work); });
            if (due.empty()) break;
        }
        process.run_due();
        w().now += step;
    }

    /// As far as Tanggap knows: check() asks the world.
    bool is_done(const Schedule& schedule) {
        return std::ranges::all_of(schedule.answers,
                                   [&](const Outgoing& o) { return now_of(o).state == State::sent; }) &&
               std::ranges::all_of(schedule.world->posts(), [&](const Post& post) {
                   return post.author == schedule.name ||
                          held.items.contains({schedule.account.id.value, std::to_string(post.id)});
               });
    }

    void check(Schedule& schedule) {
        const auto posts = schedule.world->posts();
        sums.exchanges += schedule.world->exchanges();
        for (const auto& post : posts) {
            if (post.author == schedule.name) continue;
            ++sums.items;
            auto found = held.items.find({schedule.account.id.value, std::to_string(post.id)});
            if (found == held.items.end()) {
                ++sums.lost;
                ADD_FAILURE() << "seed " << schedule.seed << ": lost post " << post.id;
            } else if (!post.is_deleted && found->second.text != post.text) {
                ++sums.wrong_words;
                ADD_FAILURE() << "seed " << schedule.seed << ": post " << post.id << " says "
                              << found->second.text;
            }
        }
        for (const auto& o : schedule.answers) {
            ++sums.answers;
            const auto after = now_of(o);
            const auto parts = network::split_text(
                o.letter, {.unit = network::TextUnit::graphemes, .longest = 500}, "@warga ");
            for (const auto& part : parts) {
                const auto said = std::ranges::count_if(posts, [&](const Post& post) {
                    return post.author == schedule.name && post.text == part;
                });
                if (said > 1) ++sums.twice;
                if (said == 0) ++sums.lost;
                EXPECT_EQ(said, 1) << "seed " << schedule.seed << ": " << part.substr(0, 40);
            }
            if (after.state != State::sent) {
                ++sums.unsettled;
                ADD_FAILURE() << "seed " << schedule.seed << ": " << base::code_of(after.state) << " "
                              << after.problem.value_or("");
            }
        }
    }
};
INSTANTIATE_TEST_SUITE_P(
    , Schedules,
    ::testing::ValuesIn(std::vector<db::Engine>(static_cast<std::size_t>((wanted() + at_once - 1) / at_once),
                                                db::Engine::sqlite)),
    [](const auto& info) { return "from_seed_" + std::to_string(seed_of_batch(info.index)); });

TEST_P(Schedules, lose_nothing_and_say_nothing_twice) {
    spdlog::set_level(spdlog::level::off);
    const std::string_view name = ::testing::UnitTest::GetInstance()->current_test_info()->name();
    const auto first = std::stoull(std::string(name.substr(name.rfind('_') + 1)));
    const auto left = wanted() - static_cast<std::int64_t>(first - first_seed());
    run(first, static_cast<int>(std::min<std::int64_t>(at_once, left)));
    spdlog::set_level(spdlog::level::info);
}

} // namespace
} // namespace channels::simulated
