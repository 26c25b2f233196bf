#include "administration/lexicon_file.h"

#include "administration/csv.h"
#include "triage/own_lexicon.h"

#include <map>
#include <set>

namespace administration {

base::Result<std::vector<agency::OwnWord>> read_lexicon_file(std::string_view csv) {
    auto lines = parse_csv(csv, {"slang", "formal"});
    if (!lines) return base::pass(lines);
    std::vector<agency::OwnWord> out;
    std::set<std::string> seen;
    for (const auto& line : *lines) {
        const std::string where = "baris " + std::to_string(line.number);
        auto word = triage::own_word(line.cells[0], line.cells[1]);
        if (!word) return base::fail_field(where, "lexicon.line", word.error().detail);
        if (!seen.insert(word->slang).second)
            return base::fail_field(where, "lexicon.twice", "the slang stands in the file already");
        out.push_back(std::move(*word));
    }
    return out;
}

std::string lexicon_csv(std::span<const agency::OwnWord> words) {
    std::string out = csv_line({"slang", "formal"});
    for (const auto& word : words)
        out += csv_line({word.slang, word.formal});
    return out;
}

std::vector<agency::OwnWord> merged(std::span<const agency::OwnWord> words,
                                    std::span<const agency::OwnWord> more) {
    std::map<std::string, std::string> all;
    for (const auto& list : {words, more})
        for (const auto& word : list)
            all[word.slang] = word.formal;
    std::vector<agency::OwnWord> out;
    for (auto& [slang, formal] : all)
        out.push_back({slang, formal});
    return out;
}

} // namespace administration
