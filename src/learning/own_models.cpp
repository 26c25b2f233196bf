#include "learning/own_models.h"

#include "triage/fold.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

namespace learning {

namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string sum(std::string_view bytes) {
    return fmt::format("{:016x}", triage::hash_of(bytes));
}

fs::path before_of(const fs::path& path) {
    return fs::path(path).concat(".before");
}

/// Later than `than`: by its time a file is seen to be another one, and clocks of file systems tick slowly.
void make_later(const fs::path& file, fs::file_time_type than) {
    std::error_code ignored;
    const auto written = fs::last_write_time(file, ignored);
    if (written <= than) fs::last_write_time(file, than + std::chrono::milliseconds(1), ignored);
}

/// The lowest time for none.
fs::file_time_type written_at(const fs::path& file) {
    std::error_code none;
    const auto written = fs::last_write_time(file, none);
    return none ? fs::file_time_type::min() : written;
}

std::unexpected<base::Problem> unwritable(const fs::path& file) {
    return base::fail(base::Kind::unavailable, "file.unwritable", file.string());
}

} // namespace

fs::path OwnModels::path_of(base::AgencyId agency) const {
    return folder_ / (base::to_string(agency) + ".model");
}

OwnModels::Kept& OwnModels::looked_at(base::AgencyId agency) {
    Kept& kept = kept_[agency];
    std::error_code none;
    const auto path = path_of(agency);
    const auto written = fs::last_write_time(path, none);
    if (none) {
        kept = {};
        return kept;
    }
    if (written == kept.written) return kept;
    kept.written = written;
    const std::string bytes = bytes_of(path);
    if (auto model = triage::Model::of_bytes(bytes)) {
        kept.model = std::make_shared<const triage::Model>(std::move(*model));
        kept.sum = sum(bytes);
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

std::string OwnModels::sum_of(base::AgencyId agency) {
    if (folder_.empty()) return {};
    std::lock_guard lock(mutex_);
    return looked_at(agency).sum;
}

std::optional<base::Problem> OwnModels::refusal(base::AgencyId agency) {
    std::lock_guard lock(mutex_);
    return looked_at(agency).refusal;
}

std::shared_ptr<const triage::Model> OwnModels::before(base::AgencyId agency) const {
    if (folder_.empty()) return nullptr;
    auto model = triage::Model::of_bytes(bytes_of(before_of(path_of(agency))));
    return model ? std::make_shared<const triage::Model>(std::move(*model)) : nullptr;
}

base::Result<std::string> OwnModels::replace(base::AgencyId agency, const triage::Model& model) {
    std::lock_guard lock(mutex_);
    const auto path = path_of(agency), fresh = fs::path(path).concat(".new");
    std::error_code failed;
    fs::create_directories(folder_, failed);
    const auto bytes = model.to_bytes();
    {
        std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!out.flush()) return unwritable(fresh);
    }
    if (fs::exists(path, failed))
        fs::copy_file(path, before_of(path), fs::copy_options::overwrite_existing, failed);
    else
        fs::remove(before_of(path), failed);
    make_later(fresh, written_at(path));
    fs::rename(fresh, path, failed);
    if (failed) return unwritable(path);
    return sum(bytes);
}

base::Result<std::string> OwnModels::swap(base::AgencyId agency) {
    std::lock_guard lock(mutex_);
    const auto path = path_of(agency), before = before_of(path), aside = fs::path(path).concat(".aside");
    std::error_code failed;
    const bool has_now = !folder_.empty() && fs::exists(path, failed);
    const bool has_before = !folder_.empty() && fs::exists(before, failed);
    if (!has_now && !has_before)
        return base::fail(base::Kind::conflict, "model.none_before", "no model and none before it");
    auto moved = [&](const fs::path& from, const fs::path& to) {
        failed.clear();
        fs::rename(from, to, failed);
        return !failed;
    };
    if (has_before) make_later(before, written_at(path));
    const bool done = has_now && has_before
                          ? moved(before, aside) && moved(path, before) && moved(aside, path)
                          : (has_now ? moved(path, before) : moved(before, path));
    if (!done) return unwritable(path);
    return looked_at(agency).sum;
}

} // namespace learning
