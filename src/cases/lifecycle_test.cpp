#include "base/text.h"
#include "cases/lifecycle.h"
#include "cases/standing.h"
#include "cases/testing.h"

#include <gtest/gtest.h>

#include <set>

namespace cases {
namespace {

using staff::Role;
using testing::at;
using testing::complete;
using testing::pothole;

// The contract, told a second time. "*": any state.
struct Row {
    const char* command;
    const char* from;
    const char* roles;
    const char* others;
    const char* to; ///< "=": same, "<": the state before
};
constexpr const char* taking_part = "operator field_officer coordinator approver head ppid dpo";
const Row contract[] = {
    {"verify", "received", "operator coordinator", "", "verified"},
    {"archive", "received", "operator coordinator", "", "archived"},
    {"restore", "archived", "operator coordinator", "", "received"},
    {"assign", "received verified assigned in_progress scheduled", "coordinator", "system", "assigned"},
    {"return", "assigned", "operator", "", "verified"},
    {"start", "assigned scheduled", "operator field_officer", "", "in_progress"},
    {"schedule", "assigned in_progress", "operator", "", "scheduled"},
    {"ask", "verified assigned in_progress", "operator", "", "awaiting_reporter"},
    {"answered", "awaiting_reporter", "operator", "reporter", "<"},
    {"resolve", "assigned in_progress scheduled", "operator field_officer", "system", "resolved"},
    {"confirm", "resolved", "", "reporter", "closed"},
    {"contest", "resolved closed", "", "reporter", "in_progress"},
    {"close", "resolved", "", "system", "closed"},
    {"decline", "received verified assigned", "coordinator", "", "declined"},
    {"object", "declined", "", "reporter", "verified"},
    {"refer", "received verified assigned", "coordinator", "", "referred"},
    {"note", "*", taking_part, "", "="},
    {"join", "*", "operator coordinator", "reporter", "="},
    {"separate", "*", "operator coordinator", "", "="},
    {"reclassify", "*", "operator coordinator", "", "="},
    {"release_text", "*", "operator coordinator", "", "="},
    {"redact", "*", "operator coordinator dpo", "", "="},
    {"receipt", "referred", "coordinator", "system", "="},
    {"hand_back", "referred", "coordinator", "system", "verified"},
    {"merge", "*", "operator coordinator", "", "="},
    {"unmerge", "*", "operator coordinator", "", "="},
};

bool says(std::string_view list, std::string_view word) {
    if (list == "*") return true;
    const auto words = base::split(list, ' ');
    return std::ranges::find(words, word) != words.end();
}

std::string outcome(const Case& c, const Command& command, const Actor& actor, const Setting& setting) {
    const auto events = decide(c, command, actor, testing::now, setting);
    if (!events) return events.error().code;
    return std::string(base::code_of(replay(c, *events).state));
}

std::string expected(const Row& row, State state, bool allowed, Party party) {
    if (!allowed) return "office.not_yours";
    // What one fix solved is solved for every report of the incident that is still open.
    if (party == Party::system && std::string_view(row.command) == "resolve")
        return is_open(state) ? row.to : "case.wrong_state";
    const bool only_verified = party == Party::system && std::string_view(row.command) == "assign";
    if (!says(row.from, base::code_of(state)) || (only_verified && state != State::verified))
        return "case.wrong_state";
    if (*row.to == '=') return std::string(base::code_of(state));
    if (*row.to == '<') return "assigned";
    return row.to;
}

TEST(Lifecycle, every_command_in_every_state_by_every_role_does_what_the_contract_says) {
    ASSERT_EQ(std::size(contract), base::codes<CommandName>.size());
    int tried = 0;
    for (const Row& row : contract) {
        const Command command = complete(base::from_code<CommandName>(row.command).value());
        for (const auto& [state, state_code] : base::codes<State>) {
            const Case c = pothole(state);
            for (const auto& [role, role_code] : base::codes<Role>) {
                EXPECT_EQ(outcome(c, command, testing::staff_as(role), testing::setting()),
                          expected(row, state, says(row.roles, role_code), Party::staff))
                    << row.command << " in " << state_code << " by " << role_code;
                ++tried;
            }
            for (const Actor& actor : {reporter(), house()}) {
                EXPECT_EQ(outcome(c, command, actor, testing::setting()),
                          expected(row, state, says(row.others, base::code_of(actor.party)), actor.party))
                    << row.command << " in " << state_code << " by " << base::code_of(actor.party);
                ++tried;
            }
        }
    }
    EXPECT_EQ(tried, 26 * 11 * 13);
}

TEST(Lifecycle, says_what_is_missing) {
    const Case c = pothole(State::assigned);
    Case bare = pothole(State::received);
    bare.topic.reset();
    Case nowhere = pothole(State::received);
    nowhere.area.reset();
    nowhere.lat.reset();
    const Actor person = testing::staff_with({Role::operator_, Role::coordinator});
    proof::Given without_picture = testing::photo();
    without_picture.after.clear();
    const struct {
        const char* what;
        Case c;
        Command command;
        Actor actor;
        const char* code;
        const char* field;
    } rows[] = {
        {"verify", bare, Verify{.public_text = "x"}, person, "field.missing", "topic"},
        {"verify", nowhere, Verify{.public_text = "x"}, person, "field.missing", "area"},
        {"verify", pothole(), Verify{}, person, "field.missing", "public_text"},
        {"verify", pothole(), Verify{.public_text = "  \n"}, person, "field.missing", "public_text"},
        {"verify", pothole(), Verify{.kind = Kind::spam, .public_text = "x"}, person, "field.invalid",
         "kind"},
        {"archive", pothole(), Archive{}, person, "case.needs_reason", "reason"},
        {"assign", c, Assign{}, person, "field.missing", "office"},
        {"return", c, Return{}, person, "case.needs_reason", "reason"},
        {"return", c, Return{" "}, person, "case.needs_reason", "reason"},
        {"schedule", c, Schedule{}, person, "field.missing", "date"},
        {"schedule", c, Schedule{"besok", "APBD", "x"}, person, "field.invalid", "date"},
        {"schedule", c, Schedule{"2026-11-15", "APBD", "x"}, person, "field.invalid", "date"},
        {"schedule", c, Schedule{"2026-11-16", {}, "x"}, person, "field.missing", "budget_source"},
        {"schedule", c, Schedule{"2026-11-16", "APBD", {}}, person, "case.needs_reason", "public_reason"},
        {"ask", c, Ask{}, person, "field.missing", "question"},
        {"resolve", c, Resolve{}, person, "case.needs_proof", "proof"},
        {"resolve", c, Resolve{testing::answer()}, person, "case.needs_proof", "proof.kind"},
        {"resolve", c, Resolve{without_picture}, person, "case.needs_proof", "proof.after"},
        {"decline", c, Decline{}, person, "case.needs_reason", "public_reason"},
        {"object", pothole(State::declined), Object{}, reporter(), "case.needs_reason", "reason"},
        {"refer", c, Refer{}, person, "field.missing", "agency"},
        {"refer", c, Refer{.agency = "Bina Marga", .text = {}, .receipt = {}}, person, "field.missing",
         "text"},
        {"receipt", pothole(State::referred), Receipt{}, person, "field.missing", "receipt"},
        {"hand_back", pothole(State::referred), HandBack{" "}, person, "case.needs_reason", "reason"},
        {"note", c, Note{}, person, "field.missing", "text"},
        {"join", c, Join{}, person, "field.missing", "with"},
        {"join", c, Join{c.code}, person, "field.invalid", "with"},
        {"merge", c, Merge{}, person, "field.missing", "with"},
        {"merge", c, Merge{.with = c.code, .reason = "x", .cases = {}}, person, "field.invalid", "with"},
        {"merge", c, Merge{.with = "TGP-1111-1111", .reason = " ", .cases = {}}, person, "case.needs_reason",
         "reason"},
        {"unmerge", c, Unmerge{}, person, "case.needs_reason", "reason"},
        {"separate", c, Separate{}, person, "field.missing", "from"},
        {"reclassify", c, Reclassify{}, person, "field.missing", "change"},
        {"reclassify", c, Reclassify{.urgency = 1.5}, person, "field.invalid", "urgency"},
        {"reclassify", c, Reclassify{.kind = Kind::question, .case_class = Class::oversight}, person,
         "field.invalid", "class"},
        {"release_text", c, ReleaseText{}, person, "field.missing", "public_text"},
        {"redact", c, Redact{}, person, "case.needs_reason", "reason"},
    };
    for (const auto& row : rows) {
        const auto events = decide(row.c, row.command, row.actor, testing::now, testing::setting());
        ASSERT_FALSE(events) << row.what;
        EXPECT_EQ(events.error().code, row.code) << row.what;
        EXPECT_EQ(events.error().field, row.field) << row.what;
        EXPECT_EQ(events.error().kind, base::Kind::invalid) << row.what;
    }
}

Case after(Case c, const Command& command, const Actor& actor, const Setting& setting = testing::setting()) {
    const auto events = decide(c, command, actor, testing::now, setting);
    EXPECT_TRUE(events) << (events ? "" : events.error().code);
    return events ? replay(std::move(c), *events) : c;
}

TEST(Lifecycle, verifying_releases_words_and_keeps_what_was_known) {
    const Actor person = testing::staff_as(Role::operator_);
    const Case c = after(pothole(), Verify{.public_text = " Lubang besar "}, person);
    EXPECT_EQ(c.state, State::verified);
    EXPECT_EQ(c.public_text, "Lubang besar");
    EXPECT_EQ(c.topic, "jalan-rusak");
    EXPECT_EQ(c.area, "31.74.01");
    EXPECT_EQ(c.lat, -6.2);
    EXPECT_EQ(c.version, 2);
    const Case elsewhere = after(pothole(), Verify{.area = "31.74.02", .public_text = "x"}, person);
    EXPECT_EQ(elsewhere.lat, std::nullopt);
    EXPECT_EQ(elsewhere.place_name, std::nullopt);
    const Case nowhere = after(pothole(), Verify{.no_place = true, .public_text = "x"}, person);
    EXPECT_EQ(nowhere.area, std::nullopt);
    EXPECT_EQ(nowhere.lat, std::nullopt);
}

TEST(Lifecycle, words_that_may_not_be_public_need_not_be_released_and_are_not) {
    Case c = pothole();
    c.identity_mode = IdentityMode::rahasia;
    const Case verified = after(c, Verify{.public_text = "isi rahasia"}, testing::staff_as(Role::operator_));
    EXPECT_EQ(verified.state, State::verified);
    EXPECT_EQ(verified.public_text, std::nullopt);
    const auto released =
        decide(verified, ReleaseText{"isi"}, testing::staff_as(Role::operator_), testing::now);
    EXPECT_EQ(released.error().code, "case.words_private");
}

TEST(Lifecycle, assigning_what_was_only_received_verifies_it_without_words) {
    const Actor person = testing::staff_as(Role::coordinator);
    const auto events = decide(pothole(), complete(CommandName::assign), person, testing::now).value();
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(kind_of(events[0].body), "case.verified");
    EXPECT_TRUE(std::get<Verified>(events[0].body).implied);
    EXPECT_EQ(kind_of(events[1].body), "case.assigned");
    EXPECT_EQ(events[0].staff, testing::somebody);
    const Case c = replay(pothole(), events);
    EXPECT_EQ(c.public_text, std::nullopt);
    EXPECT_EQ(c.office, testing::water_office);
}

TEST(Lifecycle, the_second_return_goes_to_the_arbiter) {
    const Actor person = testing::staff_as(Role::operator_);
    Case c = after(pothole(State::assigned), Return{"bukan wewenang"}, person);
    EXPECT_EQ(c.state, State::verified);
    EXPECT_EQ(c.office, std::nullopt);
    EXPECT_EQ(c.returns, 1);
    EXPECT_EQ(c.level, 0);
    c.state = State::assigned;
    const auto events = decide(c, Return{"bukan wewenang"}, person, testing::now).value();
    EXPECT_TRUE(std::get<Returned>(events[0].body).to_arbiter);
    EXPECT_EQ(replay(c, events).level, 1);
}

TEST(Lifecycle, an_answer_goes_back_to_the_state_before) {
    for (State state : {State::verified, State::assigned, State::in_progress}) {
        const Case asked = after(pothole(state), Ask{"di mana?"}, testing::staff_as(Role::operator_));
        EXPECT_EQ(asked.state, State::awaiting_reporter);
        const Case answered = after(asked, Answered{}, reporter());
        EXPECT_EQ(answered.state, state);
        EXPECT_EQ(answered.state_before, std::nullopt);
    }
}

TEST(Lifecycle, the_second_contest_goes_to_the_head) {
    Case c = after(pothole(State::resolved), Contest{}, reporter());
    EXPECT_EQ(c.state, State::in_progress);
    EXPECT_EQ(c.contests, 1);
    EXPECT_EQ(c.level, 0);
    c.state = State::closed;
    c = after(c, Contest{}, reporter());
    EXPECT_EQ(c.contests, 2);
    EXPECT_EQ(c.level, 1);
}

TEST(Lifecycle, a_closed_case_is_contested_within_the_profiles_days) {
    Setting setting;
    EXPECT_EQ(outcome(pothole(State::closed), Contest{}, reporter(), setting), "case.wrong_state");
    setting.contest_until = testing::now;
    EXPECT_EQ(outcome(pothole(State::closed), Contest{}, reporter(), setting), "in_progress");
    setting.contest_until = testing::now - base::Duration{1};
    EXPECT_EQ(outcome(pothole(State::closed), Contest{}, reporter(), setting), "case.wrong_state");
}

TEST(Lifecycle, an_objection_goes_one_level_up) {
    Setting setting;
    setting.office_above = OfficeId{1};
    const Case c = after(pothole(State::declined), Object{"jalan umum"}, reporter(), setting);
    EXPECT_EQ(c.state, State::verified);
    EXPECT_EQ(c.level, 1);
    EXPECT_EQ(c.office, OfficeId{1});
}

TEST(Lifecycle, each_kind_is_resolved_by_what_it_asks_for) {
    proof::Given document;
    document.kind = proof::ProofKind::document;
    document.document_number = "045/2026";
    document.document_day = base::parse_day("2026-11-16").value();
    const struct {
        Kind kind;
        proof::Given given;
        const char* outcome;
    } rows[] = {
        {Kind::complaint, testing::photo(), "resolved"},
        {Kind::complaint, testing::answer(), "case.needs_proof"},
        {Kind::question, testing::answer(), "resolved"},
        {Kind::question, testing::photo(), "case.needs_proof"},
        {Kind::aspiration, testing::answer(), "resolved"},
        {Kind::information_request, testing::answer(), "resolved"},
        {Kind::information_request, document, "resolved"},
        {Kind::information_request, testing::photo(), "case.needs_proof"},
        {Kind::appreciation, testing::answer(), "closed"},
        {Kind::appreciation, testing::photo(), "case.needs_proof"},
    };
    for (const auto& row : rows) {
        Case c = pothole(State::assigned);
        c.kind = row.kind;
        EXPECT_EQ(outcome(c, Resolve{row.given}, testing::staff_as(Role::operator_), testing::setting()),
                  row.outcome)
            << base::code_of(row.kind) << " by " << base::code_of(row.given.kind);
    }
}

TEST(Lifecycle, whistleblowing_is_touched_by_its_handlers_alone) {
    Case c = pothole(State::assigned);
    c.kind = Kind::whistleblowing;
    const Command resolve = Resolve{testing::answer()};
    EXPECT_EQ(outcome(c, resolve, testing::staff_as(Role::operator_), {}), "office.not_yours");
    EXPECT_EQ(outcome(c, resolve, testing::staff_as(Role::head), {}), "resolved");
    c.person = testing::somebody;
    EXPECT_EQ(outcome(c, resolve, testing::staff_as(Role::operator_), {}), "resolved");
}

TEST(Lifecycle, nobody_gives_a_conduct_case_to_the_office_it_names) {
    Case c = pothole(State::verified);
    c.conduct_office = testing::water_office;
    const auto events =
        decide(c, complete(CommandName::assign), testing::staff_as(Role::coordinator), testing::now);
    EXPECT_EQ(events.error().field, "office");
}

TEST(Lifecycle, offers_exactly_the_commands_that_are_possible) {
    const auto codes = [](const std::vector<CommandName>& names) {
        std::vector<std::string> out;
        for (CommandName name : names)
            out.emplace_back(base::code_of(name));
        return base::join(out, " ");
    };
    const Setting setting = testing::setting();
    EXPECT_EQ(codes(available(pothole(), testing::staff_as(Role::operator_), testing::now, setting)),
              "verify archive note join separate reclassify release_text redact merge unmerge");
    EXPECT_EQ(codes(available(pothole(State::assigned), testing::staff_as(Role::field_officer), testing::now,
                              setting)),
              "start resolve note");
    EXPECT_EQ(codes(available(pothole(State::resolved), reporter(), testing::now, setting)),
              "confirm contest");
    EXPECT_EQ(codes(available(pothole(State::closed), reporter(), testing::now, {})), "");
    EXPECT_EQ(
        codes(available(pothole(State::assigned), testing::staff_as(Role::auditor), testing::now, setting)),
        "");
}

TEST(Title, is_made_of_topic_and_place) {
    EXPECT_EQ(title_of(Kind::complaint, "Jalan rusak", "Jl. Melati, Tebet"),
              "Jalan rusak, Jl. Melati, Tebet");
    EXPECT_EQ(title_of(Kind::complaint, "Jalan rusak", ""), "Jalan rusak");
    EXPECT_EQ(title_of(Kind::complaint, " ", "Tebet"), "Tebet");
    EXPECT_EQ(title_of(Kind::complaint, "", ""), "Pengaduan");
    EXPECT_EQ(base::length(title_of(Kind::complaint, std::string(500, 'x'), "")), max_title);
}

} // namespace
} // namespace cases
