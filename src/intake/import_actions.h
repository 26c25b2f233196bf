// Importing a file: records are read as they come, accepted in batches, and counted. What is known already is
// told by one look-up, so a file whose import was cut off is given again whole and goes on where it stopped.
#pragma once
#include "intake/accept_actions.h"
#include "intake/import_line.h"

#include <functional>

namespace intake {

inline constexpr std::size_t lines_per_commit = 256;

struct ImportPlan {
    ImportFormat format = ImportFormat::csv;
    ImportColumns columns;
    ImportRules rules;
    bool is_historical = false; ///< nobody is told, nothing is escalated, deadlines lie in the past
};

struct ImportCounts {
    std::int64_t read = 0;
    std::int64_t accepted = 0;
    std::int64_t known = 0;
    std::int64_t rejected = 0;
    bool operator==(const ImportCounts&) const = default;
};

/// What the importer tells while it works and where it reads.
struct ImportFile {
    /// Up to `most` bytes more; empty at the end.
    std::function<std::string(std::size_t most)> read;
    /// A record that was rejected, in the order of the file; the reader knows header and separator.
    std::function<void(const ImportRecord&, const base::Problem&, const ImportReader&)> rejected;
    /// After each batch: the counts so far and the bytes read.
    std::function<void(const ImportCounts&, std::int64_t bytes)> told;
};

/// `field.missing` with the name of a column when the header lacks it. Each line is a report: it opens a case
/// unless it is known. Lines of the agency's own channels (form, mail, phone, ...) are private.
[[nodiscard]] base::Result<ImportCounts> import_file(const Services& services,
                                                     const agency::Directory& directory,
                                                     const agency::Account& account, const ImportPlan& plan,
                                                     const ImportFile& file);

} // namespace intake
