#include "agency/topic.h"

#include "base/text.h"

#include <algorithm>

namespace agency {
namespace {

constexpr std::size_t max_words = 400;

bool is_code(std::string_view code) {
    auto may = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return code.size() >= 2 && code.size() <= 40 && std::ranges::all_of(code, may);
}

} // namespace

base::Result<Topic> checked(Topic topic) {
    if (!is_code(topic.code)) return base::fail_field("code");
    auto indonesian = base::clean(topic.name_id, 80, "name_id");
    if (!indonesian) return base::pass(indonesian);
    if (indonesian->empty()) return base::fail_field("name_id", "field.missing");
    auto english = base::clean(topic.name_en, 80, "name_en");
    if (!english) return base::pass(english);
    topic.name_en = english->empty() ? *indonesian : std::move(*english);
    topic.name_id = std::move(*indonesian);
    if (topic.profile && !is_code(*topic.profile)) return base::fail_field("profile");
    if (topic.words.size() > max_words) return base::fail_field("words");
    for (auto& word : topic.words) {
        auto cleaned = base::clean(word, 60, "words");
        if (!cleaned) return base::pass(cleaned);
        if (cleaned->contains('\n')) return base::fail_field("words");
        word = std::move(*cleaned);
    }
    std::erase(topic.words, "");
    return topic;
}

} // namespace agency
