#include "agency/directory.h"
#include "publishing/checking.h"
#include "publishing/policy.h"

#include <gtest/gtest.h>

namespace publishing {
namespace {

const agency::AccountId short_one{1}, long_one{2};
const std::vector<Outlet> outlets{
    {.account = short_one,
     .name = "@posko",
     .network = "x",
     .limits = {.text = {.unit = network::TextUnit::weighted, .longest = 280, .link_cost = 23},
                .media = {.most = 1, .longest_alt = 10},
                .can_post = true}},
    {.account = long_one,
     .name = "@posko@mastodon.example",
     .network = "mastodon",
     .limits = {.text = {.longest = 500}, .media = {.most = 4, .longest_alt = 1500}, .can_post = true}}};

std::vector<Fault> faults(std::string_view text, std::vector<Picture> pictures,
                          std::vector<agency::AccountId> wanted) {
    std::vector<Fault> out;
    for (const auto& wrong : check(text, pictures, wanted, outlets))
        out.push_back(wrong.fault);
    return out;
}

TEST(Checking, by_the_rules_of_each_network) {
    EXPECT_TRUE(faults("Loket buka.", {}, {short_one, long_one}).empty());
    EXPECT_EQ(faults(std::string(281, 'a'), {}, {short_one, long_one}), std::vector{Fault::too_long});
    EXPECT_TRUE(faults(std::string(281, 'a'), {}, {long_one}).empty());
    const std::string link = "https://lapor.contoh.go.id/" + std::string(300, 'a');
    EXPECT_TRUE(faults(link, {}, {short_one}).empty()) << "a link counts 23";
    EXPECT_EQ(faults("", {}, {long_one}), std::vector{Fault::no_text});
    EXPECT_EQ(faults("a", {}, {}), std::vector{Fault::no_outlet});
    EXPECT_EQ(faults("a", {}, {agency::AccountId{3}}), std::vector{Fault::outlet_gone});
    EXPECT_EQ(faults("a", {{"s", ""}}, {long_one}), std::vector{Fault::no_alt});
    EXPECT_EQ(faults("a", {{"s", "satu"}, {"t", "dua"}}, {short_one}), std::vector{Fault::too_many_pictures});
    EXPECT_EQ(faults("a", {{"s", "lebih dari sepuluh"}}, {short_one}), std::vector{Fault::alt_too_long});
    EXPECT_EQ(room_in(outlets[0], "abc").left, 277);
}

TEST(Policy, an_office_takes_that_of_the_nearest_above) {
    const agency::OfficeId root{1}, south{2}, tebet{3};
    agency::DirectoryRows rows;
    rows.offices = {{.id = root, .parent = {}, .name = "Dinas", .short_name = "Dinas"},
                    {.id = south, .parent = root, .name = "Selatan", .short_name = "Selatan"},
                    {.id = tebet, .parent = south, .name = "Tebet", .short_name = "Tebet"}};
    const agency::Directory directory(std::move(rows));
    const std::vector<Policy> all{{.office = root, .kind = Kind::live, .rule = Rule::head},
                                  {.office = south, .kind = Kind::live, .rule = Rule::none}};
    EXPECT_EQ(policy_for(all, directory, tebet, Kind::live).rule, Rule::none);
    EXPECT_EQ(policy_for(all, directory, root, Kind::live).rule, Rule::head);
    EXPECT_EQ(policy_for(all, directory, tebet, Kind::announcement).rule, Rule::second);
    EXPECT_EQ(policy_for(all, directory, tebet, Kind::incident).rule, Rule::off);
    EXPECT_FALSE(suffices(Rule::none, Rule::second));
    EXPECT_FALSE(suffices(Rule::second, Rule::head));
    EXPECT_TRUE(suffices(Rule::head, Rule::second));
}

} // namespace
} // namespace publishing
