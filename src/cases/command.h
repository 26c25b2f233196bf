// What can be done with a case, as typed commands and as the JSON of POST /api/v1/cases/{code}/events.
// Reading fails with field.missing or field.invalid and the member.
#pragma once
#include "agency/outside.h"
#include "base/json.h"
#include "cases/case.h"
#include "proof/proof.h"

#include <variant>

namespace cases {

enum class CommandName {
    verify,
    archive,
    restore,
    assign,
    return_,
    start,
    schedule,
    ask,
    answered,
    resolve,
    confirm,
    contest,
    close,
    decline,
    object,
    refer,
    note,
    join,
    separate,
    reclassify,
    release_text,
    redact,
    receipt,
    hand_back,
    merge,
    unmerge,
};

enum class ArchiveReason { spam, chatter, test, double_entry };

/// What is left out stays as it is known already; `public_text` never does: a person releases words.
struct Verify {
    std::optional<Kind> kind = {};
    std::optional<std::string> topic = {};
    std::optional<std::string> area = {};
    std::optional<bool> no_place = {}; ///< said, not forgotten
    std::optional<std::string> public_text = {};
};
struct Archive {
    std::optional<ArchiveReason> reason = {};
};
struct Restore {};
struct Assign {
    std::optional<OfficeId> office = {};
    std::optional<StaffId> person = {};
};
struct Return {
    std::optional<std::string> reason = {};
};
struct Start {};
struct Schedule {
    std::optional<std::string> date = {};
    std::optional<std::string> budget_source = {};
    std::optional<std::string> public_reason = {};
};
struct Ask {
    std::optional<std::string> question = {};
};
struct Answered {
    std::optional<std::string> answer = {}; ///< masked; empty when it came as an item
};
struct Resolve {
    std::optional<proof::Given> proof = {};
    /// Who gave it on another case of the same incident, when the house carries it over to this one.
    std::optional<StaffId> carried_from = {};
};
struct Confirm {};
struct Contest {
    std::optional<std::string> words = {}; ///< masked
    std::vector<std::string> photos = {};  ///< sha256
    /// The incident it belongs to was looked at: until then the "belum" of one of many waits.
    bool is_looked_at = false;
};
struct Close {};
struct Decline {
    std::optional<std::string> public_reason = {};
};
struct Object {
    std::optional<std::string> reason = {}; ///< masked
};
struct Refer {
    std::optional<std::string> agency = {};  ///< name of the other agency
    std::optional<std::string> text = {};    ///< what is handed over
    std::optional<std::string> receipt = {}; ///< theirs, when there is one already
    std::optional<base::AgencyId> to = {};   ///< an agency of this installation: gets the case by itself
    std::optional<agency::OutsideId> outside = {}; ///< one that was set up: gets it by mail or Open311
};
struct Note {
    std::optional<std::string> text = {};
};
struct Join {
    std::optional<std::string> with = {}; ///< id of the incident or code of the other case
};
struct Separate {
    std::optional<std::string> from = {};
};
struct Reclassify {
    std::optional<Kind> kind = {};
    std::optional<Class> case_class = {};
    std::optional<std::string> topic = {};
    std::optional<double> urgency = {};
    std::optional<std::string> area = {};
    std::optional<OfficeId> conduct_office = {};
};
struct ReleaseText {
    std::optional<std::string> public_text = {};
};
struct Redact {
    std::optional<std::string> reason = {};
    std::optional<std::string> public_text = {}; ///< what stands there instead; nothing: taken away
};

struct Receipt {
    std::optional<std::string> receipt = {}; ///< the other agency's number
};

/// The other agency says that it is not theirs either.
struct HandBack {
    std::optional<std::string> reason = {};
};

/// Two incidents turn out to be one: the other one comes into that of this case.
struct Merge {
    std::optional<std::string> with = {}; ///< id of the other incident or code of a case in it
    std::optional<std::string> reason = {};
    std::optional<int> cases = {}; ///< how many its author saw come over
};
/// The last merging into its incident is taken back.
struct Unmerge {
    std::optional<std::string> reason = {};
};

using Command = std::variant<Verify, Archive, Restore, Assign, Return, Start, Schedule, Ask, Answered,
                             Resolve, Confirm, Contest, Close, Decline, Object, Refer, Note, Join, Separate,
                             Reclassify, ReleaseText, Redact, Receipt, HandBack, Merge, Unmerge>;

[[nodiscard]] CommandName name_of(const Command& command) noexcept;

/// {"do":"resolve","version":4,"proof":{...}}
struct Asked {
    Command command;
    std::optional<int> version = {}; ///< of the case that the asker saw
};
[[nodiscard]] base::Result<Asked> read_command(const base::json::Value& body);
/// The members of a command of that name, "do" left out: for forms that were read into JSON.
[[nodiscard]] base::Result<Command> read_command(CommandName name, const base::json::Value& body);

} // namespace cases

template <> inline constexpr auto base::codes<cases::CommandName> =
    std::to_array<base::Coded<cases::CommandName>>({
        {cases::CommandName::verify, "verify"},
        {cases::CommandName::archive, "archive"},
        {cases::CommandName::restore, "restore"},
        {cases::CommandName::assign, "assign"},
        {cases::CommandName::return_, "return"},
        {cases::CommandName::start, "start"},
        {cases::CommandName::schedule, "schedule"},
        {cases::CommandName::ask, "ask"},
        {cases::CommandName::answered, "answered"},
        {cases::CommandName::resolve, "resolve"},
        {cases::CommandName::confirm, "confirm"},
        {cases::CommandName::contest, "contest"},
        {cases::CommandName::close, "close"},
        {cases::CommandName::decline, "decline"},
        {cases::CommandName::object, "object"},
        {cases::CommandName::refer, "refer"},
        {cases::CommandName::note, "note"},
        {cases::CommandName::join, "join"},
        {cases::CommandName::separate, "separate"},
        {cases::CommandName::reclassify, "reclassify"},
        {cases::CommandName::release_text, "release_text"},
        {cases::CommandName::redact, "redact"},
        {cases::CommandName::receipt, "receipt"},
        {cases::CommandName::hand_back, "hand_back"},
        {cases::CommandName::merge, "merge"},
        {cases::CommandName::unmerge, "unmerge"},
    });
template <> inline constexpr auto base::codes<cases::ArchiveReason> =
    std::to_array<base::Coded<cases::ArchiveReason>>({
        {cases::ArchiveReason::spam, "spam"},
        {cases::ArchiveReason::chatter, "chatter"},
        {cases::ArchiveReason::test, "test"},
        {cases::ArchiveReason::double_entry, "double_entry"},
    });
