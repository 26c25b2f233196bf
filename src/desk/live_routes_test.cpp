#include "desk/live_routes.h"
#include "staff/sign_in_actions.h"
#include "staff_world.h"
#include "world.h"

namespace desk {
namespace {

using namespace std::chrono_literals;

class LiveUpdates : public db::testing::OnEachEngine {
protected:
    std::string signed_in() {
        return staff::sign_in(world.services, world.agency,
                              {.login = "sari", .password = "sandi-panjang-sekali", .address = "203.0.113.7"})
            .value()
            .secret;
    }
    /// What a stream was sent, waiting a moment for the thread that sends.
    static std::string heard(http::EventStream& stream, std::string_view until) {
        std::string out;
        for (int i = 0; i < 400 && out.find(until) == std::string::npos; ++i) {
            out += stream.take().bytes;
            std::this_thread::sleep_for(5ms);
        }
        return out;
    }
    staff::testing::World world{database()};
    staff::StaffId sari = world.add("sari", "sandi-panjang-sekali", {{staff::Role::operator_, world.south}});
    Live live{world.services};
};
DB_TEST_ON_EACH_ENGINE(LiveUpdates);

TEST_P(LiveUpdates, tell_the_position_of_the_own_agency_and_nothing_else) {
    live.tell(world.agency, 7);
    auto mine = live.open(world.agency, signed_in()).value();
    auto other = live.open(base::AgencyId{99}, "other").value();
    EXPECT_NE(heard(*mine, "data: 7\n").find("event: posisi"), std::string::npos);
    live.tell(world.agency, 8);
    EXPECT_EQ(heard(*mine, "data: 8\n"), "id: 8\nevent: posisi\ndata: 8\n\n");
    EXPECT_EQ(other->take().bytes.find("data: 8"), std::string::npos);
}

TEST_P(LiveUpdates, end_with_the_session) {
    const std::string leaving = signed_in(), staying = signed_in();
    auto first = live.open(world.agency, leaving).value();
    auto second = live.open(world.agency, staying).value();
    staff::sign_out(world.services, world.agency, leaving);
    live.end_dead();
    EXPECT_FALSE(first->is_open());
    EXPECT_TRUE(second->is_open());
    world
        .change(
            [&](db::Tx& tx, const auto& change) { return staff::suspend(tx, change, world.agency, sari); })
        .value();
    live.end_dead();
    EXPECT_FALSE(second->is_open());
    EXPECT_EQ(live.open_streams(), 0u);
}

TEST_P(LiveUpdates, reach_more_than_are_told_at_once_with_the_newest_position) {
    std::vector<std::shared_ptr<http::EventStream>> streams;
    for (std::size_t i = 0; i < 3 * told_at_once; ++i)
        streams.push_back(live.open(world.agency, "session " + std::to_string(i)).value());
    for (int position = 1; position <= 20; ++position)
        live.tell(world.agency, position);
    for (const auto& stream : streams)
        EXPECT_NE(heard(*stream, "data: 20\n").find("data: 20\n"), std::string::npos);
}

TEST_P(LiveUpdates, of_one_session_are_few) {
    const std::string secret = signed_in();
    std::vector<std::shared_ptr<http::EventStream>> open;
    for (std::size_t i = 0; i < streams_of_a_session; ++i)
        open.push_back(live.open(world.agency, secret).value());
    auto more = live.open(world.agency, secret);
    ASSERT_FALSE(more);
    EXPECT_EQ(more.error().code, "limit.reached");
    open.front()->close();
    EXPECT_TRUE(live.open(world.agency, secret)) << "one that left makes room";
}

} // namespace
} // namespace desk
