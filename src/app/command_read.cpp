// clock, normalise, classify: need no database.
#include "app/command.h"
#include "base/json.h"
#include "base/text.h"
#include "deadlines/clock.h"
#include "deadlines/clock_pages.h"
#include "deadlines/holidays.h"
#include "deadlines/own_profiles.h"
#include "places/gazetteer.h"
#include "triage/normalise.h"
#include "triage/reader.h"

#include <CLI/CLI.hpp>

#include <fstream>
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
