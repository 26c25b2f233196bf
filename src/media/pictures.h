// The pictures of all agencies: taken in through a child process that decodes them, kept on disk by content,
// named in `media`. Wrong input is a Problem (media.unreadable, media.too_large, media.unknown); a broken
// database throws.
#pragma once
#include "base/time.h"
#include "media/files.h"
#include "media/picture.h"

#include <filesystem>
#include <memory>
#include <string_view>

namespace db {
class Database;
}

namespace media {

/// A picture ready to be served: always image/jpeg, never changing under its `sha256`.
struct Opened {
    std::filesystem::path path;
    std::string sha256; ///< of the bytes of the file: a strong ETag
    std::int64_t size = 0;
};

class Pictures {
public:
    struct Settings {
        std::filesystem::path folder;               ///< DATA/media
        std::filesystem::path program = {};         ///< tanggap-media; empty: beside the running program
        int at_once = 2;                            ///< children that decode at the same time
        std::chrono::milliseconds patience{10'000}; ///< wait for a free child; then server.busy
        std::chrono::milliseconds deadline{
            20'000}; ///< for one child; then it is killed and the picture unreadable
    };

    Pictures(db::Database& database, base::Now now, Settings settings);
    ~Pictures();
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;

    /// Takes in what lies in `upload` (left untouched). The same bytes again give the same row without
    /// decoding. `zone` reads a time of taking that has no offset. media.too_large (413), media.unreadable
    /// (415 for what is no JPEG, PNG, WebP or HEIF; 400 for a broken one), limit.reached, media.unavailable
    /// (disk full).
    [[nodiscard]] base::Result<Media> accept_file(base::AgencyId agency, const std::filesystem::path& upload,
                                                  base::Zone zone = base::Zone::wib);
    [[nodiscard]] base::Result<Media> accept_bytes(base::AgencyId agency, std::string_view bytes,
                                                   base::Zone zone = base::Zone::wib);

    /// By the sha256 of the bytes that were sent; media.unknown otherwise, also for another agency's picture.
    [[nodiscard]] base::Result<Media> find(base::AgencyId agency, std::string_view sha256);
    [[nodiscard]] base::Result<Opened> open(base::AgencyId agency, std::string_view sha256, Size size);

    /// Deletes files older than a day that no row of any agency names, and temporary files left by a crash.
    Swept sweep(base::Time now);
    /// Names of copies that a row of any agency gives and that are not on disk, as after a lost media folder.
    [[nodiscard]] std::vector<std::string> missing();

private:
    base::Result<Media> take(base::AgencyId agency, int picture, base::Zone zone);
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace media
