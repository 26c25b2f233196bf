#include "desk/hint_pages.h"

#include "base/filled.h"
#include "base/text.h"
#include "desk/hint_words.h"
#include "desk/hints.h"
#include "html/marks.h"
#include "places/gazetteer.h"

#include <cmath>

namespace desk {
namespace {

using base::filled;
using html::Markup;
using html::markup;
namespace words = hint_words;

std::string hundred(double share) {
    return std::to_string(std::lround(share * 100));
}

class Part {
public:
    explicit Part(const CommandInput& in) : in_(in), hints_(*in.view.hints), l_(in.language) {}

    Markup all() const {
        Markup rows = row(words::kind, hints_.kind, [&](const std::string& code) {
            auto kind = base::from_code<cases::Kind>(code);
            return kind ? std::string(triage::name(*kind).in(l_)) : code;
        });
        rows += row(words::topic, hints_.topic, [&](const std::string& code) {
            const auto* topic = in_.directory.topic(code);
            return topic ? topic->name(l_) : code;
        });
        rows += row(
            words::area, hints_.area,
            [](const std::string& code) { return places::gazetteer().everyday_name(code); }, marks());
        rows += office();
        return markup<
            R"(<div class="hints"><h3>{}</h3><dl class="facts">{}</dl><p class="hint">{}</p><p class="vh" role="status" data-chosen></p></div>)">(
            words::title.in(l_), rows, words::how.in(l_));
    }

private:
    template <class Name>
    Markup row(base::Text head, const Hint& hint, Name name, const Markup& more = {}) const {
        Markup said;
        if (hint.is_sure) {
            const auto& first = hint.likeliest.front();
            said = html::chip(html::Tone::info, html::Icon::seen,
                              filled(words::sure, l_, {name(first.value), hundred(first.p)})) +
                   reason(hint.why);
        } else {
            std::vector<std::string> likely;
            for (const auto& guess : hint.likeliest)
                likely.push_back(filled(words::choice, l_, {name(guess.value), hundred(guess.p)}));
            said = html::chip(html::Tone::line, html::Icon::help, words::unsure.in(l_));
            if (!likely.empty())
                said += markup<R"(<span class="quiet small">{}</span>)">(
                    filled(words::perhaps, l_, {base::join(likely, ", ")}));
        }
        return markup<R"(<dt>{}</dt><dd class="row row-gap">{}{}</dd>)">(head.in(l_), said, more);
    }
    Markup reason(const std::vector<std::string>& why) const {
        std::vector<std::string> quoted;
        for (const auto& word : why)
            quoted.push_back("\u201c" + word + "\u201d");
        if (quoted.empty()) return {};
        return markup<R"(<span class="quiet small">{}</span>)">(
            filled(words::because, l_, {base::join(quoted, ", ")}));
    }
    Markup marks() const {
        if (hints_.marks.empty()) return {};
        return markup<R"(<span class="quiet small">{}</span>)">(
            filled(words::marks, l_, {base::join(hints_.marks, "; ")}));
    }
    /// Rules decide; what people decided before speaks where no rule does.
    Markup office() const {
        const auto& routed = in_.view.route.office;
        const auto* by_rule = routed ? in_.directory.office(*routed) : nullptr;
        if (by_rule)
            return markup<R"(<dt>{}</dt><dd>{}</dd>)">(words::office.in(l_),
                                                       filled(words::by_rule, l_, {by_rule->name}));
        if (hints_.office.likeliest.empty()) return {};
        return row(
            words::office, hints_.office,
            [&](const std::string& text) {
                const auto id = base::parse_id_as<agency::OfficeId>(text);
                const auto* office = id ? in_.directory.office(*id) : nullptr;
                return office ? office->short_name.empty() ? office->name : office->short_name : text;
            },
            markup<R"(<span class="quiet small">{}</span>)">(words::by_history.in(l_)));
    }

    const CommandInput& in_;
    const Hints& hints_;
    base::Language l_;
};

} // namespace

Markup hints_part(const CommandInput& input) {
    return input.view.hints ? Part(input).all() : Markup{};
}

Markup reading_line(const learning::MonthFigures& figures, base::Language l) {
    const auto& [month, kind, topic] = figures;
    const auto percent = [](const learning::Share& share) { return hundred(share.value()); };
    std::string text;
    if (kind.of > 0 && topic.of > 0)
        text = filled(words::month_both, l,
                      {percent(kind), base::with_dots(kind.of), percent(topic), base::with_dots(topic.of)});
    else if (kind.of > 0)
        text = filled(words::month_kind, l, {percent(kind), base::with_dots(kind.of)});
    else if (topic.of > 0)
        text = filled(words::month_topic, l, {percent(topic), base::with_dots(topic.of)});
    else
        return {};
    return markup<R"(<p class="quiet small reading-line">{}</p>)">(text);
}

} // namespace desk
