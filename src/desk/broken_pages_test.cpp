#include "agency/directory_actions.h"
#include "desk/broken_pages.h"
#include "staff_world.h"
#include "world.h"

#include <gmock/gmock.h>

namespace desk {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class BrokenNotice : public db::testing::OnEachEngine {
protected:
    std::string said(std::span<const network::BrokenAccount> broken, staff::Role role, agency::OfficeId at) {
        const auto directory =
            database().read([&](db::Tx& tx) { return agency::read_directory(tx, world_.agency); }).value();
        const staff::Principal person{.agency = world_.agency,
                                      .staff = staff::StaffId{1},
                                      .name = "Sari",
                                      .roles = {{role, at}},
                                      .account = {}};
        return broken_notice(broken, directory, person, base::Language::id).str();
    }
    staff::testing::World world_{database()};
};
DB_TEST_ON_EACH_ENGINE(BrokenNotice);

TEST_P(BrokenNotice, says_since_when_nothing_comes_in_and_who_can_mend_it) {
    using enum staff::Role;
    EXPECT_EQ(said({}, operator_, world_.south), "");
    std::vector<network::BrokenAccount> broken{{.account = agency::AccountId{7},
                                                .handle = "@posko<i>",
                                                .since = base::time_from_ms(1'779'761'520'000)}};
    EXPECT_THAT(
        said(broken, operator_, world_.south),
        AllOf(HasSubstr("Akun @posko&lt;i&gt; tidak tersambung sejak 26 Mei 09.12 WIB. Laporan tidak masuk "
                        "dari sana."),
              HasSubstr("Beri tahu pengelola"), Not(HasSubstr("<a "))));
    EXPECT_THAT(said(broken, administrator, world_.south), Not(HasSubstr("<a ")));
    EXPECT_THAT(said(broken, administrator, world_.root),
                HasSubstr("href=\"/meja/atur/sambungan?keadaan=putus\""));
    for (int i = 0; i < 3; ++i)
        broken.push_back({.account = agency::AccountId{i + 8}, .handle = "@lain", .since = {}});
    EXPECT_THAT(said(broken, operator_, world_.south), HasSubstr("2 akun lain juga tidak tersambung."));
}

} // namespace
} // namespace desk
