// reading_bench [DATA [KINDS]]: how well texts are read, head by head, beside what is aimed at.
// DATA (or TANGGAP_DATA, or ../shared/data) holds the registers and labelled sets, as they were published;
// KINDS (or TANGGAP_KINDS) is a file with the columns text, kind and perhaps sentiment, of texts nothing was
// learnt from. None of them is part of the project: what is not there is said, and not measured.
#include "intake/import_reader.h"
#include "triage/guess.h"
#include "triage/learn.h"
#include "triage/lexicon.h"
#include "triage/quality.h"
#include "triage/shipped.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

struct Labelled {
    std::string text, label, when;
};

/// Of this program's own work: others may use the machine.
double seconds_since(std::clock_t start) {
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// The cells of the columns; none where the file or a column is missing.
std::vector<std::vector<std::string>> read_cells(const fs::path& file, std::vector<std::string> columns) {
    std::ifstream in(file, std::ios::binary);
    intake::ImportReader reader(intake::ImportFormat::csv, std::move(columns));
    reader.feed(std::string(std::istreambuf_iterator<char>(in), {}));
    reader.finish();
    std::vector<std::vector<std::string>> out;
    while (auto record = reader.next())
        if (!record->problem) out.push_back(std::move(record->cells));
    return out;
}

std::vector<Labelled> read_register(const fs::path& file, const char* label) {
    std::vector<Labelled> out;
    for (auto& cells : read_cells(file, {"text", label, "created"}))
        if (!cells[1].empty()) out.push_back({std::move(cells[0]), std::move(cells[1]), std::move(cells[2])});
    std::ranges::stable_sort(out, {}, &Labelled::when);
    return out;
}

/// Lines of a text, a tab and its label, without a header.
std::vector<Labelled> read_lines(const fs::path& file) {
    std::vector<Labelled> out;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (const auto tab = line.rfind('\t'); tab != std::string::npos)
            out.push_back({line.substr(0, tab), line.substr(tab + 1), {}});
    return out;
}

void say_missing(std::string_view what, const fs::path& file) {
    fmt::print("{:44} not measured: {} is not there\n", what, file.string());
}

void tell(std::string_view what, const triage::Quality& q, std::string_view aim) {
    fmt::print(
        "{:44} {:6} rows  right {:.1f} % +-{:.1f}  first three {:.1f} %  macro-F1 {:.1f}  surest at 95 % "
        "{:.1f} %  calibration {:.3f} ({:.3f} by chance alone)  aim: {}\n",
        what, q.rows, 100 * q.accuracy, 100 * q.error, 100 * q.top3, 100 * q.macro_f1, 100 * q.coverage_at_95,
        q.ece, q.ece_by_chance, aim);
}

std::vector<triage::Answered> answers_of(std::span<const Labelled> learnt, std::span<const Labelled> asked,
                                         bool in_order) {
    std::map<std::string_view, int> known;
    triage::HeadToLearn head{"label", {}};
    for (const auto& each : learnt)
        if (known.emplace(each.label, static_cast<int>(head.labels.size())).second)
            head.labels.push_back(each.label);
    std::vector<triage::Example> examples;
    for (const auto& each : learnt)
        examples.push_back({each.text, {known.at(each.label)}});
    const auto model = triage::learn(examples, {&head, 1}, {.in_order = in_order, .may_be_fine = true});
    if (!model) throw std::runtime_error(model.error().code);
    std::vector<triage::Answered> out;
    for (const auto& each : asked) {
        const auto folded = triage::fold(each.text);
        const auto text = triage::normalise(folded, triage::shipped_lexicon());
        const auto guesses =
            triage::Model::guesses(model->heads().front(), model->scores(model->features_of(folded, text)));
        const auto truth = known.find(each.label);
        triage::Answered answer{.first = static_cast<int>(guesses.front().label),
                                .p = guesses.front().p,
                                .truth = truth == known.end() ? -1 : truth->second};
        for (std::size_t i = 0; i < std::min<std::size_t>(3, guesses.size()); ++i)
            answer.is_among_three |= static_cast<int>(guesses[i].label) == answer.truth;
        out.push_back(answer);
    }
    return out;
}

/// Learnt from the older four fifths, asked of the newest.
void measure_in_time(std::string_view what, std::span<const Labelled> rows, std::string_view aim) {
    const auto older = rows.size() * 4 / 5;
    tell(what, triage::quality_of(answers_of(rows.first(older), rows.subspan(older), true)), aim);
}

/// Five times: learnt from four fifths, asked of the fifth; the same text never stands in both.
void measure_in_folds(std::string_view what, const std::vector<Labelled>& given, std::string_view aim) {
    constexpr std::size_t folds = 5;
    std::map<std::string, const Labelled*> each_once;
    for (const auto& row : given)
        each_once.emplace(row.text, &row);
    std::vector<Labelled> rows;
    for (const auto& [text, row] : each_once)
        rows.push_back(*row);
    std::ranges::stable_sort(rows, {}, [](const Labelled& row) { return triage::hash_of(row.text); });
    std::map<std::string, int> names;
    std::vector<triage::Answered> all;
    std::vector<double> f1;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<Labelled> learnt, asked;
        for (std::size_t i = 0; i < rows.size(); ++i)
            (i % folds == fold ? asked : learnt).push_back(rows[i]);
        auto answers = answers_of(learnt, asked, false);
        f1.push_back(100 * triage::quality_of(answers).macro_f1);
        all.insert(all.end(), answers.begin(), answers.end());
    }
    double mean = 0, spread = 0;
    for (const double each : f1)
        mean += each / folds;
    for (const double each : f1)
        spread += (each - mean) * (each - mean) / (folds - 1);
    const auto q = triage::quality_of(all);
    fmt::print("{:44} {:6} rows  right {:.1f} % +-{:.1f}  macro-F1 of five {:.1f} +-{:.1f}  calibration "
               "{:.3f}  aim: "
               "{}\n",
               what, q.rows, 100 * q.accuracy, 100 * q.error, mean, std::sqrt(spread / folds), q.ece, aim);
}

