#include "channels/mail/reply_text.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace channels::mail {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t longest_introduction = 300; ///< bytes of "On … wrote:", over its lines

std::string joined(const Lines& lines) {
    std::string out;
    for (const auto line : lines)
        out.append(line).append("\n");
    return std::string(base::trim(out));
}

std::string_view bare(std::string_view line) {
    line = base::trim(line);
    while (line.starts_with('*') || line.starts_with('_')) // bold in the text made of HTML
        line.remove_prefix(1);
    while (line.ends_with('*') || line.ends_with('_'))
        line.remove_suffix(1);
    return base::trim(line);
}

bool is_quoted(std::string_view line) {
    return base::trim(line).starts_with('>');
}

/// "Pada tanggal Sen, 23 Nov 2026 pukul 08.00 Posko <posko@…> menulis:", in one line or two or three.
std::size_t introduction_at(const Lines& lines, std::size_t at) {
    constexpr std::array begins{std::string_view("pada "), std::string_view("on "), std::string_view("le ")};
    constexpr std::array ends{std::string_view("menulis:"), std::string_view("wrote:"),
                              std::string_view("wrote :"), std::string_view("a écrit :")};
    const auto first = base::lower_ascii(bare(lines[at]));
    if (std::ranges::none_of(begins, [&](auto word) { return first.starts_with(word); })) return 0;
    std::string all;
    for (std::size_t count = 1; count <= 3 && at + count <= lines.size(); ++count) {
        all += " " + base::lower_ascii(bare(lines[at + count - 1]));
        if (all.size() > longest_introduction) return 0;
        if (std::ranges::any_of(ends, [&](auto word) { return all.ends_with(word); })) return count;
    }
    return 0;
}

/// A line from which on everything is an earlier mail.
bool begins_earlier_mail(const Lines& lines, std::size_t at) {
    const auto line = base::lower_ascii(bare(lines[at]));
    if (line.starts_with("-----") && line.ends_with("-----"))
        for (const auto* word : {"original message", "pesan asli", "forwarded message", "pesan terusan"})
            if (line.find(word) != std::string::npos) return true;
    const auto header = [&](std::size_t i, std::initializer_list<std::string_view> names) {
        if (i >= lines.size()) return false;
        const auto text = base::lower_ascii(bare(lines[i]));
        return std::ranges::any_of(names, [&](auto name) { return text.starts_with(name); });
    };
    // Outlook: From:, Sent:, To: in lines of their own.
    if (!header(at, {"from:", "dari:"})) return false;
    return header(at + 1, {"sent:", "date:", "dikirim:", "terkirim:", "tanggal:"}) ||
           header(at + 1, {"to:", "kepada:", "ke:"});
}

bool is_device_mark(std::string_view line) {
    const auto text = base::lower_ascii(bare(line));
    constexpr std::array marks{std::string_view("sent from my "),
                               std::string_view("dikirim dari iphone"),
                               std::string_view("dikirim dari ponsel"),
                               std::string_view("dikirim dari perangkat"),
                               std::string_view("dikirim dari yahoo"),
                               std::string_view("sent from yahoo"),
                               std::string_view("get outlook for "),
                               std::string_view("dapatkan outlook untuk"),
                               std::string_view("sent from mail for windows")};
    return text.size() < 120 && std::ranges::any_of(marks, [&](auto mark) { return text.starts_with(mark); });
}

} // namespace

std::string without_quotes(std::string_view text) {
    const auto lines = base::split(text, '\n');
    Lines kept;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (is_quoted(lines[i])) continue;
        if (begins_earlier_mail(lines, i)) break;
        if (const auto count = introduction_at(lines, i); count > 0) {
            auto next = i + count;
            while (next < lines.size() && base::trim(lines[next]).empty())
                ++next;
            // Quoted lines follow it, and perhaps more of the person's own; else all below is the earlier
            // one.
            if (next < lines.size() && !is_quoted(lines[next])) break;
            i += count - 1;
            continue;
        }
        kept.push_back(lines[i]);
    }
    auto out = joined(kept);
    return out.empty() ? std::string(base::trim(text)) : out;
}

std::string without_signature(std::string_view text) {
    auto lines = base::split(text, '\n');
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto line = lines[i];
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line != "-- ") continue;
        lines.resize(i);
        break;
    }
    const auto is_empty_or_mark = [](std::string_view line) {
        return base::trim(line).empty() || is_device_mark(line);
    };
    while (!lines.empty() && is_empty_or_mark(lines.back()))
        lines.pop_back();
    auto out = joined(lines);
    return out.empty() ? std::string(base::trim(text)) : out;
}

std::string_view without_reply_marks(std::string_view subject) {
    for (;;) {
        subject = base::trim(subject);
        const auto colon = subject.find(':');
        if (colon == std::string_view::npos || colon > 10) return subject;
        auto mark = base::lower_ascii(subject.substr(0, colon));
        if (const auto bracket = mark.find('['); bracket != std::string::npos) mark.resize(bracket);
        constexpr std::array marks{std::string_view("re"), std::string_view("bls"), std::string_view("balas"),
                                   std::string_view("aw"), std::string_view("sv")};
        if (std::ranges::find(marks, std::string_view(mark)) == marks.end()) return subject;
        subject.remove_prefix(colon + 1);
    }
}

} // namespace channels::mail
