#include "people/vault_key.h"

#include "base/encode.h"
#include "base/text.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace people {
namespace {

constexpr std::size_t text_size = 43; ///< 32 bytes in base64url

class File {
public:
    File(const std::filesystem::path& path, int flags, mode_t mode = 0)
        : handle_(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, mode)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (handle_ >= 0) ::close(handle_);
    }
    [[nodiscard]] int handle() const { return handle_; }
    [[nodiscard]] bool is_open() const { return handle_ >= 0; }

private:
    int handle_;
};

std::unexpected<base::Problem> broken(std::string code, std::string detail) {
    return base::fail(base::Kind::broken, std::move(code), std::move(detail));
}

base::Result<void> is_guarded(const struct stat& is, const std::string& name) {
    if (!S_ISREG(is.st_mode))
        return broken("vault.key_link",
                      fmt::format("{} is not a plain file: put the key itself there", name));
    if (is.st_uid != ::geteuid())
        return broken("vault.key_owner",
                      fmt::format("{0} belongs to user {1}, Tanggap runs as user {2}: chown {2} {0}", name,
                                  is.st_uid, ::geteuid()));
    if ((is.st_mode & 077) != 0)
        return broken("vault.key_mode",
                      fmt::format("others than its owner may touch {0} (mode {1:04o}): chmod 600 {0}", name,
                                  is.st_mode & 07777));
    return {};
}

base::Result<void> write_all(int handle, std::string_view text, const std::string& name) {
    while (!text.empty()) {
        ssize_t n = ::write(handle, text.data(), text.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0)
            return broken("vault.key_broken", fmt::format("cannot write {}: {}", name, std::strerror(errno)));
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    if (::fsync(handle) != 0)
        return broken("vault.key_broken", fmt::format("cannot write {}: {}", name, std::strerror(errno)));
    return {};
}

} // namespace

SecretKey::SecretKey() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
    bytes_.reset(static_cast<unsigned char*>(sodium_malloc(size)));
    if (!bytes_) throw std::bad_alloc();
    sodium_memzero(bytes_.get(), size);
}

void SecretKey::Wipe::operator()(unsigned char* bytes) const noexcept {
    sodium_free(bytes);
}

base::Result<SecretKey> read_vault_key(const std::filesystem::path& path) {
    const std::string name = path.string();
    File file(path, O_RDONLY | O_NONBLOCK);
    if (!file.is_open()) {
        const int why = errno;
        if (why == ENOENT)
            return broken("vault.key_missing",
                          fmt::format("{} is missing: put it back from where you keep it safe", name));
        if (why == ELOOP)
            return broken("vault.key_link", fmt::format("{} is a link: put the key itself there", name));
        return broken("vault.key_broken", fmt::format("cannot read {}: {}", name, std::strerror(why)));
    }
    struct stat is{};
    if (::fstat(file.handle(), &is) != 0)
        return broken("vault.key_broken", fmt::format("cannot read {}: {}", name, std::strerror(errno)));
    if (auto guarded = is_guarded(is, name); !guarded) return base::pass(guarded);

    std::array<char, text_size + 3> text{};
    std::size_t have = 0;
    while (have < text.size()) {
        ssize_t n = ::read(file.handle(), text.data() + have, text.size() - have);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) break;
        have += static_cast<std::size_t>(n);
    }
    auto bytes = base::from_base64url(base::trim({text.data(), have}));
    sodium_memzero(text.data(), text.size());
    if (!bytes || bytes->size() != SecretKey::size)
        return broken(
            "vault.key_broken",
            fmt::format("{} does not hold a key of 32 bytes in base64url: put back the right file", name));
    SecretKey key;
    std::memcpy(key.bytes(), bytes->data(), SecretKey::size);
    sodium_memzero(bytes->data(), bytes->size());
    return key;
}

base::Result<SecretKey> make_vault_key(const std::filesystem::path& path, const base::Random& random) {
    const std::string name = path.string();
    std::string bytes = random(SecretKey::size);
    std::string text = base::to_base64url(bytes);
    SecretKey key;
    std::memcpy(key.bytes(), bytes.data(), SecretKey::size);
    sodium_memzero(bytes.data(), bytes.size());

    File file(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (!file.is_open()) {
        const int why = errno;
        if (why == EEXIST) return broken("vault.key_exists", fmt::format("{} is there already", name));
        return broken("vault.key_broken", fmt::format("cannot make {}: {}", name, std::strerror(why)));
    }
    auto written = write_all(file.handle(), text + "\n", name);
    sodium_memzero(text.data(), text.size());
    if (!written) {
        ::unlink(path.c_str());
        return base::pass(written);
    }
    File folder(path.parent_path().empty() ? "." : path.parent_path(), O_RDONLY | O_DIRECTORY);
    if (folder.is_open()) ::fsync(folder.handle());
    return key;
}

} // namespace people
