#include "network/signature_fields.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace network {
namespace {

constexpr std::size_t longest = 8192;
constexpr std::size_t most_parts = 32;

/// Reads on in a text; every step says whether it went.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    void skip_spaces() {
        while (rest_.starts_with(' ') || rest_.starts_with('\t'))
            rest_.remove_prefix(1);
    }
    bool take(char wanted) {
        if (!rest_.starts_with(wanted)) return false;
        rest_.remove_prefix(1);
        return true;
    }
    /// Letters, digits and what keys may have besides.
    std::string_view word() {
        std::size_t n = 0;
        while (n < rest_.size() && (std::isalnum(static_cast<unsigned char>(rest_[n])) || rest_[n] == '-' ||
                                    rest_[n] == '_' || rest_[n] == '.' || rest_[n] == '*'))
            ++n;
        return cut(n);
    }
    /// Up to the character, which is left.
    std::string_view until(char end) { return cut(std::min(rest_.find(end), rest_.size())); }
    /// "..." with \" and \\ inside; nothing but printable ASCII.
    std::optional<std::string> quoted() {
        if (!take('"')) return std::nullopt;
        std::string out;
        while (!rest_.empty() && rest_.front() != '"') {
            char c = rest_.front();
            rest_.remove_prefix(1);
            if (c == '\\') {
                if (rest_.empty() || (rest_.front() != '"' && rest_.front() != '\\')) return std::nullopt;
                c = rest_.front();
                rest_.remove_prefix(1);
            }
            if (c < 0x20 || c > 0x7e) return std::nullopt;
            out += c;
        }
        if (!take('"')) return std::nullopt;
        return out;
    }
    [[nodiscard]] std::string_view rest() const { return rest_; }
    [[nodiscard]] bool is_done() const { return rest_.empty(); }

private:
    std::string_view cut(std::size_t n) {
        auto out = rest_.substr(0, n);
        rest_.remove_prefix(n);
        return out;
    }
    std::string_view rest_;
};

std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    constexpr std::int64_t year_9999 = 253'402'300'799;
    if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > year_9999)
        return std::nullopt;
    return value;
}

bool has_twice(const std::vector<std::string>& names) {
    auto sorted = names;
    std::ranges::sort(sorted);
    return std::ranges::adjacent_find(sorted) != sorted.end();
}

} // namespace

std::optional<CavageSignature> read_cavage_signature(std::string_view header) {
    if (header.empty() || header.size() > longest) return std::nullopt;
    CavageSignature out;
    std::vector<std::string> names;
    std::string parts = "date"; // what is signed when the header does not say
    Reader in(base::trim(header));
    for (;;) {
        in.skip_spaces();
        const std::string name(in.word());
        if (name.empty() || !in.take('=')) return std::nullopt;
        std::string value;
        if (in.rest().starts_with('"')) {
            auto text = in.quoted();
            if (!text) return std::nullopt;
            value = std::move(*text);
        } else {
            value = base::trim(in.until(','));
        }
        names.push_back(name);
        if (name == "keyId") out.key_id = value;
        if (name == "algorithm") out.algorithm = base::lower_ascii(value);
        if (name == "headers") parts = value;
        if (name == "signature") out.signature = value;
        if (name == "created") out.created = value;
        if (name == "expires") out.expires = value;
        in.skip_spaces();
        if (in.is_done()) break;
        if (!in.take(',')) return std::nullopt;
    }
    for (const auto part : base::split(parts, ' '))
        if (!part.empty()) out.parts.push_back(base::lower_ascii(part));
    if (out.key_id.empty() || out.signature.empty() || out.parts.empty() || out.parts.size() > most_parts ||
        has_twice(names) || has_twice(out.parts))
        return std::nullopt;
    return out;
}

std::optional<MessageSignature> read_message_signature(std::string_view input, std::string_view signature) {
    if (input.size() > longest || signature.size() > longest) return std::nullopt;
    MessageSignature out;
    Reader in(base::trim(input));
    const auto label = in.word();
    if (label.empty() || !in.take('=')) return std::nullopt;
    out.parameters = base::trim(in.rest());
    if (!in.take('(')) return std::nullopt;
    in.skip_spaces();
    while (!in.take(')')) {
        auto component = in.quoted();
        if (!component || component->empty() || out.components.size() == most_parts) return std::nullopt;
        if (*component != base::lower_ascii(*component)) return std::nullopt;
        out.components.push_back(std::move(*component));
        if (!in.rest().starts_with(' ') && !in.rest().starts_with(')')) return std::nullopt;
        in.skip_spaces();
    }
    std::vector<std::string> names;
    while (in.take(';')) {
        in.skip_spaces();
        const std::string name(in.word());
        if (name.empty() || !in.take('=')) return std::nullopt;
        names.push_back(name);
        if (in.rest().starts_with('"')) {
            auto text = in.quoted();
            if (!text) return std::nullopt;
            if (name == "keyid") out.key_id = std::move(*text);
            if (name == "alg") out.algorithm = std::move(*text);
            continue;
        }
        const auto value = number(in.word());
        if (!value) return std::nullopt;
        if (name == "created") out.created = value;
        if (name == "expires") out.expires = value;
    }
    if (!in.is_done() || out.components.empty() || has_twice(names) || has_twice(out.components))
        return std::nullopt;

    Reader bytes(base::trim(signature));
    if (bytes.word() != label || !bytes.take('=') || !bytes.take(':')) return std::nullopt;
    out.signature = bytes.until(':');
    if (!bytes.take(':') || !bytes.is_done()) return std::nullopt;
    return out;
}

} // namespace network
