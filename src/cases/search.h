// Search: what of a case is written into the index, and how what somebody typed becomes a question to it.
// Pure. Words and rights are one question: the index holds who may see a case beside its words, so that what
// a person may not see is neither found nor counted, and a common word is quick for a quiet office too.
#pragma once
#include "cases/sight.h"
#include "triage/terms.h"

#include <span>

namespace cases {

/// What somebody looks for. Every word must stand in the case; the last may be the beginning of one.
struct SearchWords {
    std::vector<std::string> whole = {}; ///< stems of all but the last
    std::string last = {};               ///< stem
    std::string begun = {};              ///< the last as it was typed; empty: too short to complete
    bool operator==(const SearchWords&) const = default;

    [[nodiscard]] bool empty() const noexcept { return last.empty(); }
};
inline constexpr std::size_t most_words = 8;         ///< those behind are not looked for
inline constexpr std::size_t shortest_begun = 3;     ///< bytes
inline constexpr std::size_t most_of_a_case = 4'000; ///< terms of one case; those behind are not found

/// Letters and digits only, whatever was typed.
[[nodiscard]] SearchWords search_words(std::string_view typed);

/// The terms of a case for staff, joined by spaces: marks of who may see it and in which view it stands
/// ("_..."), title and place ("-jalan", for those who may not read words), and with them the masked words.
[[nodiscard]] std::string staff_terms(const Case& c, std::string_view word_terms);
/// Of title, place and masked words.
[[nodiscard]] std::string word_terms(std::string_view title, std::string_view place_name,
                                     std::span<const triage::Term> masked_words);
/// Everything in it but the words: while it is the same, a change of the case leaves the index alone.
[[nodiscard]] std::string staff_marks(const Case& c);
/// For the public: what public_view() shows once words were released; else empty, and nothing is found.
[[nodiscard]] std::string public_terms(const Case& c);

/// Whose cases a person finds, and by which words.
struct Reach {
    Sight sight;
    std::vector<OfficeId> read_offices; ///< where words may be read too
    bool reads_all_offices = false;
    bool reads_queue = false;
    std::vector<std::string> read_restricted; ///< keys of groups
};
[[nodiscard]] Reach reach_of(const Sight& sight, std::span<const staff::HeldRole> roles,
                             const agency::OfficeTree& offices, std::span<const RestrictedGroup> groups);

/// How the engine is asked.
enum class Dialect { fts5, tsquery };

/// What the last word may be. FTS5 reads all cases of all words with a beginning before it gives the first
/// one, so there a beginning is asked as the words themselves, or, of very many, looked for in the rows.
struct Last {
    enum class As { word, beginning, one_of, in_row } as = As::word;
    std::vector<std::string> one_of = {}; ///< known terms with that beginning
};

/// A question to the index, and what of it only the rows of cases can answer.
struct Question {
    std::string match = {};             ///< empty: nothing can be found
    std::string begun = {};             ///< " jal": stands in the terms
    std::vector<OfficeId> offices = {}; ///< ordinary cases of these only; empty: decided by `match`
    bool or_without_office = false;     ///< and those of the queue

    [[nodiscard]] bool needs_rows() const noexcept { return !begun.empty() || !offices.empty(); }
};
/// From as many offices on, rows are asked instead of the index: each mark there is a list to be merged.
inline constexpr std::size_t many_offices = 100;

/// `topics` are those whose names hold the words.
[[nodiscard]] Question staff_question(base::AgencyId agency, const Reach& reach, const ViewFilter& filter,
                                      const SearchWords& words, std::span<const std::string> topics,
                                      const Last& last, Dialect dialect);
[[nodiscard]] Question public_question(base::AgencyId agency, std::span<const OfficeId> offices,
                                       const SearchWords& words, const Last& last, Dialect dialect);

/// Published cases in which any of the stems stands; nothing without stems.
[[nodiscard]] Question any_word_question(base::AgencyId agency, std::span<const std::string> stems,
                                         Dialect dialect);

/// Whether the index alone answers all of the filter.
[[nodiscard]] bool is_answered_by_index(const ViewFilter& filter) noexcept;

} // namespace cases
