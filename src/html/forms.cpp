#include "html/forms.h"

#include "html/html_words.h"

namespace html {
namespace {

std::string_view name_of(const Field& field) {
    return field.name.empty() ? field.id : field.name;
}

Markup optional_mark(const Field& field, base::Language language) {
    if (field.need == Need::required) return {};
    return markup<R"( <span class="muted opt">{}</span>)">(words::may_be_empty.in(language));
}

Markup hint(const Field& field) {
    return field.hint.empty() ? Markup{}
                              : markup<R"(<p class="hint" id="{}-h">{}</p>)">(field.id, field.hint);
}

Markup problem(const Field& field) {
    if (field.problem.empty()) return {};
    return markup<R"(<p class="problem" id="{}-e">{}{}</p>)">(field.id, icon(Icon::alert), field.problem);
}

Attributes described(const Field& field) {
    std::string ids;
    if (!field.problem.empty()) ids = field.id + "-e";
    if (!field.hint.empty()) ids += (ids.empty() ? "" : " ") + field.id + "-h";
    return attribute_if(!ids.empty(), "aria-describedby", ids) +
           attribute_if(!field.problem.empty(), "aria-invalid", "true");
}

/// What every control carries.
Attributes control(const Field& field) {
    return attribute("id", field.id) + attribute("name", name_of(field)) +
           flag("required", field.need == Need::required) + described(field) + field.more;
}

std::string_view block_class(const Field& field) {
    return field.problem.empty() ? "field" : "field field-bad";
}

/// Label, hint and problem around a control.
Markup block(const Field& field, const Markup& control, base::Language language) {
    return markup<R"(<div class="{}"><label class="label" for="{}">{}{}</label>{}{}{}</div>)">(
        block_class(field), field.id, field.label, optional_mark(field, language), hint(field),
        problem(field), control);
}

} // namespace

Markup input(const Field& field, base::Language language) {
    Markup box = markup<R"(<input class="input"{} value="{}">)">(control(field), field.value);
    if (field.icon) box = markup<R"(<div class="with-icon">{}{}</div>)">(icon(*field.icon), box);
    return block(field, box, language);
}

Markup text_area(const Field& field, base::Language language) {
    // A newline right behind the tag is dropped by browsers: one is written, so that none of the value's is
    // lost.
    return block(field, markup<"<textarea class=\"textarea\"{}>\n{}</textarea>">(control(field), field.value),
                 language);
}

Markup select(const Field& field, std::span<const Option> options, base::Language language) {
    Markup all = markup<R"(<option value="">{}</option>)">(words::choose_one.in(language));
    for (const Option& each : options)
        all += markup<R"(<option value="{}"{}>{}</option>)">(
            each.value, flag("selected", each.value == field.value), each.label);
    return block(field, markup<R"(<select class="select"{}>{}</select>)">(control(field), all), language);
}

Markup choices(const Field& field, std::span<const Choice> options, base::Language language) {
    Markup all;
    std::size_t number = 0;
    for (const Choice& each : options) {
        // The first has the field's own id: the problem summary links to it.
        std::string id = number++ == 0 ? field.id : field.id + "-" + std::to_string(number);
        all += markup<
            R"(<label class="choice"><input type="radio" id="{}" name="{}" value="{}"{}{}><span><b>{}</b>{}</span></label>)">(
            id, name_of(field), each.value, flag("checked", each.value == field.value),
            flag("required", field.need == Need::required), each.label,
            when(!each.note.empty(), markup<"<small>{}</small>">(each.note)));
    }
    return markup<R"(<fieldset class="{}"{}><legend>{}{}</legend>{}{}{}</fieldset>)">(
        block_class(field), described(field), field.label, optional_mark(field, language), hint(field),
        problem(field), all);
}

Markup tick(std::string_view name, const Choice& choice, Ticked ticked) {
    return markup<
        R"(<label class="choice"><input type="checkbox" name="{}" value="{}"{}><span><b>{}</b>{}</span></label>)">(
        name, choice.value, flag("checked", ticked == Ticked::yes), choice.label,
        when(!choice.note.empty(), markup<"<small>{}</small>">(choice.note)));
}

Markup file_drop(const FileDrop& drop, base::Language language) {
    const Field& field = drop.field;
    bool photos = drop.accept.starts_with("image/");
    Attributes more = attribute("accept", drop.accept) + flag("multiple", drop.most > 1);
    if (photos)
        more += attribute("data-shrink", "") + attribute("data-most", std::to_string(drop.most)) +
                attribute("data-busy", words::photos_busy.in(language)) +
                attribute("data-done", words::photos_done.in(language)) +
                attribute("data-over", words::photos_over.in(language));
    return markup<
        R"(<div class="{}" data-says><div class="drop">{}<label class="label" for="{}">{}{}</label>{}{}<input type="file"{}{}><p class="status" role="status"></p></div></div>)">(
        block_class(field), icon(photos ? Icon::camera : Icon::doc), field.id, field.label,
        optional_mark(field, language), hint(field), problem(field), control(field), more);
}

Markup locate(const Position& known, base::Language language) {
    return markup<
        R"(<div class="locate" data-locate data-says data-busy="{}" data-done="{}" data-failed="{}"><input type="hidden" name="lat" value="{}" data-draft><input type="hidden" name="lon" value="{}" data-draft><input type="hidden" name="accuracy" value="" data-draft><button class="btn" type="button" hidden>{}{}</button><p class="status" role="status"></p></div>)">(
        words::position_busy.in(language), words::position_done.in(language),
        words::position_failed.in(language), known.lat, known.lon, icon(Icon::target),
        words::my_position.in(language));
}

Markup submit(std::string_view words, base::Language language) {
    return markup<
        R"(<div data-says><button class="btn btn-main btn-big btn-wide" data-busy="{}" data-sending="{}" data-offline="{}">{}</button><p class="status gap-s" role="status"></p></div>)">(
        words::sending.in(language), words::sending_size.in(language), words::offline.in(language), words);
}

Attributes keep_draft(std::string_view key, base::Language language) {
    return attribute("data-draft", key) + attribute("data-restored", words::draft_restored.in(language)) +
           attribute("data-says", "");
}

Markup draft_arrived(std::string_view key) {
    return markup<R"(<span hidden data-clear-draft="{}"></span>)">(key);
}

Markup problem_summary(std::string_view title, std::string_view safe, std::span<const Wrong> all) {
    Markup lines = join(all, [](const Wrong& each) {
        return markup<R"(<li><a href="{}">{}</a></li>)">(url<"#{}">(each.field_id), each.text);
    });
    return markup<
        R"(<div class="summary-bad" role="alert" tabindex="-1" data-problems><h2>{}</h2><p>{}</p><ul>{}</ul></div>)">(
        title, safe, lines);
}

Markup hidden(std::string_view name, std::string_view value) {
    return markup<R"(<input type="hidden" name="{}" value="{}">)">(name, value);
}

} // namespace html
