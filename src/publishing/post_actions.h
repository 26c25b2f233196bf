// Writing posts, handing them in, approving and taking them back, each in the unit of work of the change.
// Refusals: not_found `post.unknown` (also for what the person may not see), forbidden `post.not_yours`,
// `post.own_words` (nobody approves their own), conflict `post.wrong_state`, `post.changed_meanwhile`,
// invalid `post.unfit` (what check() says), `case.needs_reason`, and field.missing, field.invalid,
// item.too_large.
#pragma once
#include "base/random.h"
#include "network/services.h"
#include "publishing/checking.h"
#include "publishing/policy.h"

namespace db {
class Tx;
}

namespace publishing {

inline constexpr std::string_view release_job_kind = "publishing.release";

struct Context {
    base::IdSource& ids;
    const agency::Directory& directory;
    const network::Channels& channels;
    base::Time now;
};

/// Accounts that posts of the office may go to: connected, on a network that takes posts.
[[nodiscard]] std::vector<Outlet> outlets_of(db::Tx& tx, const Context& context, agency::OfficeId office);

/// What a person writes.
struct Words {
    std::string text;
    std::vector<Picture> pictures = {};
    std::vector<agency::AccountId> accounts = {};
};
struct NewPost {
    agency::OfficeId office = {};
    Kind kind = Kind::announcement;
    Words words = {};
    std::string place = {};
    std::string language = "id";
    std::string form_key = {}; ///< the same form twice is one post
};

[[nodiscard]] base::Result<Whole> write(db::Tx& tx, const Context& context, const staff::Principal& person,
                                        NewPost wanted);
/// Whoever changes a word becomes an author. An approved one is pulled back first.
[[nodiscard]] base::Result<Whole> edit(db::Tx& tx, const Context& context, const staff::Principal& person,
                                       PostId id, int version, Words words);
/// Awaits its approval, or is approved at once where none is asked for.
[[nodiscard]] base::Result<Whole> hand_in(db::Tx& tx, const Context& context, const staff::Principal& person,
                                          PostId id, int version);
[[nodiscard]] base::Result<Whole> approve(db::Tx& tx, const Context& context, const staff::Principal& person,
                                          PostId id, int version);
[[nodiscard]] base::Result<Whole> send_back(db::Tx& tx, const Context& context,
                                            const staff::Principal& person, PostId id, int version,
                                            std::string_view reason);
/// Before it is sent: a draft again. By its authors and by who may approve it.
[[nodiscard]] base::Result<Whole> pull_back(db::Tx& tx, const Context& context,
                                            const staff::Principal& person, PostId id, int version);
[[nodiscard]] base::Result<Whole> drop(db::Tx& tx, const Context& context, const staff::Principal& person,
                                       PostId id, int version);
/// After it was sent: everywhere that lets us.
[[nodiscard]] base::Result<Whole> recall(db::Tx& tx, const Context& context, const staff::Principal& person,
                                         PostId id);

/// What an officer reports from the field: a post that awaits approval, on the wall at once. The text is
/// masked.
struct LiveReport {
    agency::OfficeId office = {};
    std::string what;
    std::string place;
    std::vector<std::string> photos = {};
    std::string language = "id";
    std::string form_key = {};
};
[[nodiscard]] base::Result<Whole> report_live(db::Tx& tx, const Context& context,
                                              const staff::Principal& person, const LiveReport& report);

/// Its time has come: one message for each account, once. Back to `awaiting` when more is asked for by now
/// than it was approved under. Nothing when it was pulled back meanwhile.
void release(db::Tx& tx, const Context& context, PostId id);

// Shared with what the machine writes itself.
[[nodiscard]] std::optional<Whole> whole_of(db::Tx& tx, base::AgencyId agency, PostId id);
/// Awaits approval, or waits for its moment where none is asked for; saves and writes the event.
[[nodiscard]] base::Result<Whole> handed_in_under(db::Tx& tx, const Context& context, Whole whole,
                                                  const Policy& policy, std::optional<staff::StaffId> by);
void note(db::Tx& tx, const Context& context, const Post& post, std::string_view kind,
          std::optional<staff::StaffId> by, base::json::Object data = {});

} // namespace publishing