void measure_kinds(const fs::path& file) {
    constexpr std::string_view what = "kind, real texts read by hand";
    auto rows = read_cells(file, {"text", "kind", "sentiment"});
    const bool has_sentiment = !rows.empty();
    if (!has_sentiment) rows = read_cells(file, {"text", "kind"});
    if (rows.empty()) return say_missing(what, file.empty() ? "the file of kinds" : file);
    constexpr auto kinds = base::codes<triage::Kind>;
    std::array<std::array<int, kinds.size()>, kinds.size()> said{};
    std::vector<triage::Answered> answers, sentiments;
    std::size_t sure = 0, sure_and_right = 0;
    for (const auto& cells : rows) {
        const auto truth = base::from_code<triage::Kind>(cells[1]);
        if (!truth) continue;
        const auto reading = triage::shipped_reader().read({.text = cells[0]}, {});
        answers.push_back({.first = static_cast<int>(reading.kind),
                           .p = reading.kind_p,
                           .truth = static_cast<int>(*truth)});
        ++said[static_cast<std::size_t>(*truth)][static_cast<std::size_t>(reading.kind)];
        sure += !reading.kind_abstains;
        sure_and_right += !reading.kind_abstains && reading.kind == *truth;
        if (!has_sentiment) continue;
        if (const auto felt = base::from_code<triage::Sentiment>(cells[2]))
            sentiments.push_back({.first = static_cast<int>(reading.sentiment.label),
                                  .p = reading.sentiment.p,
                                  .truth = static_cast<int>(*felt)});
    }
    const auto q = triage::quality_of(answers);
    fmt::print("{:44} {:6} rows  right {:.1f} % +-{:.1f}  macro-F1 {:.1f}  calibration {:.3f} ({:.3f} by "
               "chance alone)  "
               "aim: 75\n",
               what, q.rows, 100 * q.accuracy, 100 * q.error, 100 * q.macro_f1, q.ece, q.ece_by_chance);
    fmt::print("  sure of {:.1f} %, of these {:.1f} % right\n",
               100.0 * static_cast<double>(sure) / static_cast<double>(answers.size()),
               100.0 * static_cast<double>(sure_and_right) /
                   static_cast<double>(std::max<std::size_t>(sure, 1)));
    for (std::size_t truth = 0; truth < kinds.size(); ++truth) {
        int all = 0, found = 0;
        for (std::size_t other = 0; other < kinds.size(); ++other)
            all += said[truth][other], found += said[other][truth];
        const double right = said[truth][truth];
        fmt::print("  {:20} {:4}  found {:5.1f} %  right {:5.1f} %   taken for", kinds[truth].code, all,
                   100 * right / std::max(all, 1), 100 * right / std::max(found, 1));
        for (std::size_t other = 0; other < kinds.size(); ++other)
            fmt::print(" {:3}", said[truth][other]);
        fmt::print("\n");
    }
    if (!sentiments.empty()) tell("sentiment, the same texts", triage::quality_of(sentiments), "none");
}

