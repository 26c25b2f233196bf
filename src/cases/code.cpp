#include "cases/code.h"

#include <algorithm>
#include <vector>

namespace cases {
namespace {

// No 0, I, L, O, U: nothing that is read for something else, spoken or written. 31 symbols, a prime, so that
// a weighted sum notices every wrong symbol, and every exchange of two since all weights differ.
constexpr std::string_view alphabet = "123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr unsigned base_31 = 31;
constexpr unsigned weight = 9; ///< its first eight powers modulo 31 all differ
constexpr std::size_t max_prefix = 8;
constexpr std::size_t max_text = 64;

unsigned value_of(char symbol) {
    return static_cast<unsigned>(alphabet.find(symbol));
}

unsigned checksum(std::string_view symbols) {
    unsigned sum = 0;
    for (char symbol : symbols)
        sum = (sum * weight + value_of(symbol)) % base_31;
    return sum;
}

/// What a written symbol may have meant; empty: nothing.
std::string_view readings(char symbol) {
    switch (symbol) {
    case 'I':
    case 'L': return "1";
    case 'O':
    case '0': return "DQ";
    case 'U': return "V";
    default: break;
    }
    const std::size_t at = alphabet.find(symbol);
    return at == std::string_view::npos ? std::string_view{} : alphabet.substr(at, 1);
}

/// All readings of the written symbols that have a right check symbol.
std::vector<std::string> valid_readings(std::string_view written) {
    std::vector<std::string> all{""};
    for (char symbol : written) {
        std::vector<std::string> longer;
        for (const std::string& begun : all)
            for (char reading : readings(symbol))
                longer.push_back(begun + reading);
        all = std::move(longer);
    }
    std::erase_if(all, [](const std::string& symbols) { return checksum(symbols) != 0; });
    return all;
}

/// Upper case without spaces and dashes, the typographic ones (U+2010..2015, U+2212) too.
base::Result<std::string> compact(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= 'a' && c <= 'z')
            out += static_cast<char>(c - 'a' + 'A');
        else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            out += c;
        else if (text.substr(i).starts_with("\xE2\x88\x92") ||
                 (text.substr(i).starts_with("\xE2\x80") && i + 2 < text.size() && text[i + 2] >= '\x90' &&
                  text[i + 2] <= '\x95'))
            i += 2;
        else if (c != ' ' && c != '-' && c != '_' && c != '.' && c != '\t' && c != '\n' && c != '\r')
            return base::fail_field("code", "field.invalid", "a symbol that no code has");
    }
    return out;
}

} // namespace

std::string to_string(const Code& code) {
    return code.prefix + "-" + code.symbols.substr(0, 4) + "-" + code.symbols.substr(4);
}

Code make(std::string_view prefix, std::uint64_t random) {
    std::string symbols(code_symbols, alphabet[0]);
    std::uint64_t rest = random % code_count;
    for (std::size_t i = code_symbols - 1; i-- > 0;) {
        symbols[i] = alphabet[rest % base_31];
        rest /= base_31;
    }
    // The check symbol has weight 1: it makes the sum 0.
    const unsigned sum = checksum(symbols);
    symbols.back() = alphabet[(base_31 - sum + value_of(alphabet[0])) % base_31];
    return {std::string(prefix), std::move(symbols)};
}

base::Result<Code> parse_code(std::string_view text, std::string_view prefix) {
    if (text.size() > max_text) return base::fail_field("code", "field.invalid", "too long");
    auto written = compact(text);
    if (!written) return base::pass(written);
    if (written->size() < code_symbols) return base::fail_field("code", "field.invalid", "too short");
    const std::size_t split = written->size() - code_symbols;
    const std::string_view typed_prefix = std::string_view(*written).substr(0, split);
    const std::string_view used = typed_prefix.empty() ? prefix : typed_prefix;
    if (used.empty() || used.size() > max_prefix)
        return base::fail_field("code", "field.invalid", "the agency's prefix is missing");
    const auto valid = valid_readings(std::string_view(*written).substr(split));
    if (valid.size() != 1) return base::fail_field("code", "field.invalid", "the check symbol does not fit");
    return Code{std::string(used), valid.front()};
}

} // namespace cases
