#include "intake/record.h"

#include <gtest/gtest.h>

#include <functional>

namespace intake {
namespace {

const base::Time now = *base::parse_time("2026-05-26T13:05:00+07:00");

agency::Directory directory() {
    agency::DirectoryRows rows;
    rows.agency.id = base::AgencyId{1};
    rows.agency.zone = base::Zone::wib;
    rows.topics = {{.code = "jalan-berlubang", .name_id = "Jalan berlubang", .name_en = "Pothole"}};
    return agency::Directory(std::move(rows));
}

RecordDraft good() {
    RecordDraft draft;
    draft.key = "AAAAAAAAAAAAAAAAAAAAAA";
    draft.text = "Lubang besar";
    return draft;
}

TEST(Record, words_alone_are_enough_and_are_received_now) {
    auto checked = check(good(), directory(), now);
    EXPECT_TRUE(checked.problems.empty());
    EXPECT_EQ(checked.record.received_at, now);
    EXPECT_EQ(checked.record.channel, Channel::phone);
    EXPECT_FALSE(checked.record.kind);
    EXPECT_FALSE(checked.record.words_may_be_public);
}

TEST(Record, each_wrong_member_has_its_own_sentence) {
    struct Row {
        std::function<void(RecordDraft&)> spoil;
        RecordMember member;
    };
    const Row rows[] = {
        {[](RecordDraft& d) { d.key = "x"; }, RecordMember::key},
        {[](RecordDraft& d) { d.channel = "telegram"; }, RecordMember::channel},
        {[](RecordDraft& d) { d.text = " \n"; }, RecordMember::text},
        {[](RecordDraft& d) { d.text = std::string(10'001, 'x'); }, RecordMember::text},
        {[](RecordDraft& d) { d.text = std::string("a\0b", 3); }, RecordMember::text},
        {[](RecordDraft& d) { d.place = std::string(301, 'x'); }, RecordMember::place},
        {[](RecordDraft& d) { d.kind = "spam"; }, RecordMember::kind},
        {[](RecordDraft& d) { d.kind = "keluhan"; }, RecordMember::kind},
        {[](RecordDraft& d) { d.topic = "tidak-ada"; }, RecordMember::topic},
        {[](RecordDraft& d) { d.name = std::string(201, 'x'); }, RecordMember::name},
        {[](RecordDraft& d) { d.email = "bukan surel"; }, RecordMember::email},
        {[](RecordDraft& d) { d.phone = "12"; }, RecordMember::phone},
        {[](RecordDraft& d) { d.identity = "admin"; }, RecordMember::identity},
        {[](RecordDraft& d) { d.channel = "link"; }, RecordMember::link},
        {[](RecordDraft& d) { d.link = "javascript:alert(1)"; }, RecordMember::link},
        {[](RecordDraft& d) { d.letter_number = std::string(101, 'x'); }, RecordMember::letter_number},
        {[](RecordDraft& d) { d.letter_day = "2026-05-27"; }, RecordMember::letter_day},
        {[](RecordDraft& d) { d.letter_day = "kemarin"; }, RecordMember::letter_day},
        {[](RecordDraft& d) { d.received_at = "2026-05-26T13:08"; }, RecordMember::received_at},
        {[](RecordDraft& d) { d.received_at = "2025-05-20T13:08"; }, RecordMember::received_at},
        {[](RecordDraft& d) { d.received_at = "tadi"; }, RecordMember::received_at},
        {[](RecordDraft& d) { d.channel = "screenshot"; }, RecordMember::photos},
        {[](RecordDraft& d) { d.photos.resize(4); }, RecordMember::photos},
    };
    for (const auto& [spoil, member] : rows) {
        auto draft = good();
        spoil(draft);
        auto checked = check(draft, directory(), now);
        ASSERT_EQ(checked.problems.size(), 1u) << static_cast<int>(member);
        EXPECT_EQ(checked.problems[0].first, member);
        EXPECT_FALSE(checked.problems[0].second.id.empty());
    }
}

TEST(Record, a_time_is_read_in_the_agencys_zone_and_never_lies_ahead) {
    auto draft = good();
    draft.received_at = "2026-05-26T09:30";
    EXPECT_EQ(check(draft, directory(), now).record.received_at,
              *base::parse_time("2026-05-26T09:30:00+07:00"));
    draft.received_at = "2026-05-26T13:06"; // the office's clock is a little fast
    EXPECT_EQ(check(draft, directory(), now).record.received_at, now);
}

TEST(Record, the_same_post_has_one_address_however_it_was_shared) {
    struct Row {
        std::string given, kept;
    };
    const Row rows[] = {
        {"https://contoh.id/p/123", "https://contoh.id/p/123"},
        {"  HTTPS://Contoh.ID/p/123/ ", "https://contoh.id/p/123"},
        {"https://contoh.id/p/123?utm_source=ig&igsh=abc", "https://contoh.id/p/123"},
        {"https://contoh.id/p?id=7&fbclid=zzz#komentar", "https://contoh.id/p?id=7"},
        {"https://contoh.id/P/AbC", "https://contoh.id/P/AbC"},
        {"http://contoh.id:8080", "http://contoh.id:8080"},
    };
    for (const auto& [given, kept] : rows)
        EXPECT_EQ(canonical_link(given).value_or("-"), kept) << given;
}

TEST(Record, what_is_no_public_address_is_refused) {
    for (const char* bad :
         {"", "contoh.id/p", "ftp://contoh.id/p", "https://", "https://contoh", "https://.id/",
          "https://a b.id", "https://nama@contoh.id/", "data:text/html,x", "https://x.id/\"y"})
        EXPECT_FALSE(canonical_link(bad)) << bad;
    EXPECT_FALSE(canonical_link("https://contoh.id/" + std::string(2000, 'a')));
}

} // namespace
} // namespace intake
