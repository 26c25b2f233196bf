#include "triage/learn.h"

#include "triage/lexicon.h"
#include "triage/quality.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <linear.h>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace triage {
namespace {

constexpr int fewest_texts = 20, fewest_with_feature = 2;
constexpr std::size_t folds = 3;
constexpr double logistic_cost = 5, margin_cost = 0.15;
constexpr std::array<float, groups_count> weights_of_groups{1.0F, 0.7F, 0.7F};

using Row = std::vector<feature_node>;

struct Vocabulary {
    std::vector<std::uint64_t> keys;
    std::vector<float> rarity;
    std::vector<std::uint8_t> group;
    std::unordered_map<std::uint64_t, int> index;
};

template <class F> void in_parallel(std::size_t count, int threads, F&& work) {
    std::vector<std::jthread> workers;
    for (int t = 0; t < threads; ++t)
        workers.emplace_back([&, t] {
            for (auto i = static_cast<std::size_t>(t); i < count; i += static_cast<std::size_t>(threads))
                work(i);
        });
}

Vocabulary vocabulary_of(std::span<const Features> texts) {
    struct Seen {
        std::uint32_t texts = 0;
        std::uint32_t last = 0; ///< text, from 1
        std::uint8_t group = 0;
    };
    std::unordered_map<std::uint64_t, Seen> seen;
    std::vector<std::uint64_t> order;
    for (std::uint32_t i = 0; i < texts.size(); ++i)
        for (std::size_t group = 0; group < groups_count; ++group)
            for (const auto& feature : texts[i][group]) {
                auto& each = seen[feature.key];
                if (each.texts == 0) order.push_back(feature.key);
                if (each.last == i + 1) continue;
                each.last = i + 1;
                ++each.texts;
                each.group = static_cast<std::uint8_t>(group);
            }
    Vocabulary out;
    const auto all = static_cast<double>(texts.size());
    for (const auto key : order) {
        const auto& each = seen[key];
        if (each.texts < fewest_with_feature) continue;
        out.index.emplace(key, static_cast<int>(out.keys.size()));
        out.keys.push_back(key);
        out.rarity.push_back(static_cast<float>(std::log((1 + all) / (1 + each.texts)) + 1));
        out.group.push_back(each.group);
    }
    return out;
}

/// As Model::each_known() does it, in LIBLINEAR's form: indexes from 1, the last one the bias.
Row row_of(const Features& features, const Vocabulary& vocabulary) {
    Row out;
    std::vector<std::pair<int, double>> known;
    for (std::size_t group = 0; group < groups_count; ++group) {
        std::vector<int> found;
        for (const auto& feature : features[group])
            if (const auto at = vocabulary.index.find(feature.key); at != vocabulary.index.end())
                found.push_back(at->second);
        std::ranges::sort(found);
        known.clear();
        double square = 0;
        for (std::size_t from = 0; from < found.size();) {
            std::size_t to = from;
            while (to < found.size() && found[to] == found[from])
                ++to;
            const double value =
                (1 + std::log(static_cast<double>(to - from))) *
                static_cast<double>(vocabulary.rarity[static_cast<std::size_t>(found[from])]);
            known.emplace_back(found[from], value);
            square += value * value;
            from = to;
        }
        for (const auto& [index, value] : known)
            out.push_back(
                {index + 1, value / std::sqrt(square) * static_cast<double>(weights_of_groups[group])});
    }
    std::ranges::sort(out, {}, &feature_node::index);
    out.push_back({static_cast<int>(vocabulary.keys.size()) + 1, 1});
    out.push_back({-1, 0});
    return out;
}

/// How much each feature tells of the label by itself, around 1: half of it the log-ratio of its counts (Wang
/// and Manning 2012). The bias tells as it is.
std::vector<double> telling(std::span<const Row* const> rows, const std::vector<double>& is_it,
                            int features) {
    struct Counts {
        double with = 1, without = 1; // one of each was seen before
    };
    std::vector<Counts> counts(static_cast<std::size_t>(features));
    double with = 2, without = 2;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        (is_it[i] > 0 ? with : without) += 1;
        for (const auto& node : *rows[i])
            if (node.index > 0 && node.index <= features) {
                auto& each = counts[static_cast<std::size_t>(node.index - 1)];
                (is_it[i] > 0 ? each.with : each.without) += 1;
            }
    }
    std::vector<double> out;
    double sum = 0;
    for (const auto& each : counts) {
        out.push_back(std::abs(std::log(each.with / with / (each.without / without))));
        sum += out.back();
    }
    for (double& each : out)
        each = 0.5 + 0.5 * each * static_cast<double>(features) / sum;
    out.push_back(1);
    return out;
}

