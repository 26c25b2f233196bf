// The mail that sums up for a member of staff what waits for them. Says which report, what it is about and
// when it is due, and nothing that anybody wrote or is called. Pure.
#pragma once
#include "base/language.h"
#include "base/time.h"

#include <span>
#include <string>

namespace outgoing {

struct NoticeLine {
    std::string code;     ///< "TGP-7K3M-9QXT"
    std::string topic;    ///< its name; empty: it stays in the house
    std::string deadline; ///< its name: "Penyelesaian"
    int at_percent = 0;
    base::Time due{};
    std::string news = {}; ///< in place of deadline and time: how its hand-over stands
};

struct NoticeLetter {
    std::string person;
    std::string site; ///< "https://lapor.example.go.id"; empty: without links
    base::Zone zone = base::Zone::wib;
    base::Language language = base::Language::id;
};

struct NoticeText {
    std::string subject;
    std::string body; ///< lines end with LF
};

inline constexpr std::size_t most_lines = 30; ///< of a mail; the rest is counted

[[nodiscard]] NoticeText notice_text(const NoticeLetter& letter, std::span<const NoticeLine> lines);
/// How the hand-over of a case stands, by the code of its state; empty for one of which nobody is told.
[[nodiscard]] std::string said_of_handover(std::string_view state, base::Language language);
/// "80% waktu sudah terpakai", "lewat tenggat"
[[nodiscard]] std::string said_of(int at_percent, base::Language language);
/// What a step says of a deadline as it stands now: overdue is overdue, whoever was told before.
[[nodiscard]] int percent_now(int at_percent, base::Time due, base::Time now) noexcept;

} // namespace outgoing
