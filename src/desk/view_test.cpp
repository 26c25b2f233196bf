#include "desk/desk.h"

#include <gtest/gtest.h>

namespace desk {
namespace {

TEST(DeskViews, every_name_in_an_address_leads_to_its_view) {
    for (const auto& [view, slug] : named_views)
        EXPECT_EQ(view_from(slug).value(), view) << slug;
    for (const char* wrong : {"", "mine", "tugas_saya", "SEMUA"})
        EXPECT_EQ(view_from(wrong).error().field, "pandangan") << wrong;
}

deadlines::Deadline clock(std::string name, int due, bool is_paused = false, bool is_met = false,
                          bool is_ended = false) {
    deadlines::Deadline out;
    out.name = std::move(name);
    out.due_at = base::time_from_ms(due);
    if (is_paused) out.paused_at = base::time_from_ms(1);
    if (is_met) out.met_at = base::time_from_ms(1);
    if (is_ended) out.ended_at = base::time_from_ms(1);
    return out;
}

TEST(DeskClock, is_the_running_one_due_first_then_a_paused_one_then_that_of_solving) {
    struct Row {
        std::vector<deadlines::Deadline> clocks;
        std::string shown;
    };
    const Row rows[] = {
        {{clock("verify", 30), clock("resolve", 20)}, "resolve"},
        {{clock("verify", 10, /*is_paused=*/true), clock("resolve", 20)}, "resolve"},
        {{clock("verify", 10, false, /*is_met=*/true), clock("resolve", 20, /*is_paused=*/true)}, "resolve"},
        {{clock("verify", 10, false, /*is_met=*/true), clock("resolve", 20, false, /*is_met=*/true)},
         "resolve"},
        {{clock("verify", 10, false, /*is_met=*/true)}, ""},
        {{clock("resolve", 10, false, false, /*is_ended=*/true)}, ""},
        {{}, ""},
    };
    for (const Row& row : rows) {
        auto shown = clock_to_show(row.clocks);
        EXPECT_EQ(shown ? shown->name : "", row.shown);
    }
}

} // namespace
} // namespace desk
