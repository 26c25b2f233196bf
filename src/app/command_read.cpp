// clock, evaluate: need no database.
#include "app/command.h"
#include "base/json.h"
#include "deadlines/clock.h"
#include "deadlines/clock_pages.h"
#include "deadlines/holidays.h"
#include "deadlines/own_profiles.h"
#include "intake/import_reader.h"
#include "triage/learn.h"
#include "triage/lexicon.h"
#include "triage/normalise.h"
#include "triage/quality.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <fstream>
#include <iostream>
#include <map>

namespace app {
namespace {

/// The cells of two columns of a file with lines; the file may be as long as memory allows.
struct Labelled {
    std::vector<std::string> texts, labels;
};
base::Result<Labelled> read_labelled(const std::string& path, const std::string& text,
                                     const std::string& label) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return base::fail(base::Kind::not_found, "file.unreadable", path);
    const auto format = path.ends_with(".jsonl") ? intake::ImportFormat::jsonl : intake::ImportFormat::csv;
    intake::ImportReader reader(format, {text, label});
    Labelled out;
    auto take_all = [&]() -> base::Result<void> {
        while (auto record = reader.next()) {
            if (record->problem)
                return base::fail(base::Kind::invalid, "import.line",
                                  path + " line " + std::to_string(record->line) + ": " +
                                      record->problem->code);
            if (record->cells[1].empty()) continue;
            out.texts.push_back(std::move(record->cells[0]));
            out.labels.push_back(std::move(record->cells[1]));
        }
        if (reader.problem()) return std::unexpected(*reader.problem());
        return {};
    };
    std::string piece(1 << 16, '\0');
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
        reader.feed(std::string_view(piece).substr(0, static_cast<std::size_t>(in.gcount())));
        if (auto taken = take_all(); !taken) return base::pass(taken);
    }
    reader.finish();
    if (auto taken = take_all(); !taken) return base::pass(taken);
    return out;
}

struct Evaluation {
    triage::Quality quality;
    std::size_t learnt_from = 0, classes = 0;
    double learnt_in_s = 0, texts_per_s = 0;
};

/// Learns from one file and answers the other.
base::Result<Evaluation> evaluate(const std::string& name, const Labelled& train, const Labelled& test) {
    using Clock = std::chrono::steady_clock;
    const auto seconds_since = [](Clock::time_point start) {
        return std::chrono::duration<double>(Clock::now() - start).count();
    };
    std::map<std::string_view, int> known;
    triage::HeadToLearn head{name, {}};
    for (const auto& label : train.labels)
        if (known.emplace(label, static_cast<int>(head.labels.size())).second) head.labels.push_back(label);
    std::vector<triage::Example> examples;
    for (std::size_t i = 0; i < train.texts.size(); ++i)
        examples.push_back({train.texts[i], {known.at(train.labels[i])}});
    // What an agency decided stands in the order of time; other lists in any.
    const bool in_order = name == "office" || name == "topic";
    auto start = Clock::now();
    auto model = triage::learn(examples, {&head, 1}, {.in_order = in_order, .may_be_fine = true});
    if (!model) return base::pass(model);
    Evaluation out{.quality = {}, .learnt_from = examples.size(), .classes = head.labels.size()};
    out.learnt_in_s = seconds_since(start);
    start = Clock::now();
    std::vector<triage::Answered> answers;
    for (std::size_t i = 0; i < test.texts.size(); ++i) {
        const auto folded = triage::fold(test.texts[i]);
        const auto text = triage::normalise(folded, triage::shipped_lexicon());
        const auto guesses =
            triage::Model::guesses(model->heads().front(), model->scores(model->features_of(folded, text)));
        const auto truth = known.find(test.labels[i]);
        triage::Answered answer{.first = static_cast<int>(guesses.front().label),
                                .p = guesses.front().p,
                                .is_among_three = false,
                                .truth = truth == known.end() ? -1 : truth->second};
        for (std::size_t k = 0; k < std::min<std::size_t>(3, guesses.size()); ++k)
            answer.is_among_three |= static_cast<int>(guesses[k].label) == answer.truth;
        answers.push_back(answer);
    }
    const double took = seconds_since(start);
    out.texts_per_s = took > 0 ? static_cast<double>(test.texts.size()) / took : 0;
    out.quality = triage::quality_of(answers);
    return out;
}

constexpr std::size_t largest_profiles = 1 << 20;

/// The shipped profiles and those of the file; no file: only those.
base::Result<deadlines::Profiles> profiles_with(const std::string& file) {
    if (file.empty()) return deadlines::shipped_profiles();
    std::ifstream in(file, std::ios::binary);
    std::string text(largest_profiles + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (text.size() > largest_profiles)
        return base::fail_field("own", "field.invalid", "the file is too large");
    auto own = deadlines::own_profiles_of(text);
    if (!own) return base::pass(own);
    return deadlines::with_own(deadlines::shipped_profiles(), *own);
}

} // namespace

