// The process is killed while it sends: no reporter ever gets a mail twice, and none is forgotten in silence.
#include "channels/mail/smtp_sender.h"
#include "jobs/runner.h"
#include "outgoing_world.h"
#include "peers/smtp_peer.h"

#include <thread>

namespace channels::mail {
namespace {

using namespace std::chrono_literals;
using outgoing::State;
using outgoing::testing::World;

// "database|vault key|relay|now in ms", for the child.
constexpr const char* task = "TANGGAP_TEST_SEND_TASK";

// Run only as a child of the test below, by name: sends what waits until it is killed or nothing does.
TEST(SendChild, DISABLED_sends_until_it_is_killed) {
    const char* given = ::getenv(task);
    if (!given) return;
    const auto parts = base::split(given, '|');
    const auto database = db::testing::opened(std::string(parts[0]));
    const base::Time now = base::time_from_ms(std::stoll(std::string(parts[3])));
    people::Vault vault(people::read_vault_key(std::string(parts[1])).value());
    base::IdSource ids{base::system_now(), 2};
    agency::Directories directories{*database, [now] { return now; }};
    SmtpSender sender(checked({.relay = std::string(parts[2]), .from = "lapor@contoh.go.id"}).value());
    jobs::Runner runner(
        {.database = *database,
         .now = [now] { return now; },
         .random = staff::testing::random_bytes,
         .holder = "child",
         .agencies = [&] { return directories.agencies(); },
         .handlers = {outgoing::send_handler({*database, directories, vault, ids, [now] { return now; },
                                              staff::testing::random_bytes, &sender})},
         .schedule = {{"outgoing.sweep", 1min, [&](base::AgencyId agency) -> base::Result<void> {
                           outgoing::sweep(*database, agency, now);
                           return {};
                       }}}});
    runner.run_due();
}

class Kills : public db::testing::OnEachEngine {};
DB_TEST_ON_EACH_ENGINE(Kills);

/// Starts the child, and kills it after a while; true when it ended by itself before.
bool run_child(const std::string& what, std::chrono::microseconds after) {
    ::setenv(task, what.c_str(), 1);
    const pid_t child = ::fork();
    if (child == 0) {
        const int nothing = ::open("/dev/null", O_WRONLY);
        ::dup2(nothing, 1);
        ::execl("/proc/self/exe", "channels_mail_test", "--gtest_filter=SendChild.*",
                "--gtest_also_run_disabled_tests", nullptr);
        ::_exit(127);
    }
    const auto until = std::chrono::steady_clock::now() + after;
    int status = 0;
    while (std::chrono::steady_clock::now() < until) {
        if (::waitpid(child, &status, WNOHANG) == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        std::this_thread::sleep_for(200us);
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, &status, 0);
    return false;
}

TEST_P(Kills, never_make_a_second_mail_and_what_is_not_certain_is_said_to_be) {
    constexpr int mails = 30;
    tests::SmtpPeer peer;
    std::vector<outgoing::Outgoing> made;
    std::string key;
    base::Time now;
    World world(database());
    for (int i = 0; i < mails; ++i)
        (void)world.report({.email = "warga" + std::to_string(i) + "@contoh.id"});
    world.turn();
    key = (world.folder.path() / "vault.key").string();
    now = world.staff.now;

    auto in_state = [&](State state) {
        return database().read([&](db::Tx& tx) {
            return outgoing::list_outgoing(tx, *world.directory,
                                           {.agency = world.staff.agency,
                                            .staff = staff::StaffId{1},
                                            .name = "Siti",
                                            .roles = {{staff::Role::coordinator, world.staff.root}},
                                            .account = {}},
                                           state, {}, 2 * mails)
                .rows;
        });
    };
    ASSERT_EQ(in_state(State::queued).size(), static_cast<std::size_t>(mails));
    int kills = 0;
    unsigned chance = 1;
    for (int round = 0; round < 150 && !in_state(State::queued).empty(); ++round) {
        now += 10min; // past every lease, so that each child takes up what the last one left
        const std::string what =
            fresh().where() + "|" + key + "|" + peer.url() + "|" + std::to_string(base::to_ms(now));
        chance = chance * 1'103'515'245U + 12'345U;
        // Starting takes the child some 50 ms and a mail some 10 ms, more on a busy machine.
        if (!run_child(what, std::chrono::microseconds(40'000 + (chance >> 16) % 90'000 + round * 3'000)))
            ++kills;
    }
    EXPECT_GT(kills, 3) << "the child was killed while it worked";
    outgoing::sweep(database(), world.staff.agency, now + 1h);

    const auto counts = peer.counts();
    auto times = [&](const outgoing::Outgoing& o) {
        // A Message-ID of ours: number, agency, signature.
        const auto begin = base::to_string(o.id) + ".1.";
        const auto found =
            std::ranges::find_if(counts, [&](const auto& each) { return each.first.starts_with(begin); });
        return found == counts.end() ? 0 : found->second;
    };
    for (const auto& [id, count] : counts)
        EXPECT_EQ(count, 1) << id;
    const auto sent = in_state(State::sent);
    const auto unknown = in_state(State::unknown);
    EXPECT_TRUE(in_state(State::queued).empty());
    EXPECT_TRUE(in_state(State::sending).empty());
    EXPECT_EQ(sent.size() + unknown.size(), static_cast<std::size_t>(mails)) << "none is forgotten";
    for (const auto& row : sent)
        EXPECT_EQ(times(row.outgoing), 1);
    for (const auto& row : unknown)
        EXPECT_LE(times(row.outgoing), 1);
    RecordProperty("kills", kills);
    RecordProperty("unknown", static_cast<int>(unknown.size()));
}

TEST_P(Kills, after_the_handover_leave_exactly_one_mail_and_a_question_for_a_person) {
    tests::SmtpPeer peer("slow"); // takes the mail in, and answers when the child is long dead
    World world(database());
    const auto c = world.report();
    world.turn();
    const std::string what = fresh().where() + "|" + (world.folder.path() / "vault.key").string() + "|" +
                             peer.url() + "|" + std::to_string(base::to_ms(world.staff.now));
    EXPECT_FALSE(run_child(what, 1500ms));
    EXPECT_EQ(world.last(c).state, State::sending);
    peer.set_mode("accept");
    const std::string later = fresh().where() + "|" + (world.folder.path() / "vault.key").string() + "|" +
                              peer.url() + "|" + std::to_string(base::to_ms(world.staff.now + 10min));
    EXPECT_TRUE(run_child(later, 20s)) << "the next start finds nothing to send";
    EXPECT_EQ(world.last(c).state, State::unknown);
    EXPECT_EQ(peer.lines().size(), 1U);
}

} // namespace
} // namespace channels::mail
