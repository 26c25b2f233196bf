#include "html/error_page.h"

#include "html/html_words.h"
#include "html/marks.h"

namespace html {
namespace {

/// Words of the status, else those of its hundred.
const words::ErrorWords& words_of(int status) {
    const words::ErrorWords* of_hundred = nullptr;
    for (const auto& each : words::errors) {
        if (each.status == status) return each;
        if (each.status == (status >= 500 ? 500 : 400)) of_hundred = &each;
    }
    return *of_hundred;
}

} // namespace

Markup error_page(PageHead head, const ErrorPage& error) {
    const auto& words = words_of(error.status);
    auto language = head.language;
    if (head.title.empty()) head.title = words.title.in(language);
    head.indexing = Indexing::hidden;
    std::string_view text = error.message.empty() ? words.text.in(language) : std::string_view(error.message);
    Markup help;
    if (!error.help.empty())
        help = markup<R"(<p class="muted">{} <span class="code">{}</span></p>)">(
            words::help_code.in(language), error.help);
    return page(
        head,
        markup<
            R"(<div class="oops"><h1>{}<span>{}</span></h1><p class="lede">{}</p>{}<p class="row">{}{}</p></div>)">(
            icon(error.status >= 500 ? Icon::reload : Icon::search), head.title, text, help,
            button_link(Weight::main, url<"/">(), words::back_home.in(language)),
            button_link(Weight::plain, url<"/lacak">(), words::track_by_code.in(language))));
}

} // namespace html