/// Weights of one label: a value for each feature and the bias.
std::vector<double> learn_label(std::span<const Row* const> rows, std::vector<double>& is_it, int features,
                                std::span<const double> tells, int solver, double cost) {
    std::vector<Row> scaled;
    std::vector<feature_node*> nodes;
    scaled.reserve(rows.size());
    nodes.reserve(rows.size());
    for (const Row* row : rows) {
        scaled.push_back(*row);
        for (auto& node : scaled.back())
            if (node.index > 0) node.value *= tells[static_cast<std::size_t>(node.index - 1)];
        nodes.push_back(scaled.back().data());
    }
    problem all{};
    all.l = static_cast<int>(rows.size());
    all.n = features + 1;
    all.y = is_it.data();
    all.x = nodes.data();
    all.bias = 1;
    parameter how{};
    how.solver_type = solver;
    how.C = cost;
    how.eps = 0.1;
    model* learnt = ::train(&all, &how);
    const double sign = learnt->label[0] == 1 ? 1 : -1;
    std::vector<double> out(tells.begin(), tells.end());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] *= sign * learnt->w[i];
    free_and_destroy_model(&learnt);
    return out;
}

/// Rows of weights, the bias last; columns are labels.
using Weights = std::vector<float>;

Weights learn_head(std::span<const Row* const> rows, std::span<const int> truths, int labels, int features,
                   int threads) {
    Weights out((static_cast<std::size_t>(features) + 1) * static_cast<std::size_t>(labels), 0);
    std::mutex adding;
    // Two solvers for each label; those of frequent labels take longest and stand anywhere.
    in_parallel(static_cast<std::size_t>(labels) * 2, threads, [&](std::size_t task) {
        const int label = static_cast<int>(task / 2);
        std::vector<double> is_it;
        is_it.reserve(truths.size());
        for (int truth : truths)
            is_it.push_back(truth == label ? 1 : -1);
        const auto positive = std::ranges::count(is_it, 1.0);
        if (positive == 0 || positive == static_cast<std::ptrdiff_t>(is_it.size())) return;
        const bool is_logistic = task % 2 == 0;
        const auto learnt = learn_label(rows, is_it, features, telling(rows, is_it, features),
                                        is_logistic ? L2R_LR_DUAL : L2R_L2LOSS_SVC_DUAL,
                                        is_logistic ? logistic_cost : margin_cost);
        // A logistic score is about three times that of a margin.
        const float share = is_logistic ? 0.4F : 1.0F;
        std::lock_guard lock(adding);
        for (std::size_t i = 0; i < learnt.size(); ++i)
            out[i * static_cast<std::size_t>(labels) + static_cast<std::size_t>(label)] +=
                share * static_cast<float>(learnt[i]);
    });
    // A label that never occurs must not win by its silence.
    for (int label = 0; label < labels; ++label)
        if (std::ranges::find(truths, label) == truths.end())
            out[static_cast<std::size_t>(features) * static_cast<std::size_t>(labels) +
                static_cast<std::size_t>(label)] = -10;
    return out;
}

std::vector<float> scores_of(const Row& row, const Weights& weights, int labels) {
    std::vector<float> out(static_cast<std::size_t>(labels), 0);
    for (const auto& node : row) {
        if (node.index < 0) break;
        const float* each = weights.data() + static_cast<std::size_t>(node.index - 1) * out.size();
        for (std::size_t c = 0; c < out.size(); ++c)
            out[c] += static_cast<float>(node.value) * each[c];
    }
    return out;
}

struct HeldBack {
    std::vector<float> scores;
    int truth;
};

double surprise(std::span<const HeldBack> texts, double slope, double shift) {
    double sum = 0;
    for (const auto& text : texts) {
        double all = 0, true_one = 0;
        for (std::size_t i = 0; i < text.scores.size(); ++i) {
            const double chance = 1 / (1 + std::exp(-slope * text.scores[i] - shift));
            all += chance;
            if (static_cast<int>(i) == text.truth) true_one = chance;
        }
        sum -= std::log(std::max(true_one / all, 1e-12));
    }
    return sum;
}

/// The lowest point between low and high by golden section.
template <class F> double lowest(double low, double high, F&& value) {
    const double ratio = (std::sqrt(5.0) - 1) / 2;
    double a = high - ratio * (high - low), b = low + ratio * (high - low);
    double at_a = value(a), at_b = value(b);
    for (int i = 0; i < 25; ++i) {
        if (at_a < at_b) {
            high = b;
            b = a;
            at_b = at_a;
            at_a = value(a = high - ratio * (high - low));
        } else {
            low = a;
            a = b;
            at_a = at_b;
            at_b = value(b = low + ratio * (high - low));
        }
    }
    return (low + high) / 2;
}

