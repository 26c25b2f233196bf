#include "http/upload_file.h"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <string>
#include <system_error>
#include <unistd.h>

namespace http {
namespace {
constexpr std::string_view prefix = "tanggap-unggahan-";
} // namespace

UploadFile::~UploadFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(path_.c_str());
}

bool UploadFile::open(const std::filesystem::path& folder, std::string_view id) {
    path_ = folder / (std::string(prefix) + std::string(id));
    descriptor_ = ::open(path_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600);
    return descriptor_ >= 0;
}

bool UploadFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        size_ += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::shared_ptr<const UploadedFile> UploadFile::finish() {
    ::close(descriptor_);
    descriptor_ = -1;
    return std::make_shared<const UploadedFile>(std::move(path_), size_);
}

void remove_stale_uploads(const std::filesystem::path& folder) {
    std::error_code ignored;
    auto old = std::filesystem::file_time_type::clock::now() - std::chrono::hours(24);
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (!entry.path().filename().string().starts_with(prefix)) continue;
        auto written = entry.last_write_time(ignored);
        if (!ignored && written < old) std::filesystem::remove(entry.path(), ignored);
    }
}

} // namespace http
