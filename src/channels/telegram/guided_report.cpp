#include "channels/telegram/guided_report.h"

#include "base/text.h"
#include "channels/telegram/guided_report_words.h"

namespace channels::telegram {
namespace {

constexpr std::size_t shortest_what = 10; // characters
constexpr std::size_t shortest_where = 4;
constexpr int most_tries = 2;

/// "/lapor" of "/lapor@dpudki_bot jalan rusak"; empty when the text is no command.
std::string command_of(std::string_view text) {
    if (!text.starts_with('/')) return {};
    return base::lower_ascii(text.substr(0, text.find_first_of("@ \n")));
}

std::string_view after_command(std::string_view text) {
    const auto end = text.find_first_of(" \n");
    return end == std::string_view::npos ? std::string_view() : base::trim(text.substr(end));
}

void add_line(std::string& to, std::string_view line) {
    line = base::trim(line);
    if (line.empty()) return;
    if (!to.empty()) to += '\n';
    to += line;
    to = std::string(base::first(to, items::max_text / 2));
}

void keep_files(GuidedState& state, const Said& said) {
    if (said.place) state.place = said.place;
    for (const auto& media : said.media)
        if (state.media.size() < items::max_media) state.media.push_back(media);
}

GuidedReport report_of(GuidedState&& state) {
    GuidedReport out{.text = std::move(state.what), .place = state.place, .media = std::move(state.media)};
    add_line(out.text, state.where);
    if (out.text.empty()) out.text = "-";
    return out;
}

/// Asks for the first thing that is not there yet, or hands the report over.
Turn go_on(GuidedState state, base::Language language) {
    state.tries = 0;
    if (state.what.empty()) {
        state.asked = Asked::what;
        return {std::move(state), std::string(words::ask_what.in(language))};
    }
    if (state.where.empty() && !state.place) {
        state.asked = Asked::where;
        return {std::move(state), std::string(words::ask_where.in(language))};
    }
    if (state.media.empty()) {
        state.asked = Asked::photo;
        return {std::move(state), std::string(words::ask_photo.in(language))};
    }
    return {{}, std::string(words::finished.in(language)), report_of(std::move(state))};
}

Turn ask_again(GuidedState state, base::Text question, base::Language language) {
    ++state.tries;
    return {std::move(state), std::string(question.in(language))};
}

Turn take_what(GuidedState state, const std::string& text, base::Language language) {
    const bool is_enough = base::length(state.what) + base::length(text) >= shortest_what;
    add_line(state.what, text);
    if (is_enough || (state.tries >= most_tries && !state.what.empty()))
        return go_on(std::move(state), language);
    return ask_again(std::move(state), words::more_what, language);
}

Turn take_where(GuidedState state, const std::string& text, base::Language language) {
    add_line(state.where, text);
    const bool is_enough = state.place || base::length(state.where) >= shortest_where;
    if (is_enough || (state.tries >= most_tries && !state.where.empty()))
        return go_on(std::move(state), language);
    return ask_again(std::move(state), words::more_where, language);
}

Turn take_photo(GuidedState state, const std::string& text, base::Language language) {
    // Words instead of a photo belong to the report as well.
    add_line(state.what, text);
    if (!state.media.empty()) return go_on(std::move(state), language);
    if (state.tries + 1 < most_tries) return ask_again(std::move(state), words::more_photo, language);
    return {{}, std::string(words::finished.in(language)), report_of(std::move(state))};
}

} // namespace

Said said_in(const items::ItemIn& item) {
    Said out{.text = item.text, .place = item.place, .media = item.media};
    if (item.place && out.text.starts_with("📍")) out.text.clear(); // it stands for the point alone
    return out;
}

Turn take(GuidedState state, const Said& said, base::Language language) {
    std::string text(base::trim(said.text));
    const auto command = command_of(text);
    if (command == "/batal") {
        const bool is_open = state.asked != Asked::nothing;
        return {{}, std::string((is_open ? words::cancelled : words::nothing_to_cancel).in(language))};
    }
    if (command == "/lapor" || command == "/start") {
        GuidedState fresh;
        fresh.asked = Asked::what;
        // What follows /start is a parameter of the link that was followed, no words of the citizen.
        text = command == "/start" ? std::string() : std::string(after_command(text));
        keep_files(fresh, said);
        if (text.empty()) return go_on(std::move(fresh), language);
        return take_what(std::move(fresh), text, language);
    }
    if (state.asked == Asked::nothing) return {std::move(state), {}};
    if (command == "/lewati") {
        if (state.asked != Asked::photo) return go_on(std::move(state), language);
        return {{}, std::string(words::finished.in(language)), report_of(std::move(state))};
    }
    keep_files(state, said);
    switch (state.asked) {
    case Asked::nothing: break;
    case Asked::what: return take_what(std::move(state), text, language);
    case Asked::where: return take_where(std::move(state), text, language);
    case Asked::photo: return take_photo(std::move(state), text, language);
    }
    return {std::move(state), {}};
}

} // namespace channels::telegram
