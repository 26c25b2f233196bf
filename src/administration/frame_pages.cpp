#include "administration/frame_pages.h"

#include "administration/frame_words.h"
#include "administration/problem_words.h"
#include "places/gazetteer.h"
#include "staff/console_pages.h"

#include <array>

namespace administration {
namespace {

using html::Markup;
using html::markup;

Markup sections(const Frame& frame, Section here) {
    Markup out;
    for (const Entry& entry : entries()) {
        if (entry.is_for_whole && !frame.reach.is_whole()) continue;
        out += markup<R"(<a class="pill" href="{}"{}>{}</a>)">(
            entry.url, html::attribute_if(entry.section == here, "aria-current", "page"),
            entry.name.in(frame.language));
    }
    return markup<R"(<nav class="pills settings-nav" aria-label="{}">{}</nav>)">(
        words::sections.in(frame.language), out);
}

Markup outcome(const Frame& frame, const std::optional<base::Problem>& problem) {
    if (problem) {
        std::string text(words::not_saved.in(frame.language));
        text += " " + reason(*problem, frame.language);
        if (problem->field.starts_with("baris ") || problem->field.starts_with("aturan ") ||
            problem->field.starts_with("VEVENT "))
            text += " (" + problem->field + ")";
        return markup<R"(<div role="alert" class="notice notice-wait">{}<p>{}</p></div>)">(
            html::icon(html::Icon::alert), text);
    }
    if (!frame.is_saved) return {};
    return markup<R"(<div role="status">{}</div>)">(
        html::notice(html::Tone::good, html::Icon::check, Markup::text(words::saved.in(frame.language))));
}

} // namespace

std::span<const Entry> entries() {
    static const std::array all{
        Entry{Section::summary, words::summary, html::url<"/meja/atur">(), false},
        Entry{Section::offices, words::offices, html::url<"/meja/atur/unit">(), false},
        Entry{Section::people, words::people, html::url<"/meja/atur/petugas">(), false},
        Entry{Section::topics, words::topics, html::url<"/meja/atur/topik">(), true},
        Entry{Section::lexicon, words::lexicon, html::url<"/meja/atur/kata">(), true},
        Entry{Section::rules, words::rules, html::url<"/meja/atur/aturan">(), true},
        Entry{Section::deadlines, words::deadlines, html::url<"/meja/atur/tenggat">(), true},
        Entry{Section::ladder, words::ladder, html::url<"/meja/atur/tangga">(), true},
        Entry{Section::holidays, words::holidays, html::url<"/meja/atur/libur">(), true},
        Entry{Section::agency, words::agency, html::url<"/meja/atur/instansi">(), true},
        Entry{Section::accounts, words::accounts, html::url<"/meja/atur/akun">(), true},
        Entry{Section::connections, words::connections, html::url<"/meja/atur/sambungan">(), true},
        Entry{Section::outside, words::outside, html::url<"/meja/atur/instansi-luar">(), true},
        Entry{Section::replies, words::replies, html::url<"/meja/atur/balasan">(), true},
        Entry{Section::hours, words::hours, html::url<"/meja/atur/jam-kerja">(), true},
        Entry{Section::posts, words::posts, html::url<"/meja/atur/siaran">(), false},
        Entry{Section::reading, words::reading, html::url<"/meja/atur/pembacaan">(), false},
        Entry{Section::sp4n, words::sp4n, html::url<"/meja/atur/sp4n-lapor">(), true},
        Entry{Section::trail, words::trail, html::url<"/meja/atur/jejak">(), true},
    };
    return all;
}

Markup settings_page(const Frame& frame, Section here, std::string_view title, const Markup& body,
                     const std::optional<base::Problem>& problem) {
    const staff::Console console{.title = std::string(title),
                                 .here = staff::Room::settings,
                                 .person = frame.person,
                                 .directory = frame.directory,
                                 .language = frame.language,
                                 .csrf = frame.csrf};
    return staff::console_page(console, markup<R"(<h1>{}</h1>{}<div class="settings">{}{}</div>)">(
                                            title, sections(frame, here), outcome(frame, problem), body));
}

Markup post_form(const Frame& frame, const html::Url& action, const Markup& inside,
                 const html::Attributes& more) {
    return markup<R"(<form method="post" action="{}"{}>{}{}</form>)">(
        action, more, html::hidden("_csrf", frame.csrf), inside);
}

Markup post_button(const Frame& frame, const html::Url& action, std::string_view words, html::Icon icon,
                   std::string_view about) {
    return post_form(frame, action,
                     markup<R"(<button class="btn">{}{}{}</button>)">(
                         html::icon(icon), words,
                         html::when(!about.empty(), markup<R"(<span class="vh"> {}</span>)">(about))));
}

Markup save_button(const Frame& frame, std::string_view words) {
    return markup<R"(<p class="gap-top"><button class="btn btn-main">{}</button></p>)">(
        words.empty() ? words::save.in(frame.language) : words);
}

html::Field field(const Frame& frame, const Filled& filled, std::string name, base::Text label,
                  std::string_view usual, base::Text hint) {
    html::Field out{.id = name,
                    .label = std::string(label.in(frame.language)),
                    .hint = std::string(hint.in(frame.language)),
                    .value = filled.value(name, usual),
                    .name = name};
    if (filled.problem && filled.problem->field == name)
        out.problem = reason(*filled.problem, frame.language);
    return out;
}

std::string reason(const base::Problem& problem, base::Language language) {
    for (const auto& row : words::refusals)
        if (row.code == problem.code) return std::string(row.text.in(language));
    return std::string(words::refusals[1].text.in(language));
}

std::vector<html::Option> office_options(const Frame& frame, bool only_active) {
    std::vector<html::Option> out;
    for (const auto* office : frame.reach.offices()) {
        if (only_active && !office->is_active) continue;
        std::string indent;
        for (std::size_t i = 1; i < frame.directory.offices().path(office->id).size(); ++i)
            indent += "– ";
        out.push_back({base::to_string(office->id), indent + office->name});
    }
    return out;
}

std::vector<html::Option> topic_options(const Frame& frame) {
    std::vector<html::Option> out;
    for (const auto& topic : frame.directory.topics())
        if (topic.is_active) out.push_back({topic.code, topic.name(frame.language)});
    return out;
}

std::string office_name(const Frame& frame, agency::OfficeId id) {
    const auto* office = frame.directory.office(id);
    return office ? office->name : base::to_string(id);
}

std::string topic_name(const Frame& frame, const std::string& code) {
    const auto* topic = frame.directory.topic(code);
    return topic ? topic->name(frame.language) : code;
}

std::string area_name(std::string_view code) {
    std::string name = places::gazetteer().full_name(code);
    return name.empty() ? std::string(code) : name;
}

Markup table(std::span<const std::string> heads, const Markup& rows, std::string_view caption) {
    Markup head;
    for (const auto& each : heads)
        head += markup<R"(<th scope="col">{}</th>)">(each);
    return markup<
        R"(<div class="table-wrap" tabindex="0" role="region" aria-label="{}"><table class="table"><caption class="vh">{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>)">(
        caption, caption, head, rows);
}

} // namespace administration
