#include "base/encode.h"
#include "events/event_actions.h"
#include "people/identity_actions.h"
#include "staff_world.h"
#include "world.h"

#include <fstream>
#include <thread>

namespace people {
namespace {

using staff::HeldRole;
using staff::Role;

class Identities : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        auto key = make_vault_key(folder_.path() / "vault.key", staff::testing::random_bytes);
        ASSERT_TRUE(key);
        vault_ = std::make_unique<Vault>(std::move(*key));
    }
    staff::testing::World& w() { return *world_; }
    base::Result<KnownIdentity> find(const Author& author) {
        return database().write(
            [&](db::Tx& tx) { return find_or_create(tx, *vault_, w().ids, w().agency, author, w().now); });
    }
    base::Result<OpenIdentity> open_now(IdentityId id) {
        return database().read([&](db::Tx& tx) { return open_identity(tx, *vault_, w().agency, id); });
    }
    base::Result<void> erase(IdentityId id) {
        return database().write(
            [&](db::Tx& tx) { return erase_identity(tx, *vault_, w().ids, w().agency, id, {}, w().now); });
    }
    staff::Principal staff_with(std::vector<HeldRole> roles) {
        return {.agency = w().agency,
                .staff = staff::StaffId{77},
                .name = "Siti",
                .roles = std::move(roles),
                .account = {}};
    }
    base::Result<OpenIdentity> view(const staff::Principal& viewer, IdentityId id, Openness openness,
                                    std::string reason = "menindaklanjuti laporan") {
        auto directory = w().directories.of(w().agency).value();
        return database().write([&](db::Tx& tx) {
            return view_identity(
                tx, *vault_, w().ids, viewer, *directory,
                {.identity = id, .office = w().south, .openness = openness, .reason = reason, .case_id = 5},
                w().now);
        });
    }
    std::vector<events::Stored> events_of(IdentityId id) {
        return database().read(
            [&](db::Tx& tx) { return events::timeline(tx, w().agency, "identity", id.value); });
    }

    const Author rahma_{.network = "mastodon",
                        .network_id = "42",
                        .name = "Siti Rahma",
                        .handle = "@rahma",
                        .contact = {.email = "rahma@contoh.id", .phone = "+6281234567890"}};
    db::testing::TemporaryDirectory folder_;
    std::unique_ptr<staff::testing::World> world_;
    std::unique_ptr<Vault> vault_;
};
DB_TEST_ON_EACH_ENGINE(Identities);

TEST_P(Identities, are_made_once_and_recognised_by_network_and_id) {
    auto first = find(rahma_);
    ASSERT_TRUE(first);
    EXPECT_TRUE(first->is_new);
    auto again = find(rahma_);
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->is_new);
    EXPECT_EQ(again->id, first->id);
    Author other = rahma_;
    other.network_id = "43";
    EXPECT_NE(find(other)->id, first->id);
    other = rahma_;
    other.network = "mail";
    EXPECT_NE(find(other)->id, first->id);
    other.network_id = "";
    EXPECT_NE(find(other)->id, find(other)->id) << "nobody to recognise is always somebody new";
    EXPECT_EQ(again->key.open("items.words", first->key.seal("items.words", "lubang")).value(), "lubang");
}

TEST_P(Identities, are_opened_with_what_came_last) {
    const IdentityId id = find(rahma_)->id;
    auto open = open_now(id);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->name, "Siti Rahma");
    EXPECT_EQ(open->handle, "@rahma");
    EXPECT_EQ(open->contact.email, "rahma@contoh.id");
    EXPECT_EQ(open->contact.phone, "+6281234567890");
    Author later = rahma_;
    later.name = "Siti R.";
    later.handle = std::nullopt;
    later.contact = {};
    ASSERT_TRUE(find(later));
    open = open_now(id);
    EXPECT_EQ(open->name, "Siti R.");
    EXPECT_EQ(open->handle, "@rahma") << "what did not come along stays";
    EXPECT_EQ(open->contact.email, "rahma@contoh.id");
    EXPECT_EQ(open_now(IdentityId{1}).error().code, "identity.unknown");
}

