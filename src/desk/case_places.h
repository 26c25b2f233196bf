// Places to choose from on a form: what the text names, what a person looked for, what the case has. Never
// fails; what is unknown gives nothing.
#pragma once
#include "agency/directory.h"
#include "places/region.h"

#include <map>
#include <memory>
#include <mutex>

namespace desk {

struct PlaceChoice {
    std::string code; ///< Kepmendagri
    std::string name; ///< "Tebet Barat, Tebet, Jakarta Selatan"
    bool operator==(const PlaceChoice&) const = default;
};

/// The agency's part of the gazetteer, read once for each agency. Thread-safe.
class CasePlaces {
public:
    /// `current` first, then what `looked_for` names (and the villages of a district so named), then what
    /// `text` names; each once, at most thirty.
    [[nodiscard]] std::vector<PlaceChoice> choices(const agency::Directory& directory,
                                                   const std::optional<std::string>& current,
                                                   std::string_view looked_for, std::string_view text);

private:
    struct Kept {
        std::vector<std::string> regions;
        std::shared_ptr<const places::Region> region;
    };
    [[nodiscard]] std::shared_ptr<const places::Region> region_of(const agency::Directory& directory);
    std::mutex mutex_;
    std::map<base::AgencyId, Kept> kept_;
};

} // namespace desk
