// /meja/atur/akun/{id}/sambungan: how one account is connected, and /meja/atur/sambungan: all of them.
#pragma once
#include "administration/connection_standing.h"
#include "administration/frame_pages.h"
#include "network/channel.h"
#include "network/connection_view.h"
#include "network/sign_in.h"

#include <map>

namespace administration {

/// Answers of an account that are not out.
struct Unsent {
    std::int64_t waiting = 0;
    std::int64_t unknown = 0;
    std::int64_t failed = 0;
};

struct ConnectionPage {
    const agency::Account& account;
    bool has_connector = false;
    bool can_stream = false; ///< its network says at once when something is new
    bool is_verified = true; ///< the connector was tried against the real network
    std::vector<network::Field> fields = {};
    std::map<std::string, std::string> known = {}; ///< what is no secret, by field
    std::optional<network::ConnectionView> view = {};
    Unsent unsent = {};
    std::string push_address; ///< "https://aduan.example.go.id/kait/mastodon/4711"; empty: takes none
    base::Time now{};
    bool is_fresh = false;  ///< it was connected just now
    bool is_tested = false; ///< it said something to itself just now
    bool can_test = false;  ///< it can say something that nobody else sees
    std::optional<std::vector<std::string>> sign_in_needs = {}; ///< fields for the network's own page
    std::string sign_in_back = {};    ///< to be entered at the network; empty: it is told by itself
    std::string webhook = {};         ///< the network was told to push there
    bool has_app_address = false;     ///< where it pushes to stands in an app of all its accounts
    std::string webhook_refused = {}; ///< its word when it would not
};
[[nodiscard]] Standing standing_of(const network::ConnectionView& view, const Unsent& unsent);
[[nodiscard]] html::Markup connection_page(const Frame& frame, const ConnectionPage& page,
                                           const Filled& filled);

// Its parts: connection_state_pages.cpp, connection_form_pages.cpp.
[[nodiscard]] html::Markup connection_state(const Frame& frame, const ConnectionPage& page);
[[nodiscard]] html::Markup connection_form(const Frame& frame, const ConnectionPage& page,
                                           const Filled& filled);

/// On the way to the network's own page: where it leads, and which rights it asks for.
struct LeavePage {
    const agency::Account& account;
    std::string address;
    std::string host;
};
[[nodiscard]] html::Markup leave_page(const Frame& frame, const LeavePage& page);

/// Who signed in has several accounts there; one of them is chosen.
struct ChoicePage {
    const agency::Account& account;
    std::string state;
    std::vector<network::SignInChoice> choices = {};
};
[[nodiscard]] html::Markup choice_page(const Frame& frame, const ChoicePage& page);

struct ConnectionRow {
    const agency::Account* account = nullptr;
    Standing standing = Standing::never;
    std::string handle;
    std::optional<base::Time> received_at = {};
    std::optional<base::Time> looked_at = {};
    std::int64_t open_holes = 0;
    std::int64_t stuck = 0;
    Unsent unsent = {};
};
struct ConnectionsPage {
    std::vector<ConnectionRow> rows; ///< all of them, sorted by need
    std::optional<Standing> only = {};
    std::int64_t can_pause = 0;  ///< accounts that are switched on
    std::int64_t all_paused = 0; ///< accounts that were paused together
    base::Time now{};
};
[[nodiscard]] html::Markup connections_page(const Frame& frame, const ConnectionsPage& page,
                                            const Filled& filled);

/// Icon, word, colour.
[[nodiscard]] html::Markup standing_chip(Standing standing, base::Language language);
/// "4 menit lalu", with the exact time on hover.
[[nodiscard]] html::Markup ago(base::Time at, base::Time now, base::Zone zone, base::Language language);
/// "12 menunggu, 1 belum pasti"; empty when there are none.
[[nodiscard]] std::string unsent_words(const Unsent& unsent, base::Language language);
/// What a refusal says, and what to do.
[[nodiscard]] html::Markup connection_alert(const Frame& frame, const base::Problem& problem);

} // namespace administration
