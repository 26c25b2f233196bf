// Word lists with weights: `phrase<TAB>code<TAB>weight`. Reading fails with `lexicon.line` and "FILE, line N:
// why".
#pragma once
#include "base/codes.h"
#include "triage/fold.h"
#include "triage/lexicon.h"
#include "triage/lines.h"
#include "triage/phrases.h"

#include <charconv>

namespace triage {

template <class Code> class Weights {
public:
    struct Row {
        Code code;
        double weight;
    };

    [[nodiscard]] static base::Result<Weights> parse(std::string_view file, std::string_view lines,
                                                     const Lexicon& lexicon, double most) {
        Weights out;
        auto read = each_line(lines, [&](std::size_t number, std::string_view line) -> base::Result<void> {
            const auto bad = [&](std::string_view why) {
                return bad_line("lexicon.line", file, number, why);
            };
            const std::string_view phrase = cut(line, '\t'), code = cut(line, '\t');
            if (!is_phrase(phrase, 5)) return bad("a phrase of one to five words is expected first");
            const auto known = base::from_code<Code>(code);
            if (!known) return bad("an unknown code stands second");
            double weight = 0;
            const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), weight);
            if (error != std::errc{} || end != line.data() + line.size() || !(weight > 0 && weight <= most))
                return bad(fmt::format("a weight above 0 and at most {} is expected third", most));
            out.rows_.push_back({*known, weight});
            if (!out.phrases_.add(normalise(phrase, lexicon),
                                  static_cast<std::uint32_t>(out.rows_.size() - 1)))
                return bad("the phrase is too long when written out");
            return {};
        });
        if (!read) return base::pass(read);
        return out;
    }

    /// Calls `found(row, first word, one after the last)`.
    template <class F> void each(const Normalised& text, F&& found) const {
        phrases_.each(text, [&](const Phrases::Match& match) {
            for (std::uint32_t row : *match.what)
                found(rows_[row], match.first, match.last);
        });
    }
    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }

private:
    std::vector<Row> rows_;
    Phrases phrases_;
};

} // namespace triage
