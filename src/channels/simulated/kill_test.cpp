// Killed at every step: before and after each commit and each exchange of a life in which an account's token
// runs out, pushes come in, mentions and a long thread are looked through, and an answer with a picture goes
// out in parts. Whoever comes after finds everything as it was committed, and finishes it once.
#include "db/connection.h"
#include "db/query.h"
#include "network/text_length.h"
#include "posting_world.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <spdlog/spdlog.h>

namespace channels::simulated {
namespace {

using namespace std::chrono_literals;
using outgoing::State;

struct Killed : std::runtime_error {
    Killed() : std::runtime_error("killed") {}
};

constexpr db::Query<void(base::AgencyId)> forget_watched{"test.forget_watched",
                                                         "delete from sources where agency = :agency"};
constexpr db::Query<void(base::AgencyId)> forget_gaps{"test.forget_gaps",
                                                      "delete from holes where agency = :agency"};
constexpr db::Query<void(base::AgencyId)> forget_connections{
    "test.forget_connections", "delete from connections where agency = :agency"};

/// A process: it counts its steps, and does nothing more after the one at which it is killed.
struct Mortal {
    int dies_at = -1; ///< never
    int steps = 0;
    bool is_dead = false;

    void step() {
        if (steps++ == dies_at) is_dead = true;
        live();
    }
    void live() const {
        if (is_dead) throw Killed();
    }
};

class MortalDatabase : public db::Database {
public:
    MortalDatabase(db::Database& inner, Mortal& process) : inner_(inner), process_(process) {}
    [[nodiscard]] db::Engine engine() const override { return inner_.engine(); }
    [[nodiscard]] db::Statistics statistics() const override { return inner_.statistics(); }
    [[nodiscard]] std::string where() const override { return inner_.where(); }
    [[nodiscard]] std::shared_ptr<void> listen(std::string topic, std::function<void()> told) override {
        return inner_.listen(std::move(topic), std::move(told));
    }
    [[nodiscard]] std::unique_ptr<db::Connection> own_connection() override {
        return inner_.own_connection();
    }

private:
    void write_unit(db::detail::Unit unit) override {
        process_.step();
        (void)inner_.write([&](db::Tx& tx) -> base::Result<void> {
            if (unit(tx)) return {};
            return base::fail(base::Kind::conflict, "test.rolled_back");
        });
        process_.step();
    }
    void read_unit(db::detail::Unit unit) override {
        process_.live();
        inner_.read([&](db::Tx& tx) { unit(tx); });
    }

    db::Database& inner_;
    Mortal& process_;
};

class MortalCarrier : public network::Carrier {
public:
    MortalCarrier(network::Carrier& inner, Mortal& process) : inner_(inner), process_(process) {}
    [[nodiscard]] network::Answer exchange(const network::Request& request) override {
        process_.step();
        auto answer = inner_.exchange(request);
        process_.step();
        return answer;
    }

private:
    network::Carrier& inner_;
    Mortal& process_;
};

class KilledAtEveryStep : public outgoing::testing::WithPostings {
protected:
    struct Life {
        std::string name;
        World& world;
        agency::Account account;
        std::vector<network::Push> pushes; ///< that the network has not heard 200 for
    };

    /// What one process does until it is killed, or nothing is left to do.
    void live(Life& life, Mortal& process) {
        MortalDatabase over(database(), process);
        MortalCarrier carrier(life.world, process);
        Process hands(*this, carrier, over);
        const auto& s = hands.services;
        network::OpenedAccounts opened;
        while (!life.pushes.empty()) {
            if (network::keep_push(s, opened, agency(), life.account.id, life.pushes.front()).status != 200)
                break;
            life.pushes.erase(life.pushes.begin());
        }
        while (network::read_pushes(s, agency()) > 0) {
        }
        network::refresh_due(s, agency());
        while (network::receive_due(s, agency()) > 0) {
        }
        hands.run_due();
        process.live(); // what a runner caught of it
    }

    /// Gives how many steps the process had that was killed, or lived.
    int run(std::string_view network, int dies_at) {
        static int number = 0;
        chance.seed(1); // the same steps in every life
        const auto name = fmt::format("posko{}", ++number);
        const bool is_keyed = network == patient_code;
        World world({.seed = 1, .knows_keys = is_keyed, .page = 2}, now());
        Life life{name, world, connect(world, name, network), {}};
        const auto root = world.write("warga", "Jalan berlubang", name);
        for (int i = 0; i < 3; ++i)
            world.write(fmt::format("ani{}", i), fmt::format("Saya juga {}", i), "", root);
        for (int i = 0; i < 3; ++i)
            world.write(fmt::format("budi{}", i), fmt::format("Lampu mati {}", i), name);
        world.expire(name);
        life.pushes = world.take_pushes(name);
        std::string letter = "Sudah ditambal.";
        for (int i = 0; i < 25; ++i)
            letter += fmt::format(" Bagian {} selesai dan rata.", i);
        const auto answer = waiting(life.account, root, letter, "aa");

        Mortal first{.dies_at = dies_at};
        try {
            for (int i = 0; i < 3; ++i) {
                live(life, first);
                w().now += 30s;
            }
        } catch (const Killed&) {
        }
        const int steps = first.steps;
        EXPECT_EQ(first.is_dead, dies_at >= 0);
        for (int i = 0; i < 6; ++i) {
            w().now += 7min; // leases of the dead run out
            Mortal next;
            live(life, next);
        }

        for (const auto& post : world.posts())
            if (post.author != name)
                EXPECT_TRUE(held.items.contains({life.account.id.value, std::to_string(post.id)}))
                    << "lost: " << post.id;
        EXPECT_EQ(now_of(answer).state, State::sent) << now_of(answer).problem.value_or("");
        const auto parts =
            network::split_text(letter, {.unit = network::TextUnit::graphemes, .longest = 500}, "@warga ");
        EXPECT_GE(parts.size(), 2U);
        std::size_t said = 0;
        for (const auto& post : world.posts()) {
            if (post.author != name) continue;
            ++said;
            EXPECT_EQ(post.root, root);
            if (post.text == parts.front()) EXPECT_EQ(post.pictures.size(), 1U);
        }
        EXPECT_EQ(said, parts.size());
        for (const auto& part : parts)
            EXPECT_EQ(std::ranges::count(world.posts(), part, &Post::text), 1) << part.substr(0, 30);
        // Its world is gone; nobody looks there any more.
        database().write([&](db::Tx& tx) {
            tx.run(forget_watched, agency());
            tx.run(forget_gaps, agency());
            tx.run(forget_connections, agency());
        });
        return steps;
    }
};
DB_TEST_ON_EACH_ENGINE(KilledAtEveryStep);

TEST_P(KilledAtEveryStep, everything_is_finished_once) {
    spdlog::set_level(spdlog::level::off);
    for (const auto network : {patient_code, hasty_code}) {
        const int steps = run(network, -1);
        ASSERT_GT(steps, 40);
        for (int at = 0; at < steps && !HasFailure(); ++at) {
            SCOPED_TRACE(fmt::format("{} killed at step {} of {}", network, at, steps));
            (void)run(network, at);
        }
        fmt::print("{}: killed at each of {} steps, everything finished once\n", network, steps);
    }
    spdlog::set_level(spdlog::level::info);
}

} // namespace
} // namespace channels::simulated
