#include "outgoing/told.h"

#include "cases/transitions.h"

namespace outgoing {
namespace {

using cases::CommandName;

/// The command whose row of the table speaks for the event.
struct Command {
    std::optional<CommandName> operator()(const cases::Verified& verified) const {
        return verified.implied ? std::nullopt : std::optional(CommandName::verify);
    }
    std::optional<CommandName> operator()(const cases::Assigned&) const { return CommandName::assign; }
    std::optional<CommandName> operator()(const cases::Started&) const { return CommandName::start; }
    std::optional<CommandName> operator()(const cases::Scheduled&) const { return CommandName::schedule; }
    std::optional<CommandName> operator()(const cases::QuestionAsked&) const { return CommandName::ask; }
    std::optional<CommandName> operator()(const cases::Resolved&) const { return CommandName::resolve; }
    std::optional<CommandName> operator()(const cases::Confirmed&) const { return CommandName::confirm; }
    std::optional<CommandName> operator()(const cases::Contested&) const { return CommandName::contest; }
    std::optional<CommandName> operator()(const cases::Closed& closed) const {
        return closed.by == cases::ClosedBy::silence ? std::optional(CommandName::close) : std::nullopt;
    }
    std::optional<CommandName> operator()(const cases::Declined&) const { return CommandName::decline; }
    std::optional<CommandName> operator()(const cases::Objected&) const { return CommandName::object; }
    std::optional<CommandName> operator()(const cases::Referred&) const { return CommandName::refer; }
    std::optional<CommandName> operator()(const cases::Receipted&) const { return CommandName::receipt; }
    std::optional<CommandName> operator()(const cases::HandedBack&) const { return CommandName::hand_back; }
    std::optional<CommandName> operator()(const auto&) const { return std::nullopt; }
};

} // namespace

std::optional<TemplateKey> told(const cases::Body& body) {
    if (cases::is_history(body)) return std::nullopt;
    if (const auto* received = std::get_if<cases::Received>(&body))
        return received->kind == cases::Kind::whistleblowing ? TemplateKey::received_sealed
                                                             : TemplateKey::received;
    if (std::holds_alternative<cases::Escalated>(body)) return TemplateKey::escalated;
    auto command = std::visit(Command{}, body);
    if (!command) return std::nullopt;
    auto key = base::from_code<TemplateKey>(cases::transition(*command).told);
    return key ? std::optional(*key) : std::nullopt;
}

std::optional<TemplateKey> told_of_deadline(std::string_view kind, std::string_view deadline) {
    if (kind == "deadline.due_soon" && deadline == "silence") return TemplateKey::silence_soon;
    if (kind == "deadline.extended") return TemplateKey::extended;
    return std::nullopt;
}

} // namespace outgoing
