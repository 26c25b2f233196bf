// What was changed by whom.
#include "administration/account_words.h"
#include "administration/agency_pages.h"
#include "base/json.h"
#include "base/spoken_time.h"

namespace administration {
namespace {

using html::Markup;
using html::markup;

std::string kind_words(std::string_view kind, base::Language l) {
    for (const auto& row : words::changes)
        if (row.kind == kind) return std::string(row.text.in(l));
    return std::string(kind);
}

/// Whom or what the event is about, as far as its data and the directory name it.
std::string about(const Frame& frame, const events::Stored& event, const TrailView& view) {
    std::vector<std::string> parts;
    if (event.subject_kind == "staff")
        if (auto found = view.names.find(event.subject); found != view.names.end())
            parts.push_back(found->second);
    const auto data = base::json::parse(event.data);
    if (data && data->is_object()) {
        if (event.subject_kind == "account" && !data->get_object().contains("name"))
            if (const auto* account = frame.directory.account(agency::AccountId{event.subject}))
                parts.push_back(account->name);
        for (std::string_view member : {"name", "handle", "topic", "role", "day", "network", "label"})
            if (const auto* value = data->get_object().if_contains(member); value && value->is_string())
                parts.emplace_back(value->get_string().c_str());
        if (const auto* changed = data->get_object().if_contains("changed"); changed && changed->is_array())
            for (const auto& each : changed->get_array())
                if (each.is_string()) parts.emplace_back(each.get_string().c_str());
        if (const auto* office = data->get_object().if_contains("office"); office && office->is_string())
            if (auto id = base::parse_id_as<agency::OfficeId>(office->get_string()))
                if (const auto* known = frame.directory.office(*id)) parts.push_back(known->short_name);
    }
    return base::join(parts, ", ");
}

} // namespace

Markup trail_page(const Frame& frame, const TrailView& view) {
    auto l = frame.language;
    auto row = [&](const events::Stored& event) {
        const auto by = event.actor ? view.names.find(*event.actor) : view.names.end();
        return markup<R"(<tr><td class="nowrap">{}</td><th scope="row">{}</th><td>{}</td><td>{}</td></tr>)">(
            base::short_time(event.at, frame.directory.agency().zone, l), kind_words(event.kind, l),
            about(frame, event, view),
            by == view.names.end() ? std::string(words::command_line.in(l)) : by->second);
    };
    const std::vector<std::string> heads{std::string(words::when.in(l)), std::string(words::what.in(l)),
                                         std::string(words::about.in(l)), std::string(words::who.in(l))};
    Markup more;
    if (view.has_more)
        more = html::more_link(html::url<"/meja/atur/jejak?sebelum={}">(view.events.back().id),
                               words::older.in(l));
    return settings_page(frame, Section::trail, words::trail_title.in(l),
                         markup<R"(<p class="lede">{}</p>{}{})">(
                             words::trail_lede.in(l),
                             view.events.empty()
                                 ? markup<"<p>{}</p>">(words::no_trail.in(l))
                                 : table(heads, html::join(view.events, row), words::trail_title.in(l)),
                             more));
}

} // namespace administration
