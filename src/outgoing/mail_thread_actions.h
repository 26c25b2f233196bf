// How a mail to a reporter is tied to its case: where answers to it come in, what it answers itself, and what
// becomes of one that comes back.
#pragma once
#include "agency/directory.h"
#include "cases/case.h"
#include "outgoing/sender.h"
#include "people/vault.h"

namespace db {
class Tx;
}
namespace network {
class Channels;
}

namespace outgoing {

/// Receipts to one address within a day; what comes after stands on the tracking page alone. Against programs
/// that answer each other.
inline constexpr std::int64_t most_receipts_a_day = 10;

/// The mailbox at which answers about the case come in: the one through which it came, else the agency's
/// first one. Empty when it has none.
[[nodiscard]] std::string mailbox_for(db::Tx& tx, const network::Channels& channels,
                                      const agency::Directory& directory, agency::AccountId came_through);

/// Adds what ties it to its case.
void tie(db::Tx& tx, const people::Vault& vault, const network::Channels* channels,
         const agency::Directory& directory, const Outgoing& outgoing, Mail& mail);

/// Whether no machine may answer what the reporter wrote: a program wrote it.
[[nodiscard]] bool is_from_program(db::Tx& tx, const people::Vault& vault, const cases::Case& c);
[[nodiscard]] bool has_too_many_receipts(db::Tx& tx, const cases::Case& c, base::Time now);

[[nodiscard]] std::optional<cases::CaseId> case_of_mail(db::Tx& tx, base::AgencyId agency, OutgoingId id);
/// One that was sent did not arrive after all: it failed, and a person sees it on /meja/keluar. `mail` is
/// what stands before the @ of its Message-ID; a wrong signature changes nothing.
void note_returned(db::Tx& tx, const people::Vault& vault, base::AgencyId agency, std::string_view mail,
                   std::string_view status, base::Time now);

} // namespace outgoing
