// Files on disk named by the SHA-256 of their bytes: FOLDER/ab/cd/<sha256>. A file is there whole or not at
// all, also after a kill; putting the same bytes again changes nothing. A full disk is media.unavailable.
#pragma once
#include "base/result.h"
#include "base/time.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace media {

/// An open file descriptor, closed with its owner.
class Handle {
public:
    Handle() = default;
    explicit Handle(int fd) : fd_(fd) {}
    Handle(Handle&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Handle& operator=(Handle&& other) noexcept;
    ~Handle();
    [[nodiscard]] int fd() const noexcept { return fd_; }
    void close() noexcept;

private:
    int fd_ = -1;
};

/// Bytes on their way to a name; removed with its owner unless kept.
struct Draft {
    Handle handle;
    std::filesystem::path path;
    Draft() = default;
    Draft(Draft&& other) noexcept;
    Draft& operator=(Draft&&) = delete;
    ~Draft();
};

struct Kept {
    std::string sha256;
    std::int64_t size = 0;
};

struct Swept {
    std::int64_t files = 0;
    std::int64_t drafts = 0;
};

/// SHA-256 in hex of the whole file behind `fd`, read from its start.
[[nodiscard]] base::Result<Kept> hash_of(int fd);

class Files {
public:
    /// Makes the folder when it is not there; throws std::filesystem::filesystem_error when it cannot.
    explicit Files(std::filesystem::path folder);

    [[nodiscard]] base::Result<Draft> begin() const;
    /// Draft to name: hash, fsync, rename, fsync of the folders. Durable when it returns.
    [[nodiscard]] base::Result<Kept> keep(Draft draft) const;
    [[nodiscard]] base::Result<Kept> put(std::string_view bytes) const;

    [[nodiscard]] std::filesystem::path path_of(std::string_view sha256) const;

    /// Names of one first folder ("00".."ff") that must stay.
    using Named = std::function<std::vector<std::string>(std::string_view first_two)>;
    /// Deletes what is older than a day before `now` and not named, and drafts as old.
    Swept sweep(base::Time now, const Named& named) const;

private:
    std::filesystem::path folder_;
};

} // namespace media
