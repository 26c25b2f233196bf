// A viral hour: one post with thousands of comments (TANGGAP_COMMENTS says how many, TANGGAP_LONG 50,000)
// while citizens go on reporting. In order of need: what mentions the agency is looked for before old
// comments are fetched, and answers are sent before either. Nothing of it is lost.
#include "posting_world.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace channels::simulated {
namespace {

using namespace std::chrono_literals;
using outgoing::State;

class ViralHour : public outgoing::testing::WithPostings {};
DB_TEST_ON_EACH_ENGINE(ViralHour);

TEST_P(ViralHour, is_drained_behind_new_reports_and_answers) {
    const char* given = std::getenv("TANGGAP_COMMENTS");
    const int comments = given ? std::atoi(given) : std::getenv("TANGGAP_LONG") ? 50'000 : 2'000;
    ASSERT_GT(comments, 0);
    // So small that draining takes a while: what comes in between must not wait for it.
    World world({.seed = 1, .page = std::clamp<std::size_t>(static_cast<std::size_t>(comments) / 400, 5, 50)},
                now());
    const auto began = std::chrono::steady_clock::now();
    const auto account = connect(world, "posko", hasty_code);
    const auto root = world.write("budi", "Kapan jalan ini diperbaiki?", "posko");
    while (network::receive_due(services(world), agency()) > 0) {
    }
    for (int i = 0; i < comments; ++i)
        world.write(fmt::format("warga{}", i), fmt::format("Setuju {}", i), "", root);
    w().now += 1min;

    std::optional<outgoing::Outgoing> answer;
    std::int64_t urgent = 0;
    int told_at = 0;
    int held_at = 0;
    int sent_at = 0;
    int drained_at = 0;
    const auto all = static_cast<std::size_t>(comments) + 1;
    for (int step = 1; step < 2'000 && (drained_at == 0 || sent_at == 0 || held_at == 0); ++step) {
        // One pair of hands: what is chosen first shows the order.
        const auto due = network::take_due(services(world), agency(), 1);
        for (const auto& work : due)
            network::carry_out(services(world), agency(), work);
        if (step == 3) {
            urgent = world.write("ani", "Kebakaran di Jalan Melati", "posko");
            answer = waiting(account, world.write("eko", "Lampu mati", "posko"), "Sudah kami perbaiki.");
            told_at = step;
        }
        Process process(*this, world);
        process.run_due();
        const auto there = held.items.size();
        if (urgent != 0 && held_at == 0 && held.items.contains({account.id.value, std::to_string(urgent)}))
            held_at = step;
        if (answer && sent_at == 0 && now_of(*answer).state == State::sent) sent_at = step;
        if (drained_at == 0 && there >= all) drained_at = step;
        w().now += 5s;
    }
    EXPECT_GT(drained_at, 0) << held.items.size() << " of " << all;
    EXPECT_LE(sent_at, told_at + 2) << "an answer waits for no comment";
    EXPECT_LE(held_at, told_at + 8) << "a new report is seen at the next look, within half a minute";
    EXPECT_LT(held_at, drained_at);
    for (const auto& [key, item] : held.items)
        EXPECT_EQ(item.times_new, 1);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    fmt::print(
        "{} comments: answer sent after {} s, new report held after {} s, all drained after {} s of the "
        "network's time; {:.1f} s of ours, {:.0f} comments a second\n",
        comments, (sent_at - told_at) * 5, (held_at - told_at) * 5, drained_at * 5, took.count(),
        comments / took.count());
}

} // namespace
} // namespace channels::simulated
