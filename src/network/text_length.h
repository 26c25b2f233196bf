// The length of a text as a network counts it, and a long answer cut into posts by the same rule. Pure.
#pragma once
#include "network/limits.h"

#include <string>
#include <string_view>
#include <vector>

namespace network {

/// In the rule's unit; valid UTF-8 is expected, anything else counts each byte.
[[nodiscard]] std::size_t text_length(std::string_view text, const TextRule& rule);
[[nodiscard]] bool fits(std::string_view text, const TextRule& rule);

/// The text in parts that each fit, never cut inside a grapheme or a link: at the end of a paragraph, else of
/// a sentence, else of a word. One part stays as it is; of several each ends with " (1/3)". `before` stands
/// in front of every part (a mention) and is counted and included. Empty when not even a grapheme would fit.
[[nodiscard]] std::vector<std::string> split_text(std::string_view text, const TextRule& rule,
                                                  std::string_view before = {});

} // namespace network
