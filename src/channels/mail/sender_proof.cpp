#include "channels/mail/sender_proof.h"

#include "base/text.h"

#include <algorithm>
#include <string>

namespace channels::mail {
namespace {

using items::SenderProof;

/// In one line, without comments; what stands in quotes is one word, and says nothing of its own.
std::string plain(std::string_view header) {
    std::string out;
    int depth = 0;
    bool is_quoted = false;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const char c = header[i];
        if (is_quoted) {
            if (c == '\\' && i + 1 < header.size())
                ++i;
            else if (c == '"')
                is_quoted = false;
            else
                out += c == ';' || c == '=' || c == ' ' || c == '\t' || c == '\r' || c == '\n' ? '_' : c;
            continue;
        }
        if (c == '(') ++depth;
        if (depth == 0 && c == '"')
            is_quoted = true;
        else if (depth == 0)
            out += c == '\r' || c == '\n' || c == '\t' ? ' ' : c;
        if (c == ')' && depth > 0) --depth;
    }
    return base::lower_ascii(out);
}

/// The value of "name=value" among the words of a part; empty when it is not there.
std::string_view value_of(std::string_view part, std::string_view name) {
    for (auto word : base::split(part, ' '))
        if (word.starts_with(name) && word.size() > name.size() && word[name.size()] == '=')
            return word.substr(name.size() + 1);
    return {};
}

/// The same domain, one below it, or one above it that is not as high as "go.id" or "com".
bool is_of(std::string_view given, std::string_view domain) {
    if (const auto at = given.rfind('@'); at != std::string_view::npos) given.remove_prefix(at + 1);
    if (given.empty() || domain.empty()) return false;
    if (given == domain) return true;
    const auto below = [](std::string_view low, std::string_view high) {
        return low.size() > high.size() && low.ends_with(high) && low[low.size() - high.size() - 1] == '.' &&
               high.find('.') != std::string_view::npos;
    };
    return below(given, domain) || (std::ranges::count(given, '.') >= 2 && below(domain, given));
}

} // namespace

SenderProof sender_proof(std::string_view header, std::string_view server, std::string_view domain) {
    if (server.empty() || header.empty() || header.size() > 16'384) return SenderProof::unchecked;
    const std::string text = plain(header);
    const std::string from = base::lower_ascii(domain);
    const auto parts = base::split(text, ';');
    const auto said_by = base::trim(parts.front());
    if (said_by.substr(0, said_by.find(' ')) != base::lower_ascii(base::trim(server)))
        return SenderProof::unchecked;
    bool has_result = false;
    bool is_proven = false;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const auto part = base::trim(parts[i]);
        if (const auto dmarc = value_of(part, "dmarc"); !dmarc.empty() && dmarc != "none")
            return dmarc == "pass" ? SenderProof::proven : SenderProof::unproven;
        const auto dkim = value_of(part, "dkim");
        const auto spf = value_of(part, "spf");
        has_result = has_result || !dkim.empty() || !spf.empty() || !value_of(part, "dmarc").empty();
        is_proven = is_proven || (dkim == "pass" && is_of(value_of(part, "header.d"), from)) ||
                    (spf == "pass" && is_of(value_of(part, "smtp.mailfrom"), from));
    }
    if (!has_result) return SenderProof::unchecked;
    return is_proven ? SenderProof::proven : SenderProof::unproven;
}

} // namespace channels::mail
