#include "items/reply_address.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace items {
namespace {

constexpr std::size_t longest_local_part = 64;
constexpr std::size_t longest_code = 24;

bool is_word(std::string_view text, std::string_view besides) {
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               besides.find(c) != std::string_view::npos;
    });
}

/// 80 bits of a keyed hash, in an alphabet without upper case.
std::string short_signature(const std::string& lookup) {
    constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    constexpr std::string_view base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string out;
    for (const char c : lookup.substr(0, signature_length))
        out += alphabet[base64.find(c) % alphabet.size()];
    return out;
}

struct Parts {
    std::string_view local, domain;
};
std::optional<Parts> parts_of(std::string_view address) {
    const auto at = address.rfind('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == address.size()) return std::nullopt;
    return Parts{address.substr(0, at), address.substr(at + 1)};
}

template <class Number> bool read_number(std::string_view text, Number& to) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), to);
    return error == std::errc() && end == text.data() + text.size() && to > 0;
}

} // namespace

std::string reply_address(std::string_view mailbox, const ReplyAddress& to) {
    const auto parts = parts_of(mailbox);
    if (!parts || !is_word(to.code, "-") || !is_word(to.signature, "")) return {};
    const std::string local =
        std::string(parts->local) + "+" + base::lower_ascii(to.code) + "." + base::lower_ascii(to.signature);
    return local.size() > longest_local_part ? std::string() : local + "@" + std::string(parts->domain);
}

std::optional<ReplyAddress> read_reply_address(std::string_view address, std::string_view mailbox) {
    const auto given = parts_of(address);
    const auto own = parts_of(mailbox);
    if (!given || !own || base::lower_ascii(given->domain) != base::lower_ascii(own->domain))
        return std::nullopt;
    const std::string local = base::lower_ascii(given->local);
    const std::string before = base::lower_ascii(own->local) + "+";
    if (!local.starts_with(before)) return std::nullopt;
    const std::string_view tag = std::string_view(local).substr(before.size());
    const auto dot = tag.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto code = tag.substr(0, dot);
    const auto signature = tag.substr(dot + 1);
    if (code.size() > longest_code || !is_word(code, "-") || signature.size() != signature_length ||
        !is_word(signature, ""))
        return std::nullopt;
    ReplyAddress out{.code = std::string(code), .signature = std::string(signature)};
    std::ranges::transform(out.code, out.code.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return out;
}

std::string reply_signature(const people::Vault& vault, base::AgencyId agency, std::string_view code) {
    return short_signature(vault.lookup(agency, "mail.reply", base::lower_ascii(code)));
}

std::string to_string(const OwnMail& mail) {
    return std::to_string(mail.id) + "." + base::to_string(mail.agency) + "." + mail.signature;
}

std::optional<OwnMail> read_own_mail(std::string_view message_id) {
    const auto local = message_id.substr(0, message_id.find('@'));
    if (local.size() > 60) return std::nullopt;
    const auto parts = base::split(local, '.');
    OwnMail out;
    if (parts.size() != 3 || !read_number(parts[0], out.id) || !read_number(parts[1], out.agency.value) ||
        parts[2].size() != signature_length || !is_word(parts[2], ""))
        return std::nullopt;
    out.signature = base::lower_ascii(parts[2]);
    return out;
}

std::string mail_signature(const people::Vault& vault, base::AgencyId agency, std::int64_t id) {
    return short_signature(vault.lookup(agency, "mail.id", std::to_string(id)));
}

bool is_same_signature(std::string_view a, std::string_view b) noexcept {
    if (a.size() != b.size() || a.size() != signature_length) return false;
    unsigned differing = 0;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; };
    for (std::size_t i = 0; i < a.size(); ++i)
        differing |= static_cast<unsigned>(lower(a[i]) ^ lower(b[i]));
    return differing == 0;
}

} // namespace items
