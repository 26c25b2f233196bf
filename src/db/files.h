// Files that are whole or not there. Throws db::Unavailable when the disk refuses.
#pragma once
#include <filesystem>

namespace db {

/// Makes an empty file that only its owner can read; it must not exist.
void make_private(const std::filesystem::path& file);
/// The bytes, readable by the owner only.
void copy_private(const std::filesystem::path& from, const std::filesystem::path& to);
/// Content and then name reach the disk; what was called `to` is replaced.
void sync_and_rename(const std::filesystem::path& from, const std::filesystem::path& to);

/// Removes a file and SQLite's files beside it, unless it was kept.
class Temporary {
public:
    explicit Temporary(std::filesystem::path path);
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary();
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// `-wal`, `-shm` and `-journal` of an SQLite file.
void remove_beside(const std::filesystem::path& file);

} // namespace db
