#include "agency/directory_actions.h"
#include "base/spoken_time.h"
#include "deadlines/agency_calendar.h"
#include "deadlines/deadline_actions.h"
#include "deadlines/own_profile_actions.h"
#include "outgoing/letter.h"
#include "outgoing/template_actions.h"
#include "outgoing_world.h"

namespace outgoing {
namespace {

using namespace std::chrono_literals;
using testing::World;

class Composing : public testing::WithWorld {};
DB_TEST_ON_EACH_ENGINE(Composing);

std::vector<TemplateKey> keys(const std::vector<Outgoing>& all) {
    std::vector<TemplateKey> out;
    for (const auto& each : all)
        out.push_back(each.key);
    return out;
}

TEST_P(Composing, every_step_that_concerns_the_reporter_is_told_once) {
    auto c = w().report();
    w().turn();
    c = w().act(c, w().verified());
    c = w().act(c, cases::Assign{.office = w().staff.west, .person = {}});
    c = w().act(c, cases::Ask{"Loket nomor berapa?"});
    w().turn();
    c = w().act(c, cases::Answered{"Nomor 5"}, cases::reporter());
    c = w().act(c, cases::Schedule{"2026-12-07", "APBD 2026", "Perlu petugas tambahan"});
    c = w().act(c, cases::Start{});
    c = w().act(c, cases::Note{"catatan dalam"});
    c = w().act(c, World::answered());
    c = w().act(c, cases::Contest{.words = "Masih tutup", .photos = {}}, cases::reporter());
    c = w().act(c, World::answered());
    c = w().act(c, cases::Confirm{}, cases::reporter());
    w().turn();
    w().turn();
    using enum TemplateKey;
    const auto all = w().all(c);
    EXPECT_EQ(keys(all), (std::vector{received, verified, assigned, asked, scheduled, started, resolved,
                                      contested, resolved, confirmed}));
    for (const auto& each : all) {
        EXPECT_EQ(each.channel, Channel::mail);
        EXPECT_EQ(each.state, State::queued);
        const auto left = with_secret(each.letter, "abc"); // as it leaves
        EXPECT_EQ((each.subject + each.body + left).find('{'), std::string::npos) << each.body;
        for (const auto* hidden : {"KATA WARGA", "Budi", "budi@", "catatan dalam", "Masih tutup"})
            EXPECT_EQ((each.subject + each.body + each.letter).find(hidden), std::string::npos) << hidden;
        EXPECT_NE(each.letter.find("https://lapor.contoh.go.id/laporan/" + c.code), std::string::npos);
    }
    EXPECT_NE(all[0].body.find(c.code), std::string::npos);
    EXPECT_NE(all[0].body.find("Paling lambat"), std::string::npos);
    EXPECT_NE(all[2].body.find("Suku Dinas Barat"), std::string::npos);
    EXPECT_NE(all[3].body.find("Loket nomor berapa?"), std::string::npos);
    for (const auto* said : {"Senin, 7 Desember 2026", "APBD 2026", "Perlu petugas tambahan"})
        EXPECT_NE(all[4].body.find(said), std::string::npos) << all[4].body;
}

TEST_P(Composing, the_same_event_twice_is_one_row_and_one_job) {
    auto c = w().report();
    w().turn();
    const auto event = database().read(
        [&](db::Tx& tx) { return events::timeline(tx, w().staff.agency, "case", c.id.value); });
    const Composer composer{w().staff.directories, *w().vault, w().staff.ids,
                            [this] { return w().staff.now; }, w().post};
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(database().write(
            [&](db::Tx& tx) { return compose(tx, composer, w().staff.agency, event.front()); }));
    EXPECT_EQ(w().all(c).size(), 1U);
    EXPECT_EQ(database().read([&](db::Tx& tx) { return jobs::counts(tx, w().staff.agency); }).waiting, 1);
}

TEST_P(Composing, without_address_or_relay_or_for_old_events_it_stands_on_the_page_only) {
    struct Row {
        testing::NewReport report;
        bool has_relay;
        Channel channel;
    };
    for (const auto& row : std::vector<Row>{
             {{}, true, Channel::mail},
             {{}, false, Channel::page},
             {{.email = ""}, true, Channel::page},
             {{.age = 71h}, true, Channel::mail},
             {{.age = 73h}, true, Channel::page},
         }) {
        w().post.has_relay = row.has_relay;
        auto c = w().report(row.report);
        w().turn();
        ASSERT_EQ(w().all(c).size(), 1U);
        EXPECT_EQ(w().last(c).channel, row.channel);
        EXPECT_EQ(w().last(c).state, row.channel == Channel::mail ? State::queued : State::sent);
        EXPECT_EQ(w().last(c).letter.empty(), row.channel == Channel::page);
    }
}

TEST_P(Composing, who_asked_not_to_be_known_gets_mails_that_tell_nothing) {
    for (auto mode : {cases::IdentityMode::anonim, cases::IdentityMode::rahasia}) {
        auto c = w().report({.mode = mode});
        c = w().act(c, w().verified());
        c = w().act(c, cases::Assign{.office = w().staff.west, .person = {}});
        c = w().act(c, cases::Ask{"Siapa petugas loketnya?"});
        w().turn();
        const auto all = w().all(c);
        ASSERT_EQ(all.size(), 4U);
        EXPECT_NE(all[3].body.find("Siapa petugas loketnya?"), std::string::npos) << "their own page has it";
        for (const auto& each : all) {
            EXPECT_EQ(each.channel, Channel::mail);
            for (const auto* hidden : {"Loket", "loket", "Tebet", "Suku Dinas", "Siapa", "Budi"})
                EXPECT_EQ((each.subject + each.letter).find(hidden), std::string::npos) << each.letter;
            EXPECT_NE(each.letter.find(c.code), std::string::npos);
        }
    }
}

TEST_P(Composing, a_disclosure_gets_one_neutral_receipt_and_no_other_mail) {
    auto c = w().report({.kind = cases::Kind::whistleblowing});
    c = w().act(c, w().verified());
    w().turn();
    const auto all = w().all(c);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].key, TemplateKey::received_sealed);
    EXPECT_EQ(all[0].channel, Channel::mail);
    EXPECT_EQ(all[0].letter.find("/laporan/"), std::string::npos) << "it has no public page";
    EXPECT_EQ(all[0].subject, "Pesan Anda sudah kami terima");
    EXPECT_EQ(all[1].channel, Channel::page);
}

