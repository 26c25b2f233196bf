#include "people/contact.h"

#include "base/text.h"

#include <algorithm>

namespace people {
namespace {

constexpr std::size_t max_email = 254;
constexpr std::size_t max_local = 64;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_local_part(std::string_view local) {
    static constexpr std::string_view signs = "!#$%&'*+-/=?^_`{|}~.";
    auto may = [](char c) { return is_letter(c) || is_digit(c) || signs.contains(c); };
    return !local.empty() && local.size() <= max_local && local.front() != '.' && local.back() != '.' &&
           !local.contains("..") && std::ranges::all_of(local, may);
}

bool is_domain(std::string_view domain) {
    auto labels = base::split(domain, '.');
    auto fits = [](std::string_view label) {
        auto may = [](char c) { return is_letter(c) || is_digit(c) || c == '-'; };
        return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
               std::ranges::all_of(label, may);
    };
    return labels.size() >= 2 && std::ranges::all_of(labels, fits) && labels.back().size() >= 2 &&
           !std::ranges::all_of(labels.back(), is_digit);
}

} // namespace

base::Result<std::string> checked_email(std::string_view text, std::string_view field) {
    std::string_view mail = base::trim(text);
    auto at = mail.rfind('@');
    if (mail.size() > max_email || at == std::string_view::npos || !is_local_part(mail.substr(0, at)) ||
        !is_domain(mail.substr(at + 1)))
        return base::fail_field(std::string(field));
    return std::string(mail.substr(0, at + 1)) + base::lower_ascii(mail.substr(at + 1));
}

base::Result<std::string> checked_phone(std::string_view text, std::string_view field) {
    std::string_view given = base::trim(text);
    const bool is_international = given.starts_with('+');
    std::string digits;
    for (char c : given.substr(is_international ? 1 : 0)) {
        if (is_digit(c))
            digits += c;
        else if (!std::string_view(" -.()").contains(c))
            return base::fail_field(std::string(field));
        if (digits.size() > 18) return base::fail_field(std::string(field));
    }
    if (!is_international) {
        if (digits.starts_with("00"))
            digits.erase(0, 2);
        else if (digits.starts_with('0'))
            digits.replace(0, 1, "62");
        else if (digits.starts_with('8'))
            digits.insert(0, "62");
        else if (!digits.starts_with("62"))
            return base::fail_field(std::string(field));
    }
    if (digits.starts_with("620")) digits.erase(2, 1); // "+62 (0)812..."
    // E.164: at most 15 digits. Indonesian numbers: area code and number, 8 to 12 digits after +62.
    const bool fits = digits.starts_with("62")
                          ? digits.size() >= 10 && digits.size() <= 14 && digits[2] != '0'
                          : digits.size() >= 8 && digits.size() <= 15 && digits[0] != '0';
    if (!fits) return base::fail_field(std::string(field));
    return "+" + digits;
}

std::string to_text(const Contact& contact) {
    return contact.email.value_or("") + "\n" + contact.phone.value_or("");
}

base::Result<Contact> contact_from(std::string_view text) {
    auto lines = base::split(text, '\n');
    if (lines.size() != 2) return base::fail_field("contact");
    Contact out;
    if (!lines[0].empty()) out.email = std::string(lines[0]);
    if (!lines[1].empty()) out.phone = std::string(lines[1]);
    return out;
}

} // namespace people
