// The words of states and kinds on screens.
#pragma once
#include "base/language.h"
#include "cases/case.h"

namespace cases {

[[nodiscard]] constexpr base::Text name(State state) noexcept {
    switch (state) {
    case State::received: return {"Diterima", "Received"};
    case State::verified: return {"Terverifikasi", "Verified"};
    case State::assigned: return {"Disposisi", "Assigned"};
    case State::in_progress: return {"Dikerjakan", "In progress"};
    case State::scheduled: return {"Dijadwalkan", "Scheduled"};
    case State::awaiting_reporter: return {"Menunggu pelapor", "Waiting for the reporter"};
    case State::resolved: return {"Tuntas", "Resolved"};
    case State::closed: return {"Ditutup", "Closed"};
    case State::referred: return {"Dirujuk", "Referred"};
    case State::declined: return {"Ditolak", "Declined"};
    case State::archived: return {"Diarsipkan", "Archived"};
    }
    return {};
}

[[nodiscard]] constexpr base::Text name(IdentityMode mode) noexcept {
    switch (mode) {
    case IdentityMode::public_: return {"Biasa", "Ordinary"};
    case IdentityMode::anonim: return {"Anonim", "Anonymous"};
    case IdentityMode::rahasia: return {"Rahasia", "Confidential"};
    }
    return {};
}

inline constexpr base::Text objection_waits{"Keberatan diajukan, ditinjau satu tingkat di atas",
                                            "Objection raised, looked at one level above"};
inline constexpr base::Text objection_waits_at{"Keberatan diajukan, ditinjau oleh {}",
                                               "Objection raised, looked at by {}"};

} // namespace cases
