#include "app/remembered.h"
#include "world.h"

namespace app {
namespace {

using base::AgencyId;
using Whats = std::vector<Gone>;

TEST(Remembering, begins_with_nothing) {
    db::testing::TemporaryDirectory folder;
    EXPECT_TRUE(Remembered(folder.path()).reached().empty());
    EXPECT_TRUE(Remembered(folder.path()).gone().empty());
}

TEST(Remembering, how_far_every_agency_had_come_is_what_was_said_last) {
    db::testing::TemporaryDirectory folder;
    const Remembered remembered(folder.path());
    remembered.set_reached({{AgencyId{1}, 10, 1001, base::time_from_ms(5)}});
    const std::vector<Reached> now{{AgencyId{1}, 12, 1003, base::time_from_ms(9)},
                                   {AgencyId{2}, 4, 2004, base::time_from_ms(7)}};
    remembered.set_reached(now);
    EXPECT_EQ(Remembered(folder.path()).reached(), now);
}

TEST(Remembering, who_was_erased_stays_however_often_it_is_said) {
    db::testing::TemporaryDirectory folder;
    const Remembered remembered(folder.path());
    const Gone person{Gone::What::identity, AgencyId{1}, 251'058'454'595'109'092};
    const Gone words{Gone::What::words_of_case, AgencyId{2}, 7};
    remembered.add_gone({person});
    remembered.add_gone({words, person});
    remembered.add_gone({});
    EXPECT_EQ(remembered.gone(), (Whats{person, words}));
    const auto mode = std::filesystem::status(folder.path() / "erased").permissions();
    EXPECT_EQ(mode & (std::filesystem::perms::group_all | std::filesystem::perms::others_all),
              std::filesystem::perms::none);
}

TEST(Remembering, what_cannot_be_written_is_said) {
    EXPECT_THROW(Remembered("/proc/nowhere").set_reached({}), std::system_error);
    EXPECT_THROW(Remembered("/proc/nowhere").add_gone({{}}), std::system_error);
}

} // namespace
} // namespace app
