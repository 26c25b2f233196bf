// The list of mails as a person of the staff sees it, and what they may say of one. Plain values.
#pragma once
#include "outgoing/outgoing.h"

#include <vector>

namespace outgoing {

/// One row of /meja/keluar.
struct Listed {
    Outgoing outgoing;
    std::string code;         ///< empty when the person may not know of the case itself
    std::string account = {}; ///< of a post of an account's own
    bool may_settle = false;
};
struct Page {
    std::vector<Listed> rows;       ///< newest first
    std::optional<OutgoingId> next; ///< to go on below, when there may be more
};

/// Counts go no further than this.
inline constexpr std::size_t counted_at_most = 500;

/// What a person says of one that is unknown or failed.
enum class Settlement {
    arrived,    ///< unknown: it was sent
    send_again, ///< unknown or failed: it goes out once more
    cancel,     ///< unknown, failed or queued: it never will
};

} // namespace outgoing

template <> inline constexpr auto base::codes<outgoing::Settlement> =
    std::to_array<base::Coded<outgoing::Settlement>>({
        {outgoing::Settlement::arrived, "terkirim"},
        {outgoing::Settlement::send_again, "kirim-lagi"},
        {outgoing::Settlement::cancel, "batal"},
    });
