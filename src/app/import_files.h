// What `tanggap import` reads and writes beside the database: the file, the file of rejected lines next to
// it, and its progress on stderr.
#pragma once
#include "base/time.h"
#include "intake/import_actions.h"

#include <filesystem>
#include <fstream>

namespace app {

class ImportSource {
public:
    /// `import.unreadable` when it cannot be opened.
    [[nodiscard]] static base::Result<ImportSource> open(const std::filesystem::path& file);
    /// Throws when the disk fails: a file that was read by half must not look whole.
    [[nodiscard]] std::string read(std::size_t most);
    [[nodiscard]] std::int64_t size() const noexcept { return size_; }

private:
    std::ifstream in_;
    std::int64_t size_ = 0;
};

/// FILE.ditolak.csv or FILE.ditolak.jsonl, made with the first rejected line and readable by its owner alone;
/// one from an earlier import is replaced.
class RejectedLines {
public:
    RejectedLines(const std::filesystem::path& file, intake::ImportFormat format);
    void add(const intake::ImportRecord& record, const base::Problem& problem,
             const intake::ImportReader& reader);
    /// `import.not_written` when the disk was full or the folder may not be written.
    [[nodiscard]] base::Result<void> close();

private:
    std::filesystem::path path_;
    intake::ImportFormat format_;
    std::ofstream out_;
    bool is_open_ = false;
};

/// A bar on a terminal, else a line every few seconds.
class ImportProgress {
public:
    ImportProgress(base::Now now, std::int64_t size);
    void tell(const intake::ImportCounts& counts, std::int64_t bytes);
    void end();

private:
    base::Now now_;
    std::int64_t size_;
    base::Time begun_, told_;
    bool is_terminal_;
    bool has_bar_ = false;
};

} // namespace app