Run add_clock(CLI::App& app) {
    auto args = std::make_shared<deadlines::ClockArgs>();
    auto json = std::make_shared<bool>(false);
    auto explain = std::make_shared<bool>(false);
    auto own = std::make_shared<std::string>();
    app.add_option("--profile", args->profile,
                   "3x24-jam, sp4n-lapor, information-request, personal-data, breach, or one of --own")
        ->required();
    app.add_option("--start", args->start, "ISO 8601; without an offset, local time of the zone")->required();
    app.add_option("--zone", args->zone, "WIB, WITA or WIT")->capture_default_str();
    app.add_option("--at", args->at, "EVENT=ISO, for deadlines that start with another event");
    app.add_option("--pause", args->pause, "ISO/ISO, time in which the deadline stood");
    app.add_option("--class", args->class_code, "no_oversight or oversight");
    app.add_option("--extend", args->extend, "NAME of a deadline whose extension was granted");
    app.add_option("--hours", args->hours, "WEEKDAY=HOURS, 1 is Monday: 5=07.30-11.30, 13.00-16.30");
    app.add_option("--day", args->days,
                   "DAY=tutup or DAY=HOURS: a day that is closed, or open at those hours");
    app.add_option("--own", *own, "file with profiles of an agency's own, as in its setup file")
        ->check(CLI::ExistingFile);
    auto* as_json = app.add_flag("--json", *json, "as JSON");
    app.add_flag("--explain", *explain, "day by day, with rule and source")->excludes(as_json);
    return [args, own, json, explain]() -> base::Result<void> {
        auto profiles = profiles_with(*own);
        if (!profiles) return base::pass(profiles);
        auto report = deadlines::clock(*args, *profiles, deadlines::shipped_holidays());
        if (!report) return base::pass(report);
        std::cout << (*json      ? deadlines::to_json(*report)
                      : *explain ? deadlines::to_explanation(*report, base::Language::id)
                                 : deadlines::to_text(*report, base::Language::id))
                  << "\n";
        return {};
    };
}

Run add_evaluate(CLI::App& app) {
    struct Args {
        std::string head, train, test, text = "text", label = "label";
        bool json = false;
    };
    auto args = std::make_shared<Args>();
    app.add_option("--head", args->head, "kind, topic, office, sentiment or another name")->required();
    app.add_option("--train", args->train, "CSV or JSONL to learn from")
        ->required()
        ->check(CLI::ExistingFile);
    app.add_option("--test", args->test, "CSV or JSONL to answer")->required()->check(CLI::ExistingFile);
    app.add_option("--text", args->text, "column of the text")->capture_default_str();
    app.add_option("--label", args->label, "column of the label")->capture_default_str();
    app.add_flag("--json", args->json, "as JSON");
    return [args]() -> base::Result<void> {
        auto train = read_labelled(args->train, args->text, args->label);
        if (!train) return base::pass(train);
        auto test = read_labelled(args->test, args->text, args->label);
        if (!test) return base::pass(test);
        if (test->texts.empty()) return base::fail_field("test", "field.missing", "no labelled texts");
        auto done = evaluate(args->head, *train, *test);
        if (!done) return base::pass(done);
        const auto& q = done->quality;
        if (!args->json) {
            fmt::print("{} texts learnt in {:.1f} s, {} labels; {} answered, {:.0f} a second\n"
                       "right {:.1f} % (+-{:.1f}), among the first three {:.1f} %, macro-F1 {:.3f}\n"
                       "95 % right for the surest {:.1f} %, calibration error {:.3f}\n",
                       done->learnt_from, done->learnt_in_s, done->classes, q.rows, done->texts_per_s,
                       100 * q.accuracy, 100 * q.error, 100 * q.top3, q.macro_f1, 100 * q.coverage_at_95,
                       q.ece);
            return {};
        }
        std::cout << boost::json::serialize(base::json::Object{{"rows", q.rows},
                                                               {"classes", done->classes},
                                                               {"accuracy", q.accuracy},
                                                               {"macro_f1", q.macro_f1},
                                                               {"top3", q.top3},
                                                               {"coverage_at_95", q.coverage_at_95},
                                                               {"ece", q.ece},
                                                               {"texts_per_s", done->texts_per_s},
                                                               {"error", q.error},
                                                               {"learnt_from", done->learnt_from},
                                                               {"learnt_in_s", done->learnt_in_s}})
                  << "\n";
        return {};
    };
}

} // namespace app
