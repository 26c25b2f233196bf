// One case as the public or its reporter sees it: standing, timeline, proof. Plain data for the pages.
#pragma once
#include "cases/event.h"
#include "cases/objection.h"
#include "cases/visibility.h"
#include "deadlines/deadline.h"
#include "outgoing/outgoing.h"
#include "proof/proof.h"

namespace transparency {

struct TimelineEntry {
    base::Time at{};
    cases::Party by = cases::Party::system;
    std::string kind;        ///< "case.assigned"
    base::json::Object data; ///< public members only
    std::optional<std::int64_t> position;
};

struct CasePage {
    cases::PublicView view;
    std::string code;
    std::vector<deadlines::Deadline> running; ///< all of the case
    std::vector<TimelineEntry> timeline;      ///< oldest first
    std::vector<proof::Round> proofs;         ///< photos only where the words may be public
    std::vector<std::string> pictures;        ///< of the report; empty before it is verified
    bool words_are_hidden = false;            ///< verified, and still nothing may be shown
    cases::IdentityMode identity = cases::IdentityMode::public_;
    std::optional<cases::Objection> objection; ///< that waits for its answer
    int people = 1;                            ///< that report the same thing
    std::optional<cases::IncidentId> incident = {};
};

/// What the reporter gave for the present round.
struct OwnStars {
    int stars = 0;
    std::string words;
    bool may_be_quoted = false;
    bool is_quoted = false;
};

/// What only the reporter sees, by the secret of the link.
struct ReporterPage {
    CasePage page;
    std::string secret;
    std::string own_words;                    ///< as they wrote them
    std::vector<std::string> pictures;        ///< their own, from the first moment
    std::vector<outgoing::Outgoing> messages; ///< what was said to them, oldest first
    std::vector<cases::CommandName> may;
    std::optional<base::Time> answer_before; ///< the silence deadline
    std::string question;                    ///< that staff asked last
    bool is_new = false;
    bool closed_by_silence = false;
    bool may_rate = false;
    bool may_be_quoted = false; ///< whether the question is asked at all
    bool has_quotes = false;    ///< consent in force, of any round
    std::optional<OwnStars> rated;
    bool doubt_waits = false; ///< their "belum" waits for a look at the whole incident
    std::string doubt_answer; ///< why the fix stands, from such a look; empty: none since the last fix
};

} // namespace transparency