TEST_P(Composing, a_receipt_at_night_says_when_people_are_back_and_keeps_the_legal_deadline) {
    w().staff.now = base::parse_time("2026-11-20T20:00").value(); // Friday
    auto night = w().report();
    w().turn();
    EXPECT_NE(w().last(night).body.find("Senin pukul 07.30 WIB"), std::string::npos) << w().last(night).body;
    EXPECT_NE(w().last(night).body.find("Paling lambat"), std::string::npos);
    w().staff.now = base::parse_time("2026-11-23T10:00").value();
    auto day = w().report();
    w().turn();
    EXPECT_EQ(w().last(day).body.find("jam kerja"), std::string::npos);
}

TEST_P(Composing, a_receipt_heeds_the_agencys_own_days) {
    using namespace std::chrono;
    database()
        .write([&](db::Tx& tx) -> base::Result<void> {
            const agency::Change change{.ids = w().staff.ids, .now = w().staff.now};
            auto closed = agency::put_day(tx, change, w().staff.agency,
                                          {.day = year{2026} / 11 / 23, .name = "Hari jadi kota"});
            if (!closed) return closed;
            return agency::put_day(tx, change, w().staff.agency,
                                   {.day = year{2026} / 11 / 24,
                                    .name = "Buka siang",
                                    .is_closed = false,
                                    .hours = {{hours(10), hours(12)}}});
        })
        .value();
    w().staff.directories.changed();
    w().staff.now = base::parse_time("2026-11-20T20:00").value(); // Friday
    auto night = w().report();
    w().turn();
    EXPECT_NE(w().last(night).body.find("Selasa pukul 10.00 WIB"), std::string::npos) << w().last(night).body;
}

TEST_P(Composing, who_wrote_in_english_is_answered_in_english) {
    auto c = w().report({.language = "en"});
    c = w().act(c, w().verified());
    w().turn();
    for (const auto& each : w().all(c)) {
        EXPECT_EQ(each.language, "en");
        EXPECT_NE(each.letter.find("Kind regards"), std::string::npos);
    }
    EXPECT_NE(w().all(c)[0].body.find("Thank you."), std::string::npos);
}

TEST_P(Composing, silence_is_announced_before_it_closes_and_when_it_did) {
    auto c = w().report();
    c = w().act(c, w().verified());
    c = w().act(c, cases::Assign{.office = w().staff.south, .person = {}});
    c = w().act(c, World::answered());
    w().turn();
    EXPECT_EQ(w().last(c).key, TemplateKey::resolved);
    EXPECT_NE(w().last(c).body.find("kami tunggu sampai"), std::string::npos) << w().last(c).body;
    auto cross = [&] {
        database().write([&](db::Tx& tx) {
            return deadlines::cross_due(tx, w().staff.ids, w().staff.agency, w().staff.now).size();
        });
    };
    w().staff.now += 24h * 12; // ten working days: three quarters are over
    cross();
    w().turn();
    ASSERT_EQ(w().last(c).key, TemplateKey::silence_soon);
    EXPECT_NE(w().last(c).body.find("Bila sampai Senin, 7 Desember 2026"), std::string::npos)
        << w().last(c).body;
    w().staff.now += 24h * 5;
    cross();
    c = w().act(c, cases::Close{}, cases::house());
    w().turn();
    EXPECT_EQ(w().last(c).key, TemplateKey::closed);
}

