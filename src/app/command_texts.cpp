// normalise, classify: texts from stdin. Need no database; classify knows what an agency has when one is
// named.
#include "app/chosen_agency.h"
#include "app/command.h"
#include "base/json.h"
#include "base/text.h"
#include "places/gazetteer.h"
#include "places/marks.h"
#include "triage/lexicon.h"
#include "triage/normalise.h"
#include "triage/reader.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

namespace app {
namespace {

/// Calls `line` with each line of stdin: plain text, or the member "text" of JSON lines.
base::Result<void> each_text(bool jsonl, const std::function<void(std::string_view)>& read) {
    // A line of a megabyte came in character by character, a lock for each.
    std::ios::sync_with_stdio(false);
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

/// Bytes of a text as its characters (code points), which is how offsets are told to the outside. Counted
/// once: a long line has a hundred thousand places to tell.
class Characters {
public:
    explicit Characters(std::string_view text) : text_(text) {
        std::size_t count = 0;
        for (std::size_t byte = 0; byte < text.size(); ++byte) {
            if (byte % step == 0) before_.push_back(count);
            if (begins(text[byte])) ++count;
        }
        before_.push_back(count);
    }
    [[nodiscard]] base::json::Object span(std::size_t begin, std::size_t end) const {
        return {{"start", before(begin)}, {"end", before(end)}};
    }

private:
    static constexpr std::size_t step = 64;
    static bool begins(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }
    [[nodiscard]] std::size_t before(std::size_t byte) const {
        if (byte >= text_.size()) return before_.back();
        const std::size_t from = byte - byte % step;
        const auto rest = text_.substr(from, byte - from);
        return before_[from / step] + static_cast<std::size_t>(std::ranges::count_if(rest, begins));
    }

    std::string_view text_;
    std::vector<std::size_t> before_; ///< each `step` bytes, and the whole at the end
};

base::json::Array words_of(std::string_view text, std::span<const triage::Span> spans) {
    base::json::Array out;
    for (const auto& span : spans)
        out.emplace_back(std::string(text.substr(span.begin, span.end - span.begin)));
    return out;
}

base::json::Object head(std::string_view label, double p, bool abstained) {
    return {{"label", label}, {"p", p}, {"abstained", abstained}};
}

constexpr std::string_view level_name(places::Level level) noexcept {
    switch (level) {
    case places::Level::province: return "province";
    case places::Level::regency: return "regency";
    case places::Level::district: return "district";
    case places::Level::village: return "village";
    }
    return "";
}

constexpr std::string_view kind_name(places::MarkKind kind) noexcept {
    switch (kind) {
    case places::MarkKind::street: return "street";
    case places::MarkKind::lane: return "lane";
    case places::MarkKind::rtrw: return "rtrw";
    case places::MarkKind::kilometre: return "kilometre";
    case places::MarkKind::landmark: return "landmark";
    }
    return "";
}

/// Streets, lanes, RT/RW, kilometres and landmarks stand behind the areas: no code and no point, a number.
void add_marks(base::json::Array& places, std::string_view text, const Characters& characters) {
    for (const auto& mark : places::marks_of(text)) {
        auto each = characters.span(mark.begin, mark.end);
        each["text"] = std::string(text.substr(mark.begin, mark.end - mark.begin));
        each["level"] = kind_name(mark.kind);
        each["number"] = mark.number;
        places.push_back(std::move(each));
    }
}

base::json::Object ranked(const std::vector<triage::TopicGuess>& guesses, std::string_view none,
                          bool abstains) {
    auto out =
        guesses.empty() ? head(none, 0, true) : head(guesses.front().code, guesses.front().p, abstains);
    base::json::Array next;
    for (const auto& each : guesses)
        next.push_back({{"label", each.code}, {"p", each.p}});
    out["likeliest"] = std::move(next);
    return out;
}

base::json::Object describe(std::string_view text, const triage::Reading& reading) {
    const Characters characters(text);
    base::json::Object out;
    auto kind = head(base::code_of(reading.kind), reading.kind_p, reading.kind_abstains);
    kind["why"] = words_of(text, reading.kind_why);
    out["kind"] = std::move(kind);
    auto topic = ranked(reading.topics, "umum", reading.topic_abstains);
    topic["why"] = words_of(text, reading.topic_why);
    out["topic"] = std::move(topic);
    if (!reading.offices.empty()) out["office"] = ranked(reading.offices, "", reading.office_abstains);
    base::json::Object urgency{{"p", reading.urgency.value},
                               {"danger", base::code_of(reading.urgency.reason)}};
    urgency["why"] = words_of(text, reading.urgency.words);
    out["urgency"] = std::move(urgency);
    out["sentiment"] =
        head(base::code_of(reading.sentiment.label), reading.sentiment.p, reading.sentiment.abstains);
    out["abuse"] = base::json::Object{
        {"label", reading.abuse.label}, {"p", reading.abuse.p}, {"abstained", reading.abuse.abstains}};
    base::json::Array places;
    for (const auto& place : reading.places) {
        auto each = characters.span(place.begin, place.end);
        each["text"] = std::string(text.substr(place.begin, place.end - place.begin));
        each["area"] = place.area.code;
        each["level"] = level_name(place.area.level);
        each["name"] = places::gazetteer().full_name(place.area.code);
        each["lat"] = place.area.lat;
        each["lon"] = place.area.lon;
        each["p"] = place.p;
        places.push_back(std::move(each));
    }
    add_marks(places, text, characters);
    out["places"] = std::move(places);
    base::json::Array masks;
    for (const auto& mask : reading.masks) {
        auto each = characters.span(mask.begin, mask.end);
        each["kind"] = base::code_of(mask.kind);
        masks.push_back(std::move(each));
    }
    out["private"] = std::move(masks);
    out["masked"] = reading.masked;
    out["language"] = base::code_of(reading.language.label);
    return out;
}

/// What the reader knows about an agency of a database; nothing of it stays open.
base::Result<triage::Profile> profile_of(const Settings& given, std::int64_t agency) {
    auto settings = complete(given);
    if (!settings) return base::pass(settings);
    auto house = House::open_existing(*settings, Vault::not_needed);
    if (!house) return base::pass(house);
    auto id = agency_of(**house, agency);
    if (!id) return base::pass(id);
    auto directory = (*house)->directories.of(*id);
    if (!directory) return base::pass(directory);
    return (*house)->readers().profile_of(**directory);
}

/// The options that name a database.
using Place = std::array<const CLI::Option*, 3>;
Place places_of(const CLI::App& app) {
    return {app.get_option("--data"), app.get_option("--database"), app.get_option("--config")};
}
bool is_given(const Place& place) {
    return std::ranges::any_of(place, [](const CLI::Option* each) { return each->count() > 0; });
}

} // namespace

Run add_normalise(CLI::App& app) {
    auto jsonl = std::make_shared<bool>(false);
    app.add_flag("--jsonl", *jsonl, "lines are objects with a member \"text\"; answers are objects too");
    auto settings = add_settings(app);
    auto agency = std::make_shared<std::int64_t>(0);
    app.add_option("--agency", *agency, "with --data: id; not needed with one agency");
    app.footer("With --data, --database or --config the slang and abbreviations of an agency go first.");
    return [=, place = places_of(app)]() -> base::Result<void> {
        triage::Profile profile;
        if (is_given(place)) {
            auto of_agency = profile_of(*settings, *agency);
            if (!of_agency) return base::pass(of_agency);
            profile = std::move(*of_agency);
        }
        return each_text(*jsonl, [&](std::string_view text) {
            auto normalised = triage::normalise(text, triage::lexicon_of(profile));
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
    auto settings = add_settings(app);
    auto agency = std::make_shared<std::int64_t>(0);
    app.add_option("--agency", *agency, "with --data: id; not needed with one agency");
    app.footer("With --data, --database or --config the topics, region and own model of an agency are used.");
    return [=, place = places_of(app)]() -> base::Result<void> {
        const auto& reader = triage::shipped_reader();
        triage::Profile profile;
        if (is_given(place)) {
            auto of_agency = profile_of(*settings, *agency);
            if (!of_agency) return base::pass(of_agency);
            profile = std::move(*of_agency);
        } else {
            std::vector<triage::Topic> topics;
            for (const auto& each : triage::shipped_topics())
                topics.push_back({each.topic.code, {}});
            profile = reader.profile(*regions, topics);
        }
        return each_text(*jsonl, [&](std::string_view text) {
            const auto reading = reader.read({.text = text, .asks_why = true}, profile);
            std::cout << boost::json::serialize(describe(text, reading)) << "\n";
        });
    };
}

} // namespace app
