#include "cases/tally_actions.h"
#include "cases/view_actions.h"
#include "deadlines/deadline_actions.h"
#include "search_world.h"

#include <algorithm>
#include <random>

namespace cases {
namespace {

using staff::HeldRole;
using staff::Role;

class Search : public testing::Searching {};
DB_TEST_ON_EACH_ENGINE(Search);

TEST_P(Search, finds_words_of_the_reporter_title_and_place) {
    const Case pavement =
        open({.text = "Ubin pecah dan belum diperbaiki, di depan toko", .place = "Jl. Melati"});
    const Case lamp = open({.text = "Lampu jalan mati sdh 3 hari", .place = "Gang Mawar 3"});
    const auto who = boss();
    struct Row {
        std::string words;
        std::vector<CaseId> found;
    };
    for (const auto& [words, found] : {
             Row{"ubin", {pavement.id}},
             Row{"perbaikan", {pavement.id}},
             Row{"UBIN  toko", {pavement.id}},
             Row{"ubin lampu", {}},
             Row{"lamp", {lamp.id}},
             Row{"mati lam", {lamp.id}},
             Row{"lam mati", {}},
             Row{"gang MAWAR", {lamp.id}},
             Row{"melati", {pavement.id}},
             Row{"trotoar", {lamp.id, pavement.id}},
             Row{"broken pavement", {lamp.id, pavement.id}},
             Row{"jln", {lamp.id, pavement.id}},
             Row{"100%", {}},
             Row{"%", {}},
             Row{"tidakada", {}},
         }) {
        const auto answer = search(who, words);
        EXPECT_EQ(ids(answer), found) << words;
        EXPECT_EQ(answer.fits.count, std::ssize(found)) << words;
        EXPECT_FALSE(answer.fits.has_more) << words;
    }
}

TEST_P(Search, whatever_is_typed_is_words_and_never_an_error) {
    const Case c = open({.text = "Ubin pecah near OR and not"});
    verified(c, "Ubin pecah");
    const std::string nasty[] = {"\"",
                                 "'",
                                 "''",
                                 "\"ubin",
                                 "ubin\"",
                                 "ubin*",
                                 "*",
                                 "-ubin",
                                 "(ubin",
                                 "ubin)",
                                 "NEAR(ubin, 2)",
                                 "ubin OR",
                                 "AND",
                                 "NOT ubin",
                                 "terms: ubin",
                                 "{ubin}",
                                 "^ubin",
                                 "ubin + pecah",
                                 "ubin:*",
                                 "ubin & pecah",
                                 "!ubin",
                                 "ubin | pecah",
                                 "ubin <-> pecah",
                                 "\\",
                                 "\\'",
                                 "';drop table cases",
                                 "%",
                                 "_",
                                 "_n1",
                                 "-",
                                 "$1",
                                 ":match",
                                 "🙏",
                                 "ubin 🙏 pecah",
                                 "\xff\xfe",
                                 "é",
                                 std::string("ubin\0pecah", 10),
                                 std::string(10'000, 'a'),
                                 std::string(10'000, '"'),
                                 "😀😀😀",
                                 "\u202eubin",
                                 "ｕｂｉｎ"};
    for (const auto& typed : nasty) {
        SCOPED_TRACE(typed);
        EXPECT_LE(search(boss(), typed).fits.count, 1) << typed;
        EXPECT_LE(look(typed).cases.size(), 1u) << typed;
    }
    for (const auto& typed :
         {"ubin\"", "\"ubin", "(ubin", "ubin*", "-ubin", "ｕｂｉｎ", "NOT ubin", "ubin 🙏 pecah"})
        EXPECT_EQ(ids(search(boss(), std::string(typed))), std::vector{c.id}) << typed;
    EXPECT_TRUE(search(boss(), std::string("_n1")).cases.empty()) << "marks are not words";
    std::mt19937 fate(20'261'122);
    const std::string_view letters = "ab1 \"'*-_():&|!<>\\%^{}+,.;$@#~`\n\t\xc3\xa9\xf0\x9f";
    for (int i = 0; i < 60; ++i) {
        std::string typed;
        for (unsigned n = fate() % 30; n > 0; --n)
            typed += letters[fate() % letters.size()];
        EXPECT_LE(search(boss(), typed).fits.count, 1) << typed;
        EXPECT_LE(look(typed).cases.size(), 1u) << typed;
    }
}

/// Cases of all kinds, looked for by people of all kinds: by a word of the place and by one of the reporter.
TEST_P(Search, finds_and_counts_exactly_what_the_person_may_see) {
    const OfficeId below = world.add_office("Satgas Tebet", world.south);
    world.directories.changed();
    directory = world.directories.of(world.agency).value();
    std::vector<Case> all;
    const std::optional<OfficeId> offices[] = {world.root, world.south, world.west, below, {}};
    int number = 0;
    for (const auto& office : offices)
        for (Kind kind : {Kind::complaint, Kind::whistleblowing})
            for (const auto& about :
                 {std::optional<OfficeId>{}, std::optional(world.south), std::optional(below)})
                for (bool is_mine : {false, true}) {
                    Case c = open({.text = "bersama kata" + std::to_string(++number)});
                    Case changed = c;
                    changed.office = office;
                    changed.kind = kind;
                    changed.conduct_office = about;
                    if (is_mine) changed.person = StaffId{501};
                    write([&](db::Tx& tx) {
                        tx.script(
                            "update cases set office = " + (office ? base::to_string(*office) : "null") +
                            ", kind = '" + std::string(base::code_of(kind)) +
                            "', conduct_office = " + (about ? base::to_string(*about) : "null") +
                            (is_mine ? ", person = 501" : "") + " where id = " + base::to_string(c.id));
                        index_change(tx, c, changed);
                    });
                    all.push_back(changed);
                }
    count_anew(database(), *directory, world.now);
    constexpr Role roles[] = {Role::operator_, Role::field_officer, Role::coordinator,    Role::head,
                              Role::auditor,   Role::administrator, Role::communications, Role::dpo};
    std::vector<std::vector<HeldRole>> people{{}};
    for (Role role : roles)
        for (OfficeId at : {world.root, world.south, below})
            people.push_back({{role, at}});
    people.push_back({{Role::auditor, world.root}, {Role::operator_, below}});
    people.push_back({{Role::communications, world.south}, {Role::coordinator, world.west}});
    std::size_t seen = 0, readable = 0;
    for (const auto& held : people) {
        const auto who = person(held);
        std::vector<CaseId> may_see, may_read;
        for (const auto& c : all) {
            const auto view = staff_view(c, actor_for(c, who.staff, who.roles, directory->offices()));
            if (view.may_see) may_see.push_back(c.id);
            if (view.may_see_words) may_read.push_back(c.id);
        }
        std::ranges::reverse(may_see);
        std::ranges::reverse(may_read);
        auto find = [&](std::string words) {
            return search(who, ViewFilter{.view = View::all, .words = std::move(words), .limit = 100});
        };
        EXPECT_EQ(ids(find("gang")), may_see);
        EXPECT_EQ(find("gang").fits.count, std::ssize(may_see));
        EXPECT_EQ(ids(find("bersama")), may_read);
        EXPECT_EQ(find("bersama").fits.count, std::ssize(may_read));
        // Sixty words begin so: who may not read all that they see then finds by title and place alone.
        for (CaseId id : ids(find("kata")))
            EXPECT_TRUE(std::ranges::find(may_read, id) != may_read.end());
        if (may_see == may_read) EXPECT_EQ(ids(find("kata")), may_read);
        seen += may_see.size();
        readable += may_read.size();
    }
    EXPECT_GT(seen, readable + 50);
    EXPECT_GT(readable, 200u);
    EXPECT_LT(seen, all.size() * people.size() / 2);
}

TEST_P(Search, of_a_view_finds_what_the_view_shows) {
    std::mt19937 fate(20'261'122);
    auto below = [&](unsigned n) { return static_cast<unsigned>(fate() % n); };
    for (int i = 0; i < 60; ++i) {
        Case c = open({.text = "bersama " + std::to_string(i),
                       .office = below(3) == 0 ? world.west : world.south,
                       .kind = below(2) == 0 ? Kind::question : Kind::complaint});
        const auto& state = base::codes<State>[below(base::codes<State>.size())];
        Case changed = c;
        changed.state = state.value;
        changed.urgency = below(10) / 10.0;
        changed.level = below(4) == 0 ? 1 : 0;
        if (below(3) == 0) changed.person = StaffId{501 + below(2)};
        write([&](db::Tx& tx) {
            tx.script("update cases set state = '" + std::string(state.code) + "', urgency = " +
                      std::to_string(changed.urgency) + ", level = " + std::to_string(changed.level) +
                      (changed.person ? ", person = " + base::to_string(*changed.person) : "") +
                      " where id = " + base::to_string(c.id) + "; update deadlines set due_at = due_at - " +
                      std::to_string(below(5) * 86'400'000LL) + ", started_at = started_at - 432000000" +
                      " where subject = " + base::to_string(c.id));
            index_change(tx, c, changed);
        });
    }
    count_anew(database(), *directory, world.now);
    const auto people = {person({{Role::operator_, world.south}}), person({{Role::coordinator, world.root}}),
                         person({{Role::head, world.west}}, StaffId{502})};
    std::size_t shown = 0;
    for (const auto& who : people)
        for (const auto& [view, code] : base::codes<View>)
            for (const std::optional<Kind> kind : {std::optional<Kind>{}, std::optional(Kind::question)}) {
                ViewFilter filter{.view = view, .kind = kind, .limit = 200};
                auto plain = database().read([&](db::Tx& tx) {
                    return page_of(tx, *directory, sight_for(tx, who, *directory), filter);
                });
                std::vector<CaseId> wanted;
                for (const auto& c : plain)
                    wanted.push_back(c.id);
                std::ranges::sort(wanted, std::ranges::greater{});
                filter.words = "bersama";
                const auto found = search(who, filter);
                EXPECT_EQ(ids(found), wanted) << code;
                EXPECT_EQ(found.fits.count, std::ssize(wanted)) << code;
                shown += wanted.size();
            }
    EXPECT_GT(shown, 300u);
}

TEST_P(Search, pages_hold_each_case_once_the_newest_first) {
    std::vector<CaseId> all;
    for (int i = 0; i < 7; ++i)
        all.push_back(open({.text = "bersama " + std::to_string(i)}).id);
    std::ranges::reverse(all);
    std::vector<CaseId> seen;
    ViewFilter filter{.view = View::all, .words = "bersama", .limit = 3};
    for (int pages = 0; pages < 4; ++pages) {
        const auto found = search(boss(), filter);
        EXPECT_EQ(found.fits.count, 7);
        for (CaseId id : ids(found))
            seen.push_back(id);
        if (!found.next) break;
        filter.after = ViewMark{{}, *found.next};
    }
    EXPECT_EQ(seen, all);
}

TEST_P(Search, a_beginning_of_very_many_words_is_found_too) {
    std::vector<CaseId> all;
    for (int i = 0; i < 60; ++i)
        all.push_back(
            open({.text = "zaab" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i)}).id);
    std::ranges::reverse(all);
    ViewFilter filter{.view = View::all, .words = "zaab", .limit = 100};
    EXPECT_EQ(ids(search(boss(), filter)), all);
    EXPECT_EQ(search(boss(), filter).fits.count, 60);
    filter.words = "zaab tebet";
    EXPECT_TRUE(search(boss(), filter).cases.empty());
    filter.words = "zaab";
    EXPECT_TRUE(search(person({{Role::auditor, world.root}}), filter).cases.empty()) << "may not read words";
    EXPECT_TRUE(search(person({{Role::operator_, world.west}}), filter).cases.empty());
}

} // namespace
} // namespace cases
