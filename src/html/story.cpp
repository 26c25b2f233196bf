#include "html/story.h"

namespace html {
namespace {

std::string_view dot_class(Tone tone) {
    switch (tone) {
    case Tone::good: return "dot dot-good";
    case Tone::work: return "dot dot-work";
    case Tone::info: return "dot dot-info";
    case Tone::wait: return "dot dot-wait";
    case Tone::bad: return "dot dot-bad";
    case Tone::neutral:
    case Tone::out:
    case Tone::line: return "dot";
    }
    return {};
}

Markup happening(const Happening& it) {
    Markup when =
        it.iso.empty() ? Markup::text(it.when) : markup<R"(<time datetime="{}">{}</time>)">(it.iso, it.when);
    Markup below;
    if (!it.body.empty()) below += markup<R"(<div class="t-body">{}</div>)">(it.body);
    if (!it.quote.empty()) below += markup<R"(<p class="t-quote">{}</p>)">(it.quote);
    return markup<
        R"(<li{}><span class="{}">{}</span><div><p class="t-what">{}</p><p class="t-when">{}</p>{}</div></li>)">(
        attribute_if(!it.id.empty(), "id", it.id), dot_class(it.tone), icon(it.icon), it.what, when, below);
}

Markup step(const Step& step) {
    switch (step.state) {
    case StepState::done:
        return markup<R"(<li class="done"><b>{}{}</b>{}</li>)">(icon(Icon::check), step.name, step.note);
    case StepState::now:
        return markup<R"(<li class="now" aria-current="step"><b>{}</b>{}</li>)">(step.name, step.note);
    case StepState::ahead: return markup<R"(<li><b>{}</b>{}</li>)">(step.name, step.note);
    }
    return {};
}

Markup figure(const Figure& figure) {
    Markup number = Markup::text(figure.number);
    if (figure.url) number = markup<R"(<a href="{}">{}</a>)">(*figure.url, number);
    return markup<R"(<div><dt>{}</dt><dd class="big">{}</dd><dd>{}</dd></div>)">(figure.label, number,
                                                                                 figure.note);
}

} // namespace

Markup story(const Story& story) {
    Markup about = join(story.about, [](const std::string& each) { return markup<"<span>{}</span>">(each); });
    Markup picture;
    if (story.picture)
        picture =
            markup<R"(<img class="story-pic" loading="lazy" src="{}" width="{}" height="{}" alt="{}">)">(
                story.picture->source, story.picture->width, story.picture->height, story.picture->alt);
    return markup<R"(<li class="story"><h3><a href="{}">{}</a></h3><p class="story-meta">{}</p>)"
                  R"(<p class="story-meta story-meta-last">{}</p>{}</li>)">(story.url, story.title, about,
                                                                            story.standing, picture);
}

Markup stories(std::span<const Story> all) {
    return markup<R"(<ul class="stories">{}</ul>)">(join(all, story));
}

Markup timeline(std::span<const Happening> all) {
    return markup<R"(<ol class="timeline">{}</ol>)">(join(all, happening));
}

Markup steps(std::span<const Step> all, std::string_view label) {
    return markup<R"(<ol class="steps steps-{}" aria-label="{}">{}</ol>)">(all.size(), label,
                                                                           join(all, step));
}

Markup figures(std::span<const Figure> all) {
    return markup<R"(<dl class="figures">{}</dl>)">(join(all, figure));
}

Markup facts(std::span<const Fact> all) {
    return markup<R"(<dl class="facts">{}</dl>)">(join(
        all, [](const Fact& fact) { return markup<"<dt>{}</dt><dd>{}</dd>">(fact.first, fact.second); }));
}

} // namespace html
