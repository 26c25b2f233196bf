// Accounts on the simulated network, their connections in every state, and an administrator to draw pages
// for. With TANGGAP_SHEET=DIR the pages and assets are left there to be looked at.
#pragma once
#include "administration/agency_pages.h"
#include "administration/connection_pages.h"
#include "db/database.h"
#include "html/assets.h"
#include "network/connection_store.h"
#include "network/connection_view_actions.h"
#include "network/source_store.h"
#include "network_world.h"
#include "outgoing/outgoing_store.h"
#include "outgoing/posting_actions.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace administration::testing {

using namespace std::chrono_literals;
using channels::simulated::World;
using network::ConnectionState;
using network::HoleState;

class WithConnections : public network::testing::WithNetwork {
protected:
    void rounds(World& world, base::Duration during, base::Duration step = 10s) {
        for (const auto end = w().now + during; w().now < end; w().now += step) {
            network::refresh_due(services(world), agency());
            while (network::receive_due(services(world), agency()) > 0) {
            }
        }
    }
    network::ConnectionView view(const agency::Account& account) {
        return database()
            .read([&](db::Tx& tx) { return network::view_connection(tx, agency(), account.id, w().now); })
            .value();
    }
    network::ConnectionsView all() {
        return database().read([&](db::Tx& tx) { return network::view_connections(tx, agency()); });
    }
    ConnectionState state_of(const agency::Account& account) { return view(account).row.state; }
    template <class F> void write(F&& act) {
        ASSERT_TRUE(database().write([&](db::Tx& tx) -> base::Result<void> {
            act(tx);
            return {};
        }));
    }
    void put_hole(const agency::Account& account, std::string reason, HoleState state = HoleState::open,
                  std::string problem = "") {
        write([&](db::Tx& tx) {
            network::Hole hole{.id = w().ids.next<network::HoleId>(),
                               .account = account.id,
                               .source = "mentions",
                               .reason = std::move(reason),
                               .opened_at = w().now,
                               .try_at = w().now + 1min};
            network::store::insert_hole(tx, agency(), hole);
            if (state == HoleState::open) return;
            hole.state = state;
            hole.closed_at = w().now;
            if (!problem.empty()) hole.problem = problem;
            network::store::update_hole(tx, agency(), hole);
        });
    }
    void put_unsent(const agency::Account& account, outgoing::State state) {
        write([&](db::Tx& tx) {
            outgoing::Outgoing out{.agency = agency(),
                                   .id = w().ids.next<outgoing::OutgoingId>(),
                                   .case_id = w().ids.next<cases::CaseId>(),
                                   .event = w().ids.next<outgoing::OutgoingId>().value,
                                   .channel = outgoing::Channel::network,
                                   .state = state,
                                   .created_at = w().now,
                                   .changed_at = w().now};
            EXPECT_TRUE(outgoing::store::insert(tx, out));
            outgoing::add_posting(tx, out, {.outgoing = out.id, .account = account.id});
        });
    }

    /// What pages are drawn with: an administrator of the whole agency.
    struct Drawn {
        Drawn(agency::Directory read, agency::OfficeId root)
            : directory(std::move(read)), person{.agency = directory.id(),
                                                 .staff = staff::StaffId{1},
                                                 .name = "Sari Wulandari",
                                                 .roles = {{staff::Role::administrator, root}},
                                                 .account = {}},
              reach(person, directory) {}
        agency::Directory directory;
        staff::Principal person;
        Reach reach;
        [[nodiscard]] Frame frame() const {
            return {.person = person, .directory = directory, .reach = reach, .csrf = "t"};
        }
    };
    std::unique_ptr<Drawn> drawn() {
        return std::make_unique<Drawn>(
            database().read([&](db::Tx& tx) { return agency::read_directory(tx, agency()); }).value(),
            w().root);
    }
    ConnectionPage page_of(const agency::Account& account, bool is_connected = true) {
        ConnectionPage page{
            .account = account,
            .has_connector = true,
            .fields = {{.name = "server", .is_secret = false, .example = "https://mastodon.example"},
                       {.name = "token"}},
            .push_address = "https://aduan.example.go.id/kait/mastodon/1",
            .now = w().now};
        if (is_connected) page.view = view(account);
        return page;
    }
    static void leave(std::string_view name, const html::Markup& page) {
        const char* out = std::getenv("TANGGAP_SHEET");
        if (!out) return;
        const std::filesystem::path folder(out);
        std::filesystem::create_directories(folder / "aset");
        std::ofstream(folder / name, std::ios::binary) << page.str();
        for (const html::Asset& asset : html::assets())
            std::ofstream(folder / asset.path.substr(1), std::ios::binary) << asset.bytes;
    }
};

} // namespace administration::testing
