#include "triage/shipped.h"

// #embed is of C23; clang 19 knows it in C++ too, and rebuilds this file when a list changes.
#pragma clang diagnostic ignored "-Wc23-extensions"

namespace triage::shipped {
namespace {

constexpr unsigned char slang_bytes[] = {
#embed "../../data/lexicon/slang.tsv"
};
constexpr unsigned char indocollex_bytes[] = {
#embed "../../data/lexicon/indocollex.tsv"
};
constexpr unsigned char kinds_bytes[] = {
#embed "../../data/lexicon/kinds.tsv"
};
constexpr unsigned char urgency_bytes[] = {
#embed "../../data/lexicon/urgency.tsv"
};

constexpr unsigned char topics_bytes[] = {
#embed "../../data/topics/topics.tsv"
};

template <std::size_t N> std::string_view text(const unsigned char (&bytes)[N]) noexcept {
    return {reinterpret_cast<const char*>(bytes), N};
}

} // namespace

std::string_view slang() noexcept {
    return text(slang_bytes);
}
std::string_view indocollex() noexcept {
    return text(indocollex_bytes);
}
std::string_view kinds() noexcept {
    return text(kinds_bytes);
}
std::string_view urgency() noexcept {
    return text(urgency_bytes);
}

std::string_view topics() noexcept {
    return text(topics_bytes);
}

} // namespace triage::shipped
