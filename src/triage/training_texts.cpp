#include "triage/training_texts.h"

#include "triage/kind.h"
#include "triage/lines.h"

#include <algorithm>
#include <array>
#include <map>

namespace triage {
namespace {

constexpr std::size_t columns = 10;
struct LearntColumn {
    std::string_view head;
    std::size_t column;
};
constexpr auto matters =
    std::to_array<LearntColumn>({{kind_head, 1}, {topic_head, 2}, {abuse_head, 6}, {language_head, 7}});
constexpr auto feelings = std::to_array<LearntColumn>({{sentiment_head, 3}});

/// In the place of a label: nobody said.
constexpr std::string_view not_said = "?";

/// Half of the texts differ from the other half in place of writing: what is sure of itself on texts held
/// back is less so in the world.
constexpr double wanted_precision = 0.9;

using TextRow = std::array<std::string_view, columns>;

base::Result<void> read_rows(std::string_view name, std::string_view lines, std::vector<TextRow>& rows) {
    return each_line(lines, [&](std::size_t number, std::string_view line) -> base::Result<void> {
        TextRow row;
        for (auto& cell : row)
            cell = triage::cut(line, '\t');
        const bool is_whole = line.empty() && std::ranges::none_of(row, &std::string_view::empty);
        if (!is_whole) return bad_line("training.line", name, number, "ten columns are expected");
        if (!base::from_code<Kind>(row[1])) return bad_line("training.line", name, number, "an unknown kind");
        rows.push_back(row);
        return {};
    });
}

base::Result<Model> learn_columns(const TrainingTexts& texts, std::span<const LearntColumn> learnt_columns,
                                  bool may_be_fine) {
    std::vector<TextRow> rows;
    if (auto read = read_rows("written texts", texts.written, rows); !read) return base::pass(read);
    const auto written = rows.size();
    if (auto read = read_rows("found texts", texts.found, rows); !read) return base::pass(read);

    std::vector<HeadToLearn> heads;
    std::vector<std::map<std::string_view, int>> known;
    for (const auto& [name, column] : learnt_columns) {
        auto& labels = known.emplace_back();
        for (const auto& row : rows)
            if (row[column] != not_said) labels.emplace(row[column], 0);
        HeadToLearn head{std::string(name), {}};
        for (auto& [label, index] : labels) {
            index = static_cast<int>(head.labels.size());
            head.labels.emplace_back(label);
        }
        heads.push_back(std::move(head));
    }
    std::vector<Example> examples;
    for (const auto& row : rows) {
        Example example{.text = row[0], .labels = {}, .is_found = examples.size() >= written};
        for (std::size_t h = 0; h < learnt_columns.size(); ++h)
            if (const auto label = known[h].find(row[learnt_columns[h].column]); label != known[h].end())
                example.labels.push_back(label->second);
            else
                example.labels.push_back(-1);
        examples.push_back(std::move(example));
    }
    return learn(
        examples, heads,
        {.in_order = false, .wanted_precision = wanted_precision, .may_be_fine = may_be_fine, .threads = 1});
}

} // namespace

base::Result<Model> learn_base_model(const TrainingTexts& texts) {
    return learn_columns(texts, matters, /*may_be_fine=*/false);
}

base::Result<Model> learn_feeling_model(const TrainingTexts& texts) {
    return learn_columns(texts, feelings, /*may_be_fine=*/true);
}

} // namespace triage
