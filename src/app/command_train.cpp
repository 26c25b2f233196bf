// train: an agency's own model, learnt from what its people decided and judged before it takes over.
#include "app/chosen_agency.h"
#include "app/command.h"
#include "base/json.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace app {
namespace {

base::json::Object describe(const learning::Judged& judged) {
    return {{"judged", judged.learnt.rows},
            {"now", judged.now.accuracy},
            {"learnt", judged.learnt.accuracy},
            {"error", judged.learnt.error},
            {"top3", judged.learnt.top3},
            {"macro_f1", judged.learnt.macro_f1},
            {"coverage_at_95", judged.learnt.coverage_at_95},
            {"ece", judged.learnt.ece}};
}

base::Result<void> train(const Settings& settings, std::int64_t agency, bool only_judges) {
    auto house = House::open_existing(settings, Vault::not_needed);
    if (!house) return base::pass(house);
    auto id = agency_of(**house, agency);
    if (!id) return base::pass(id);
    auto directory = (*house)->directories.of(*id);
    if (!directory) return base::pass(directory);
    const auto services = (*house)->learning_services();
    auto lesson = only_judges ? learning::judge_challenger(services, **directory)
                              : learning::try_challenger(services, **directory);
    if (!lesson) return base::pass(lesson);
    const bool takes_over = lesson->is_better && !only_judges;
    std::cout << boost::json::serialize(base::json::Object{{"rows", lesson->rows},
                                                           {"kind", describe(lesson->figures.kind)},
                                                           {"topic", describe(lesson->figures.topic)},
                                                           {"office", describe(lesson->figures.office)},
                                                           {"better", lesson->is_better},
                                                           {"takes_over", takes_over}})
              << "\n";
    return {};
}

} // namespace

Run add_train(CLI::App& app) {
    auto settings = add_settings(app);
    auto agency = std::make_shared<std::int64_t>(0);
    auto only_judges = std::make_shared<bool>(false);
    app.add_option("--agency", *agency, "id; not needed with one agency");
    app.add_flag("--judge", *only_judges, "say how good it would be and change nothing");
    app.footer(
        "Learns kinds, topics and offices from cases that people decided, holds the newest back, and takes "
        "over\n"
        "only when it is right more often than what reads today, by more than its standard error.\n"
        "DATA/models/<agency>.model is then read by the running server; the one before stands beside it.");
    return [settings, agency, only_judges]() -> base::Result<void> {
        auto complete_settings = complete(*settings);
        if (!complete_settings) return base::pass(complete_settings);
        return train(*complete_settings, *agency, *only_judges);
    };
}

} // namespace app
