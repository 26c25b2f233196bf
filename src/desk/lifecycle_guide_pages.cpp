#include "desk/lifecycle_guide_pages.h"

#include "base/text.h"
#include "cases/lifecycle_drawing.h"
#include "cases/state_words.h"
#include "desk/command_label_words.h"
#include "desk/lifecycle_guide_words.h"
#include "outgoing/builtin_words.h"
#include "staff/role_words.h"

namespace desk {
namespace {

using base::Language;
using cases::Transition;
namespace words = guide_words;

std::string word_of(cases::State state) {
    return std::string(cases::name(state).in(Language::id));
}

std::string word_of(cases::CommandName command) {
    const auto own = words::label(command);
    return std::string(own.empty() ? command_words::label(command).in(Language::id) : own);
}

std::string from(const Transition& t) {
    std::vector<std::string> out;
    bool is_any = true;
    for (const auto& each : base::codes<cases::State>) {
        if (t.from.has(each.value))
            out.push_back(word_of(each.value));
        else
            is_any = false;
    }
    return is_any ? std::string(words::any) : base::join(out, ", ");
}

std::string who(const Transition& t) {
    std::vector<std::string> out;
    for (const auto& each : base::codes<staff::Role>)
        if (t.roles.has(each.value)) out.emplace_back(staff::name_of(each.value).in(Language::id));
    if (t.others.has(cases::Party::reporter)) out.emplace_back(words::reporter);
    if (t.others.has(cases::Party::system)) out.emplace_back(words::house);
    return base::join(out, ", ");
}

std::string needs(const Transition& t) {
    std::vector<std::string> out;
    for (const auto& each : base::codes<cases::Need>)
        if (t.needs.has(each.value)) out.emplace_back(words::need(each.value));
    return base::join(out, ", ");
}

std::string to(const Transition& t) {
    switch (t.to) {
    case cases::To::state: return word_of(t.state);
    case cases::To::same: return std::string(words::same);
    case cases::To::before: return std::string(words::before);
    }
    return {};
}

/// By the name of its template.
std::string told(const Transition& t) {
    const auto key = base::from_code<outgoing::TemplateKey>(t.told);
    return key ? std::string(outgoing::words::builtin(*key).name.in(Language::id))
               : std::string(words::nothing);
}

} // namespace

std::string lifecycle_guide() {
    std::string out(words::head);
    for (const Transition& t : cases::transitions)
        out += "| " +
               base::join({word_of(t.command), from(t), who(t), needs(t), to(t),
                           std::string(words::clocks(t.clocks)), told(t)},
                          " | ") +
               " |\n";
    return out;
}

std::string lifecycle_guide_drawing() {
    return cases::lifecycle_drawing({.title = "Alur laporan",
                                     .state = [](cases::State state) { return word_of(state); },
                                     .command = [](cases::CommandName command) { return word_of(command); }});
}

} // namespace desk
