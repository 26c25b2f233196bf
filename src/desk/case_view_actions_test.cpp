#include "db/database.h"
#include "desk/case_view_actions.h"
#include "events/event_actions.h"
#include "items/item_actions.h"
#include "people/identity_actions.h"
#include "staff_world.h"
#include "world.h"

namespace desk {
namespace {

using cases::CommandName;
using staff::Role;

constexpr const char* written = "Lubang besar di Tebet Timur, hubungi 081234567890";

class CaseDesk : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        auto key = people::make_vault_key(folder_.path() / "vault.key", staff::testing::random_bytes);
        ASSERT_TRUE(key);
        vault_ = std::make_unique<people::Vault>(std::move(*key));
        database()
            .write([&](db::Tx& tx) -> base::Result<void> {
                agency::Change change{.ids = w().ids, .now = w().now};
                for (auto [code, proof] : {std::pair{"jalan-berlubang", agency::ProofKind::photo},
                                           std::pair{"jam-layanan", agency::ProofKind::answer}}) {
                    auto topic = agency::put_topic(tx, change, w().agency,
                                                   {.code = code,
                                                    .name_id = code,
                                                    .name_en = code,
                                                    .proof = proof,
                                                    .profile = "sp4n-lapor"});
                    if (!topic) return topic;
                }
                auto rule = agency::add_rule(tx, change, w().agency,
                                             {.id = {},
                                              .ordinal = 1,
                                              .topic = "jalan-berlubang",
                                              .area = "31.74",
                                              .office = w().south});
                if (!rule) return base::pass(rule);
                auto account = agency::add_account(
                    tx, change, w().agency, {.id = {}, .office = w().root, .network = "x", .name = "@posko"});
                if (!account) return base::pass(account);
                account_ = account->id;
                return {};
            })
            .value();
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
        coordinator_ = person("sari", {{Role::coordinator, w().root}});
        south_ = person("budi", {{Role::operator_, w().south}});
        west_ = person("wati", {{Role::operator_, w().west}});
        auditor_ = person("audi", {{Role::auditor, w().root}});
        report();
    }

    staff::testing::World& w() { return *world_; }
    cases::Context context() { return cases::context_for(*directory_, w().ids, random_, w().now); }

    staff::Principal person(const std::string& login, std::vector<staff::HeldRole> roles) {
        staff::Principal out;
        out.agency = w().agency;
        out.staff = w().add(login, "kata sandi panjang", roles);
        out.name = "Petugas " + login;
        out.roles = std::move(roles);
        return out;
    }

    /// A pothole in Tebet, as the intake would take it.
    void report(cases::IdentityMode identity = cases::IdentityMode::public_) {
        triage::Reading reading;
        reading.masked = triage::masked(written);
        static int number = 0;
        items::Incoming incoming{
            .account = account_, .network = "x", .in = {}, .reading = reading, .received_at = w().now};
        incoming.in.network_id = "n" + std::to_string(++number);
        incoming.in.author = {.network_id = "warga", .name = "Siti", .handle = {}};
        incoming.in.text = written;
        incoming.in.created_at = w().now;
        code_ = database()
                    .write([&](db::Tx& tx) -> base::Result<std::string> {
                        auto saved = items::save(tx, *vault_, w().ids, w().agency, incoming);
                        if (!saved) return base::pass(saved);
                        cases::NewCase wanted;
                        wanted.topic = "jalan-berlubang";
                        wanted.area = "31.74.01.1001";
                        wanted.identity_mode = identity;
                        wanted.account = account_;
                        wanted.identity = saved->identity;
                        wanted.secret_hash = "x";
                        wanted.proposed_text = reading.masked;
                        wanted.received_at = w().now;
                        auto opened = cases::open_case(tx, context(), wanted);
                        if (!opened) return base::pass(opened);
                        items::attach_to_case(tx, w().agency, *saved, opened->id.value);
                        return opened->code;
                    })
                    .value();
    }

