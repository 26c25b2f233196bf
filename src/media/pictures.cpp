#include "media/pictures.h"

#include "db/database.h"
#include "media/decoding.h"
#include "media/media_store.h"
#include "media/sniff.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <semaphore>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace media {
namespace {

[[noreturn]] void throw_errno(const std::string& what) {
    throw std::system_error(errno, std::generic_category(), what);
}

/// Up to `most` bytes from the start of a file.
std::string read_start(int fd, std::size_t most) {
    std::string out(most, '\0');
    std::size_t have = 0;
    while (have < most) {
        const ssize_t count = ::pread(fd, out.data() + have, most - have, static_cast<off_t>(have));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw_errno("read");
        if (count == 0) break;
        have += static_cast<std::size_t>(count);
    }
    out.resize(have);
    return out;
}

std::int64_t size_of(int fd) {
    struct stat found{};
    if (::fstat(fd, &found) != 0) throw_errno("stat");
    return found.st_size;
}

/// The child works on bytes of strangers, so its result is held against what it may give.
bool is_clean(int fd, int widest, int highest) {
    const auto sides = bare_jpeg(read_start(fd, static_cast<std::size_t>(size_of(fd))));
    return sides && sides->width <= widest && sides->height <= highest;
}

class Place {
public:
    Place(std::counting_semaphore<>& places, std::chrono::milliseconds patience)
        : places_(places), taken_(places.try_acquire_for(patience)) {}
    ~Place() {
        if (taken_) places_.release();
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    [[nodiscard]] bool is_taken() const { return taken_; }

private:
    std::counting_semaphore<>& places_;
    bool taken_;
};

bool is_file(const std::filesystem::path& path) {
    std::error_code missing;
    return std::filesystem::is_regular_file(path, missing);
}

base::Result<void> small_enough(std::int64_t size) {
    if (size > max_upload_bytes)
        return base::fail(base::Kind::too_large, "media.too_large", std::to_string(size) + " bytes");
    return {};
}

} // namespace

struct Pictures::State {
    db::Database& database;
    base::Now now;
    Settings settings;
    Files files;
    std::counting_semaphore<> places;

    [[nodiscard]] bool has_files(const Media& media) const {
        return is_file(files.path_of(media.stored)) && is_file(files.path_of(media.thumb));
    }

