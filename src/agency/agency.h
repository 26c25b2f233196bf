// An agency (instansi): the tenant that every row belongs to, and the rules its settings must keep.
// Refusals name the field: field.missing, field.invalid.
#pragma once
#include "base/id.h"

#include <optional>
#include <string>
#include <vector>

namespace agency {

struct Agency {
    base::AgencyId id;
    std::string name;                ///< "Dinas Pekerjaan Umum DKI Jakarta"
    std::string short_name;          ///< "DPU DKI"
    std::string organiser;           ///< who answers for it, as Open311 and the footer name it
    std::string prefix;              ///< of public codes: "TGP" in TGP-7K3M-9QXT
    std::optional<std::string> host; ///< lower case, without port; null: the only agency here
    base::Zone zone = base::Zone::wib;
    std::string accent = "nila";      ///< data-accent of its pages: nila, sogan, daun, manggis or its own
    std::string profile = "3x24-jam"; ///< deadline profile of topics that name none
    double emergency_from = 0.8;      ///< urgency at or above this is darurat
    std::vector<std::string> regions; ///< Kepmendagri area codes in which place names are looked up
    bool leave_is_off = true;         ///< collective leave (cuti bersama) is a day off here
    std::string secret_salt;          ///< key of hashes that need no vault; never shown, never logged
    base::Time created_at{};

    [[nodiscard]] bool is_emergency(double urgency) const noexcept { return urgency >= emergency_from; }
};

/// Cleans texts, lowers the host, checks lengths and ranges.
[[nodiscard]] base::Result<Agency> checked(Agency agency);

/// A host name as it is compared: lower case, port and trailing dot taken off.
[[nodiscard]] std::string host_name(std::string_view host);

} // namespace agency
