// /meja/siaran: the list, the composer and the page of a post. Plain data in; works without JavaScript.
#pragma once
#include "base/language.h"
#include "base/time.h"
#include "events/event.h"
#include "html/markup.h"
#include "publishing/checking.h"
#include "publishing/policy.h"

#include <map>

namespace publishing {

struct ListView {
    base::Language language = base::Language::id;
    base::Zone zone = base::Zone::wib;
    State state = State::awaiting;
    std::vector<Whole> rows = {};
    std::optional<PostId> next = {};
    std::map<std::int64_t, std::string> offices = {};
    std::size_t awaiting = 0;
    bool may_write = false;
    bool may_set_rules = false;
};
[[nodiscard]] html::Markup list_page(const ListView& view);

/// What stands in a form, new or come back.
struct Form {
    std::string text = {};
    std::vector<Picture> pictures = {};
    std::vector<agency::AccountId> accounts = {};
    std::string alt = {};
    std::string key = {};
};
struct ComposeView {
    base::Language language = base::Language::id;
    std::string csrf = {};
    agency::OfficeId office = {};
    std::vector<std::pair<agency::OfficeId, std::string>> offices = {};
    std::vector<Outlet> outlets = {};
    Form form = {};
    std::vector<std::string> wrong = {};
};
[[nodiscard]] html::Markup compose_page(const ComposeView& view);
/// The rooms left, as a part of a page.
[[nodiscard]] html::Markup rooms(std::span<const Outlet> outlets, std::string_view text,
                                 base::Language language);
/// What check() found, in words.
[[nodiscard]] std::vector<std::string> in_words(std::span<const Wrong> wrong, std::span<const Outlet> outlets,
                                                base::Language language);

struct PostView {
    base::Language language = base::Language::id;
    base::Zone zone = base::Zone::wib;
    std::string csrf = {};
    Whole whole = {};
    std::string office = {};
    std::vector<Outlet> outlets = {};
    std::map<std::int64_t, std::string> accounts = {}; ///< all targets by name
    std::vector<events::Stored> history = {};
    std::map<std::int64_t, std::string> names = {};
    std::vector<std::string> wrong = {};
    std::optional<Form> form = {}; ///< that came back
    bool may_write = false;
    bool may_approve = false; ///< this post
    bool can_approve = false; ///< by role
    bool is_author = false;
    std::vector<std::string> cannot_recall = {}; ///< names of targets whose network takes nothing back
    bool can_recall = false;                     ///< one of them does
};
[[nodiscard]] html::Markup post_page(const PostView& view);

} // namespace publishing
