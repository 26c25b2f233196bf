#include "outgoing/notice_letter.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "outgoing/notice_words.h"

#include <algorithm>

namespace outgoing {

namespace words = notice_words;

std::string said_of(int at_percent, base::Language l) {
    if (at_percent == 100) return std::string(words::overdue.in(l));
    return base::filled(at_percent < 100 ? words::part_over : words::still_overdue, l,
                        std::to_string(at_percent));
}

std::string said_of_handover(std::string_view state, base::Language l) {
    if (state == "unknown") return std::string(words::handed_unknown.in(l));
    if (state == "failed") return std::string(words::handed_failed.in(l));
    if (state == "returned") return std::string(words::handed_returned.in(l));
    if (state == "finished") return std::string(words::handed_finished.in(l));
    return {};
}

int percent_now(int at_percent, base::Time due, base::Time now) noexcept {
    return now > due ? std::max(at_percent, 100) : at_percent;
}

NoticeText notice_text(const NoticeLetter& letter, std::span<const NoticeLine> lines) {
    const auto l = letter.language;
    NoticeText out;
    out.subject = lines.size() == 1 ? base::filled(words::one, l, lines.front().code)
                                    : base::filled(words::many, l, std::to_string(lines.size()));
    out.body =
        base::filled(words::dear, l, letter.person) + "\n\n" + std::string(words::waiting.in(l)) + "\n";
    const auto shown = lines.first(std::min(lines.size(), most_lines));
    for (const NoticeLine& line : shown) {
        out.body += "\n" + line.code + (line.topic.empty() ? "" : ", " + line.topic) + "\n";
        out.body +=
            (line.news.empty() ? base::filled(words::due, l,
                                              {line.deadline, base::spoken_time(line.due, letter.zone, l),
                                               said_of(line.at_percent, l)})
                               : line.news) +
            "\n";
        if (!letter.site.empty()) out.body += letter.site + "/meja/laporan/" + line.code + "\n";
    }
    if (lines.size() > shown.size())
        out.body += "\n" + base::filled(words::others, l, std::to_string(lines.size() - shown.size())) + "\n";
    if (!letter.site.empty())
        out.body += "\n" + std::string(words::all.in(l)) + " " + letter.site + "/meja/pengingat\n";
    out.body += "\n-- \n" + std::string(words::automatic.in(l)) + "\n";
    return out;
}

} // namespace outgoing
