// A network in memory. Thread-safe; deterministic for one seed and one order of calls.
#pragma once
#include "channels/simulated/faults.h"
#include "network/services.h"

#include <map>
#include <mutex>
#include <set>

namespace channels::simulated {

/// Something written, by a citizen or by an account.
struct Post {
    std::int64_t id = 0;
    std::string author = {};
    std::string text = {};
    std::int64_t to = 0;       ///< answers this one; 0: none
    std::int64_t root = 0;     ///< itself when it opens a thread
    std::string mentions = {}; ///< the account that is meant to see it; empty: only who looks into the thread
    bool is_direct = false;
    bool is_deleted = false;
    int edits = 0;
    base::Time at{};
    base::Time visible_from{}; ///< the network shows it late
    std::string key = {};      ///< of an account that gave one
    std::vector<std::string> pictures = {};
};

class World : public network::Carrier {
public:
    struct Settings {
        std::uint64_t seed = 1;
        int faults_per_hundred = 0;
        std::chrono::milliseconds most_delay{0}; ///< until a post is shown
        bool knows_keys = true;
        std::size_t page = 20;
        std::chrono::milliseconds clock{0}; ///< how far the network's own clock is ahead
    };
    World(Settings settings, base::Now now);

    // What people do.
    std::int64_t write(const std::string& author, const std::string& text, const std::string& mentions,
                       std::int64_t to = 0, bool is_direct = false);
    void edit(std::int64_t post, const std::string& text);
    void remove(std::int64_t post);

    // What happens to the network.
    void set_down(bool is_down);
    void end_faults();
    /// Every page that the account asks for has its entries twice and out of order, and what happens to it is
    /// pushed twice.
    void answer_twice(const std::string& account, bool is_twice);
    /// The account's token is refused from now on; `renewed` tokens work again.
    void expire(const std::string& account);
    void revoke(const std::string& account);
    void restore(const std::string& account);

    [[nodiscard]] network::Answer exchange(const network::Request& request) override;

    /// As it truly is.
    [[nodiscard]] std::vector<Post> posts() const;
    [[nodiscard]] std::int64_t exchanges() const;
    /// Bodies of pushes for what happened to an account since the last call, signed by `push_secret`.
    [[nodiscard]] std::vector<network::Push> take_pushes(const std::string& account);

    static constexpr std::string_view push_secret = "rahasia-simulasi";

private:
    struct Call;
    [[nodiscard]] network::Response serve(const Call& call, Fault fault);
    [[nodiscard]] network::Response self(const Call& call);
    [[nodiscard]] network::Response mentions(const Call& call, Fault fault);
    [[nodiscard]] network::Response thread(const Call& call, Fault fault);
    [[nodiscard]] network::Response count(const Call& call);
    [[nodiscard]] network::Response own(const Call& call);
    [[nodiscard]] network::Response publish(const Call& call);
    [[nodiscard]] network::Response upload(const Call& call);
    [[nodiscard]] network::Response erase(const Call& call);
    [[nodiscard]] network::Response page_of(std::vector<const Post*> newest_first, const Call& call,
                                            Fault fault);
    void tell(const Post& post, std::string_view what);
    [[nodiscard]] bool is_shown(const Post& post) const;

    mutable std::mutex mutex_;
    Settings settings_;
    base::Now now_;
    Faults faults_;
    std::map<std::int64_t, Post> posts_;
    std::map<std::string, std::set<std::int64_t>> by_mention_;
    std::map<std::int64_t, std::set<std::int64_t>> by_root_;
    std::map<std::string, std::set<std::int64_t>> by_author_;
    std::map<std::string, std::int64_t> by_key_;
    std::map<std::string, int> generation_; ///< of an account's token
    std::set<std::string> revoked_;
    std::set<std::string> twice_;
    std::map<std::string, std::vector<std::string>> pushes_;
    std::int64_t next_id_ = 1;
    std::int64_t exchanges_ = 0;
    bool is_down_ = false;
};

/// A post as the network says it.
[[nodiscard]] base::json::Object to_json(const Post& post, std::string_view what);

} // namespace channels::simulated
