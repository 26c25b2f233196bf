#include "channels/rss/feed.h"

#include <gmock/gmock.h>

namespace channels::rss {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string address = "https://berita.example/kabar/feed";

Feed read(std::string_view bytes) {
    auto feed = read_feed(bytes, address);
    EXPECT_TRUE(feed) << (feed ? "" : feed.error().detail);
    return feed ? *feed : Feed{};
}

TEST(RssFeed, RssIsRead) {
    const auto feed = read(
        R"(<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Kabar &amp; Warta</title><ttl>60</ttl>
<item><media:title>bukan ini</media:title><title><![CDATA[Banjir <b>surut</b>]]></title><link>/kabar/1</link><guid isPermaLink="false">a-1</guid>
<pubDate>Mon, 23 Nov 2026 10:00:00 +0700</pubDate><description>pendek</description><content:encoded><![CDATA[<p>Satu.</p><script>x()</script><p>Dua.</p>]]></content:encoded></item>
<item><title>Tanpa guid</title><link>https://berita.example/2</link><dc:date>2026-11-22T05:00:00Z</dc:date></item>
<item><link>https://berita.example/3</link></item></channel></rss>)");
    EXPECT_EQ(feed.title, "Kabar & Warta");
    EXPECT_EQ(feed.minutes, 60);
    ASSERT_EQ(feed.entries.size(), 2U);
    EXPECT_EQ(feed.unreadable, 1U);
    EXPECT_EQ(feed.entries[0].title, "Banjir surut");
    EXPECT_EQ(feed.entries[0].text, "Satu.\n\nDua.");
    EXPECT_EQ(feed.entries[0].url, "https://berita.example/kabar/1");
    EXPECT_EQ(feed.entries[0].id, entry_id("a-1"));
    EXPECT_EQ(base::to_iso(feed.entries[0].at.value()), "2026-11-23T03:00:00.000Z");
    EXPECT_EQ(feed.entries[1].id, entry_id("https://berita.example/2"));
    EXPECT_EQ(base::to_iso(feed.entries[1].at.value()), "2026-11-22T05:00:00.000Z");
}

TEST(RssFeed, AtomAndRdfAreRead) {
    const auto atom = read(
        R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Warta</title><entry><id>urn:1</id><title type="text">1 &lt; 2</title>
<link rel="self" href="https://x.example/self"/><link href="satu.html"/><published>2026-11-23T01:00:00+07:00</published><updated>2026-11-23T02:00:00+07:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Halo <b>warga</b></p></div></content></entry></feed>)");
    ASSERT_EQ(atom.entries.size(), 1U);
    EXPECT_EQ(atom.entries[0].title, "1 < 2");
    EXPECT_EQ(atom.entries[0].text, "Halo warga");
    EXPECT_EQ(atom.entries[0].url, "https://berita.example/kabar/satu.html");
    EXPECT_EQ(base::to_iso(atom.entries[0].at.value()), "2026-11-22T18:00:00.000Z");
    const auto rdf = read(
        R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Lama</title></channel>
<item><title>Di sebelah kanal</title><link>https://x.example/1</link></item></rdf:RDF>)");
    EXPECT_EQ(rdf.title, "Lama");
    ASSERT_EQ(rdf.entries.size(), 1U);
    EXPECT_EQ(rdf.entries[0].title, "Di sebelah kanal");
}

TEST(RssFeed, WhatIsNoFeedIsRefusedAndEntitiesStayClosed) {
    for (const char* bytes :
         {"", "<html><p>x", "{}", "\xff\xfe", "<rss", "<!doctype html><title>Beranda</title>"})
        if (auto feed = read_feed(bytes, address)) EXPECT_TRUE(feed->entries.empty()) << bytes;
    EXPECT_FALSE(read_feed("<html></html>", address));
    EXPECT_FALSE(read_feed(
        R"(<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;</title></item></channel></rss>)",
        address));
    // In an encoding in which the words are not seen.
    std::string wide;
    for (
        const char c : std::string_view(
            R"(<?xml version="1.0" encoding="UTF-16LE"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><item><title>&a;</title></item></channel></rss>)"))
        wide.append({c, '\0'});
    EXPECT_FALSE(read_feed("\xff\xfe" + wide, address));
    EXPECT_FALSE(read_feed(std::string(largest_feed + 1, ' '), address));
    // Names of HTML that nobody declared are read as HTML does, and nothing behind them is lost.
    const auto feed =
        read("<rss><channel><item><title>Kota&nbsp;Tua &amp; Baru</title></item></channel></rss>");
    ASSERT_EQ(feed.entries.size(), 1U);
    EXPECT_EQ(feed.entries[0].title, "Kota Tua & Baru");
    const auto raw = read("<rss><channel><item><title><![CDATA[Tua&nbsp;&amp; Baru]]></title>"
                          "<description>&lt;p&gt;A&hellip;&lt;/p&gt;</description></item></channel></rss>");
    ASSERT_EQ(raw.entries.size(), 1U);
    EXPECT_EQ(raw.entries[0].title, "Tua & Baru");
    EXPECT_THAT(raw.entries[0].text, HasSubstr("A\xe2\x80\xa6"));
}

TEST(RssFeed, LinksAreOfTheWebAndEntriesAreOfAnEnd) {
    std::string many = "<rss><channel>";
    for (std::size_t i = 0; i < most_entries + 20; ++i)
        many +=
            "<item><title>Berita " + std::to_string(i) + "</title><link>javascript:alert(1)</link></item>";
    const auto feed = read(many + "</channel></rss>");
    EXPECT_EQ(feed.entries.size(), most_entries);
    for (const auto& entry : feed.entries)
        EXPECT_EQ(entry.url, "");
}

TEST(RssFeed, DatesOfManySpellings) {
    EXPECT_EQ(base::to_iso(read_date("Mon, 23 Nov 2026 10:00:00 +0700").value()), "2026-11-23T03:00:00.000Z");
    EXPECT_EQ(base::to_iso(read_date("23 Nov 2026 03:00:00 GMT").value()), "2026-11-23T03:00:00.000Z");
    EXPECT_EQ(base::to_iso(read_date("2026-11-23T10:00:00+07:00").value()), "2026-11-23T03:00:00.000Z");
    for (const char* text : {"", "kemarin", "0000-00-00", "2026-13-45T99:00:00Z"})
        EXPECT_FALSE(read_date(text)) << text;
}

} // namespace
} // namespace channels::rss
