// Posts as the API shows and takes them. Pure.
#pragma once
#include "base/json.h"
#include "events/event.h"
#include "publishing/checking.h"
#include "publishing/policy.h"

namespace publishing {

/// What a person may do with a post now; the codes of `do`.
enum class Step { edit, hand_in, approve, send_back, pull_back, drop, recall };

/// By their role, the state, and what they wrote themselves; `recall` only while something stands.
[[nodiscard]] std::vector<Step> steps_for(const Whole& whole, const staff::Principal& person,
                                          const agency::Directory& directory);

/// A post as one person sees it.
struct Shown {
    Whole whole;
    std::vector<Step> may = {};
    std::vector<Outlet> outlets = {}; ///< of its office, while its words can still be changed
    std::vector<events::Stored> history = {};
};
/// With `unfit`, what keeps a post from being handed in, while its words can still be changed; and its
/// events.
[[nodiscard]] base::json::Object to_json(const Shown& shown, const agency::Directory& directory);
/// A row of a list: without events.
[[nodiscard]] base::json::Object to_row(const Shown& shown, const agency::Directory& directory);
/// An account that posts may go to, with its limits.
[[nodiscard]] base::json::Object to_json(const Outlet& outlet);

/// The body of a new post.
struct PostIn {
    agency::OfficeId office = {};
    std::string text;
    std::vector<Picture> pictures = {};
    std::vector<agency::AccountId> accounts = {};
    std::optional<std::string> language = {};
    std::optional<std::string> key = {}; ///< the same key twice is one post
};
BOOST_DESCRIBE_STRUCT(PostIn, (), (office, text, pictures, accounts, language, key))

/// The body of a step. `edit` keeps what is missing as it is; `send_back` needs its reason.
struct StepIn {
    Step doing = Step::edit;
    int version = 0;
    std::optional<std::string> text = {};
    std::optional<std::vector<Picture>> pictures = {};
    std::optional<std::vector<agency::AccountId>> accounts = {};
    std::optional<std::string> reason = {};
};
[[nodiscard]] base::Result<StepIn> read_step(const base::json::Value& body);

/// Forms of pages call their fields in Indonesian; the API does not.
[[nodiscard]] base::Problem in_api_words(base::Problem problem);

} // namespace publishing

template <> inline constexpr auto base::codes<publishing::Step> =
    std::to_array<base::Coded<publishing::Step>>({
        {publishing::Step::edit, "edit"},
        {publishing::Step::hand_in, "hand_in"},
        {publishing::Step::approve, "approve"},
        {publishing::Step::send_back, "send_back"},
        {publishing::Step::pull_back, "pull_back"},
        {publishing::Step::drop, "drop"},
        {publishing::Step::recall, "recall"},
    });
