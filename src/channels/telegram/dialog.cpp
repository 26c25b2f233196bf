#include "channels/telegram/dialog.h"

#include "base/text.h"
#include "channels/telegram/guided_report_words.h"
#include "channels/telegram/message.h"

#include <algorithm>

namespace channels::telegram {
namespace {

constexpr std::size_t most_heard = 100;

items::ItemIn as_report(items::ItemIn item, GuidedReport report) {
    item.type = items::Change::create;
    item.text = std::move(report.text);
    item.place = report.place;
    item.media = std::move(report.media);
    return item;
}

bool is_cancel(std::string_view text) {
    return base::lower_ascii(base::trim(text)).starts_with("/batal");
}

} // namespace

bool was_heard(const Dialog& dialog, const items::ItemIn& item) {
    return std::ranges::find(dialog.heard, item.network_id) != dialog.heard.end();
}

void hear(Dialog& dialog, const items::ItemIn& item) {
    dialog.heard.push_back(item.network_id);
    if (dialog.heard.size() > most_heard) dialog.heard.erase(dialog.heard.begin());
}

CaseAnswer case_answer(std::string_view text) {
    text = base::trim(text);
    const auto end = text.find_first_of(" \n@");
    const auto command = base::lower_ascii(text.substr(0, end));
    CaseAnswer out;
    if (command == "/sudah") out.answered = Answered::done;
    if (command == "/belum") out.answered = Answered::not_yet;
    const auto space = text.find_first_of(" \n");
    if (out.answered != Answered::nothing && space != std::string_view::npos)
        out.code = std::string(base::trim(text.substr(space)));
    return out;
}

std::string press_id(const items::ItemIn& item) {
    constexpr std::string_view mark = "/press-";
    const auto at = item.network_id.find(mark);
    return at == std::string::npos ? std::string() : item.network_id.substr(at + mark.size());
}

bool is_recording(const items::ItemIn& item) {
    return item.text == recording_mark;
}

std::string words_for(Say say, base::Language language) {
    switch (say) {
    case Say::confirmed: return std::string(words::confirmed.in(language));
    case Say::ask_contest: return std::string(words::ask_contest.in(language));
    case Say::contested: return std::string(words::contested.in(language));
    case Say::too_late: return std::string(words::too_late.in(language));
    case Say::not_yours: return std::string(words::not_yours.in(language));
    }
    return {};
}

Talk go_on(Dialog dialog, const items::ItemIn& item, base::Language language) {
    // The report that this message ended, asked for once more.
    if (dialog.reported && dialog.reported->network_id == item.network_id)
        return {.dialog = dialog, .item = dialog.reported};
    // What was part of a dialog is a part of its report; a correction comes too late for that.
    if (was_heard(dialog, item)) return {.dialog = std::move(dialog)};
    if (item.type != items::Change::create) return {.dialog = std::move(dialog), .item = item};
    if (is_recording(item))
        return {.dialog = std::move(dialog), .reply = std::string(words::cannot_hear.in(language))};
    if (!dialog.contested.empty()) {
        hear(dialog, item);
        auto code = std::exchange(dialog.contested, {});
        if (is_cancel(item.text))
            return {.dialog = std::move(dialog), .reply = std::string(words::not_contested.in(language))};
        dialog.reported = item; // once more, should intake not have taken it
        return {.dialog = std::move(dialog), .item = item, .contest = std::move(code)};
    }
    const bool was_open = dialog.guided.asked != Asked::nothing;
    auto turn = take(dialog.guided, said_in(item), language);
    if (!was_open && turn.reply.empty()) return {.dialog = std::move(dialog), .item = item};
    hear(dialog, item);
    Talk out{.dialog = std::move(dialog), .reply = std::move(turn.reply)};
    out.dialog.guided = std::move(turn.state);
    out.dialog.last = item;
    if (turn.report) {
        out.item = out.dialog.reported = as_report(item, std::move(*turn.report));
        out.dialog.last.reset();
    }
    return out;
}

std::optional<items::ItemIn> unfinished(const Dialog& dialog) {
    const auto& state = dialog.guided;
    if (!dialog.last || state.asked == Asked::nothing) return std::nullopt;
    GuidedReport report{.text = state.what, .place = state.place, .media = state.media};
    if (!state.where.empty()) report.text += (report.text.empty() ? "" : "\n") + state.where;
    if (report.text.empty() && report.media.empty() && !report.place) return std::nullopt;
    if (report.text.empty()) report.text = "-";
    return as_report(*dialog.last, std::move(report));
}

} // namespace channels::telegram
