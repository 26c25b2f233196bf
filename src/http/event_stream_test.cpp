#include "http/event_stream.h"

#include <gtest/gtest.h>

namespace http {
namespace {

TEST(EventStream, writes_events_so_that_no_value_can_forge_another) {
    EXPECT_EQ(to_wire({.data = "a"}), "data: a\n\n");
    EXPECT_EQ(to_wire({.data = "a\nb\r\nc"}), "data: a\ndata: b\ndata: c\n\n");
    EXPECT_EQ(to_wire({.data = "x", .name = "kasus\ndata: palsu", .id = "7\r\n"}),
              "id: 7\nevent: kasusdata: palsu\ndata: x\n\n");
}

TEST(EventStream, drops_a_client_that_takes_too_little) {
    EventStream stream(64);
    int closed = 0;
    stream.on_close([&] { ++closed; });
    EXPECT_TRUE(stream.send({.data = "satu"}));
    EXPECT_FALSE(stream.send({.data = std::string(64, 'x')}));
    EXPECT_FALSE(stream.is_open());
    EXPECT_FALSE(stream.send({.data = "dua"}));
    EXPECT_EQ(closed, 1);
}

TEST(EventStream, wakes_the_edge_once_for_what_waits) {
    EventStream stream;
    int woken = 0;
    stream.attach([&] { ++woken; });
    stream.send({.data = "a"});
    stream.send({.data = "b"});
    EXPECT_EQ(woken, 1);
    EXPECT_EQ(stream.take().bytes, "data: a\n\ndata: b\n\n");
    stream.close();
    EXPECT_EQ(woken, 2);
    EXPECT_TRUE(stream.take().closed);
    bool told = false;
    stream.on_close([&] { told = true; });
    EXPECT_TRUE(told);
}

} // namespace
} // namespace http
