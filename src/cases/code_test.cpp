#include "cases/code.h"

#include <gtest/gtest.h>

#include <random>

namespace cases {
namespace {

constexpr std::string_view alphabet = "123456789ABCDEFGHJKMNPQRSTVWXYZ";

TEST(Code, is_written_with_prefix_and_two_groups_of_four) {
    EXPECT_EQ(to_string({"TGP", "7K3M9QXT"}), "TGP-7K3M-9QXT");
    EXPECT_EQ(to_string(make("TGP", 0)), "TGP-1111-1111");
    EXPECT_EQ(make("TGP", code_count + 5), make("TGP", 5));
    EXPECT_NE(make("TGP", code_count - 1), make("TGP", 0));
}

TEST(Code, is_read_however_people_write_it) {
    const Code expected{"TGP", "7K3M9QXT"};
    for (const char* text : {"TGP-7K3M-9QXT", "tgp-7k3m-9qxt", "TGP7K3M9QXT", " tgp 7k3m 9qxt ",
                             "TGP–7K3M–9QXT", "TGP - 7K3M - 9QXT", "t.g.p.7k3m.9qxt", "TGP−7K3M−9QXT\n"}) {
        const auto read = parse_code(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(*read, expected) << text;
    }
    EXPECT_EQ(parse_code("7k3m-9qxt", "TGP"), expected);
}

TEST(Code, takes_look_alikes_only_where_one_reading_fits) {
    std::mt19937_64 random(7);
    int with_one = 0;
    int with_q_or_d = 0;
    for (int i = 0; i < 2'000; ++i) {
        const Code code = make("TGP", random());
        const std::size_t one = code.symbols.find('1');
        if (one != std::string::npos) {
            std::string written = to_string(code);
            written[written.find('1')] = "iIlL"[i % 4];
            EXPECT_EQ(parse_code(written), code) << written;
            ++with_one;
        }
        const std::size_t round = code.symbols.find_first_of("DQ");
        if (round != std::string::npos) {
            std::string written = code.symbols;
            written[round] = i % 2 == 0 ? 'O' : '0';
            EXPECT_EQ(parse_code("TGP" + written), code) << written;
            ++with_q_or_d;
        }
    }
    EXPECT_GT(with_one, 100);
    EXPECT_GT(with_q_or_d, 100);
}

TEST(Code, every_wrong_symbol_is_noticed) {
    std::mt19937_64 random(11);
    for (int i = 0; i < 60; ++i) {
        const Code code = make("TGP", random());
        for (std::size_t at = 0; at < code_symbols; ++at) {
            for (char wrong : alphabet) {
                if (wrong == code.symbols[at]) continue;
                std::string symbols = code.symbols;
                symbols[at] = wrong;
                EXPECT_FALSE(parse_code("TGP" + symbols)) << to_string(code) << " read as " << symbols;
            }
        }
    }
}

TEST(Code, every_exchange_of_two_symbols_is_noticed) {
    std::mt19937_64 random(13);
    for (int i = 0; i < 400; ++i) {
        const Code code = make("TGP", random());
        for (std::size_t a = 0; a < code_symbols; ++a) {
            for (std::size_t b = a + 1; b < code_symbols; ++b) {
                std::string symbols = code.symbols;
                if (symbols[a] == symbols[b]) continue;
                std::swap(symbols[a], symbols[b]);
                EXPECT_FALSE(parse_code("TGP" + symbols)) << to_string(code) << " read as " << symbols;
            }
        }
    }
}

TEST(Code, is_read_back_for_every_random_number) {
    std::mt19937_64 random(17);
    for (int i = 0; i < 5'000; ++i) {
        const Code code = make("DPU", random());
        EXPECT_EQ(parse_code(to_string(code)), code);
    }
}

TEST(Code, that_is_none_is_refused) {
    for (const char* text : {"", "TGP", "7K3M-9QXT", "TGP-7K3M-9QXX", "TGP-7K3M-9QX", "TGP-7K3M-9QXTT",
                             "TGP/7K3M/9QXT", "<script>", "TERLALUPANJANG-7K3M-9QXT", "TGP-7K3M-9Q\xff"}) {
        const auto read = parse_code(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, "field.invalid") << text;
        EXPECT_EQ(read.error().field, "code") << text;
    }
    EXPECT_FALSE(parse_code(std::string(10'000, 'O')));
}

} // namespace
} // namespace cases
