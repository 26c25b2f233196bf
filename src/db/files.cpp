#include "db/files.h"

#include "db/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/sendfile.h>
#include <unistd.h>

namespace db {

namespace {

class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, int flags)
        : path_(path), fd_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
        if (fd_ < 0) fail();
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { ::close(fd_); }
    [[nodiscard]] int fd() const { return fd_; }
    void sync() const {
        if (::fsync(fd_) != 0) fail();
    }
    [[noreturn]] void fail() const { throw Unavailable(path_.string() + ": " + std::strerror(errno)); }

private:
    std::filesystem::path path_;
    int fd_;
};

} // namespace

void make_private(const std::filesystem::path& file) {
    const Descriptor made(file, O_CREAT | O_EXCL | O_WRONLY);
}

void copy_private(const std::filesystem::path& from, const std::filesystem::path& to) {
    const Descriptor in(from, O_RDONLY);
    const Descriptor out(to, O_CREAT | O_EXCL | O_WRONLY);
    for (;;) {
        const ssize_t sent = ::sendfile(out.fd(), in.fd(), nullptr, 1 << 24);
        if (sent < 0) out.fail();
        if (sent == 0) return;
    }
}

void sync_and_rename(const std::filesystem::path& from, const std::filesystem::path& to) {
    Descriptor(from, O_RDONLY).sync();
    std::error_code error;
    std::filesystem::rename(from, to, error);
    if (error) throw Unavailable(to.string() + ": " + error.message());
    const auto directory = to.has_parent_path() ? to.parent_path() : std::filesystem::path(".");
    Descriptor(directory, O_RDONLY | O_DIRECTORY).sync();
}

Temporary::Temporary(std::filesystem::path path) : path_(std::move(path)) {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
    remove_beside(path_);
}

Temporary::~Temporary() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
    remove_beside(path_);
}

void remove_beside(const std::filesystem::path& file) {
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        std::error_code ignored;
        std::filesystem::remove(file.string() + suffix, ignored);
    }
}

} // namespace db
