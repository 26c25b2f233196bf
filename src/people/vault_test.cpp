#include "base/encode.h"
#include "people/vault.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <set>

namespace people {
namespace {

constexpr base::AgencyId agency{1};
constexpr IdentityId siti{1001};

SecretKey master(unsigned char fill) {
    SecretKey key;
    std::memset(key.bytes(), fill, SecretKey::size);
    return key;
}

std::string random_text(std::mt19937& chance, std::size_t max) {
    std::string text(chance() % (max + 1), '\0');
    for (char& c : text)
        c = static_cast<char>(chance() & 0xFF);
    return text;
}

TEST(Vault, opens_what_it_sealed_whatever_it_was) {
    Vault vault(master(1));
    std::mt19937 chance(20260526);
    for (int i = 0; i < 300; ++i) {
        auto made = vault.make_key(agency, IdentityId{i + 1});
        auto again = vault.unwrap(agency, IdentityId{i + 1}, made.wrapped);
        ASSERT_TRUE(again);
        std::string text = random_text(chance, 3000);
        EXPECT_EQ(again->open("items.words", made.key.seal("items.words", text)).value_or("?"), text);
        EXPECT_EQ(made.key.open("items.words", again->seal("items.words", text)).value_or("?"), text);
    }
}

TEST(Vault, refuses_a_sealed_text_with_any_one_bit_changed) {
    Vault vault(master(1));
    auto made = vault.make_key(agency, siti);
    const std::string sealed =
        base::from_base64url(made.key.seal("items.words", "Jalan rusak di RT 05")).value();
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        std::string flipped = sealed;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        auto opened = made.key.open("items.words", base::to_base64url(flipped));
        ASSERT_FALSE(opened) << "bit " << bit;
        EXPECT_EQ(opened.error().code, "vault.unreadable");
    }
}

TEST(Vault, refuses_a_wrapped_key_with_any_one_bit_changed) {
    Vault vault(master(1));
    auto made = vault.make_key(agency, siti);
    ASSERT_TRUE(vault.unwrap(agency, siti, made.wrapped)); // now it is cached
    const std::string wrapped = base::from_base64url(made.wrapped).value();
    for (std::size_t bit = 0; bit < wrapped.size() * 8; ++bit) {
        std::string flipped = wrapped;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        ASSERT_FALSE(vault.unwrap(agency, siti, base::to_base64url(flipped))) << "bit " << bit;
    }
}

TEST(Vault, refuses_what_was_cut_or_is_no_sealed_text) {
    Vault vault(master(1));
    auto made = vault.make_key(agency, siti);
    const std::string sealed = made.key.seal("items.words", "Lampu jalan padam");
    for (std::size_t size = 0; size < sealed.size(); ++size)
        ASSERT_FALSE(made.key.open("items.words", sealed.substr(0, size))) << size;
    EXPECT_FALSE(made.key.open("items.words", "Lampu jalan padam"));
    EXPECT_FALSE(made.key.open("items.words", sealed + "A"));
}

TEST(Vault, binds_a_text_to_its_agency_identity_and_column) {
    Vault vault(master(1));
    Vault other_vault(master(2));
    auto made = vault.make_key(agency, siti);
    const std::string sealed = made.key.seal("identities.name", "Siti");

    EXPECT_FALSE(made.key.open("identities.handle", sealed)) << "another column";
    auto neighbour = vault.make_key(agency, IdentityId{1002});
    EXPECT_FALSE(neighbour.key.open("identities.name", sealed)) << "another identity";
    EXPECT_FALSE(vault.unwrap(agency, IdentityId{1002}, made.wrapped))
        << "the key row under another identity";
    EXPECT_FALSE(vault.unwrap(base::AgencyId{2}, siti, made.wrapped)) << "the key row under another agency";
    EXPECT_FALSE(other_vault.unwrap(agency, siti, made.wrapped)) << "another master key";
}

TEST(Vault, never_seals_twice_alike) {
    Vault vault(master(1));
    auto made = vault.make_key(agency, siti);
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(made.key.seal("identities.name", "Siti"));
    EXPECT_EQ(seen.size(), 1000u);
}

TEST(Vault, keeps_more_identities_apart_than_its_cache_holds) {
    Vault vault(master(1));
    std::vector<std::pair<std::string, std::string>> rows; // wrapped, sealed
    for (std::int64_t i = 0; i < 2000; ++i) {
        auto made = vault.make_key(agency, IdentityId{i << 22});
        rows.emplace_back(made.wrapped, made.key.seal("identities.name", "Warga " + std::to_string(i)));
    }
    for (int round = 0; round < 2; ++round)
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto key = vault.unwrap(agency, IdentityId{static_cast<std::int64_t>(i) << 22}, rows[i].first);
            ASSERT_TRUE(key);
            EXPECT_EQ(key->open("identities.name", rows[i].second).value_or(""),
                      "Warga " + std::to_string(i));
            if (i % 3 == 0) vault.forget(agency, IdentityId{static_cast<std::int64_t>(i) << 22});
        }
}

TEST(Vault, looks_up_an_author_by_a_hash_that_only_this_key_gives) {
    Vault vault(master(1));
    Vault other_vault(master(2));
    const std::string lookup = vault.lookup(agency, "mastodon", "42");
    EXPECT_EQ(lookup, vault.lookup(agency, "mastodon", "42"));
    EXPECT_EQ(lookup.size(), 43u);
    EXPECT_NE(lookup, vault.lookup(base::AgencyId{2}, "mastodon", "42"));
    EXPECT_NE(lookup, vault.lookup(agency, "mail", "42"));
    EXPECT_NE(lookup, vault.lookup(agency, "mastodon", "43"));
    EXPECT_NE(lookup, other_vault.lookup(agency, "mastodon", "42"));
    EXPECT_NE(vault.lookup(agency, "a", "b|c"), vault.lookup(agency, "a|b", "c"));
}

} // namespace
} // namespace people
