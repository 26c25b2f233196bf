// What the reader of texts knows about each agency, compiled once and kept while its topics and region stay
// the same.
#pragma once
#include "agency/directory.h"
#include "learning/own_models.h"
#include "triage/reader.h"

#include <map>
#include <mutex>

namespace learning {

/// Thread-safe.
class Readers {
public:
    /// `models`: the folder of models that agencies learnt; empty: none is used.
    explicit Readers(std::filesystem::path models = {},
                     const triage::Reader& reader = triage::shipped_reader())
        : own_(std::move(models)), reader_(reader) {}
    [[nodiscard]] triage::Profile profile_of(const agency::Directory& directory);
    [[nodiscard]] const triage::Reader& reader() const noexcept { return reader_; }
    [[nodiscard]] OwnModels& own() noexcept { return own_; }

private:
    struct Kept {
        std::string made_of;
        triage::Profile profile;
    };
    OwnModels own_;
    const triage::Reader& reader_;
    std::mutex mutex_;
    std::map<base::AgencyId, Kept> kept_;
};

} // namespace learning
