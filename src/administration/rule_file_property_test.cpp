// Whatever words people give a rule, a file gives them back: through the table of a spreadsheet and as JSON.
#include "administration/rule_file.h"
#include "base/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace administration {
namespace {

using agency::OfficeId;
using agency::RoutingRule;
using agency::RoutingRuleId;

/// Accounts are called as people call them, too.
agency::Directory agency_with(std::vector<RoutingRule> rules = {}) {
    agency::Agency agency;
    agency.id = base::AgencyId{1};
    agency.regions = {"31.74"};
    return agency::Directory({.agency = agency,
                              .offices = {{OfficeId{1}, {}, "Dinas, \"Pusat\"", "Pusat"},
                                          {OfficeId{2}, OfficeId{1}, "=Sudin; Selatan", "Selatan"}},
                              .topics = {{.code = "jalan", .name_id = "Jalan", .name_en = "Roads"}},
                              .rules = std::move(rules),
                              .accounts = {{agency::AccountId{1}, {}, "form", "Meja | loket\\"},
                                           {agency::AccountId{2}, {}, "mail", "aduan@contoh.go.id"}}});
}

bool sometimes(int one_in) {
    return *rc::gen::inRange(0, one_in) == 0;
}

/// Made of what has a meaning in tables, lists and JSON, and of other things.
std::string some_word() {
    static const std::vector<std::string> parts{"|",
                                                "\"",
                                                "\\",
                                                ",",
                                                ";",
                                                " ",
                                                "'",
                                                "=",
                                                "+",
                                                "-",
                                                "@",
                                                "\t",
                                                "\r",
                                                "\xC2\xA0",
                                                "{",
                                                "[",
                                                "a",
                                                "é",
                                                "\\|",
                                                "''",
                                                "\\n",
                                                "#",
                                                "\xE2\x80\xA8",
                                                "0",
                                                "jalan",
                                                "\xF0\x9F\x9A\xA7"};
    std::string out;
    const int count = *rc::gen::inRange(1, 8);
    for (int i = 0; i < count; ++i)
        out += parts[*rc::gen::inRange<std::size_t>(0, parts.size())];
    return out;
}

double some_degrees(int most) {
    return *rc::gen::inRange(-most * 1'000'000, most * 1'000'000) / 999'983.0;
}

RoutingRule some_rule(std::int64_t id) {
    RoutingRule out{RoutingRuleId{id}, static_cast<int>(id), {}, {}, OfficeId{*rc::gen::inRange(1, 3)}};
    if (sometimes(2)) out.topic = "jalan";
    if (sometimes(2)) out.area = "31.74.01";
    const int words = *rc::gen::inRange(0, 5);
    for (int i = 0; i < words; ++i)
        out.more.words.push_back(some_word());
    if (sometimes(3)) out.more.kinds = {"complaint", "question"};
    if (sometimes(3)) out.more.networks = {"form"};
    if (sometimes(3)) out.more.accounts = {agency::AccountId{1}, agency::AccountId{2}};
    if (sometimes(3))
        for (int i = 0; i < 3; ++i)
            out.more.polygon.push_back({some_degrees(89), some_degrees(179)});
    if (sometimes(3))
        out.more.circle =
            agency::RuleCircle{some_degrees(89), some_degrees(179), *rc::gen::inRange(1, 900'000) / 997.0};
    if (sometimes(3)) out.more.days = "135";
    if (sometimes(3)) out.more.from = "16:00", out.more.until = "07:30";
    if (sometimes(3)) out.more.first_day = "2026-11-01";
    return out;
}

RC_GTEST_PROP(RuleFileProperty, gives_back_every_rule_that_may_be_kept, ()) {
    std::vector<RoutingRule> rules;
    const int count = *rc::gen::inRange(1, 5);
    for (int i = 1; i <= count; ++i) {
        auto rule = some_rule(i);
        auto kept = agency::checked(rule.more);
        RC_ASSERT(kept.has_value());
        rule.more = *kept;
        RC_ASSERT(agency::checked(*kept).value() == *kept);
        rules.push_back(std::move(rule));
    }
    const auto d = agency_with(rules);
    for (const std::string& text : {rules_csv(d), rules_json(d)}) {
        const auto read = read_rule_file(text, d);
        if (!read) RC_FAIL(text + read.error().field + " " + read.error().detail);
        RC_ASSERT(read->size() == rules.size());
        for (std::size_t i = 0; i < rules.size(); ++i) {
            if (!(*read)[i].says_the_same(rules[i])) RC_FAIL(text);
            const auto& same = (*read)[i].id;
            RC_ASSERT(std::ranges::any_of(rules, [&](const RoutingRule& each) {
                return each.id == same && each.says_the_same(rules[i]);
            }));
        }
    }
}

TEST(RuleFileWords, that_have_a_meaning_in_tables_are_kept) {
    const std::vector<std::string> words{"a|b", "a\\|b", "ujung\\", "\"kutip\"", "a, b; c", "'=1+1", "=1+1"};
    for (const auto& word : words) {
        RoutingRule rule{RoutingRuleId{1}, 1, {}, {}, OfficeId{1}};
        rule.more.words = {word};
        for (const std::string& text : {rules_csv(agency_with({rule})), rules_json(agency_with({rule}))}) {
            const auto read = read_rule_file(text, agency_with());
            ASSERT_TRUE(read) << text;
            EXPECT_EQ(read->at(0).more.words, std::vector{word}) << text;
        }
    }
    // What people type with blanks around it or over two lines are the words between.
    const std::string header = rules_csv(agency_with());
    const auto typed = read_rule_file(header + ",,pusat,,,,\" satu | dua\n tiga \",,,,,,,\n", agency_with());
    ASSERT_TRUE(typed) << typed.error().detail;
    EXPECT_EQ(typed->at(0).more.words, (std::vector<std::string>{"dua", "satu", "tiga"}));
    EXPECT_EQ(
        read_rule_file(R"([{"office": "pusat", "words": ["satu\ndua"]}])", agency_with()).error().detail,
        "words: field.invalid");
}

} // namespace
} // namespace administration
