#include "triage/guess.h"

#include <algorithm>

namespace triage {

Urgency guess_urgency(const Normalised& text, const Weights<Danger>& dangers) {
    Urgency out;
    double calm = 1, heaviest = 0;
    std::vector<std::pair<Danger, double>>
        counted; // each danger once, at its heaviest: words repeat themselves
    dangers.each(text, [&](const Weights<Danger>::Row& row, std::uint32_t first, std::uint32_t last) {
        if (is_denied(text, first)) return;
        const double weight = is_feared(text, first) ? row.weight * 0.4 : row.weight;
        out.words.push_back({text.words[first].begin, text.words[last - 1].end});
        auto known = std::ranges::find(counted, row.code, &std::pair<Danger, double>::first);
        if (known == counted.end())
            counted.emplace_back(row.code, weight);
        else
            known->second = std::max(known->second, weight);
        if (weight > heaviest) {
            heaviest = weight;
            out.reason = row.code;
        }
    });
    for (const auto& [danger, weight] : counted)
        calm *= 1 - weight;
    out.value = 1 - calm;
    return out;
}

} // namespace triage
