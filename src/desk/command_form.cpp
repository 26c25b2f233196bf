#include "desk/command_form.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace desk {
namespace {

using cases::CommandName;

struct Noun {
    CommandName name;
    std::string_view noun;
};

constexpr std::array nouns{
    Noun{CommandName::verify, "verifikasi"},
    Noun{CommandName::archive, "arsip"},
    Noun{CommandName::restore, "pemulihan"},
    Noun{CommandName::assign, "disposisi"},
    Noun{CommandName::return_, "pengembalian"},
    Noun{CommandName::start, "mulai"},
    Noun{CommandName::schedule, "jadwal"},
    Noun{CommandName::ask, "pertanyaan"},
    Noun{CommandName::answered, "jawaban"},
    Noun{CommandName::resolve, "penyelesaian"},
    Noun{CommandName::decline, "penolakan"},
    Noun{CommandName::refer, "rujukan"},
    Noun{CommandName::note, "catatan"},
    Noun{CommandName::join, "gabung"},
    Noun{CommandName::separate, "pisah"},
    Noun{CommandName::reclassify, "klasifikasi"},
    Noun{CommandName::release_text, "teks-publik"},
    Noun{CommandName::redact, "redaksi"},
    Noun{CommandName::receipt, "tanda-terima"},
    Noun{CommandName::hand_back, "kembali"},
    Noun{CommandName::merge, "penyatuan"},
    Noun{CommandName::unmerge, "pengurungan"},
};

bool is_true(std::string_view text) {
    return text == "1" || text == "true";
}

base::Result<double> urgency_from(std::string_view text) {
    for (const auto& [code, value] : {std::pair{"rendah", 0.2}, {"sedang", 0.5}, {"tinggi", 0.9}})
        if (text == code) return value;
    return base::fail_field("urgency");
}

} // namespace

std::string_view noun_of(CommandName name) noexcept {
    auto found = std::ranges::find(nouns, name, &Noun::name);
    return found == nouns.end() ? std::string_view() : found->noun;
}

std::optional<CommandName> command_of_noun(std::string_view noun) noexcept {
    auto found = std::ranges::find(nouns, noun, &Noun::noun);
    if (found == nouns.end()) return std::nullopt;
    return found->name;
}

std::string CommandDraft::value(std::string_view field) const {
    auto found = fields.find(field);
    return found == fields.end() ? std::string() : found->second;
}

std::vector<std::string_view> fields_of(CommandName name) {
    switch (name) {
    case CommandName::verify: return {"kind", "topic", "area", "public_text", "cari_tempat"};
    case CommandName::archive: return {"reason"};
    case CommandName::assign: return {"office", "person"};
    case CommandName::return_: return {"reason"};
    case CommandName::schedule: return {"date", "budget_source", "public_reason"};
    case CommandName::ask: return {"question"};
    case CommandName::answered: return {"answer"};
    case CommandName::resolve:
        return {"proof.kind", "proof.note", "proof.document_number", "proof.document_day",
                "proof.confirmation"};
    case CommandName::decline: return {"public_reason"};
    case CommandName::refer: return {"agency", "text", "to", "outside", "receipt"};
    case CommandName::note: return {"text"};
    case CommandName::join: return {"with"};
    case CommandName::separate: return {"from"};
    case CommandName::reclassify:
        return {"kind", "class", "topic", "urgency", "area", "conduct_office", "cari_tempat"};
    case CommandName::release_text: return {"public_text"};
    case CommandName::redact: return {"reason", "public_text"};
    case CommandName::receipt: return {"receipt"};
    case CommandName::hand_back: return {"reason"};
    case CommandName::merge: return {"with", "reason"};
    case CommandName::unmerge: return {"reason"};
    case CommandName::restore:
    case CommandName::start:
    case CommandName::confirm:
    case CommandName::contest:
    case CommandName::close:
    case CommandName::object: return {};
    }
    return {};
}

base::Result<cases::Command> to_command(const CommandDraft& draft) {
    base::json::Object body;
    base::json::Object proof;
    for (std::string_view field : fields_of(draft.name)) {
        std::string typed = draft.value(field);
        if (field == "cari_tempat" || base::trim(typed).empty()) continue;
        if (field == "area" && typed == no_place) {
            body["no_place"] = true;
        } else if (field == "urgency") {
            auto urgency = urgency_from(typed);
            if (!urgency) return base::pass(urgency);
            body[field] = *urgency;
        } else if (field.starts_with("proof.")) {
            auto member = field.substr(6);
            if (member == "confirmation")
                proof[member] = is_true(typed);
            else
                proof[member] = typed;
        } else {
            body[field] = typed;
        }
    }
    if (draft.name == CommandName::resolve && proof.contains("kind")) {
        base::json::Array after;
        for (const auto& sha256 : draft.photos)
            after.emplace_back(sha256);
        proof["after"] = std::move(after);
        body["proof"] = std::move(proof);
    }
    return cases::read_command(draft.name, body);
}

CommandDraft opened(const CaseView& view, CommandName name) {
    const auto& c = view.c;
    CommandDraft draft{.name = name, .version = c.version, .events_seen = view.timeline.size()};
    switch (name) {
    case CommandName::verify:
        draft.set("kind", std::string(base::code_of(c.kind)));
        draft.set("topic", c.topic.value_or(""));
        draft.set("area", c.area.value_or(""));
        draft.set("public_text", c.proposed_text);
        break;
    case CommandName::assign: {
        const auto office = view.route.office ? view.route.office : c.office;
        if (office) draft.set("office", base::to_string(*office));
        break;
    }
    case CommandName::resolve: draft.set("proof.kind", std::string(base::code_of(view.demanded))); break;
    case CommandName::release_text: draft.set("public_text", c.public_text.value_or(c.proposed_text)); break;
    case CommandName::redact: draft.set("public_text", c.public_text.value_or("")); break;
    default: break;
    }
    return draft;
}

void follow_hints(CommandDraft& draft, const Hints& hints) {
    auto fill = [&](std::string_view field, const Hint& hint) {
        if (hint.is_sure && draft.value(field).empty()) draft.set(field, hint.likeliest.front().value);
    };
    if (draft.name == CommandName::verify) fill("topic", hints.topic);
    if (draft.name == CommandName::assign) fill("office", hints.office);
}

std::optional<CommandName> usual_next(const CaseView& view) {
    auto first = [&](CommandName name) { return view.can(name) ? std::optional(name) : std::nullopt; };
    switch (view.c.state) {
    case cases::State::received: return first(CommandName::verify);
    case cases::State::verified: return first(CommandName::assign);
    case cases::State::assigned: return first(CommandName::start);
    case cases::State::in_progress:
    case cases::State::scheduled: return first(CommandName::resolve);
    case cases::State::awaiting_reporter: return first(CommandName::answered);
    case cases::State::archived: return first(CommandName::restore);
    case cases::State::resolved:
    case cases::State::closed:
    case cases::State::referred:
    case cases::State::declined: return std::nullopt;
    }
    return std::nullopt;
}

std::optional<int> version_of(const CommandDraft& draft) noexcept {
    switch (draft.name) {
    case CommandName::note:
    case CommandName::join:
    case CommandName::separate:
    case CommandName::merge:
    case CommandName::unmerge: return std::nullopt;
    default: return draft.version;
    }
}

std::optional<CommandName> undo_of(CommandName name) noexcept {
    switch (name) {
    case CommandName::archive: return CommandName::restore;
    case CommandName::assign: return CommandName::assign;
    default: return std::nullopt;
    }
}

} // namespace desk