/// The slope with the shift that fits it best; bounded, for a few texts that are told apart with ease would
/// make it certain of everything.
void calibrate(Head& head, std::span<const HeldBack> texts) {
    auto shift_for = [&](double slope) {
        return lowest(-6, 6, [&](double shift) { return surprise(texts, slope, shift); });
    };
    const double slope = std::exp(lowest(std::log(0.1), std::log(8.0), [&](double logarithm) {
        return surprise(texts, std::exp(logarithm), shift_for(std::exp(logarithm)));
    }));
    head.slope = slope;
    head.shift = shift_for(slope);
}

} // namespace

base::Result<Model> learn(std::span<const Example> examples, std::span<const HeadToLearn> heads,
                          const LearnOptions& options) {
    auto too_little = [](std::string detail) {
        return base::fail(base::Kind::invalid, "learn.too_little", std::move(detail));
    };
    if (examples.size() < fewest_texts) return too_little(std::to_string(examples.size()) + " texts");
    set_print_string_function([](const char*) {});
    std::srand(1); // LIBLINEAR shuffles by rand(): the same texts in the same order
    const int threads = std::max(1, options.threads);
    std::vector<Features> features(examples.size());
    const Lexicon& lexicon = options.lexicon ? *options.lexicon : shipped_lexicon();
    in_parallel(examples.size(), threads,
                [&](std::size_t i) { features[i] = features_of(normalise(examples[i].text, lexicon)); });
    const auto vocabulary = vocabulary_of(features);
    std::vector<Row> rows(examples.size());
    in_parallel(examples.size(), threads, [&](std::size_t i) { rows[i] = row_of(features[i], vocabulary); });
    features.clear();
    const auto known = static_cast<int>(vocabulary.keys.size());

    Model::Parts parts{.group_weights = weights_of_groups,
                       .heads = {},
                       .keys = vocabulary.keys,
                       .rarity = vocabulary.rarity,
                       .weights = {}};
    std::size_t width = 0;
    for (const auto& head : heads)
        width += head.labels.size();
    parts.weights.assign(vocabulary.keys.size() * width, 0);
    std::size_t column = 0;
    for (std::size_t h = 0; h < heads.size(); ++h) {
        const int labels = static_cast<int>(heads[h].labels.size());
        std::vector<const Row*> with;
        std::vector<int> truths;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            if (examples[i].labels[h] < 0) continue;
            with.push_back(&rows[i]);
            truths.push_back(examples[i].labels[h]);
        }
        if (std::ranges::count(truths, truths.empty() ? 0 : truths.front()) ==
            static_cast<std::ptrdiff_t>(truths.size()))
            return too_little("head " + heads[h].name + ": fewer than two labels occur");

        Head head{.name = heads[h].name, .labels = heads[h].labels, .bias = {}};
        head.rows = static_cast<std::int64_t>(truths.size());
        std::vector<HeldBack> held_back;
        for (std::size_t fold = 0; fold < (options.in_order ? 1 : folds); ++fold) {
            const auto is_held_back = [&](std::size_t i) {
                return options.in_order ? i >= with.size() * 3 / 4 : i % folds == fold;
            };
            std::vector<const Row*> others;
            std::vector<int> their_truths;
            for (std::size_t i = 0; i < with.size(); ++i)
                if (!is_held_back(i)) {
                    others.push_back(with[i]);
                    their_truths.push_back(truths[i]);
                }
            const auto weights = learn_head(others, their_truths, labels, known, threads);
            for (std::size_t i = 0; i < with.size(); ++i)
                if (is_held_back(i)) held_back.push_back({scores_of(*with[i], weights, labels), truths[i]});
        }
        if (!held_back.empty()) {
            calibrate(head, held_back);
            std::vector<Answered> answers;
            for (const auto& text : held_back) {
                const auto guesses = Model::guesses(head, text.scores);
                answers.push_back({.first = static_cast<int>(guesses[0].label),
                                   .p = guesses[0].p,
                                   .is_among_three = false,
                                   .truth = text.truth});
            }
            head.sure = sure_from(answers, options.wanted_precision);
        }
        const auto weights = learn_head(with, truths, labels, known, threads);
        for (std::size_t f = 0; f < vocabulary.keys.size(); ++f)
            for (std::size_t c = 0; c < static_cast<std::size_t>(labels); ++c)
                parts.weights[f * width + column + c] = weights[f * static_cast<std::size_t>(labels) + c];
        head.bias.assign(weights.end() - labels, weights.end());
        parts.heads.push_back(std::move(head));
        column += static_cast<std::size_t>(labels);
    }
    return Model(parts);
}

} // namespace triage
