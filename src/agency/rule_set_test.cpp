#include "agency/agency_actions.h"
#include "agency/duty_actions.h"
#include "agency/rule_set_actions.h"
#include "world.h"

#include <thread>

namespace agency {
namespace {

class RuleSets : public db::testing::OnEachEngine {
protected:
    template <class F> auto change(F&& act) {
        return database().write(
            [&](db::Tx& tx) { return act(tx, Change{.ids = ids_, .now = now_, .staff = 7}); });
    }
    void SetUp() override {
        db::testing::OnEachEngine::SetUp();
        change([&](db::Tx& tx, const Change& by) {
            Agency made;
            made.name = "Dinas Bina Marga";
            made.prefix = "TGP";
            agency_ = create_agency(tx, by, random_, made).value().id;
            south_ =
                add_office(tx, by, agency_, {.id = {}, .parent = {}, .name = "Selatan", .short_name = ""})
                    .value()
                    .id;
            west_ = add_office(tx, by, agency_, {.id = {}, .parent = {}, .name = "Barat", .short_name = ""})
                        .value()
                        .id;
            return put_topic(tx, by, agency_, {.code = "jalan", .name_id = "Jalan", .name_en = ""});
        }).value();
    }
    base::Result<void> put(std::vector<RoutingRule> rules, std::string_view what = "changed") {
        return change([&](db::Tx& tx, const Change& by) { return put_rules(tx, by, agency_, rules, what); });
    }
    std::vector<RoutingRule> rules() {
        return database().read([&](db::Tx& tx) { return current_rules(tx, agency_); });
    }
    std::vector<RuleVersion> versions() {
        return database().read([&](db::Tx& tx) { return rule_versions(tx, agency_, 10); });
    }
    static RoutingRule rule(OfficeId office, RuleConditions more = {},
                            std::optional<std::string> topic = {}) {
        return {
            .id = {}, .ordinal = 0, .topic = std::move(topic), .area = {}, .office = office, .more = more};
    }

