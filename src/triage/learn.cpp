#include "triage/learn.h"

#include "triage/calibrate.h"
#include "triage/lexicon.h"
#include "triage/quality.h"
#include "triage/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <thread>

namespace triage {
namespace {

constexpr std::size_t fewest_texts = 20, folds = 3;

/// A way of learning: what each group of features weighs, how much of a feature's weight goes by what it
/// tells of the label alone, and what an error costs.
struct Way {
    std::array<float, groups_count> groups;
    double telling, logistic_cost, margin_cost;
    [[nodiscard]] bool is_fine() const noexcept { return groups[static_cast<std::size_t>(Group::piece)] > 0; }
};
/// Matters are told by words; what people feel by what is fine too: of short texts by features that tell
/// alone, of long ones by what they say together and what is denied.
constexpr Way coarse{{1, 0.7F, 0.7F, 0, 0}, 0.5, 5, 0.15};
constexpr auto fine = std::to_array<Way>(
    {{{1, 0.7F, 0.7F, 1.5F, 0}, 0.5, 1.5, 0.05}, {{1, 0.7F, 0.7F, 1.5F, 1}, 0.25, 5, 0.3}});
/// It costs: so many more of the texts held back have to be told rightly.
constexpr double worth_being_fine = 0.002;
/// Of longer lists it would take too much memory.
constexpr std::size_t most_bytes_to_be_fine = 4'000'000;

template <class F> void in_parallel(std::size_t count, int threads, F&& work) {
    std::vector<std::jthread> workers;
    for (int t = 0; t < threads; ++t)
        workers.emplace_back([&, t] {
            for (auto i = static_cast<std::size_t>(t); i < count; i += static_cast<std::size_t>(threads))
                work(i);
        });
}

/// How much each feature tells of the label by itself, around 1: `share` of it the log-ratio of its counts
/// (Wang and Manning 2012). The bias tells as it is.
std::vector<double> telling(std::span<const Row* const> rows, const std::vector<double>& is_it, int features,
                            double share) {
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
        each = 1 - share + share * each * static_cast<double>(features) / sum;
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
                   const Way& way, int threads) {
    Weights out((static_cast<std::size_t>(features) + 1) * static_cast<std::size_t>(labels), 0);
    std::mutex adding;
    // Two solvers for each label; those of frequent labels take longest and stand anywhere.
    in_parallel(static_cast<std::size_t>(labels) * 2, threads, [&](std::size_t task) {
        const int label = static_cast<int>(task / 2);
        const bool is_logistic = task % 2 == 0;
        const double cost = is_logistic ? way.logistic_cost : way.margin_cost;
        std::vector<double> is_it;
        is_it.reserve(truths.size());
        for (int truth : truths)
            is_it.push_back(truth == label ? 1 : -1);
        const auto positive = std::ranges::count(is_it, 1.0);
        if (positive == 0 || positive == static_cast<std::ptrdiff_t>(is_it.size())) return;
        const auto learnt = learn_label(rows, is_it, features, telling(rows, is_it, features, way.telling),
                                        is_logistic ? L2R_LR_DUAL : L2R_L2LOSS_SVC_DUAL, cost);
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

std::vector<Answered> answers_of(const Head& head, std::span<const HeldBack> texts) {
    std::vector<Answered> out;
    for (const auto& text : texts) {
        const auto guesses = Model::guesses(head, text.scores);
        out.push_back({.first = static_cast<int>(guesses[0].label),
                       .p = guesses[0].p,
                       .is_among_three = false,
                       .truth = text.truth});
    }
    return out;
}

/// The texts that say a label of one head.
struct Lesson {
    const HeadToLearn* head;
    std::vector<std::size_t> texts;
    std::vector<int> truths;
    std::vector<bool> found; ///< not written for training
    [[nodiscard]] int labels() const noexcept { return static_cast<int>(head->labels.size()); }
};

struct Text {
    Folded folded;
    Normalised words;
};

/// All texts learnt in one way.
class Course {
public:
    Course(std::span<const Text> texts, std::span<const Lesson> lessons, const Way& way,
           const LearnOptions& options)
        : lessons_(lessons), way_(way), is_in_order_(options.in_order), wanted_(options.wanted_precision),
          threads_(std::max(1, options.threads)),
          vocabulary_(vocabulary_of(texts.size(), [&](std::size_t i) { return read(texts[i]); })),
          rows_(texts.size()) {
        in_parallel(texts.size(), threads_,
                    [&](std::size_t i) { rows_[i] = row_of(read(texts[i]), vocabulary_, way_.groups); });
        for (const auto& lesson : lessons_)
            held_back_.push_back(held_back(lesson));
    }

    /// Of the texts held back, the share that is told rightly.
    [[nodiscard]] double right() const {
        double sum = 0;
        for (std::size_t i = 0; i < lessons_.size(); ++i)
            sum += quality_of(answers_of(plain(lessons_[i]), held_back_[i])).accuracy;
        return sum / static_cast<double>(lessons_.size());
    }

    [[nodiscard]] Model model() {
        Model::Parts parts{.group_weights = way_.groups,
                           .heads = {},
                           .keys = vocabulary_.keys,
                           .rarity = vocabulary_.rarity,
                           .weights = {}};
        std::size_t width = 0, column = 0;
        for (const auto& lesson : lessons_)
            width += lesson.head->labels.size();
        parts.weights.assign(vocabulary_.keys.size() * width, 0);
        for (std::size_t i = 0; i < lessons_.size(); ++i) {
            const auto& lesson = lessons_[i];
            Head head = calibrated(lesson, std::move(held_back_[i]));
            const auto count = head.labels.size();
            std::vector<const Row*> rows;
            for (const auto text : lesson.texts)
                rows.push_back(&rows_[text]);
            const auto weights = learn_head(rows, lesson.truths, lesson.labels(), known(), way_, threads_);
            for (std::size_t f = 0; f < vocabulary_.keys.size(); ++f)
                std::copy_n(weights.begin() + static_cast<std::ptrdiff_t>(f * count), count,
                            parts.weights.begin() + static_cast<std::ptrdiff_t>(f * width + column));
            head.bias.assign(weights.end() - lesson.labels(), weights.end());
            parts.heads.push_back(std::move(head));
            column += count;
        }
        return Model(parts);
    }

private:
    [[nodiscard]] Features read(const Text& text) const {
        return way_.is_fine() ? fine_features_of(text.folded, text.words) : features_of(text.words);
    }
    [[nodiscard]] int known() const noexcept { return static_cast<int>(vocabulary_.keys.size()); }

    [[nodiscard]] static Head plain(const Lesson& lesson) {
        Head out{.name = lesson.head->name, .labels = lesson.head->labels, .bias = {}};
        out.rows = static_cast<std::int64_t>(lesson.truths.size());
        return out;
    }

    [[nodiscard]] std::vector<HeldBack> held_back(const Lesson& lesson) const {
        std::vector<HeldBack> out;
        for (std::size_t fold = 0; fold < (is_in_order_ ? 1 : folds); ++fold)
            hold_back(lesson, fold, out);
        return out;
    }

    /// Learns from the other texts and asks of those of the fold.
    void hold_back(const Lesson& lesson, std::size_t fold, std::vector<HeldBack>& out) const {
        const std::size_t count = lesson.texts.size();
        const auto is_held_back = [&](std::size_t i) {
            return is_in_order_ ? i >= count * 3 / 4 : i % folds == fold;
        };
        std::vector<const Row*> others;
        std::vector<int> their_truths;
        for (std::size_t i = 0; i < count; ++i)
            if (!is_held_back(i)) {
                others.push_back(&rows_[lesson.texts[i]]);
                their_truths.push_back(lesson.truths[i]);
            }
        const auto weights = learn_head(others, their_truths, lesson.labels(), known(), way_, threads_);
        for (std::size_t i = 0; i < count; ++i)
            if (is_held_back(i))
                out.push_back({.scores = scores_of(rows_[lesson.texts[i]], weights, lesson.labels()),
                               .truth = lesson.truths[i],
                               .is_found = lesson.found[i]});
    }

    [[nodiscard]] Head calibrated(const Lesson& lesson, std::vector<HeldBack> texts) const {
        Head head = plain(lesson);
        if (texts.empty()) return head;
        calibrate(head, texts, is_in_order_ ? Asked::later : Asked::like_these);
        head.sure = sure_from(answers_of(head, texts), wanted_);
        return head;
    }

    std::span<const Lesson> lessons_;
    Way way_;
    bool is_in_order_;
    double wanted_;
    int threads_;
    Vocabulary vocabulary_;
    std::vector<Row> rows_;
    std::vector<std::vector<HeldBack>> held_back_; ///< of each lesson
};

base::Result<std::vector<Lesson>> lessons_of(std::span<const Example> examples,
                                             std::span<const HeadToLearn> heads) {
    std::vector<Lesson> out;
    for (std::size_t h = 0; h < heads.size(); ++h) {
        Lesson lesson{&heads[h], {}, {}, {}};
        for (std::size_t i = 0; i < examples.size(); ++i) {
            if (examples[i].labels[h] < 0) continue;
            lesson.texts.push_back(i);
            lesson.truths.push_back(examples[i].labels[h]);
            lesson.found.push_back(examples[i].is_found);
        }
        const auto& truths = lesson.truths;
        if (std::ranges::count(truths, truths.empty() ? 0 : truths.front()) ==
            static_cast<std::ptrdiff_t>(truths.size()))
            return base::fail(base::Kind::invalid, "learn.too_little",
                              "head " + heads[h].name + ": fewer than two labels occur");
        out.push_back(std::move(lesson));
    }
    return out;
}

} // namespace

base::Result<Model> learn(std::span<const Example> examples, std::span<const HeadToLearn> heads,
                          const LearnOptions& options) {
    if (examples.size() < fewest_texts)
        return base::fail(base::Kind::invalid, "learn.too_little",
                          std::to_string(examples.size()) + " texts");
    auto lessons = lessons_of(examples, heads);
    if (!lessons) return base::pass(lessons);
    set_print_string_function([](const char*) {});
    std::srand(1); // LIBLINEAR shuffles by rand(): the same texts in the same order
    const Lexicon& lexicon = options.lexicon ? *options.lexicon : shipped_lexicon();
    std::vector<Text> texts(examples.size());
    in_parallel(examples.size(), std::max(1, options.threads), [&](std::size_t i) {
        texts[i].folded = fold(examples[i].text);
        texts[i].words = normalise(texts[i].folded, lexicon);
    });
    std::size_t bytes = 0;
    for (const auto& text : texts)
        bytes += text.folded.text.size();

    std::optional<Course> best(std::in_place, texts, *lessons, coarse, options);
    if (options.may_be_fine && bytes <= most_bytes_to_be_fine) {
        double to_beat = best->right() + worth_being_fine;
        for (const auto& way : fine) {
            Course course(texts, *lessons, way, options);
            const double right = course.right();
            if (right <= to_beat) continue;
            to_beat = right;
            best.emplace(std::move(course));
        }
    }
    return best->model();
}

} // namespace triage
