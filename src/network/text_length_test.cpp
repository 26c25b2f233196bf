#include "base/json.h"
#include "network/text_length.h"
#include "network/web_link.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace network {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr TextRule plain(std::size_t longest) {
    return {.unit = TextUnit::characters, .longest = longest};
}
constexpr TextRule mastodon{
    .unit = TextUnit::characters, .longest = 500, .link_cost = 23, .only_local_part = true};
constexpr TextRule x{.unit = TextUnit::weighted, .longest = 280, .link_cost = 23};

TEST(TextLength, CountsInEachUnit) {
    const std::string family = "👨‍👩‍👧"; // three people joined
    EXPECT_EQ(text_length(family, {.unit = TextUnit::characters}), 5U);
    EXPECT_EQ(text_length(family, {.unit = TextUnit::graphemes}), 1U);
    EXPECT_EQ(text_length(family, {.unit = TextUnit::utf16}), 8U);
    EXPECT_EQ(text_length(family, {.unit = TextUnit::weighted}), 2U);
    EXPECT_EQ(text_length(family, {.unit = TextUnit::bytes}), 18U);
}

TEST(TextLength, MastodonCountsLinksAs23AndNamesWithoutTheirServer) {
    EXPECT_EQ(text_length("https://lapor.contoh.go.id/laporan/TGP-7K3M-9QXT", mastodon), 23U);
    EXPECT_EQ(text_length("@warga@mastodon.example, terima kasih", mastodon),
              text_length("@warga, terima kasih", mastodon));
    EXPECT_EQ(text_length("surel a@b.id", mastodon), 12U);
}

TEST(TextLength, XWeighsByItsTable) {
    EXPECT_EQ(text_length("jalan rusak", x), 11U);
    EXPECT_EQ(text_length("日本", x), 4U);
    EXPECT_EQ(text_length("ok 👍🏽", x), 5U);
    EXPECT_EQ(text_length("e\xCC\x81", x), 1U) << "composed first";
    EXPECT_EQ(text_length("lihat https://a.id", x), 29U);
}

/// Of the tree: the working directory or above it.
std::filesystem::path root() {
    for (auto at = std::filesystem::current_path();; at = at.parent_path())
        if (std::filesystem::exists(at / "tests" / "fixtures") || at == at.root_path()) return at;
}

// As the npm package twitter-text counts them (tests/fixtures/x_lengths.mjs).
TEST(TextLength, XCountsAsItsOwnPackageDoes) {
    std::ifstream in(root() / "tests" / "fixtures" / "x_lengths.jsonl");
    std::size_t texts = 0;
    for (std::string line; std::getline(in, line); ++texts) {
        auto row = base::json::parse(line);
        if (!row) continue; // a lone surrogate cannot be sent
        const std::string text(row->at("text").as_string());
        EXPECT_EQ(text_length(text, x), row->at("length").to_number<std::size_t>()) << text;
    }
    EXPECT_GE(texts, 1000U);
}

TEST(TextLength, ThreadsCountsEmojiAsBytes) {
    EXPECT_EQ(text_length("é👍", {.longest = 500, .emoji_counts_as_bytes = true}), 5U);
}

TEST(SplitText, LeavesWhatFits) {
    EXPECT_THAT(split_text("Sudah diperbaiki.", plain(100), "@warga "),
                ElementsAre("@warga Sudah diperbaiki."));
}

TEST(SplitText, PrefersTheEndOfASentence) {
    EXPECT_THAT(split_text("Lubang sudah ditambal. Terima kasih atas laporan Anda.", plain(40)),
                ElementsAre("Lubang sudah ditambal. (1/2)", "Terima kasih atas laporan Anda. (2/2)"));
}

TEST(SplitText, NeverCutsALink) {
    EXPECT_THAT(split_text("Lihat https://lapor.contoh.go.id/laporan/TGP-7K3M-9QXT ya", plain(30)),
                IsEmpty());
    auto parts =
        split_text("Selengkapnya ada di https://lapor.contoh.go.id/laporan/TGP-7K3M-9QXT ya", plain(60));
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_THAT(parts[1], testing::HasSubstr("https://lapor.contoh.go.id/laporan/TGP-7K3M-9QXT"));
}

TEST(SplitText, NeverCutsALinkWithoutAScheme) {
    const TextRule rule{.unit = TextUnit::weighted, .longest = 40, .link_cost = 23};
    for (const auto& part :
         split_text("Semua ada di lapor.contoh.go.id/laporan/TGP-7K3M-9QXT ya, silakan", rule))
        EXPECT_EQ(part.find("lapor.") == std::string::npos, part.find("9QXT") == std::string::npos) << part;
}

TEST(WebLinks, AreFoundWithAndWithoutAScheme) {
    const std::string text = "Lihat (lapor.contoh.go.id/peta), surel a@contoh.id, https://b.id/x. v1.2";
    std::vector<std::string> found;
    for (const auto& link : web_links(text))
        found.push_back(text.substr(link.from, link.to - link.from));
    EXPECT_THAT(found, ElementsAre("lapor.contoh.go.id/peta", "https://b.id/x"));
}

TEST(SplitText, GivesUpWhereNothingFits) {
    EXPECT_THAT(split_text("panjang sekali", plain(5)), IsEmpty());
}

TEST(SplitText, KeepsEveryWordAndFits) {
    rc::check([](const std::vector<unsigned>& picks) {
        const std::vector<std::string> words{
            "jalan", "rusak.", "👨‍👩‍👧", "perbaikan\n\nbesok", "e\xCC\x81tang", "sekali!"};
        std::string text;
        std::string bare;
        for (const unsigned pick : picks)
            text += words[pick % words.size()] + " ";
        const TextRule rule{.unit = TextUnit::graphemes, .longest = 40, .longest_bytes = 200};
        const auto parts = split_text(text, rule, "@a ");
        std::string joined;
        for (const auto& part : parts) {
            RC_ASSERT(fits(part, rule));
            RC_ASSERT(part.starts_with("@a "));
            auto end = parts.size() > 1 ? part.rfind(" (") : part.size();
            joined += part.substr(3, end - 3);
        }
        auto no_space = [](std::string s) {
            std::erase_if(s, [](char c) { return c == ' ' || c == '\n'; });
            return s;
        };
        RC_ASSERT(no_space(joined) == no_space(text));
    });
}

} // namespace
} // namespace network