double resident_mb() {
    std::ifstream in("/proc/self/statm");
    double all = 0, resident = 0;
    in >> all >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

void measure_memory() {
    const auto base = triage::shipped::base_model(), feelings = triage::shipped::feeling_model();
    auto start = std::clock();
    const bool is_whole =
        triage::Model::of_bytes(base).has_value() && triage::Model::of_bytes(feelings).has_value();
    const double loaded = seconds_since(start);
    const auto profile = triage::shipped_reader().profile({}, {});
    const auto reading = triage::shipped_reader().read({.text = "lampu jalan mati di Tebet"}, profile);
    fmt::print("{:44} {:.1f} MB, read in {:.0f} ms{}; aim: 25 MB, 100 ms\n", "shipped models",
               static_cast<double>(base.size() + feelings.size()) / 1e6, 1000 * loaded,
               is_whole ? "" : " (broken)");
    fmt::print("{:44} {:.0f} MB with every area of Indonesia; aim: 150 MB\n", "memory", resident_mb());
    std::string line;
    for (const std::string_view piece : {"0812-3456-7890 ", "x", "jalan rusak di Tebet, ", "3578 ",
                                         "B 1234 CD ", "d 1 d 2 ", "jl mawar no 5 rt 1 rw 2 ", "a@b.com "}) {
        line.clear();
        while (line.size() < 1'000'000)
            line += piece;
        start = std::clock();
        const auto long_reading = triage::shipped_reader().read({.text = line}, profile);
        fmt::print("{:44} {:.0f} ms; aim: 50 ms\n", fmt::format("a line of 1 MB of \"{}\"", piece),
                   1000 * seconds_since(start));
    }
}

const char* chosen(int argc, char** argv, int at, const char* variable, const char* usual) {
    const char* set = std::getenv(variable);
    return argc > at ? argv[at] : set ? set : usual;
}

} // namespace

int main(int argc, char** argv) try {
    const fs::path data = chosen(argc, argv, 1, "TANGGAP_DATA", "../shared/data"),
                   kinds = chosen(argc, argv, 2, "TANGGAP_KINDS", "");
    measure_memory();
    measure_kinds(kinds);
    if (const auto offices = read_register(data / "surabaya/office.csv", "office"); !offices.empty())
        measure_in_time("office of a city, newest fifth", offices, "81.5 / 93.5, 58 % at 95");
    else
        say_missing("office", data / "surabaya/office.csv");
    const auto register_file = data / "surabaya/complaints_2022-01_2023-01.csv";
    if (auto topics = read_register(register_file, "topic"); !topics.empty()) {
        std::map<std::string, int> counts;
        for (const auto& row : topics)
            ++counts[row.label];
        std::erase_if(topics, [&](const Labelled& row) { return counts[row.label] < 50; });
        measure_in_time("topic, those of 50 rows, newest fifth", topics, "80");
    } else {
        say_missing("topic", register_file);
    }
    auto smsa = read_lines(data / "smsa/train_preprocess.tsv");
    std::ranges::copy(read_lines(data / "smsa/valid_preprocess.tsv"), std::back_inserter(smsa));
    if (!smsa.empty())
        measure_in_folds("sentiment SmSA, five folds", smsa, "88");
    else
        say_missing("sentiment SmSA", data / "smsa/train_preprocess.tsv");
    std::vector<Labelled> emotions;
    for (const char* file : {"emot/train_preprocess.csv", "emot/valid_preprocess.csv"})
        for (auto& cells : read_cells(data / file, {"tweet", "label"}))
            emotions.push_back({std::move(cells[0]), std::move(cells[1]), {}});
    if (!emotions.empty())
        measure_in_folds("emotion EmoT, five folds", emotions, "72");
    else
        say_missing("emotion EmoT", data / "emot/train_preprocess.csv");
    return 0;
} catch (const std::exception& error) {
    std::cerr << "reading: " << error.what() << "\n";
    return 1;
}
