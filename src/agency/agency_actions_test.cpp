#include "agency/agency_actions.h"
#include "agency/directory_actions.h"
#include "agency/rule_set_actions.h"
#include "events/event_actions.h"
#include "world.h"

#include <set>
#include <thread>

namespace agency {
namespace {

using base::AgencyId;

class Agencies : public db::testing::OnEachEngine {
protected:
    base::Time now_ = base::time_from_ms(1'779'700'000'000);
    base::IdSource ids_{[this] { return now_; }, 1};
    base::Random random_ = [](std::size_t count) { return std::string(count, 'r'); };

    template <class F> auto change(F&& act) {
        return database().write(
            [&](db::Tx& tx) { return act(tx, Change{.ids = ids_, .now = now_, .staff = 7}); });
    }
    Agency made(std::string name = "Dinas Bina Marga", std::optional<std::string> host = {}) {
        return change([&](db::Tx& tx, const Change& by) {
                   Agency agency;
                   agency.name = name;
                   agency.prefix = "TGP";
                   agency.host = host;
                   agency.zone = base::Zone::wita;
                   agency.regions = {"31.74", "31.71"};
                   return create_agency(tx, by, random_, agency);
               })
            .value();
    }
    Office office(AgencyId agency, std::string name, std::optional<OfficeId> parent = {}) {
        return change([&](db::Tx& tx, const Change& by) {
                   return add_office(tx, by, agency,
                                     {.id = {}, .parent = parent, .name = name, .short_name = ""});
               })
            .value();
    }
    Directory read(AgencyId agency) {
        return database().read([&](db::Tx& tx) { return read_directory(tx, agency); }).value();
    }
};
DB_TEST_ON_EACH_ENGINE(Agencies);

TEST_P(Agencies, are_read_back_as_they_were_made) {
    const Agency agency = made();
    const Directory directory = read(agency.id);
    EXPECT_EQ(directory.agency().name, "Dinas Bina Marga");
    EXPECT_EQ(directory.agency().zone, base::Zone::wita);
    EXPECT_EQ(directory.agency().regions, (std::vector<std::string>{"31.71", "31.74"}));
    EXPECT_EQ(directory.agency().created_at, now_);
    EXPECT_FALSE(directory.agency().secret_salt.empty());
    EXPECT_FALSE(directory.agency().host);
    auto unknown = database().read([](db::Tx& tx) { return read_directory(tx, AgencyId{99}); });
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, "agency.unknown");
}

TEST_P(Agencies, give_one_host_to_one_agency) {
    const Agency first = made("Dinas Bina Marga", "lapor.a.id");
    const Agency second = made("Dinas Sosial", "lapor.b.id");
    EXPECT_NE(first.id, second.id);
    auto third = change([&](db::Tx& tx, const Change& by) {
        Agency agency = first;
        return create_agency(tx, by, random_, agency);
    });
    ASSERT_FALSE(third);
    EXPECT_EQ(third.error().code, "agency.host_taken");
    auto moved = change([&](db::Tx& tx, const Change& by) {
        Agency agency = second;
        agency.host = "LAPOR.A.ID";
        return change_agency(tx, by, agency);
    });
    ASSERT_FALSE(moved);
    EXPECT_EQ(moved.error().code, "agency.host_taken");
}

TEST_P(Agencies, change_but_keep_prefix_and_salt) {
    Agency agency = made();
    const std::string salt = agency.secret_salt;
    agency.name = "Dinas Bina Marga DKI";
    agency.prefix = "XYZ";
    agency.secret_salt = "stolen";
    agency.regions = {"31"};
    ASSERT_TRUE(change([&](db::Tx& tx, const Change& by) { return change_agency(tx, by, agency); }));
    const Directory directory = read(agency.id);
    EXPECT_EQ(directory.agency().name, "Dinas Bina Marga DKI");
    EXPECT_EQ(directory.agency().prefix, "TGP");
    EXPECT_EQ(directory.agency().secret_salt, salt);
    EXPECT_EQ(directory.agency().regions, std::vector<std::string>{"31"});
}

TEST_P(Agencies, grow_a_tree_that_never_becomes_a_circle) {
    const AgencyId agency = made().id;
    const Office root = office(agency, "Dinas");
    Office south = office(agency, "Suku Dinas Selatan", root.id);
    const Office tebet = office(agency, "Satgas Tebet", south.id);
    south.parent = tebet.id;
    auto circle = change([&](db::Tx& tx, const Change& by) { return change_office(tx, by, agency, south); });
    ASSERT_FALSE(circle);
    EXPECT_EQ(circle.error().code, "office.circle");
    south.parent = root.id;
    south.name = "Suku Dinas Jakarta Selatan";
    south.is_active = false;
    ASSERT_TRUE(change([&](db::Tx& tx, const Change& by) { return change_office(tx, by, agency, south); }));
    const Directory directory = read(agency);
    EXPECT_EQ(directory.path_name(tebet.id), "Suku Dinas Jakarta Selatan / Satgas Tebet");
    EXPECT_FALSE(directory.office(south.id)->is_active);
    auto orphan = change([&](db::Tx& tx, const Change& by) {
        return add_office(tx, by, agency, {.id = {}, .parent = OfficeId{5}, .name = "X", .short_name = ""});
    });
    ASSERT_FALSE(orphan);
    EXPECT_EQ(orphan.error().code, "office.unknown");
}

TEST_P(Agencies, hold_topics_rules_and_accounts) {
    const AgencyId agency = made().id;
    const Office root = office(agency, "Dinas");
    auto put = [&](std::string code, int ordinal, ProofKind proof) {
        ASSERT_TRUE(change([&](db::Tx& tx, const Change& by) {
            return put_topic(
                tx, by, agency,
                {.code = code,
                 .name_id = "Topik " + code,
                 .name_en = "",
                 .proof = proof,
                 .profile = code == "lampu" ? std::optional<std::string>("sp4n-lapor") : std::nullopt,
                 .words = {"satu", "dua kata"},
                 .ordinal = ordinal});
        }));
    };
    put("lampu", 2, ProofKind::photo);
    put("jalan", 1, ProofKind::answer);
    put("jalan", 1, ProofKind::photo);
    auto add = [&](RoutingRule rule) {
        return change([&](db::Tx& tx, const Change& by) { return add_rule(tx, by, agency, rule); });
    };
    auto general = add({.id = {}, .ordinal = 9, .topic = {}, .area = {}, .office = root.id});
    auto local = add({.id = {}, .ordinal = 1, .topic = "jalan", .area = "31.74", .office = root.id});
    ASSERT_TRUE(general && local);
    EXPECT_EQ(add({.id = {}, .ordinal = 1, .topic = "api", .area = {}, .office = root.id}).error().code,
              "topic.unknown");
    EXPECT_EQ(add({.id = {}, .ordinal = 1, .topic = {}, .area = {}, .office = OfficeId{3}}).error().code,
              "office.unknown");
    auto account = change([&](db::Tx& tx, const Change& by) {
        return add_account(tx, by, agency, {.id = {}, .office = {}, .network = "form", .name = "Formulir"});
    });
    ASSERT_TRUE(account);

    const Directory directory = read(agency);
    ASSERT_EQ(directory.topics().size(), 2u);
    EXPECT_EQ(directory.topics()[0].code, "jalan");
    EXPECT_EQ(directory.topics()[0].proof, ProofKind::photo) << "put again replaces";
    EXPECT_EQ(directory.topics()[1].words, (std::vector<std::string>{"satu", "dua kata"}));
    EXPECT_EQ(directory.profile_of("lampu"), "sp4n-lapor");
    EXPECT_EQ(directory.profile_of("jalan"), "3x24-jam");
    EXPECT_EQ(directory.profile_of("unknown"), "3x24-jam");
    ASSERT_EQ(directory.rules().size(), 2u);
    EXPECT_EQ(directory.rules()[0].id, local->id);
    EXPECT_EQ(directory.rules()[0].area, "31.74");
    ASSERT_TRUE(directory.form_account());
    EXPECT_EQ(directory.form_account()->id, account->id);

    ASSERT_TRUE(change(
        [&](db::Tx& tx, const Change& by) { return put_rules(tx, by, agency, {*general}, "removed"); }));
    ASSERT_TRUE(change([&](db::Tx& tx, const Change& by) {
        return set_account_active(tx, by, agency, account->id, /*is_active=*/false);
    }));
    const Directory later = read(agency);
    EXPECT_EQ(later.rules().size(), 1u);
    EXPECT_FALSE(later.form_account());
    EXPECT_TRUE(later.account(account->id));
}

TEST_P(Agencies, keep_their_rows_apart) {
    const Agency first = made("A", "a.id");
    const Agency second = made("B", "b.id");
    const Office office_of_first = office(first.id, "Milik A");
    EXPECT_EQ(read(second.id).offices().all().size(), 0u);
    auto stolen = change(
        [&](db::Tx& tx, const Change& by) { return change_office(tx, by, second.id, office_of_first); });
    ASSERT_FALSE(stolen);
    EXPECT_EQ(stolen.error().code, "office.unknown");
}

TEST_P(Agencies, write_every_change_as_an_event_with_its_author) {
    const AgencyId agency = made().id;
    const Office root = office(agency, "Dinas");
    database().read([&](db::Tx& tx) {
        auto of_agency = events::timeline(tx, agency, "agency", agency.value);
        ASSERT_EQ(of_agency.size(), 1u);
        EXPECT_EQ(of_agency[0].kind, "agency.created");
        auto of_office = events::timeline(tx, agency, "office", root.id.value);
        ASSERT_EQ(of_office.size(), 1u);
        EXPECT_EQ(of_office[0].kind, "office.added");
        EXPECT_EQ(of_office[0].actor_kind, "staff");
        EXPECT_EQ(of_office[0].actor, 7);
        EXPECT_FALSE(of_office[0].is_public);
    });
}

TEST_P(Agencies, are_found_by_host_and_alone_by_any) {
    Directories directories(database(), [this] { return now_; });
    EXPECT_FALSE(directories.at_host("lapor.a.id"));
    const Agency first = made("A", "lapor.a.id");
    directories.changed();
    EXPECT_EQ(directories.at_host("localhost:8080").value()->id(), first.id) << "the only one";
    const Agency second = made("B", "lapor.b.id");
    directories.changed();
    EXPECT_EQ(directories.at_host("LAPOR.B.ID:443").value()->id(), second.id);
    EXPECT_EQ(directories.at_host("lapor.a.id").value()->id(), first.id);
    EXPECT_EQ(directories.at_host("lain.id").error().code, "agency.unknown");
    EXPECT_EQ(directories.agencies(), (std::vector<AgencyId>{first.id, second.id}));
}

TEST_P(Agencies, show_a_change_after_its_signal_or_with_age) {
    const AgencyId agency = made().id;
    Directories directories(database(), [this] { return now_; });
    const DirectoryPtr old = directories.of(agency).value();
    EXPECT_EQ(directories.of(agency).value(), old) << "the same snapshot while nothing changes";
    office(agency, "Dinas");
    DirectoryPtr seen = old;
    for (int i = 0; i < 500 && seen == old; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        seen = directories.of(agency).value();
    }
    EXPECT_EQ(seen->offices().all().size(), 1u);
    EXPECT_EQ(old->offices().all().size(), 0u) << "a snapshot never changes under its reader";
    now_ += std::chrono::seconds(6);
    EXPECT_NE(directories.of(agency).value(), seen) << "read anew with age";
}

TEST_P(Agencies, are_read_by_many_threads_while_they_change) {
    const AgencyId agency = made().id;
    Directories directories(database(), [this] { return now_; });
    std::atomic<bool> is_over = false;
    std::vector<std::jthread> readers;
    std::atomic<int> backwards = 0;
    for (int i = 0; i < 4; ++i)
        readers.emplace_back([&] {
            std::size_t last = 0;
            while (!is_over) {
                std::size_t now = directories.of(agency).value()->offices().all().size();
                if (now < last) ++backwards;
                last = now;
            }
        });
    for (int i = 0; i < 20; ++i) {
        office(agency, "Unit " + std::to_string(i));
        directories.changed();
    }
    EXPECT_EQ(directories.of(agency).value()->offices().all().size(), 20u);
    is_over = true;
    readers.clear();
    EXPECT_EQ(backwards, 0);
}

TEST_P(Agencies, keep_their_own_days_and_leave) {
    Agency agency = made();
    const base::Day day = std::chrono::year{2026} / 7 / 15;
    ASSERT_TRUE(change([&](db::Tx& tx, const Change& by) {
        return put_day(tx, by, agency.id, {day, " Hari jadi kota ", true});
    }));
    ASSERT_TRUE(change([&](db::Tx& tx, const Change& by) {
        return put_day(tx, by, agency.id, {day, "Hari jadi kota", false});
    }));
    agency.leave_is_off = false;
    ASSERT_TRUE(change([&](db::Tx& tx, const Change& by) { return change_agency(tx, by, agency); }));
    const Directory directory = read(agency.id);
    ASSERT_EQ(directory.days().size(), 1U);
    EXPECT_EQ(directory.days()[0], (OwnDay{day, "Hari jadi kota", false}));
    EXPECT_FALSE(directory.agency().leave_is_off);
    auto event = database().read([&](db::Tx& tx) {
        return events::last_of(tx, agency.id, "agency", agency.id.value, "agency.changed");
    });
    ASSERT_TRUE(event);
    EXPECT_NE(event->data.find("collective_leave"), std::string::npos);

    auto remove = [&] {
        return change([&](db::Tx& tx, const Change& by) { return remove_day(tx, by, agency.id, day); });
    };
    EXPECT_TRUE(remove());
    EXPECT_EQ(remove().error().code, "day.unknown");
    EXPECT_TRUE(read(agency.id).days().empty());
}

TEST_P(Agencies, give_an_office_a_code_once) {
    const Agency agency = made();
    Office first = office(agency.id, "Suku Dinas Selatan"), second = office(agency.id, "Suku Dinas Selatan");
    auto codes = codes_of(read(agency.id).offices());
    EXPECT_EQ(codes[0].second, "suku-dinas-selatan");
    EXPECT_EQ(codes[1].second, "suku-dinas-selatan-2");
    auto code = [&](Office& of, std::string text) {
        of.code = std::move(text);
        return change([&](db::Tx& tx, const Change& by) { return change_office(tx, by, agency.id, of); });
    };
    EXPECT_TRUE(code(first, "selatan"));
    EXPECT_EQ(code(second, "selatan").error().code, "office.code_taken");
    EXPECT_EQ(code(second, "Selatan").error().field, "code");
    EXPECT_EQ(read(agency.id).office(first.id)->code, "selatan");
}

} // namespace
} // namespace agency
