#include "media/files.h"

#include "base/encode.h"
#include "media/picture.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace media {
namespace {

namespace fs = std::filesystem;

constexpr const char* drafts_folder = "tmp";
constexpr const char* lock_file = ".lock";

bool is_no_space(int error) {
    return error == ENOSPC || error == EDQUOT || error == EFBIG;
}

/// No room is an outcome to tell the sender; anything else that a disk does is broken infrastructure.
std::unexpected<base::Problem> no_room_or_throw(const char* what) {
    const int error = errno;
    if (!is_no_space(error)) throw std::system_error(error, std::generic_category(), what);
    return base::fail(base::Kind::unavailable, "media.unavailable",
                      std::string(what) + ": " + std::generic_category().message(error));
}

Handle open_or_throw(const fs::path& path, int flags) {
    Handle handle(::open(path.c_str(), flags | O_CLOEXEC, 0600));
    if (handle.fd() < 0) throw std::system_error(errno, std::generic_category(), path.string());
    return handle;
}

void sync_folder(const fs::path& path) {
    const Handle folder = open_or_throw(path, O_RDONLY | O_DIRECTORY);
    if (::fsync(folder.fd()) != 0) throw std::system_error(errno, std::generic_category(), "fsync");
}

/// Held while a name is given or taken away, so that the sweep never removes what is just being put.
Handle locked(const fs::path& folder, int how) {
    Handle lock = open_or_throw(folder / lock_file, O_RDWR | O_CREAT);
    while (::flock(lock.fd(), how) != 0)
        if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "flock");
    return lock;
}

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(fd, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

/// True when a folder was made or stands there already.
bool make_folder(const fs::path& path) {
    if (::mkdir(path.c_str(), 0700) != 0) return errno == EEXIST;
    sync_folder(path.parent_path());
    return true;
}

bool is_old(const fs::path& path, base::Time now) {
    struct stat found{};
    if (::lstat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return false;
    const auto changed = base::time_from_ms(found.st_mtim.tv_sec * 1000 + found.st_mtim.tv_nsec / 1'000'000);
    return changed + std::chrono::hours(24) < now;
}

std::vector<fs::path> entries(const fs::path& folder) {
    std::vector<fs::path> out;
    std::error_code gone; // not there: nothing in it
    for (fs::directory_iterator it(folder, gone), end; !gone && it != end; it.increment(gone))
        out.push_back(it->path());
    return out;
}

} // namespace

Handle& Handle::operator=(Handle&& other) noexcept {
    if (this != &other) {
        close();
        fd_ = std::exchange(other.fd_, -1);
    }
    return *this;
}
Handle::~Handle() {
    close();
}
void Handle::close() noexcept {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

Draft::Draft(Draft&& other) noexcept
    : handle(std::move(other.handle)), path(std::exchange(other.path, std::filesystem::path())) {}
Draft::~Draft() {
    if (!path.empty()) ::unlink(path.c_str());
}

base::Result<Kept> hash_of(int fd) {
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::string buffer(65'536, '\0');
    Kept out;
    for (;;) {
        const ssize_t count = ::pread(fd, buffer.data(), buffer.size(), out.size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw std::system_error(errno, std::generic_category(), "read");
        if (count == 0) break;
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(buffer.data()),
                                  static_cast<unsigned long long>(count));
        out.size += count;
    }
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(digest.data()));
    out.sha256 = base::to_hex(digest);
    return out;
}

Files::Files(fs::path folder) : folder_(std::move(folder)) {
    fs::create_directories(folder_ / drafts_folder);
}

base::Result<Draft> Files::begin() const {
    std::array<unsigned char, 16> chance{};
    randombytes_buf(chance.data(), chance.size());
    const auto name = base::to_hex({reinterpret_cast<const char*>(chance.data()), chance.size()});
    Draft draft;
    fs::path path = folder_ / drafts_folder / name;
    draft.handle = Handle(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (draft.handle.fd() < 0) return no_room_or_throw("a draft cannot be made");
    draft.path = std::move(path);
    return draft;
}

base::Result<Kept> Files::keep(Draft draft) const {
    auto kept = hash_of(draft.handle.fd());
    if (!kept) return kept;
    if (::fsync(draft.handle.fd()) != 0) return no_room_or_throw("a draft cannot be written out");
    const fs::path path = path_of(kept->sha256);
    const Handle lock = locked(folder_, LOCK_SH);
    if (!make_folder(path.parent_path().parent_path()) || !make_folder(path.parent_path()))
        return no_room_or_throw("a folder cannot be made");
    // Over a file of the same name, too: the bytes are the same, and its age starts anew for the sweep.
    if (::rename(draft.path.c_str(), path.c_str()) != 0) return no_room_or_throw("a draft cannot be named");
    draft.path.clear();
    sync_folder(path.parent_path());
    return kept;
}

base::Result<Kept> Files::put(std::string_view bytes) const {
    auto draft = begin();
    if (!draft) return base::pass(draft);
    if (!write_all(draft->handle.fd(), bytes)) return no_room_or_throw("a draft cannot be written");
    return keep(std::move(*draft));
}

fs::path Files::path_of(std::string_view sha256) const {
    // Everything else is refused before it comes here; a name with "../" must not become a path in any case.
    if (!is_sha256(sha256)) throw std::invalid_argument("not a SHA-256");
    return folder_ / sha256.substr(0, 2) / sha256.substr(2, 2) / sha256;
}

Swept Files::sweep(base::Time now, const Named& named) const {
    Swept swept;
    for (const auto& draft : entries(folder_ / drafts_folder))
        if (is_old(draft, now) && ::unlink(draft.c_str()) == 0) ++swept.drafts;
    for (const auto& first : entries(folder_)) {
        const std::string prefix = first.filename().string();
        if (prefix.size() != 2) continue;
        auto names = named(prefix);
        std::ranges::sort(names);
        for (const auto& second : entries(first)) {
            for (const auto& file : entries(second)) {
                const std::string name = file.filename().string();
                if (!is_sha256(name) || std::ranges::binary_search(names, name)) continue;
                const Handle lock = locked(folder_, LOCK_EX);
                if (is_old(file, now) && ::unlink(file.c_str()) == 0) ++swept.files;
            }
        }
    }
    return swept;
}

} // namespace media
