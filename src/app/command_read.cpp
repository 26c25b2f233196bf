// clock, normalise, classify: need no database.
#include "app/command.h"
#include "base/json.h"
#include "base/text.h"
#include "deadlines/clock.h"
#include "deadlines/clock_pages.h"
#include "deadlines/holidays.h"
#include "places/gazetteer.h"
#include "triage/normalise.h"
#include "triage/reader.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace app {
namespace {

/// Calls `line` with each line of stdin: plain text, or the member "text" of JSON lines.
base::Result<void> each_text(bool jsonl, const std::function<void(std::string_view)>& read) {
    std::string line;
    for (std::int64_t number = 1; std::getline(std::cin, line); ++number) {
        auto where = [&] { return "line " + std::to_string(number) + ": "; };
        if (!jsonl) {
            if (!base::is_utf8(line))
                return base::fail(base::Kind::invalid, "import.line", where() + "not UTF-8");
            read(line);
            continue;
        }
        auto value = base::json::parse(line);
        const auto* text = value && value->is_object() ? value->get_object().if_contains("text") : nullptr;
        if (!text || !text->is_string())
            return base::fail(base::Kind::invalid, "import.line",
                              where() + "an object with a string \"text\" is expected");
        read({text->get_string().data(), text->get_string().size()});
    }
    return {};
}

base::json::Object describe(std::string_view text, const triage::Reading& reading) {
    base::json::Object out;
    out["kind"] = base::code_of(reading.kind);
    out["p"] = reading.kind_p;
    out["abstains"] = reading.kind_abstains;
    out["urgency"] = reading.urgency.value;
    out["danger"] = base::code_of(reading.urgency.reason);
    base::json::Array places;
    for (const auto& place : reading.places)
        places.push_back({{"area", place.area.code},
                          {"name", places::gazetteer().full_name(place.area.code)},
                          {"p", place.p},
                          {"words", std::string(text.substr(place.begin, place.end - place.begin))}});
    out["places"] = std::move(places);
    base::json::Array masks;
    for (const auto& mask : reading.masks)
        masks.push_back({{"kind", base::code_of(mask.kind)}, {"begin", mask.begin}, {"end", mask.end}});
    out["private"] = std::move(masks);
    out["masked"] = reading.masked;
    return out;
}

} // namespace

Run add_clock(CLI::App& app) {
    auto args = std::make_shared<deadlines::ClockArgs>();
    auto json = std::make_shared<bool>(false);
    auto explain = std::make_shared<bool>(false);
    app.add_option("--profile", args->profile,
                   "3x24-jam, sp4n-lapor, information-request, personal-data, breach")
        ->required();
    app.add_option("--start", args->start, "ISO 8601; without an offset, local time of the zone")->required();
    app.add_option("--zone", args->zone, "WIB, WITA or WIT")->capture_default_str();
    app.add_option("--at", args->at, "EVENT=ISO, for deadlines that start with another event");
    app.add_option("--pause", args->pause, "ISO/ISO, time in which the deadline stood");
    app.add_option("--class", args->class_code, "no_oversight or oversight");
    auto* as_json = app.add_flag("--json", *json, "as JSON");
    app.add_flag("--explain", *explain, "day by day, with rule and source")->excludes(as_json);
    return [args, json, explain]() -> base::Result<void> {
        auto report = deadlines::clock(*args, deadlines::shipped_profiles(), deadlines::shipped_holidays());
        if (!report) return base::pass(report);
        std::cout << (*json      ? deadlines::to_json(*report)
                      : *explain ? deadlines::to_explanation(*report, base::Language::id)
                                 : deadlines::to_text(*report, base::Language::id))
                  << "\n";
        return {};
    };
}

Run add_normalise(CLI::App& app) {
    auto jsonl = std::make_shared<bool>(false);
    app.add_flag("--jsonl", *jsonl, "lines are objects with a member \"text\"; answers are objects too");
    return [jsonl]() -> base::Result<void> {
        return each_text(*jsonl, [&](std::string_view text) {
            auto normalised = triage::normalise(text);
            if (*jsonl)
                std::cout << boost::json::serialize(base::json::Object{{"text", normalised.text}}) << "\n";
            else
                std::cout << normalised.text << "\n";
        });
    };
}

Run add_classify(CLI::App& app) {
    auto jsonl = std::make_shared<bool>(false);
    auto regions = std::make_shared<std::vector<std::string>>();
    app.add_flag("--jsonl", *jsonl, "lines are objects with a member \"text\"");
    app.add_option("--region", *regions,
                   "area codes in which place names are looked up; all of Indonesia without");
    return [jsonl, regions]() -> base::Result<void> {
        const auto& reader = triage::lexicon_reader();
        auto profile = reader.profile(*regions, {});
        return each_text(*jsonl, [&](std::string_view text) {
            std::cout << boost::json::serialize(describe(text, reader.read({.text = text}, profile))) << "\n";
        });
    };
}

} // namespace app