    base::Time now_ = base::time_from_ms(1'779'700'000'000);
    base::IdSource ids_{[this] { return now_; }, 1};
    base::Random random_ = [](std::size_t count) { return std::string(count, 'r'); };
    base::AgencyId agency_;
    OfficeId south_, west_;
};
DB_TEST_ON_EACH_ENGINE(RuleSets);

TEST_P(RuleSets, keep_every_condition_and_the_order) {
    RuleConditions all{.kinds = {"complaint", "question"},
                       .networks = {"form"},
                       .accounts = {AccountId{5}, AccountId{9}},
                       .words = {"jembatan ambrol", "tanggul"},
                       .polygon = {{-6.2, 106.8}, {-6.3, 106.8}, {-6.3, 106.9}},
                       .circle = RuleCircle{-6.2, 106.8, 2.5},
                       .days = "12345",
                       .from = "16:00",
                       .until = "07:30",
                       .first_day = "2026-11-01",
                       .last_day = "2026-12-31"};
    ASSERT_TRUE(put({rule(west_, {}, "jalan"), rule(south_, all)}));
    const auto stored = rules();
    ASSERT_EQ(stored.size(), 2U);
    EXPECT_EQ(stored[0].office, west_);
    EXPECT_EQ(stored[0].ordinal, 10);
    EXPECT_EQ(stored[1].more, all);
    EXPECT_EQ(read_rules(to_text(stored)).value()[1].more, all);
}

TEST_P(RuleSets, have_a_version_for_each_change_and_can_be_had_back) {
    ASSERT_TRUE(put({rule(south_)}, "added"));
    const auto first = rules();
    ASSERT_TRUE(put(first)) << "nothing differs";
    EXPECT_EQ(versions().size(), 1U);
    ASSERT_TRUE(put({first[0], rule(west_)}, "added"));
    ASSERT_TRUE(put({rules()[1]}, "removed"));
    ASSERT_EQ(versions().size(), 3U);
    EXPECT_EQ(versions()[0].what, "removed");
    EXPECT_EQ(versions()[0].n, 1);
    EXPECT_EQ(versions()[0].staff, 7);

    auto restore = [&](int version) {
        return change([&](db::Tx& tx, const Change& by) { return restore_rules(tx, by, agency_, version); });
    };
    ASSERT_TRUE(restore(1));
    ASSERT_EQ(rules().size(), 1U);
    EXPECT_EQ(rules()[0].id, first[0].id) << "cases name the rule that sent them: it is the same again";
    EXPECT_EQ(versions()[0].version, 4);
    EXPECT_EQ(restore(99).error().code, "rule.unknown_version");
}

TEST_P(RuleSets, of_before_the_first_counted_change_are_kept_too) {
    ASSERT_TRUE(
        change([&](db::Tx& tx, const Change& by) { return add_rule(tx, by, agency_, rule(south_)); }));
    ASSERT_TRUE(put({}, "removed"));
    ASSERT_EQ(versions().size(), 2U);
    EXPECT_EQ(versions()[1].what, "begun");
    EXPECT_EQ(versions()[1].n, 1);
}

constexpr db::Query<int()> waiting_for_a_lock{"test.waiting", "select 0",
                                              "select count(*) from pg_locks where not granted"};

TEST_P(RuleSets, changed_by_two_people_at_once_are_those_of_the_first) {
    if (GetParam() != db::Engine::postgres) return; // one writer: the second comes after the first
    put({rule(south_)}).value();
    base::Result<void> second;
    std::optional<std::jthread> other;
    change([&](db::Tx& tx, const Change& by) -> base::Result<void> {
        auto first = put_rules(tx, by, agency_, {rule(west_)}, "first");
        other.emplace([&] { second = put({rule(south_), rule(west_)}, "second"); });
        for (int i = 0; i < 2'000; ++i) {
            if (tx.one(waiting_for_a_lock).value_or(0) > 0) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        return first;
    }).value();
    other->join();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "rule.changed_meanwhile");
    ASSERT_EQ(rules().size(), 1U);
    EXPECT_EQ(rules()[0].office, west_);
    EXPECT_EQ(versions().front().what, "first");
}

TEST_P(RuleSets, as_a_draft_count_only_once_it_is_applied) {
    auto draft = [&](std::vector<RoutingRule> wanted) {
        return change([&](db::Tx& tx, const Change& by) { return save_rule_draft(tx, by, agency_, wanted); });
    };
    auto apply = [&] {
        return change([&](db::Tx& tx, const Change& by) { return apply_rule_draft(tx, by, agency_); });
    };
    EXPECT_EQ(apply().error().code, "rule.no_draft");
    ASSERT_TRUE(draft({rule(west_), rule(south_)}));
    EXPECT_TRUE(rules().empty());
    auto stored = database().read([&](db::Tx& tx) { return rule_draft(tx, agency_); });
    ASSERT_TRUE(stored);
    EXPECT_TRUE(stored->rules[0].id);
    ASSERT_TRUE(apply());
    EXPECT_EQ(rules()[0].id, stored->rules[0].id);
    EXPECT_EQ(rules()[0].office, west_);
    EXPECT_FALSE(database().read([&](db::Tx& tx) { return rule_draft(tx, agency_); }));
}

TEST_P(RuleSets, with_something_unknown_or_unreadable_are_refused_whole) {
    const struct {
        RoutingRule rule;
        std::string_view code, field;
    } rows[] = {
        {rule(OfficeId{1}), "office.unknown", ""},
        {rule(south_, {}, "kopi"), "topic.unknown", ""},
        {rule(south_, {.days = "128"}), "field.invalid", "days"},
        {rule(south_, {.from = "07:00"}), "field.missing", "until"},
        {rule(south_, {.from = "07:00", .until = "24:00"}), "field.invalid", "until"},
        {rule(south_, {.from = "7:00", .until = "08:00"}), "field.invalid", "from"},
        {rule(south_, {.polygon = {{0, 0}, {1, 1}}}), "field.invalid", "polygon"},
        {rule(south_, {.polygon = {{0, 0}, {1, 1}, {91, 0}}}), "field.invalid", "polygon"},
        {rule(south_, {.circle = RuleCircle{0, 0, 0}}), "field.invalid", "circle"},
        {rule(south_, {.first_day = "2026-13-01"}), "field.invalid", "first_day"},
        {rule(south_, {.first_day = "2026-02-01", .last_day = "2026-01-01"}), "field.invalid", "last_day"},
    };
    for (const auto& row : rows) {
        auto refused = put({rule(west_), row.rule});
        ASSERT_FALSE(refused) << row.code << row.field;
        EXPECT_EQ(refused.error().code, row.code);
        EXPECT_EQ(refused.error().field, row.field);
    }
    EXPECT_TRUE(rules().empty());
    EXPECT_TRUE(versions().empty());
}

TEST_P(RuleSets, stand_beside_what_offices_say_they_serve_and_who_settles) {
    auto serve = [&](OfficeService service) {
        return change([&](db::Tx& tx, const Change& by) { return add_service(tx, by, agency_, service); });
    };
    auto first = serve({.id = {}, .office = south_, .topic = "jalan", .area = "31.74"});
    ASSERT_TRUE(first);
    EXPECT_EQ(serve(*first).error().code, "service.known");
    EXPECT_EQ(serve({.id = {}, .office = south_, .topic = "kopi"}).error().code, "topic.unknown");
    auto directory = [&] {
        return database().read([&](db::Tx& tx) { return read_directory(tx, agency_); }).value();
    };
    ASSERT_EQ(directory().services().size(), 1U);
    EXPECT_EQ(directory().services()[0].area, "31.74");

    auto settle = [&](std::optional<Arbiter> arbiter) {
        return change([&](db::Tx& tx, const Change& by) { return set_arbiter(tx, by, agency_, arbiter); });
    };
    EXPECT_FALSE(directory().arbiter());
    EXPECT_EQ(settle(Arbiter{.office = west_, .working_days = 0}).error().field, "working_days");
    ASSERT_TRUE(settle(Arbiter{.office = west_, .staff = 12, .working_days = 3}));
    EXPECT_EQ(directory().arbiter(), (Arbiter{.office = west_, .staff = 12, .working_days = 3}));
    ASSERT_TRUE(settle({}));
    EXPECT_FALSE(directory().arbiter());

    auto remove = [&] {
        return change(
            [&](db::Tx& tx, const Change& by) { return remove_service(tx, by, agency_, first->id); });
    };
    ASSERT_TRUE(remove());
    EXPECT_EQ(remove().error().code, "service.unknown");
}

} // namespace
} // namespace agency
