#include "cases/earlier_answer.h"

#include "triage/terms.h"

#include <algorithm>
#include <cmath>

namespace cases {

std::vector<std::string> telling_stems(std::string_view text, std::size_t most) {
    std::vector<std::string> out;
    for (auto& term : triage::terms(text))
        if (!triage::is_filler(term.form) && term.stem.size() > 2) out.push_back(std::move(term.stem));
    std::ranges::sort(out, [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    out.erase(std::ranges::unique(out).begin(), out.end());
    if (out.size() > most) out.resize(most);
    return out;
}

std::vector<double> closeness(std::span<const std::string> stems, std::span<const std::string> texts) {
    constexpr std::size_t whole_text = 400;
    std::vector<std::vector<std::string>> of_texts;
    for (const auto& text : texts)
        of_texts.push_back(telling_stems(text, whole_text));
    auto has = [&](std::size_t text, const std::string& stem) {
        return std::ranges::find(of_texts[text], stem) != of_texts[text].end();
    };
    std::vector<double> out(texts.size(), 0);
    std::vector<int> shared(texts.size(), 0);
    for (const auto& stem : stems) {
        std::size_t holders = 0;
        for (std::size_t i = 0; i < texts.size(); ++i)
            holders += has(i, stem) ? 1 : 0;
        if (holders == 0) continue;
        const double weight = std::log(1 + static_cast<double>(texts.size()) / static_cast<double>(holders));
        for (std::size_t i = 0; i < texts.size(); ++i)
            if (has(i, stem)) {
                out[i] += weight;
                ++shared[i];
            }
    }
    for (std::size_t i = 0; i < texts.size(); ++i)
        out[i] = shared[i] < 2 ? 0 : out[i] / std::sqrt(static_cast<double>(of_texts[i].size()) + 3);
    return out;
}

} // namespace cases