    base::Result<CaseView> view(const staff::Principal& who) {
        return database().read([&](db::Tx& tx) { return read_case(tx, context(), *vault_, who, code_); });
    }
    base::Result<Given> give(const staff::Principal& who, CommandName name,
                             std::map<std::string, std::string, std::less<>> fields = {},
                             std::optional<int> version = {}) {
        CommandDraft draft{.name = name, .version = version, .fields = std::move(fields)};
        return database().write([&](db::Tx& tx) { return give_command(tx, context(), who, code_, draft); });
    }
    /// As the form stands when it opens: the usual case in one press.
    base::Result<Given> press(const staff::Principal& who, CommandName name) {
        auto seen = view(who);
        if (!seen) return base::pass(seen);
        auto draft = opened(*seen, name);
        return database().write([&](db::Tx& tx) { return give_command(tx, context(), who, code_, draft); });
    }
    std::string id(agency::OfficeId office) { return base::to_string(office); }

    db::testing::TemporaryDirectory folder_;
    std::unique_ptr<staff::testing::World> world_;
    std::unique_ptr<people::Vault> vault_;
    base::Random random_ = staff::testing::random_bytes;
    agency::DirectoryPtr directory_;
    agency::AccountId account_;
    staff::Principal coordinator_, south_, west_, auditor_;
    std::string code_;
};
DB_TEST_ON_EACH_ENGINE(CaseDesk);

TEST_P(CaseDesk, shows_masked_words_and_says_what_was_masked) {
    auto seen = view(coordinator_);
    ASSERT_TRUE(seen) << seen.error().code;
    ASSERT_EQ(seen->said.size(), 1U);
    EXPECT_EQ(seen->said.front().text, triage::masked(written));
    EXPECT_EQ(seen->said.front().network, "x");
    ASSERT_EQ(seen->said.front().masks.size(), 1U);
    EXPECT_EQ(seen->said.front().masks.front().kind, triage::PrivateData::phone);
    EXPECT_TRUE(seen->has_identity);
    EXPECT_EQ(seen->demanded, proof::ProofKind::photo);
    EXPECT_EQ(seen->route.office, w().south);
    EXPECT_EQ(seen->route.why, cases::Why::rule);
    ASSERT_FALSE(seen->deadlines.empty());
    for (const auto& deadline : seen->deadlines)
        ASSERT_TRUE(deadline.why) << deadline.row.name;
}

TEST_P(CaseDesk, does_not_exist_for_another_office_and_an_auditor_reads_without_words_and_buttons) {
    auto other = view(west_);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, "case.not_found");
    EXPECT_EQ(give(west_, CommandName::note, {{"text", "x"}}).error().code, "case.not_found");

    auto audited = view(auditor_);
    ASSERT_TRUE(audited);
    EXPECT_TRUE(audited->said.empty());
    EXPECT_TRUE(audited->possible.empty());
    EXPECT_EQ(audited->c.proposed_text, "");
    EXPECT_EQ(give(auditor_, CommandName::note, {{"text", "x"}}).error().code, "office.not_yours");
}

TEST_P(CaseDesk, a_form_as_it_opens_verifies_and_assigns) {
    auto verified = press(coordinator_, CommandName::verify);
    ASSERT_TRUE(verified) << verified.error().field;
    EXPECT_EQ(verified->after.state, cases::State::verified);
    EXPECT_EQ(verified->after.public_text, triage::masked(written));
    auto assigned = press(coordinator_, CommandName::assign);
    ASSERT_TRUE(assigned) << assigned.error().field;
    EXPECT_EQ(assigned->after.office, w().south);
    auto seen = view(south_);
    ASSERT_TRUE(seen);
    EXPECT_EQ(usual_next(*seen), CommandName::start);
    EXPECT_EQ(seen->name_of(seen->last("case.assigned")->staff), "Petugas sari");
}

TEST_P(CaseDesk, a_return_leaves_the_office_and_the_second_waits_for_the_arbiter) {
    for (int round = 1; round <= 2; ++round) {
        ASSERT_TRUE(give(coordinator_, CommandName::assign, {{"office", id(w().south)}}));
        auto returned = give(south_, CommandName::return_, {{"reason", "Jalan provinsi"}});
        ASSERT_TRUE(returned) << returned.error().code;
        EXPECT_FALSE(returned->still_sees);
        EXPECT_EQ(waits_for_arbiter(returned->after), round == 2);
    }
    EXPECT_FALSE(view(south_));
    EXPECT_TRUE(view(coordinator_));
}

