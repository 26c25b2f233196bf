// The one way in: items that were checked are read, stored, and open or join their case, exactly once however
// often they come. A wrong item is rejected alone; a broken database throws and the sender sends again.
#pragma once
#include "cases/case_actions.h"
#include "intake/understanding.h"
#include "items/item_in.h"
#include "learning/readers.h"
#include "media/pictures.h"

namespace db {
class Database;
}

namespace intake {

/// What intake needs from outside, handed over together. Lives in app/.
struct Services {
    db::Database& database;
    const people::Vault& vault;
    media::Pictures& pictures;
    learning::Readers& readers;
    base::IdSource& ids;
    base::Now now;
    base::Random random;
    /// The case that a mail of ours told of, by its id; `outgoing/` stands beside this room and knows.
    std::function<std::optional<cases::CaseId>(db::Tx& tx, base::AgencyId agency, std::int64_t id)>
        case_of_own_mail = {};
};

/// What the member of staff says who wrote an item down (Door::by_hand).
struct WrittenDown {
    staff::StaffId by;
    std::string key;                          ///< of the form
    std::optional<triage::Kind> kind = {};    ///< chosen; empty: as it is read
    std::optional<std::string> topic = {};    ///< one of the agency's
    bool words_may_be_public = false;         ///< the reporter said so
    std::optional<std::string> number = {};   ///< of a letter
    std::optional<base::Day> letter_day = {}; ///< the day that stands on it
};

struct Wanted {
    items::ItemIn item;
    Door door = Door::network;
    std::string place_text = {}; ///< an address beside the words, as a form has it
    std::optional<WrittenDown> written_down = {};
    std::optional<Decided> decided = {};
    base::Language language = base::Language::id; ///< in which the sender wants to be answered
    bool is_history = false; ///< happened before this installation: nobody is told, nothing is escalated
    std::optional<base::Time> answered_at = {}; ///< of history: its case is closed since
};

/// Event of a case whose item was written down by hand: names the person; never public.
inline constexpr std::string_view item_recorded = "case.item_recorded";

enum class Fate { accepted, known, rejected };

struct Outcome {
    Fate fate = Fate::rejected;
    std::optional<items::ItemId> item;
    std::optional<std::string> case_code;
    std::optional<base::Problem> problem;
};

/// In the order given. `account` must be one of the directory's. One commit serves `items_per_unit` items.
[[nodiscard]] std::vector<Outcome> accept(const Services& services, const agency::Directory& directory,
                                          const agency::Account& account,
                                          std::span<const base::Result<Wanted>> batch,
                                          std::size_t items_per_unit = 64);

/// The reporter's secret of a case that an item opened: the same for the same item, known to nobody who has
/// not the vault's key.
[[nodiscard]] std::string reporter_secret(const people::Vault& vault, base::AgencyId agency,
                                          agency::AccountId account, std::string_view network_id);

} // namespace intake

template <> inline constexpr auto base::codes<intake::Fate> = std::to_array<base::Coded<intake::Fate>>({
    {intake::Fate::accepted, "accepted"},
    {intake::Fate::known, "known"},
    {intake::Fate::rejected, "rejected"},
});
