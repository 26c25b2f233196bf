#include "intake/own_models.h"

#include <fstream>
#include <iterator>

namespace intake {

namespace fs = std::filesystem;

fs::path OwnModels::path_of(base::AgencyId agency) const {
    return folder_ / (base::to_string(agency) + ".model");
}

OwnModels::Kept& OwnModels::looked_at(base::AgencyId agency) {
    Kept& kept = kept_[agency];
    std::error_code none;
    const auto written = fs::last_write_time(path_of(agency), none);
    if (none || written == kept.written) return kept;
    kept.written = written;
    std::ifstream in(path_of(agency), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    if (auto model = triage::Model::of_bytes(bytes)) {
        kept.model = std::make_shared<const triage::Model>(std::move(*model));
        kept.refusal.reset();
    } else {
        kept.refusal = std::move(model.error());
    }
    return kept;
}

std::shared_ptr<const triage::Model> OwnModels::of(base::AgencyId agency) {
    if (folder_.empty()) return nullptr;
    std::lock_guard lock(mutex_);
    return looked_at(agency).model;
}

std::optional<base::Problem> OwnModels::refusal(base::AgencyId agency) {
    std::lock_guard lock(mutex_);
    return looked_at(agency).refusal;
}

base::Result<void> OwnModels::replace(base::AgencyId agency, const triage::Model& model) {
    std::lock_guard lock(mutex_);
    const auto path = path_of(agency), fresh = fs::path(path).concat(".new"),
               before = fs::path(path).concat(".before");
    auto unwritable = [&](const fs::path& file) {
        return base::fail(base::Kind::unavailable, "file.unwritable", file.string());
    };
    std::error_code failed;
    fs::create_directories(folder_, failed);
    {
        std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
        const auto bytes = model.to_bytes();
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!out.flush()) return unwritable(fresh);
    }
    if (fs::exists(path, failed)) fs::copy_file(path, before, fs::copy_options::overwrite_existing, failed);
    fs::rename(fresh, path, failed);
    if (failed) return unwritable(path);
    return {};
}

} // namespace intake