struct Row {
    std::string lookup;
    std::optional<std::string> name, handle, contact;
    std::string key;
};
BOOST_DESCRIBE_STRUCT(Row, (), (lookup, name, handle, contact, key))

TEST_P(Identities, stand_in_the_database_without_a_word_of_them) {
    const IdentityId id = find(rahma_)->id;
    static constexpr db::Query<Row(base::AgencyId, IdentityId)> raw{
        "test.raw",
        "select i.lookup, i.name_sealed, i.handle_sealed, i.contact_sealed, k.wrapped from identities i "
        "join identity_keys k on k.agency = i.agency and k.identity = i.id "
        "where i.agency = :agency and i.id = :id"};
    auto row = database().read([&](db::Tx& tx) { return tx.one(raw, w().agency, id); });
    ASSERT_TRUE(row && row->name && row->handle && row->contact);
    std::string all = row->lookup + *row->name + *row->handle + *row->contact + row->key;
    for (const char* word : {"Siti", "rahma", "812345"}) {
        EXPECT_EQ(all.find(word), std::string::npos) << word;
        EXPECT_EQ(base::from_base64url(*row->name)->find(word), std::string::npos) << word;
    }
}

TEST_P(Identities, once_erased_are_never_opened_again) {
    auto known = find(rahma_);
    ASSERT_TRUE(known);
    const IdentityId id = known->id;
    const std::string words = known->key.seal("items.words", "Lubang di depan rumah saya");
    auto open_words = [&] {
        return database().read(
            [&](db::Tx& tx) { return open(tx, *vault_, w().agency, id, "items.words", words); });
    };
    EXPECT_EQ(open_words().value(), "Lubang di depan rumah saya");
    ASSERT_TRUE(erase(id));

    EXPECT_EQ(open_words().error().code, "identity.erased") << "told apart from broken data";
    EXPECT_EQ(open_now(id).error().code, "identity.erased");
    auto sealing =
        database().read([&](db::Tx& tx) { return seal(tx, *vault_, w().agency, id, "items.words", "baru"); });
    EXPECT_EQ(sealing.error().code, "identity.erased");
    EXPECT_EQ(view(staff_with({{Role::dpo, w().root}}), id, Openness::known).error().code, "identity.erased");
    EXPECT_EQ(erase(id).error().code, "identity.erased");
    EXPECT_EQ(erase(IdentityId{1}).error().code, "identity.unknown");
    auto back = find(rahma_);
    ASSERT_TRUE(back);
    EXPECT_TRUE(back->is_new) << "who comes back is somebody new";
    EXPECT_FALSE(back->key.open("items.words", words));
    auto log = events_of(id);
    ASSERT_EQ(log.size(), 1u);
    EXPECT_EQ(log[0].kind, "identity.erased");
}

TEST_P(Identities, erased_on_another_node_are_not_opened_from_memory_here) {
    const IdentityId id = find(rahma_)->id;
    ASSERT_TRUE(open_now(id)); // the key is in this node's memory now
    auto same_master = read_vault_key(folder_.path() / "vault.key");
    ASSERT_TRUE(same_master);
    Vault other_node(std::move(*same_master));
    ASSERT_TRUE(database().write(
        [&](db::Tx& tx) { return erase_identity(tx, other_node, w().ids, w().agency, id, {}, w().now); }));
    EXPECT_EQ(open_now(id).error().code, "identity.erased");
}

TEST_P(Identities, stay_whole_when_the_erasing_is_rolled_back) {
    const IdentityId id = find(rahma_)->id;
    auto failed = database().write([&](db::Tx& tx) -> base::Result<void> {
        auto erased = erase_identity(tx, *vault_, w().ids, w().agency, id, {}, w().now);
        if (!erased) return erased;
        return base::fail(base::Kind::conflict, "test.changed_my_mind");
    });
    ASSERT_FALSE(failed);
    EXPECT_EQ(open_now(id).value().name, "Siti Rahma");
    EXPECT_TRUE(events_of(id).empty());
}

TEST_P(Identities, belong_to_their_agency_alone) {
    const IdentityId id = find(rahma_)->id;
    auto elsewhere =
        database().read([&](db::Tx& tx) { return open_identity(tx, *vault_, base::AgencyId{99}, id); });
    EXPECT_EQ(elsewhere.error().code, "identity.unknown");
}

