#include "cases/command.h"

#include "base/text.h"

namespace cases {

BOOST_DESCRIBE_STRUCT(Verify, (), (kind, topic, area, no_place, public_text))
BOOST_DESCRIBE_STRUCT(Archive, (), (reason))
BOOST_DESCRIBE_STRUCT(Restore, (), ())
BOOST_DESCRIBE_STRUCT(Assign, (), (office, person))
BOOST_DESCRIBE_STRUCT(Return, (), (reason))
BOOST_DESCRIBE_STRUCT(Start, (), ())
BOOST_DESCRIBE_STRUCT(Schedule, (), (date, budget_source, public_reason))
BOOST_DESCRIBE_STRUCT(Ask, (), (question))
BOOST_DESCRIBE_STRUCT(Answered, (), (answer))
BOOST_DESCRIBE_STRUCT(Confirm, (), ())
BOOST_DESCRIBE_STRUCT(Contest, (), (words, photos))
BOOST_DESCRIBE_STRUCT(Close, (), ())
BOOST_DESCRIBE_STRUCT(Decline, (), (public_reason))
BOOST_DESCRIBE_STRUCT(Object, (), (reason))
BOOST_DESCRIBE_STRUCT(Refer, (), (agency, text, receipt, to, outside))
BOOST_DESCRIBE_STRUCT(Note, (), (text))
BOOST_DESCRIBE_STRUCT(Join, (), (with))
BOOST_DESCRIBE_STRUCT(Separate, (), (from))
BOOST_DESCRIBE_STRUCT(Reclassify, (), (kind, case_class, topic, urgency, area, conduct_office))
BOOST_DESCRIBE_STRUCT(ReleaseText, (), (public_text))
BOOST_DESCRIBE_STRUCT(Redact, (), (reason, public_text))
BOOST_DESCRIBE_STRUCT(Receipt, (), (receipt))
BOOST_DESCRIBE_STRUCT(HandBack, (), (reason))
BOOST_DESCRIBE_STRUCT(Merge, (), (with, reason, cases))
BOOST_DESCRIBE_STRUCT(Unmerge, (), (reason))

namespace {

constexpr std::size_t max_short = 200; ///< names, codes, days

struct ProofIn {
    proof::ProofKind kind = proof::ProofKind::photo;
    std::optional<std::string> note;
    std::vector<std::string> before;
    std::vector<std::string> after;
    std::optional<std::string> document_number;
    std::optional<std::string> document_day;
    std::optional<bool> confirmation;
};
BOOST_DESCRIBE_STRUCT(ProofIn, (), (kind, note, before, after, document_number, document_day, confirmation))
struct ResolveIn {
    std::optional<ProofIn> proof;
};
BOOST_DESCRIBE_STRUCT(ResolveIn, (), (proof))

std::size_t limit_of(std::string_view member) {
    if (member == "public_text" || member == "text" || member == "note" || member == "question")
        return max_public_text;
    if (member.find("reason") != std::string_view::npos || member == "words" || member == "answer")
        return max_reason;
    return max_short;
}

/// Every text cleaned and within its limit; one without a character is none.
template <class C> base::Result<C> cleaned(C in, std::string_view path = {}) {
    std::optional<base::Problem> problem;
    boost::mp11::mp_for_each<boost::describe::describe_members<C, boost::describe::mod_public>>(
        [&](auto member) {
            auto& value = in.*member.pointer;
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::optional<std::string>>) {
                if (problem || !value) return;
                const std::string field = std::string(path) + member.name;
                auto clean = base::clean(*value, limit_of(member.name), field);
                if (!clean)
                    problem = std::move(clean.error());
                else if (clean->empty())
                    value.reset();
                else
                    value = std::move(*clean);
            }
        });
    if (problem) return std::unexpected(std::move(*problem));
    return in;
}

base::Result<Resolve> read_resolve(const base::json::Value& body) {
    auto read = base::json::read<ResolveIn>(body);
    if (!read) return base::pass(read);
    if (!read->proof) return Resolve{};
    auto in = cleaned(std::move(*read->proof), "proof.");
    if (!in) return base::pass(in);
    proof::Given given;
    given.kind = in->kind;
    given.note = in->note.value_or("");
    given.before = std::move(in->before);
    given.after = std::move(in->after);
    given.document_number = in->document_number.value_or("");
    given.reporter_said_yes = in->confirmation.value_or(false);
    if (in->document_day) {
        auto day = base::parse_day(*in->document_day);
        if (!day) return base::fail_field("proof.document_day");
        given.document_day = *day;
    }
    return Resolve{std::move(given)};
}

/// "reason" is the short name of "public_reason" where a command has no other reason.
base::json::Value with_public_reason(const base::json::Value& body) {
    base::json::Value out = body;
    if (auto* object = out.if_object();
        object && object->contains("reason") && !object->contains("public_reason")) {
        base::json::Value given = object->at("reason"); // a copy: inserting moves the members
        (*object)["public_reason"] = std::move(given);
    }
    return out;
}

template <class C> base::Result<Command> read_as(const base::json::Value& body) {
    base::Result<C> read;
    if constexpr (std::is_same_v<C, Resolve>) {
        read = read_resolve(body);
    } else if constexpr (std::is_same_v<C, Reclassify>) {
        base::json::Value renamed = body;
        if (auto* object = renamed.if_object(); object && object->contains("class")) {
            base::json::Value given = object->at("class"); // a copy: inserting moves the members
            (*object)["case_class"] = std::move(given);
        }
        read = base::json::read<C>(renamed);
        if (!read && read.error().field == "case_class") read.error().field = "class";
    } else if constexpr (std::is_same_v<C, Decline> || std::is_same_v<C, Schedule>) {
        read = base::json::read<C>(with_public_reason(body));
    } else {
        read = base::json::read<C>(body);
    }
    if constexpr (!std::is_same_v<C, Resolve>)
        if (read) read = cleaned(std::move(*read));
    if (!read) return base::pass(read);
    return Command{std::move(*read)};
}

} // namespace

CommandName name_of(const Command& command) noexcept {
    // The variant lists the commands in the order of their names.
    return static_cast<CommandName>(command.index());
}

base::Result<Command> read_command(CommandName name, const base::json::Value& body) {
    return boost::mp11::mp_with_index<std::variant_size_v<Command>>(
        static_cast<std::size_t>(name),
        [&](auto index) { return read_as<std::variant_alternative_t<index, Command>>(body); });
}

base::Result<Asked> read_command(const base::json::Value& body) {
    const base::json::Object* object = body.if_object();
    if (!object) return base::fail_field("", "field.invalid", "an object is expected");
    const base::json::Value* what = object->if_contains("do");
    if (!what) return base::fail_field("do", "field.missing");
    auto name = base::json::detail::read_at<CommandName>(*what, "do");
    if (!name) return base::pass(name);
    std::optional<int> version;
    if (const base::json::Value* seen = object->if_contains("version")) {
        auto read = base::json::detail::read_at<std::optional<int>>(*seen, "version");
        if (!read) return base::pass(read);
        version = *read;
    }
    auto command = read_command(*name, body);
    if (!command) return base::pass(command);
    return Asked{std::move(*command), version};
}

} // namespace cases
