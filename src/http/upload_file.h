// A body on its way to disk. open() and write() are false when the disk says no; the file is gone unless
// finished.
#pragma once
#include "http/request.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

namespace http {

class UploadFile {
public:
    UploadFile() = default;
    UploadFile(const UploadFile&) = delete;
    UploadFile& operator=(const UploadFile&) = delete;
    ~UploadFile();

    [[nodiscard]] bool open(const std::filesystem::path& folder, std::string_view id);
    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
    [[nodiscard]] bool write(std::string_view bytes);
    [[nodiscard]] std::shared_ptr<const UploadedFile> finish();

private:
    int descriptor_ = -1;
    std::filesystem::path path_;
    std::uint64_t size_ = 0;
};

/// Bodies of a process that was killed: files of ours older than a day.
void remove_stale_uploads(const std::filesystem::path& folder);

} // namespace http
