#include "outgoing/template.h"

#include "base/filled.h"
#include "base/text.h"
#include "outgoing/builtin_words.h"

#include <algorithm>
#include <optional>

namespace outgoing {
namespace {

/// Calls text(piece) and brace(piece) in turn; a brace is "{name}", or what stands there without being one.
template <class Text, class Brace> void walk(std::string_view in, Text&& text, Brace&& brace) {
    while (!in.empty()) {
        const std::size_t at = in.find_first_of("{}");
        if (at == std::string_view::npos) return text(in);
        if (at > 0) text(in.substr(0, at));
        in.remove_prefix(at);
        const std::size_t end = in.find_first_of("{}\n", 1);
        const bool is_whole = in[0] == '{' && end != std::string_view::npos && in[end] == '}';
        const std::size_t size = is_whole ? end + 1 : 1;
        brace(in.substr(0, size));
        in.remove_prefix(size);
    }
}

std::optional<Variable> variable_of(std::string_view brace) {
    if (brace.size() < 3) return std::nullopt;
    auto found = base::from_code<Variable>(brace.substr(1, brace.size() - 2));
    return found ? std::optional(*found) : std::nullopt;
}

/// The line with its values; null when one of them is missing.
std::optional<std::string> filled(std::string_view line, const Facts& facts) {
    std::string out;
    bool is_whole = true;
    walk(
        line, [&](std::string_view text) { out += text; },
        [&](std::string_view brace) {
            auto variable = variable_of(brace);
            if (!variable) return;
            is_whole = is_whole && !facts[*variable].empty();
            out += facts[*variable];
        });
    return is_whole ? std::optional(std::move(out)) : std::nullopt;
}

base::Result<std::string> checked_part(std::string_view text, std::size_t most, std::string_view field) {
    auto clean = base::clean(text, most, field);
    if (!clean) return clean;
    if (clean->empty()) return base::fail_field(std::string(field), "field.missing");
    if (auto unknown = unknown_variables(*clean); !unknown.empty())
        return base::fail_field(std::string(field), "template.variable", unknown.front());
    return clean;
}

} // namespace

void Facts::set(Variable variable, std::string_view value) {
    std::string kept(base::trim(value));
    std::erase_if(kept, [](char c) { return c == '{' || c == '}'; });
    values_[static_cast<std::size_t>(variable)] = std::move(kept);
}

std::vector<std::string> unknown_variables(std::string_view text) {
    std::vector<std::string> out;
    walk(
        text, [](std::string_view) {},
        [&](std::string_view brace) {
            if (!variable_of(brace)) out.emplace_back(base::first(brace, 40));
        });
    return out;
}

base::Result<Template> checked(const Template& given) {
    auto subject = checked_part(given.subject, max_subject, "subjek");
    if (!subject) return base::pass(subject);
    if (subject->find_first_of("\n\t") != std::string::npos) return base::fail_field("subjek");
    auto body = checked_part(given.body, max_body, "isi");
    if (!body) return base::pass(body);
    return Template{std::move(*subject), std::move(*body)};
}

Template compose(const Template& given, const Facts& facts) {
    Template out;
    // A subject is never left out: what has no value is just not there.
    walk(
        given.subject, [&](std::string_view text) { out.subject += text; },
        [&](std::string_view brace) {
            if (auto variable = variable_of(brace)) out.subject += facts[*variable];
        });
    std::ranges::replace(out.subject, '\n', ' ');
    out.subject = base::trim(out.subject);
    for (std::string_view line : base::split(given.body, '\n')) {
        auto text = filled(line, facts);
        if (!text || (text->empty() && (out.body.empty() || out.body.ends_with("\n\n")))) continue;
        out.body += *text + "\n";
    }
    out.body = base::trim(out.body);
    return out;
}

Template builtin(TemplateKey key, base::Language language) {
    const words::Builtin& text = words::builtin(key);
    return {std::string(text.subject.in(language)), std::string(text.body.in(language))};
}

} // namespace outgoing
