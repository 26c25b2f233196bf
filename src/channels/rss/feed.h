// A feed as it lies at its address: RSS 2.0, RSS 1.0 (RDF) or Atom. Any bytes in; entities are never expanded
// and nothing is fetched. Refused with `network.unreadable`: what is no feed.
#pragma once
#include "base/result.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace channels::rss {

inline constexpr std::size_t largest_feed = 4UL << 20;
inline constexpr std::size_t most_entries = 300;  ///< of one feed; the rest is passed over
inline constexpr std::size_t longest_title = 300; ///< characters
inline constexpr std::size_t longest_text = 6'000;

struct Entry {
    std::string id; ///< guid or id, else the link, else a hash of title and words; 1 to 100 safe symbols
    std::string title;
    std::string text; ///< plain
    std::string url;  ///< http or https; may be empty
    std::optional<base::Time> at = {};
    std::string fingerprint; ///< of title, words and link: another one is an edit
};

struct Feed {
    std::string title;
    std::vector<Entry> entries; ///< as they stand in it, each id once
    std::size_t unreadable = 0;
    std::optional<int> minutes = {}; ///< how long it asks to be left alone (ttl)
};

/// What `Entry::id` is of a guid.
[[nodiscard]] std::string entry_id(std::string_view guid);

/// `address` is that of the feed: links in it may be relative to it.
[[nodiscard]] base::Result<Feed> read_feed(std::string_view bytes, const std::string& address);

/// RFC 822 as RSS has it, or RFC 3339 as Atom has it; empty for anything else.
[[nodiscard]] std::optional<base::Time> read_date(std::string_view text);

} // namespace channels::rss