TEST_P(Identities, are_shown_by_role_and_every_look_is_written_down) {
    const IdentityId id = find(rahma_)->id;
    struct {
        Role role;
        agency::OfficeId office;
        bool may_see_known;
        bool may_see_sealed;
    } const table[] = {
        {Role::operator_, w().south, true, false},      {Role::operator_, w().root, true, false},
        {Role::operator_, w().west, false, false},      {Role::coordinator, w().root, true, true},
        {Role::coordinator, w().west, false, false},    {Role::dpo, w().root, true, true},
        {Role::head, w().south, true, false},           {Role::field_officer, w().south, true, false},
        {Role::communications, w().root, false, false}, {Role::auditor, w().root, false, false},
        {Role::administrator, w().root, false, false},
    };
    std::size_t looks = 0;
    for (const auto& row : table) {
        const auto viewer = staff_with({{row.role, row.office}});
        EXPECT_EQ(view(viewer, id, Openness::known).has_value(), row.may_see_known)
            << base::code_of(row.role);
        EXPECT_EQ(view(viewer, id, Openness::sealed).has_value(), row.may_see_sealed)
            << base::code_of(row.role);
        looks += (row.may_see_known ? 1u : 0u) + (row.may_see_sealed ? 1u : 0u);
    }
    auto log = events_of(id);
    ASSERT_EQ(log.size(), looks) << "one for each look, none for the refused";
    for (const auto& event : log) {
        EXPECT_EQ(event.kind, "identity.viewed");
        EXPECT_EQ(event.actor, 77);
        EXPECT_FALSE(event.is_public);
        EXPECT_NE(event.data.find("menindaklanjuti"), std::string::npos);
        EXPECT_EQ(event.data.find("Rahma"), std::string::npos);
    }
    const auto dpo = staff_with({{Role::dpo, w().root}});
    EXPECT_EQ(view(dpo, id, Openness::known, "  ").error().field, "reason");
    staff::Principal account = dpo;
    account.staff = {};
    account.account = agency::AccountId{3};
    EXPECT_EQ(view(account, id, Openness::known).error().code, "token.scope");
    EXPECT_EQ(view(staff_with({}), id, Openness::known).error().code, "office.not_yours");
    EXPECT_EQ(events_of(id).size(), looks);
}

TEST_P(Identities, of_one_author_are_one_even_when_many_come_at_once) {
    std::vector<std::jthread> all;
    std::array<IdentityId, 8> ids{};
    for (std::size_t i = 0; i < ids.size(); ++i)
        all.emplace_back([&, i] { ids[i] = find(rahma_).value().id; });
    all.clear();
    for (IdentityId id : ids)
        EXPECT_EQ(id, ids[0]);
    EXPECT_EQ(open_now(ids[0]).value().name, "Siti Rahma");
}

TEST_P(Identities, need_the_key_that_sealed_them) {
    const auto file = folder_.path() / "other.key";
    auto fresh = open_vault(file, database(), staff::testing::random_bytes);
    EXPECT_TRUE(fresh) << "nothing is sealed yet: a new key may be made";
    std::filesystem::remove(file);
    ASSERT_TRUE(find(rahma_));
    auto missing = open_vault(file, database(), staff::testing::random_bytes);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, "vault.key_missing");
    EXPECT_FALSE(std::filesystem::exists(file)) << "no new key is made over sealed names";
    auto right = open_vault(folder_.path() / "vault.key", database(), staff::testing::random_bytes);
    ASSERT_TRUE(right);
    const IdentityId id = find(rahma_)->id;
    EXPECT_TRUE(database().read([&](db::Tx& tx) { return open_identity(tx, **right, w().agency, id); }));
}

TEST(Consent, is_kept_as_one_number) {
    for (int flags = 0; flags < 4; ++flags)
        EXPECT_EQ(to_flags(consent_from(flags).value()), flags);
    EXPECT_FALSE(consent_from(4));
    EXPECT_FALSE(consent_from(-1));
}

} // namespace
} // namespace people
