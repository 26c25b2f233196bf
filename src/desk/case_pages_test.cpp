#include "cases/testing.h"
#include "desk/case_pages.h"
#include "desk/case_proof_pages.h"

#include <gmock/gmock.h>

namespace desk {
namespace {

using cases::CommandName;
using ::testing::HasSubstr;
using ::testing::Not;

agency::Directory directory() {
    agency::DirectoryRows rows;
    rows.agency.id = base::AgencyId{1};
    rows.agency.name = "Posko Jalan";
    rows.agency.regions = {"31"};
    rows.offices = {{.id = cases::OfficeId{10}, .parent = {}, .name = "Dinas", .short_name = "Dinas"},
                    {.id = cases::testing::road_office,
                     .parent = cases::OfficeId{10},
                     .name = "Suku Dinas Selatan",
                     .short_name = "Selatan"}};
    rows.topics = {{.code = "jalan-rusak", .name_id = "Jalan rusak", .name_en = "Road"}};
    rows.accounts = {{.id = agency::AccountId{61}, .office = {}, .network = "x", .name = "@posko"}};
    return agency::Directory(std::move(rows));
}

CaseView seen(cases::State state = cases::State::received) {
    CaseView view;
    view.c = cases::testing::pothole(state);
    view.may = {.may_see = true, .may_see_words = true, .may_see_identity = true};
    view.possible = {CommandName::verify, CommandName::decline, CommandName::note};
    view.said = {{.at = cases::testing::now,
                  .network = "x",
                  .text = triage::masked("Lubang <b>besar</b>, hubungi 081234567890"),
                  .masks = triage::find_private("Lubang <b>besar</b>, hubungi 081234567890")}};
    view.timeline = {{.at = cases::testing::now,
                      .by = cases::Party::reporter,
                      .staff = {},
                      .kind = "case.received",
                      .data = {},
                      .is_public = true}};
    view.has_identity = true;
    view.names = {{501, "Sari Wulandari"}};
    return view;
}

struct Page {
    agency::Directory where = directory();
    staff::Principal who{.agency = base::AgencyId{1},
                         .staff = cases::testing::somebody,
                         .name = "Sari Wulandari",
                         .roles = {{staff::Role::coordinator, cases::OfficeId{10}}},
                         .account = {}};
    std::string of(const CaseView& view, std::optional<CommandDraft> open = {},
                   std::optional<base::Problem> problem = {}, std::optional<CommandName> done = {}) {
        return desk_case_page({.view = view,
                               .directory = where,
                               .person = who,
                               .csrf = "token",
                               .now = cases::testing::now,
                               .open = std::move(open),
                               .problem = std::move(problem),
                               .done = done})
            .str();
    }
};

TEST(CasePage, shows_masked_words_and_escapes_them) {
    const auto page = Page().of(seen(), opened(seen(), CommandName::verify));
    EXPECT_THAT(page, Not(HasSubstr("081234567890")));
    EXPECT_THAT(page, HasSubstr("&lt;b&gt;besar"));
    EXPECT_THAT(page, Not(HasSubstr("<b>besar")));
    EXPECT_THAT(page, HasSubstr("nomor telepon"));
    EXPECT_THAT(page, HasSubstr(R"(value="token")"));
}

TEST(CasePage, marks_what_is_private_for_whoever_opened_the_identity) {
    const std::string words = "Lubang <b>besar</b>, hubungi 081234567890";
    const auto page = as_written({{.at = cases::testing::now,
                                   .network = "x",
                                   .text = words,
                                   .masks = triage::find_private(words)}},
                                 Page().where, base::Language::id)
                          .str();
    EXPECT_THAT(page, HasSubstr(R"(<mark class="private" title="nomor telepon">081234567890</mark>)"));
    EXPECT_THAT(page, HasSubstr("&lt;b&gt;besar"));
}

TEST(CasePage, shows_no_button_and_no_word_to_whom_they_are_not_given) {
    auto view = seen();
    view.possible.clear();
    view.said.clear();
    view.may = {.may_see = true, .may_see_words = false, .may_see_identity = false};
    const auto page = Page().of(view);
    EXPECT_THAT(page, Not(HasSubstr("lakukan=")));
    EXPECT_THAT(page, Not(HasSubstr("/identitas")));
    EXPECT_THAT(page, HasSubstr("hanya untuk petugas yang menangani"));
}

TEST(CasePage, says_why_there_is_no_public_text) {
    auto view = seen();
    view.c.identity_mode = cases::IdentityMode::rahasia;
    const auto page = Page().of(view, opened(view, CommandName::verify));
    EXPECT_THAT(page, HasSubstr("pelapor memilih rahasia"));
    EXPECT_THAT(page, Not(HasSubstr("f-public-text")));
}

TEST(CasePage, a_form_that_met_a_change_shows_it_and_keeps_what_was_typed) {
    auto view = seen(cases::State::verified);
    view.timeline.push_back({.at = cases::testing::now,
                             .by = cases::Party::staff,
                             .staff = cases::testing::somebody,
                             .kind = "case.verified",
                             .data = {},
                             .is_public = true});
    CommandDraft draft{.name = CommandName::decline, .version = 1, .events_seen = 1};
    draft.set("public_reason", "Kawasan <swasta>");
    const base::Problem changed{.kind = base::Kind::conflict, .code = "case.changed_meanwhile"};
    const auto page = Page().of(view, draft, changed);
    EXPECT_THAT(page, HasSubstr("berubah sejak Anda membukanya"));
    EXPECT_THAT(page, HasSubstr("Kawasan &lt;swasta&gt;"));
    EXPECT_THAT(page, HasSubstr(R"(name="versi" value=")" + std::to_string(view.c.version)));

    view.possible = {CommandName::note}; // and now it is not possible at all
    const auto gone = Page().of(view, draft, changed);
    EXPECT_THAT(gone, HasSubstr("tidak bisa lagi"));
    EXPECT_THAT(gone, HasSubstr("Kawasan &lt;swasta&gt;"));
    EXPECT_THAT(gone, Not(HasSubstr("Tolak laporan")));
}

TEST(CasePage, says_what_is_wrong_at_its_field) {
    CommandDraft draft{.name = CommandName::decline, .version = 1};
    const base::Problem empty{
        .kind = base::Kind::invalid, .code = "case.needs_reason", .field = "public_reason"};
    const auto page = Page().of(seen(), draft, empty);
    EXPECT_THAT(page, HasSubstr(R"(href="#f-public-reason")"));
    EXPECT_THAT(page, HasSubstr(R"(aria-invalid="true")"));
}

TEST(CasePage, offers_undo_only_to_who_has_just_done_it) {
    auto view = seen(cases::State::archived);
    view.possible = {CommandName::restore, CommandName::note};
    view.timeline.push_back({.at = cases::testing::now,
                             .by = cases::Party::staff,
                             .staff = cases::testing::somebody,
                             .kind = "case.archived",
                             .data = {{"reason", "spam"}},
                             .is_public = true});
    EXPECT_THAT(Page().of(view, {}, {}, CommandName::archive), HasSubstr("Urungkan"));
    view.timeline.back().staff = cases::StaffId{777};
    EXPECT_THAT(Page().of(view, {}, {}, CommandName::archive), Not(HasSubstr("Urungkan")));
    EXPECT_THAT(Page().of(view), Not(HasSubstr("Urungkan")));
}

TEST(CasePage, keeps_a_contested_proof_below_the_new_one) {
    auto view = seen(cases::State::resolved);
    const std::string first(64, 'a'), second(64, 'b');
    view.proofs = {{.note = "Ditambal", .given_by = 501, .given_at = cases::testing::now, .after = {first}},
                   {.note = "Diaspal", .given_by = 501, .given_at = cases::testing::now, .after = {second}}};
    const auto page = Page().of(view);
    EXPECT_LT(page.find(second), page.find("Bukti 1, dibantah pelapor"));
    EXPECT_LT(page.find("Bukti 1, dibantah pelapor"), page.find(first));
    EXPECT_TRUE(view.shows(first));
    EXPECT_FALSE(view.shows(std::string(64, 'c')));
}

TEST(CasePage, tells_that_the_arbiter_decides_after_the_second_return) {
    auto view = seen(cases::State::verified);
    view.c.returns = 2;
    view.c.office.reset();
    EXPECT_THAT(Page().of(view), HasSubstr("Penengah"));
    view.c.returns = 1;
    EXPECT_THAT(Page().of(view), Not(HasSubstr("Penengah")));
}

} // namespace
} // namespace desk