TEST_P(Composing, an_extension_is_told_with_its_reason_and_the_new_day) {
    database()
        .write([&](db::Tx& tx) -> base::Result<void> {
            const agency::Change by{w().staff.ids, w().staff.now};
            auto put = deadlines::put_own_profile(
                tx, by, w().staff.agency,
                R"({"id":"kota","version":"1","effective_from":"2020-01-01","inherits":"sp4n-lapor",
                    "deadlines":[{"name":"resolve","extension":5}]})");
            if (!put) return base::pass(put);
            return agency::put_topic(tx, by, w().staff.agency,
                                     {.code = "loket",
                                      .name_id = "Loket pelayanan",
                                      .name_en = "Counter",
                                      .proof = agency::ProofKind::answer,
                                      .profile = "kota"});
        })
        .value();
    w().staff.directories.changed();
    w().directory = w().staff.directories.of(w().staff.agency).value();
    auto c = w().report();
    const auto extended = database().write([&](db::Tx& tx) {
        const auto directory = agency::read_directory(tx, w().staff.agency).value();
        return deadlines::extend(tx, w().staff.ids, w().staff.agency, {"case", c.id.value}, "resolve",
                                 {.reason = "Menunggu ubin dari pabrik", .staff = 7, .now = w().staff.now},
                                 deadlines::profiles_of(directory), deadlines::calendar_of(directory));
    });
    ASSERT_TRUE(extended) << extended.error().code;
    w().turn();
    ASSERT_EQ(w().last(c).key, TemplateKey::extended);
    EXPECT_NE(w().last(c).body.find("Menunggu ubin dari pabrik"), std::string::npos) << w().last(c).body;
    EXPECT_NE(w().last(c).body.find(base::spoken_time(extended->due_at, base::Zone::wib, base::Language::id)),
              std::string::npos)
        << w().last(c).body;
}

TEST_P(Composing, an_agencys_own_words_count_from_the_next_message_and_can_be_taken_back) {
    const TemplateChange change{w().staff.ids, w().staff.now, staff::StaffId{7}};
    auto set = [&](std::string body) {
        return database().write([&](db::Tx& tx) {
            return change_template(tx, change, w().staff.agency, TemplateKey::received, base::Language::id,
                                   {"Kabar {kode}", std::move(body)});
        });
    };
    auto first = w().report();
    w().turn();
    ASSERT_TRUE(set("Halo dari Dinas, kode {kode}."));
    EXPECT_EQ(set("Halo {nama}").error().code, "template.variable");
    auto second = w().report({.email = "ani@contoh.id"});
    w().turn();
    EXPECT_EQ(w().last(second).body, "Halo dari Dinas, kode " + second.code + ".");
    EXPECT_EQ(w().last(second).subject, "Kabar " + second.code);
    EXPECT_NE(w().last(first).body.find("Terima kasih"), std::string::npos) << "what was said stays";
    ASSERT_TRUE(database().write([&](db::Tx& tx) {
        return back_to_builtin(tx, change, w().staff.agency, TemplateKey::received, base::Language::id);
    }));
    auto third = w().report({.email = "eko@contoh.id"});
    w().turn();
    EXPECT_NE(w().last(third).body.find("Terima kasih"), std::string::npos);
    const auto versions = database().read([&](db::Tx& tx) {
        return template_versions(tx, w().staff.agency, TemplateKey::received, base::Language::id);
    });
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_TRUE(versions[0].is_builtin);
    EXPECT_EQ(versions[1].changed_by, staff::StaffId{7});
    const auto events = database().read(
        [&](db::Tx& tx) { return events::timeline(tx, w().staff.agency, "agency", w().staff.agency.value); });
    EXPECT_EQ(std::ranges::count(events, std::string("template.changed"), &events::Stored::kind), 2);
}

TEST_P(Composing, erasing_a_person_takes_the_words_and_cancels_what_waits) {
    auto c = w().report();
    w().turn();
    ASSERT_TRUE(database().write([&](db::Tx& tx) {
        return people::erase_identity(tx, *w().vault, w().staff.ids, w().staff.agency, *c.identity, {},
                                      w().staff.now);
    }));
    w().turn();
    EXPECT_EQ(w().last(c).body, "");
    EXPECT_EQ(w().last(c).letter, "");
    EXPECT_EQ(w().last(c).state, State::cancelled);
    c = w().act(c, w().verified());
    w().turn();
    EXPECT_EQ(w().last(c).channel, Channel::page) << "nobody to mail any more";
}

TEST_P(Composing, redacting_a_case_takes_the_question) {
    w().post.has_relay = false;
    auto c = w().report();
    c = w().act(c, w().verified());
    c = w().act(c, cases::Ask{"Apakah Bu Ani yang di loket?"});
    w().turn();
    c = w().act(c, cases::Redact{.reason = "nama orang", .public_text = "Loket tutup"});
    w().turn();
    for (const auto& each : w().all(c))
        EXPECT_EQ(each.body.empty(), each.key == TemplateKey::asked);
}

} // namespace
} // namespace outgoing
