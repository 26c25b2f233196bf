#include "html/proof.h"

#include "html/html_words.h"

namespace html {
namespace {

Markup check_line(const Check& check, base::Language language) {
    auto line = [&](std::string_view tone, Icon sign, const base::Text& word) {
        return markup<R"(<li><span class="{}">{}<span class="vh">{}: </span></span><span>{}</span></li>)">(
            tone, icon(sign), word.in(language), check.text);
    };
    switch (check.state) {
    case CheckState::holds: return line("ok", Icon::check, words::check_holds);
    case CheckState::doubtful: return line("warn", Icon::alert, words::check_doubtful);
    case CheckState::fails: return line("no", Icon::cross, words::check_fails);
    }
    return {};
}

Markup photo(const Photo& photo) {
    Markup caption;
    if (!photo.by.empty()) caption += markup<"<b>{}</b>">(photo.by);
    caption += Markup::text(photo.when);
    return markup<R"(<figure><img src="{}" width="{}" height="{}" alt="{}"><span class="tag">{}</span>)"
                  R"(<figcaption>{}</figcaption></figure>)">(photo.picture.source, photo.picture.width,
                                                             photo.picture.height, photo.picture.alt,
                                                             photo.tag, caption);
}

std::string_view day_class(const StripDay& day) {
    bool today = day.is == DayIs::today;
    switch (day.kind) {
    case DayKind::counted: return today ? "today" : "";
    case DayKind::off: return today ? "off today" : "off";
    case DayKind::held: return today ? "hold today" : "hold";
    case DayKind::start: return today ? "start today" : "start";
    case DayKind::due: return today ? "due today" : "due";
    }
    return {};
}

Markup strip_day(const StripDay& day) {
    std::string_view kind = day_class(day);
    return markup<"<li{}><span>{}</span><b>{}</b><span>{}</span></li>">(
        attribute_if(!kind.empty(), "class", kind), day.above, day.middle, day.below);
}

} // namespace

Markup checks(std::span<const Check> all, base::Language language) {
    return markup<R"(<ul class="checks">{}</ul>)">(
        join(all, [language](const Check& each) { return check_line(each, language); }));
}

Markup proof_box(const ProofBox& box, base::Language language) {
    std::string_view title =
        box.title.empty() ? words::proof_waiting.in(language) : std::string_view(box.title);
    Markup text = box.text.empty() ? markup<"<p>{}</p>">(words::proof_how.in(language)) : box.text;
    Attributes bundle;
    Markup download;
    if (box.bundle) {
        bundle = attribute("data-bundle", box.bundle->str());
        download = markup<R"(<p class="row row-gap"><a class="btn" href="{}" download>{}{}</a></p>)">(
            *box.bundle, icon(Icon::download), words::proof_download.in(language));
    }
    return markup<
        R"(<section class="proof proof-wait" aria-labelledby="{}"{}><div class="proof-head">{}<h2 id="{}" class="h-plain">{}</h2></div>{}{}{}{}</section>)">(
        box.id, bundle, icon(Icon::wait), box.id, title, text,
        when(!box.checks.empty(), checks(box.checks, language)), download, box.more);
}

Markup compare(std::span<const Photo> photos) {
    return markup<R"(<div class="compare compare-stack">{}</div>)">(join(photos, photo));
}

Markup strip(std::span<const StripDay> days, std::string_view label, std::string_view rule) {
    return markup<
        R"(<div class="why"><ol class="strip{}" tabindex="0" aria-label="{}">{}</ol><p class="rule">{}</p></div>)">(
        days.size() <= 3 ? " strip-few" : "", label, join(days, strip_day), rule);
}

} // namespace html