    /// Names that start with the two digits, of every agency: all of them share the folder.
    std::vector<std::string> all_named(std::string_view first_two) {
        std::vector<std::string> names;
        base::AgencyId agency{};
        for (;;) { // one short read for each agency
            const auto next = database.read([&](db::Tx& tx) { return agency_after(tx, agency); });
            if (!next) return names;
            agency = *next;
            auto more = database.read([&](db::Tx& tx) { return named(tx, agency, first_two); });
            names.insert(names.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
        }
    }

    /// Decodes apart and keeps both copies.
    base::Result<Media> clean(int picture, base::Zone zone) {
        const Place place(places, settings.patience);
        if (!place.is_taken())
            return std::unexpected(base::Problem{.kind = base::Kind::unavailable,
                                                 .code = "server.busy",
                                                 .detail = "no free place to decode a picture",
                                                 .retry_after = std::chrono::seconds(5)});
        auto stored = files.begin();
        if (!stored) return base::pass(stored);
        auto thumb = files.begin();
        if (!thumb) return base::pass(thumb);
        const int stored_fd = stored->handle.fd();
        const int thumb_fd = thumb->handle.fd();
        auto decoded = decode({settings.program, settings.deadline}, picture, stored_fd, thumb_fd);
        if (!decoded) return base::pass(decoded);
        if (!is_clean(stored_fd, stored_edge, stored_edge) || !is_clean(thumb_fd, thumb_width, thumb_height))
            return base::fail(base::Kind::invalid, "media.unreadable",
                              "what the child wrote is no bare JPEG");
        auto kept = files.keep(std::move(*stored));
        if (!kept) return base::pass(kept);
        auto kept_thumb = files.keep(std::move(*thumb));
        if (!kept_thumb) return base::pass(kept_thumb);
        Media media;
        media.stored = std::move(kept->sha256);
        media.thumb = std::move(kept_thumb->sha256);
        media.width = decoded->width;
        media.height = decoded->height;
        media.size = kept->size;
        media.lat = decoded->lat;
        media.lon = decoded->lon;
        if (decoded->taken_at)
            if (const auto taken = base::parse_time(*decoded->taken_at, zone)) media.taken_at = *taken;
        return media;
    }
};

Pictures::Pictures(db::Database& database, base::Now now, Settings settings) {
    if (settings.program.empty()) settings.program = beside_this_program();
    const int at_once = std::max(settings.at_once, 1);
    Files files(settings.folder);
    state_ = std::unique_ptr<State>(new State{database, std::move(now), std::move(settings), std::move(files),
                                              std::counting_semaphore<>(at_once)});
}

Pictures::~Pictures() = default;

base::Result<Media> Pictures::take(base::AgencyId agency, int picture, base::Zone zone) {
    if (auto fits = small_enough(size_of(picture)); !fits) return base::pass(fits);
    auto sent = hash_of(picture);
    if (!sent) return base::pass(sent);
    const auto known =
        state_->database.read([&](db::Tx& tx) { return media::find(tx, agency, sent->sha256); });
    // A row without its files comes from a restored backup; the picture in hand mends it.
    if (known && state_->has_files(*known)) return *known;
    const auto sniffed = sniff(read_start(picture, sniff_bytes));
    if (!sniffed) return std::unexpected(sniffed.error());
    auto media = state_->clean(picture, zone);
    if (!media) return media;
    media->sha256 = std::move(sent->sha256);
    media->kind = sniffed->format;
    media->created_at = state_->now();
    return state_->database.write([&](db::Tx& tx) -> base::Result<Media> {
        save(tx, agency, *media);
        return media::find(tx, agency, media->sha256).value();
    });
}

base::Result<Media> Pictures::accept_file(base::AgencyId agency, const std::filesystem::path& upload,
                                          base::Zone zone) {
    const Handle picture(::open(upload.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (picture.fd() < 0) throw_errno("the upload cannot be opened");
    return take(agency, picture.fd(), zone);
}

base::Result<Media> Pictures::accept_bytes(base::AgencyId agency, std::string_view bytes, base::Zone zone) {
    if (auto fits = small_enough(static_cast<std::int64_t>(bytes.size())); !fits) return base::pass(fits);
    const Handle picture(::memfd_create("picture", MFD_CLOEXEC));
    if (picture.fd() < 0) throw_errno("memfd");
    for (std::string_view rest = bytes; !rest.empty();) {
        const ssize_t count = ::write(picture.fd(), rest.data(), rest.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) throw_errno("memfd");
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    return take(agency, picture.fd(), zone);
}

base::Result<Media> Pictures::find(base::AgencyId agency, std::string_view sha256) {
    std::optional<Media> found;
    if (is_sha256(sha256))
        found = state_->database.read([&](db::Tx& tx) { return media::find(tx, agency, sha256); });
    if (!found) return base::fail(base::Kind::not_found, "media.unknown");
    return std::move(*found);
}

base::Result<Opened> Pictures::open(base::AgencyId agency, std::string_view sha256, Size size) {
    auto media = find(agency, sha256);
    if (!media) return base::pass(media);
    std::string name = size == Size::stored ? media->stored : media->thumb;
    auto path = state_->files.path_of(name);
    std::error_code missing;
    const auto bytes = std::filesystem::file_size(path, missing);
    if (missing)
        return base::fail(base::Kind::not_found, "media.unknown", "the file is gone: " + path.string());
    return Opened{std::move(path), std::move(name), static_cast<std::int64_t>(bytes)};
}

Swept Pictures::sweep(base::Time now) {
    return state_->files.sweep(now, [&](std::string_view first_two) { return state_->all_named(first_two); });
}

std::vector<std::string> Pictures::missing() {
    constexpr std::string_view digits = "0123456789abcdef";
    std::vector<std::string> out;
    for (const char first : digits)
        for (const char second : digits)
            for (auto& name : state_->all_named(std::string{first, second}))
                if (!is_file(state_->files.path_of(name))) out.push_back(std::move(name));
    return out;
}

} // namespace media
