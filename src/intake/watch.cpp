#include "intake/watch.h"

#include "base/text.h"
#include "intake/suspicion.h"
#include "staff/digest.h"

#include <algorithm>
#include <cctype>

namespace intake {
namespace {

constexpr base::Duration memory = std::chrono::hours(1);
constexpr std::size_t most_words = 20'000;
constexpr std::size_t fewest_letters = 30; ///< "lampu jalan mati" is written by many

/// Without case, spaces and punctuation: a bot that adds a dot is the same bot.
std::string bare(std::string_view words) {
    std::string out = base::lower_ascii(words);
    std::erase_if(out, [](unsigned char c) { return c < 0x80 && !std::isalnum(c); });
    return out;
}

} // namespace

Watch::Watch(base::Now now) : now_(std::move(now)) {}

void Watch::forget_old(base::Time now) {
    while (!seen_.empty() && (seen_.size() > most_words || now - seen_.front().since >= memory)) {
        by_words_.erase(seen_.front().words);
        seen_.pop_front();
    }
}

int Watch::other_lines_with(std::string_view words, std::string_view line) {
    const std::string letters = bare(words);
    if (letters.size() < fewest_letters) return 0;
    const std::string hash = staff::sha256(letters);
    const std::string own = staff::sha256(line);
    std::lock_guard lock(mutex_);
    forget_old(now_());
    auto found = by_words_.find(hash);
    if (found == by_words_.end()) {
        seen_.push_back({.words = hash, .since = now_(), .lines = {own}});
        by_words_.emplace(seen_.back().words, std::prev(seen_.end()));
        return 0;
    }
    auto& lines = found->second->lines;
    const auto others = static_cast<int>(lines.size()) - (lines.contains(own) ? 1 : 0);
    if (others < most_lines_with_same_words) lines.insert(own);
    return others;
}

} // namespace intake
