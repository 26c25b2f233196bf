#include "posting_world.h"

#include <gmock/gmock.h>

namespace channels::simulated {
namespace {

using namespace std::chrono_literals;
using outgoing::Outgoing;
using outgoing::State;

/// The power goes, before or after the network took it: whoever sends is gone, and what it had written down
/// must do.
class Failing : public network::Carrier {
public:
    Failing(network::Carrier& carrier, std::mt19937& chance, int per_hundred)
        : carrier_(carrier), chance_(chance), per_hundred_(per_hundred) {}
    [[nodiscard]] network::Answer exchange(const network::Request& request) override {
        const bool dies = static_cast<int>(chance_() % 100) < per_hundred_;
        if (dies && chance_() % 2 == 0) throw std::runtime_error("the power went");
        auto answer = carrier_.exchange(request);
        if (dies) throw std::runtime_error("the power went");
        return answer;
    }
    void end() { per_hundred_ = 0; }

private:
    network::Carrier& carrier_;
    std::mt19937& chance_;
    int per_hundred_;
};

class Sends : public outgoing::testing::WithPostings {
protected:
    /// A citizen's post, and an answer to it that waits.
    Outgoing answer(World& world, const agency::Account& account, const std::string& name,
                    const std::string& text, const std::string& pictures = "", bool is_direct = false) {
        return waiting(account, world.write("warga", "Jalan berlubang", name, 0, is_direct), text, pictures,
                       is_direct);
    }
    std::vector<Post> said(const World& world, const std::string& name) {
        std::vector<Post> out;
        for (auto& post : world.posts())
            if (post.author == name) out.push_back(post);
        return out;
    }

    /// Everything that happens by itself, step after step.
    void rounds(network::Carrier& carrier, base::Duration during, base::Duration step = 10s) {
        Process process(*this, carrier);
        for (const auto end = w().now + during; w().now < end; w().now += step) {
            try {
                network::refresh_due(process.services, agency());
                process.run_due();
            } catch (const std::runtime_error&) {
                // Dead; the next step is another process.
            }
        }
    }
};
DB_TEST_ON_EACH_ENGINE(Sends);

TEST_P(Sends, an_answer_in_the_reporters_own_thread_with_its_pictures) {
    World world({}, now());
    const auto account = connect(world, "posko");
    const auto o = answer(world, account, "posko", "Lubang sudah ditambal.", "aa,bb");
    const auto direct = answer(world, account, "posko", "Kami jawab di sini.", "", true);
    rounds(world, 1min);
    EXPECT_EQ(now_of(o).state, State::sent);
    const auto posts = said(world, "posko");
    ASSERT_EQ(posts.size(), 2U);
    EXPECT_EQ(posts[0].text, "@warga Lubang sudah ditambal.");
    EXPECT_EQ(posts[0].to, 1);
    EXPECT_EQ(posts[0].pictures.size(), 2U);
    EXPECT_FALSE(posts[0].is_direct);
    EXPECT_EQ(now_of(direct).state, State::sent);
    EXPECT_TRUE(posts[1].is_direct) << "a direct message is answered directly";
}

TEST_P(Sends, a_long_answer_in_parts_that_follow_each_other) {
    World world({}, now());
    const auto account = connect(world, "posko");
    std::string text;
    for (int i = 0; i < 80; ++i)
        text += "Pekerjaan bagian " + std::to_string(i) + " sudah selesai. ";
    const auto o = answer(world, account, "posko", text);
    rounds(world, 1min);
    EXPECT_EQ(now_of(o).state, State::sent);
    const auto posts = said(world, "posko");
    ASSERT_GT(posts.size(), 3U);
    for (std::size_t i = 1; i < posts.size(); ++i)
        EXPECT_EQ(posts[i].to, posts[i - 1].id);
}

TEST_P(Sends, nothing_while_the_account_waits_for_a_person_and_everything_afterwards) {
    World world({}, now());
    const auto account = connect(world, "posko", hasty_code);
    world.revoke("posko");
    const auto o = answer(world, account, "posko", "Sudah selesai.");
    rounds(world, 30min, 30s);
    EXPECT_EQ(now_of(o).state, State::queued);
    world.restore("posko");
    rounds(world, 30min, 30s);
    EXPECT_EQ(now_of(o).state, State::sent) << now_of(o).problem.value_or("");
    EXPECT_EQ(said(world, "posko").size(), 1U);
}

TEST_P(Sends, for_good_what_was_refused_for_good) {
    World world({}, now());
    const auto account = connect(world, "posko");
    const auto o = answer(world, account, "posko", "Sudah selesai.");
    world.remove(1);
    rounds(world, 1min);
    EXPECT_EQ(now_of(o).state, State::failed);
    EXPECT_EQ(now_of(o).problem, "network.gone:target_gone");
}

TEST_P(Sends, each_answer_once_under_drawn_faults) {
    constexpr int schedules = 4;
    for (int seed = 1; seed <= schedules; ++seed) {
        chance.seed(static_cast<unsigned>(seed));
        const auto network = seed % 2 == 0 ? patient_code : hasty_code;
        const std::string name = "posko" + std::to_string(seed);
        World calm({}, now());
        const auto account = connect(calm, name, network);
        World world({.seed = static_cast<std::uint64_t>(seed),
                     .faults_per_hundred = 20 + seed % 5 * 10,
                     .most_delay = 60s,
                     .knows_keys = network == patient_code},
                    now());
        Failing failing(world, chance, 15);
        std::vector<Outgoing> answers;
        for (int i = 0; i < 5; ++i)
            answers.push_back(
                answer(world, account, name, "Jawaban " + std::to_string(i), i % 2 == 0 ? "aa" : ""));
        rounds(failing, 20min, 15s);
        world.end_faults();
        failing.end();
        rounds(world, 120min, 1min);
        for (int i = 0; i < 5; ++i) {
            const auto after = now_of(answers[static_cast<std::size_t>(i)]);
            EXPECT_EQ(after.state, State::sent) << "seed " << seed << " " << after.problem.value_or("");
            const auto text = "@warga Jawaban " + std::to_string(i);
            EXPECT_EQ(std::ranges::count(said(world, name), text, &Post::text), 1)
                << "seed " << seed << " " << text;
        }
    }
}

} // namespace
} // namespace channels::simulated
