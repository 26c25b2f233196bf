// Something that accounts say of their own (siaran). Plain values; reading an unknown code fails with
// `field.invalid`.
#pragma once
#include "agency/account.h"
#include "base/codes.h"
#include "base/time.h"
#include "outgoing/outgoing.h"

#include <boost/describe.hpp>

#include <vector>

namespace publishing {

using PostId = base::Id<struct PostTag>;
using TargetId = base::Id<struct TargetTag>;

enum class Kind {
    announcement,
    live,    ///< an officer reports from the field
    incident ///< a matter is resolved, with a photo
};
enum class State {
    draft,
    awaiting, ///< somebody else must approve it
    returned, ///< with a reason, to whoever wrote it
    approved, ///< goes out at `release_at`
    released, ///< is being sent, or was
    dropped
};
enum class Rule {
    off, ///< incident only: no post is made
    none,
    second, ///< a second pair of eyes
    head
};

inline constexpr std::size_t max_text = 5'000; ///< characters; what a network takes is often less
inline constexpr std::size_t max_place = 120;
inline constexpr std::size_t max_pictures = 4;
inline constexpr std::size_t max_alt = 1'000;
inline constexpr std::size_t max_reason = 500;

/// A row of table posts.
struct Post {
    base::AgencyId agency = {};
    PostId id = {};
    agency::OfficeId office = {};
    Kind kind = Kind::announcement;
    State state = State::draft;
    std::string text = {};
    std::string place = {}; ///< of a report from the field
    std::string language = "id";
    std::optional<std::int64_t> made_from = {}; ///< incident or case
    std::optional<std::string> form_key = {};
    std::optional<staff::StaffId> written_by = {}; ///< first; empty: by the machine
    Rule rule = Rule::second;                      ///< asked of it when it was handed in
    std::int64_t window_ms = 0;
    std::optional<base::Time> release_at = {};
    base::Time created_at{};
    base::Time changed_at{};
    int version = 1;
};
BOOST_DESCRIBE_STRUCT(Post, (),
                      (agency, id, office, kind, state, text, place, language, made_from, form_key,
                       written_by, rule, window_ms, release_at, created_at, changed_at, version))

struct Picture {
    std::string sha256;
    std::string alt;
    bool operator==(const Picture&) const = default;
};
BOOST_DESCRIBE_STRUCT(Picture, (), (sha256, alt))

/// An account that it goes to, and what became of it there.
struct Target {
    agency::AccountId account = {};
    TargetId id = {};
    std::optional<outgoing::OutgoingId> outgoing = {};
    std::optional<outgoing::State> state = {};
    std::optional<std::string> problem = {};
    std::optional<std::string> url = {};
    std::optional<std::string> recall = {};
};
BOOST_DESCRIBE_STRUCT(Target, (), (account, id, outgoing, state, problem, url, recall))

/// A post with all that belongs to it.
struct Whole {
    Post post;
    std::vector<Picture> pictures = {};
    std::vector<Target> targets = {};
    std::vector<staff::StaffId> authors = {};

    [[nodiscard]] bool is_author(staff::StaffId who) const noexcept {
        for (auto each : authors)
            if (each == who) return true;
        return false;
    }
};

/// Kinds of events, none of them public.
inline constexpr std::string_view subject_kind = "post";
inline constexpr std::string_view written = "post.written";
inline constexpr std::string_view edited = "post.edited";
inline constexpr std::string_view handed_in = "post.handed_in";
inline constexpr std::string_view approved = "post.approved";
inline constexpr std::string_view returned = "post.returned";
inline constexpr std::string_view pulled_back = "post.pulled_back";
inline constexpr std::string_view released = "post.released";
inline constexpr std::string_view dropped = "post.dropped";
inline constexpr std::string_view recalled = "post.recalled";

} // namespace publishing

template <> inline constexpr auto base::codes<publishing::Kind> =
    std::to_array<base::Coded<publishing::Kind>>({
        {publishing::Kind::announcement, "announcement"},
        {publishing::Kind::live, "live"},
        {publishing::Kind::incident, "incident"},
    });
template <> inline constexpr auto base::codes<publishing::State> =
    std::to_array<base::Coded<publishing::State>>({
        {publishing::State::draft, "draft"},
        {publishing::State::awaiting, "awaiting"},
        {publishing::State::returned, "returned"},
        {publishing::State::approved, "approved"},
        {publishing::State::released, "released"},
        {publishing::State::dropped, "dropped"},
    });
template <> inline constexpr auto base::codes<publishing::Rule> =
    std::to_array<base::Coded<publishing::Rule>>({
        {publishing::Rule::off, "off"},
        {publishing::Rule::none, "none"},
        {publishing::Rule::second, "second"},
        {publishing::Rule::head, "head"},
    });
