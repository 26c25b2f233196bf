#include "learning/tally.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace learning {
namespace {

constexpr std::size_t most_confused = 5;

bool is_right(const Scored& scored) {
    return scored.label == scored.truth;
}

void add(Share& share, const Tallied& tallied) {
    share.of += tallied.n;
    if (is_right(tallied.scored)) share.right += tallied.n;
}

double macro_f1(std::span<const Tallied> tallies, Head head) {
    struct Counts {
        std::int64_t true_positive = 0, false_positive = 0, missed = 0;
    };
    std::map<std::string, Counts> counts;
    for (const auto& [scored, n] : tallies) {
        if (scored.head != head) continue;
        if (is_right(scored)) {
            counts[scored.truth].true_positive += n;
            continue;
        }
        counts[scored.label].false_positive += n;
        counts[scored.truth].missed += n;
    }
    double sum = 0, labels = 0;
    for (const auto& [label, c] : counts) {
        if (c.true_positive + c.missed <= 0) continue;
        sum += 2.0 * static_cast<double>(c.true_positive) /
               static_cast<double>(2 * c.true_positive + c.false_positive + c.missed);
        ++labels;
    }
    return labels > 0 ? sum / labels : 0;
}

} // namespace

HeadFigures figures_of(std::span<const Tallied> tallies, Head head) {
    HeadFigures out;
    std::map<std::pair<std::string, std::string>, std::int64_t> confused;
    for (const auto& each : tallies) {
        if (each.scored.head != head) continue;
        add(out.all, each);
        if (!each.scored.label.empty() || head == Head::area)
            add(out.curve[static_cast<std::size_t>(each.scored.tenth)], each);
        if (!each.scored.is_sure) continue;
        add(out.sure, each);
        if (!is_right(each.scored)) confused[{each.scored.label, each.scored.truth}] += each.n;
    }
    if (head != Head::area) {
        out.macro_f1 = macro_f1(tallies, head);
        for (const auto& [labels, n] : confused)
            if (n > 0) out.confused.push_back({labels.first, labels.second, n});
        std::ranges::stable_sort(out.confused, std::ranges::greater{}, &HeadFigures::Confused::n);
        if (out.confused.size() > most_confused) out.confused.resize(most_confused);
    }
    std::int64_t rows = 0;
    for (const auto& bin : out.curve)
        rows += bin.of;
    for (std::size_t i = 0; i < out.curve.size() && rows > 0; ++i) {
        const double middle = (static_cast<double>(i) + 0.5) / static_cast<double>(out.curve.size());
        out.ece += std::abs(middle - out.curve[i].value()) * static_cast<double>(out.curve[i].of) /
                   static_cast<double>(rows);
    }
    return out;
}

std::vector<LanguageFigures> by_language(std::span<const Tallied> tallies, std::int64_t fewest) {
    std::vector<LanguageFigures> out;
    for (const auto& row : base::codes<triage::Tongue>) {
        LanguageFigures each{row.value, {}};
        for (const auto& tallied : tallies)
            if (tallied.scored.language == row.value && tallied.scored.is_sure &&
                (tallied.scored.head == Head::kind || tallied.scored.head == Head::topic))
                add(each.sure, tallied);
        if (each.sure.of >= fewest) out.push_back(each);
    }
    return out;
}

} // namespace learning
