// What a bot and a citizen are talking about, and what is to be done about a message: asked on, passed on as
// a report, taken as the answer to a resolved case. Pure; dialog_actions.h does it.
#pragma once
#include "channels/telegram/guided_report.h"

namespace channels::telegram {

/// As JSON it is kept, sealed, while there is something to talk about.
struct Dialog {
    GuidedState guided;
    std::string contested = {};                 ///< code of the case whose "belum" waits for words
    std::vector<std::string> heard = {};        ///< ids of messages that are part of it
    std::optional<items::ItemIn> last = {};     ///< the message that a report would go by
    std::optional<items::ItemIn> reported = {}; ///< the report that was handed over last
};
BOOST_DESCRIBE_STRUCT(Dialog, (), (guided, contested, heard, last, reported))

/// A dialog that nobody went on with for so long is over; what was said is not lost.
inline constexpr std::chrono::minutes dialog_ends{30};

enum class Answered { nothing, done, not_yet };
/// "/sudah TGP-7K3M-9QXT" and "/belum ...": from a button or typed.
struct CaseAnswer {
    Answered answered = Answered::nothing;
    std::string code = {};
};
[[nodiscard]] CaseAnswer case_answer(std::string_view text);
/// Id of the press of a button; empty for anything else.
[[nodiscard]] std::string press_id(const items::ItemIn& item);
/// A recording without words.
[[nodiscard]] bool is_recording(const items::ItemIn& item);

[[nodiscard]] bool was_heard(const Dialog& dialog, const items::ItemIn& item);
void hear(Dialog& dialog, const items::ItemIn& item);

/// What a citizen is told about the answer to a resolved case.
enum class Say { confirmed, ask_contest, contested, too_late, not_yours };
[[nodiscard]] std::string words_for(Say say, base::Language language);

/// What becomes of a message.
struct Talk {
    Dialog dialog;
    std::optional<items::ItemIn> item = {};  ///< for intake: the message as it is, or the report it ends
    std::string reply = {};                  ///< empty: nothing is said
    std::optional<std::string> contest = {}; ///< code of the case that this message contests
};
[[nodiscard]] Talk go_on(Dialog dialog, const items::ItemIn& item, base::Language language);
/// Of a dialog that nobody went on with: what was said so far.
[[nodiscard]] std::optional<items::ItemIn> unfinished(const Dialog& dialog);

} // namespace channels::telegram