TEST_P(CaseDesk, refuses_a_person_without_a_role_at_the_office_and_a_case_that_is_not_there) {
    auto wrong = give(coordinator_, CommandName::assign,
                      {{"office", id(w().south)}, {"person", base::to_string(west_.staff)}});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().field, "person");
    auto right = give(coordinator_, CommandName::assign,
                      {{"office", id(w().south)}, {"person", base::to_string(south_.staff)}});
    ASSERT_TRUE(right);
    EXPECT_EQ(right->after.person, south_.staff);

    auto unknown = give(coordinator_, CommandName::join, {{"with", "TGP-1111-1111"}});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().field, "with");
    const std::string first = code_;
    report();
    std::string spoken = first;
    std::ranges::transform(spoken, spoken.begin(), [](unsigned char c) { return std::tolower(c); });
    auto joined = give(coordinator_, CommandName::join, {{"with", spoken}});
    ASSERT_TRUE(joined) << joined.error().code;
    EXPECT_EQ(text_at(view(coordinator_)->last("case.joined")->data, "with"), first);
}

TEST_P(CaseDesk, an_old_form_is_refused_but_a_note_never_is) {
    auto seen = view(coordinator_);
    ASSERT_TRUE(give(coordinator_, CommandName::reclassify, {{"urgency", "tinggi"}}));
    auto old = give(coordinator_, CommandName::archive, {{"reason", "spam"}}, seen->c.version);
    ASSERT_FALSE(old);
    EXPECT_EQ(old.error().code, "case.changed_meanwhile");
    EXPECT_TRUE(give(coordinator_, CommandName::note, {{"text", "Sudah ditelepon"}}, seen->c.version));
}

TEST_P(CaseDesk, pauses_stand_in_the_explanation_of_a_deadline) {
    ASSERT_TRUE(give(coordinator_, CommandName::assign, {{"office", id(w().south)}}));
    ASSERT_TRUE(give(south_, CommandName::ask, {{"question", "Nomor berapa?"}}));
    w().now += std::chrono::hours(5);
    ASSERT_TRUE(give(south_, CommandName::answered, {{"answer", "Nomor 5"}}));
    auto seen = view(south_);
    ASSERT_TRUE(seen);
    bool is_paused = false;
    for (const auto& deadline : seen->deadlines)
        if (deadline.row.name == "resolve") {
            ASSERT_TRUE(deadline.why);
            ASSERT_EQ(deadline.why->pauses.size(), 1U);
            EXPECT_EQ(deadline.why->pauses.front().until - deadline.why->pauses.front().from,
                      std::chrono::hours(5));
            is_paused = true;
        }
    EXPECT_TRUE(is_paused);
}

TEST_P(CaseDesk, opens_an_identity_only_with_the_right_and_a_reason_and_writes_it_down) {
    auto open = [&](const staff::Principal& who, std::string_view reason) {
        return database().write(
            [&](db::Tx& tx) { return open_reporter(tx, context(), *vault_, who, code_, reason); });
    };
    auto seen = open(south_, "Menelepon pelapor");
    ASSERT_TRUE(seen) << seen.error().code;
    EXPECT_EQ(seen->identity.name, "Siti");
    ASSERT_EQ(seen->said.size(), 1U);
    EXPECT_EQ(seen->said.front().text, written);
    EXPECT_EQ(open(south_, "").error().code, "field.missing");
    EXPECT_EQ(open(auditor_, "ingin tahu").error().code, "office.not_yours");
    EXPECT_EQ(open(west_, "ingin tahu").error().code, "case.not_found");

    report(cases::IdentityMode::anonim);
    EXPECT_EQ(open(south_, "Menelepon pelapor").error().code, "office.not_yours");
    EXPECT_TRUE(open(coordinator_, "Menelepon pelapor"));
    auto views = database().read([&](db::Tx& tx) {
        auto c = cases::find_case(tx, w().agency, code_, "TGP").value();
        return events::last_of(tx, w().agency, "identity", c.identity->value, "identity.viewed").has_value();
    });
    EXPECT_TRUE(views);
}

TEST_P(CaseDesk, a_complaint_about_conduct_is_hidden_from_the_office_it_names) {
    ASSERT_TRUE(view(south_));
    ASSERT_TRUE(give(coordinator_, CommandName::reclassify, {{"conduct_office", id(w().south)}}));
    EXPECT_FALSE(view(south_));
    auto seen = view(coordinator_);
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->route.why, cases::Why::conduct_up);
    EXPECT_EQ(give(coordinator_, CommandName::assign, {{"office", id(w().south)}}).error().field, "office");
}

} // namespace
} // namespace desk
