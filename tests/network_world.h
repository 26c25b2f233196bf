// What receiving and sending need around them: an agency whose accounts are on the simulated network, a
// vault, time that the test moves, and an intake that only remembers.
#pragma once
#include "agency/agency_actions.h"
#include "channels/simulated/simulated_channel.h"
#include "channels/simulated/world.h"
#include "network/connection_actions.h"
#include "network/push_actions.h"
#include "network/receive_actions.h"
#include "people/vault.h"
#include "staff_world.h"
#include "world.h"

#include <random>

namespace network::testing {

/// What intake would hold: unique by (account, id); edits and deletions apply.
struct Remembered {
    struct Item {
        std::string text;
        std::string root;
        bool is_deleted = false;
        int times_new = 0;
    };
    std::map<std::pair<std::int64_t, std::string>, Item> items;
    bool fails = false; ///< the database is away

    std::vector<Delivered> take(agency::AccountId account, std::span<const items::ItemIn> batch) {
        std::vector<Delivered> out;
        for (const auto& in : batch) {
            if (fails) throw std::runtime_error("the database is away");
            auto [at, is_new] = items.try_emplace({account.value, in.network_id});
            if (is_new) ++at->second.times_new;
            if (is_new) at->second.root = in.root.value_or("");
            if (in.type == items::Change::remove) at->second.is_deleted = true;
            if (is_new || in.type == items::Change::update) at->second.text = in.text;
            out.push_back({is_new ? Taken::accepted : Taken::known, {}});
        }
        return out;
    }
};

class WithNetwork : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        staff_ = std::make_unique<staff::testing::World>(database());
        auto key = people::make_vault_key(folder_.path() / "vault.key", staff::testing::random_bytes);
        ASSERT_TRUE(key);
        vault_ = std::make_unique<people::Vault>(std::move(*key));
    }

    staff::testing::World& w() { return *staff_; }
    base::AgencyId agency() { return staff_->agency; }
    base::Now now() {
        return [this] { return w().now; };
    }

    Services services(Carrier& carrier) { return services(carrier, database()); }
    Services services(Carrier& carrier, db::Database& over) {
        return {.database = over,
                .vault = *vault_,
                .ids = w().ids,
                .now = now(),
                .random =
                    [this](std::size_t count) {
                        std::string out(count, '\0');
                        for (char& c : out)
                            c = static_cast<char>(chance());
                        return out;
                    },
                .channels = channels_,
                .carrier = carrier,
                .deliver = [this](base::AgencyId, agency::AccountId account,
                                  std::span<const items::ItemIn> items) { return held.take(account, items); },
                .recognise = [this](base::AgencyId, agency::AccountId account) { recognised(account); },
                .network_of = [this](base::AgencyId, agency::AccountId account) -> std::string {
                    auto found = networks_.find(account);
                    return found == networks_.end() ? std::string() : found->second;
                }};
    }

    agency::Account add_account(const std::string& name, std::string_view network) {
        return w()
            .change([&](db::Tx& tx, const staff::StaffChange& change) {
                return agency::add_account(
                    tx, {.ids = change.ids, .now = change.now}, agency(),
                    {.id = {}, .office = {}, .network = std::string(network), .name = name});
            })
            .value();
    }
    /// Connected to the world as `name`.
    agency::Account connect(Carrier& carrier, const std::string& name,
                            std::string_view network = channels::simulated::patient_code) {
        auto account = add_account(name, network);
        networks_[account.id] = network;
        auto connected = network::connect(
            services(carrier), agency(), account,
            {.server = "sim://world",
             .secrets = {{"token", name + ":0"},
                         {"push_secret", std::string(channels::simulated::World::push_secret)}}},
            staff::StaffId{1});
        EXPECT_TRUE(connected) << (connected ? "" : connected.error().code);
        return account;
    }

    virtual void recognised(agency::AccountId) {}

    db::testing::TemporaryDirectory folder_;
    std::unique_ptr<staff::testing::World> staff_;
    std::unique_ptr<people::Vault> vault_;
    Channels channels_{{channels::simulated::make_channel(channels::simulated::Temperament::patient),
                        channels::simulated::make_channel(channels::simulated::Temperament::hasty)}};
    std::map<agency::AccountId, std::string> networks_;
    Remembered held;
    std::mt19937 chance; ///< the same waits in every run
};

} // namespace network::testing
