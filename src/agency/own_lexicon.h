// What an agency itself says that slang and abbreviations mean, beside what is shipped. What a line may hold
// says triage/own_lexicon.h, which reads it. Plain.
#pragma once
#include "base/time.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace agency {

struct OwnWord {
    std::string slang;  ///< "pju"
    std::string formal; ///< "penerangan jalan umum"
    bool operator==(const OwnWord&) const = default;
};
BOOST_DESCRIBE_STRUCT(OwnWord, (), (slang, formal))

inline constexpr std::size_t most_own_words = 2'000;

struct OwnWords {
    std::int64_t version = 0; ///< 0: nothing was ever said
    std::vector<OwnWord> words;
};

/// A version of the list, and what it changed.
struct OwnWordsVersion {
    std::int64_t version = 0;
    base::Time at{};
    std::optional<std::int64_t> staff;
    std::int64_t added = 0, removed = 0, lines = 0;
};
BOOST_DESCRIBE_STRUCT(OwnWordsVersion, (), (version, at, staff, added, removed, lines))

} // namespace agency
