#include "media/decoding.h"

#include "base/json.h"
#include "media/files.h"
#include "media/picture.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace media {

/// The line as the child writes it.
struct Answer {
    std::string state;
    std::optional<std::string> why;
    std::optional<int> width;
    std::optional<int> height;
    std::optional<std::string> taken_at;
    std::optional<double> lat;
    std::optional<double> lon;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (state, why, width, height, taken_at, lat, lon))

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_answer = 4096;

[[noreturn]] void throw_errno(int error, const std::string& what) {
    throw std::system_error(error, std::generic_category(), what);
}

std::unexpected<base::Problem> unreadable(std::string why) {
    return base::fail(base::Kind::invalid, "media.unreadable", std::move(why));
}

/// A copy far above the numbers that the child expects, so that placing one never covers another.
Handle high_copy(int fd) {
    Handle copy(::fcntl(fd, F_DUPFD_CLOEXEC, 64));
    if (copy.fd() < 0) throw_errno(errno, "dup");
    return copy;
}

struct Actions {
    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
    Actions() {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
        sigset_t signals;
        sigemptyset(&signals);
        posix_spawnattr_setsigmask(&attributes, &signals);
        sigfillset(&signals);
        posix_spawnattr_setsigdefault(&attributes, &signals);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;
    ~Actions() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
};

/// Starts the child with nothing of the server but five descriptors: no environment, hence no secret in it.
pid_t spawn(const std::filesystem::path& program, int picture, int stored, int thumb, int answer) {
    const std::array copies{high_copy(picture), high_copy(answer), high_copy(stored), high_copy(thumb)};
    constexpr std::array places{0, 1, 3, 4};
    Actions with;
    for (std::size_t i = 0; i < copies.size(); ++i)
        posix_spawn_file_actions_adddup2(&with.actions, copies[i].fd(), places[i]);
    posix_spawn_file_actions_addopen(&with.actions, 2, "/dev/null", O_WRONLY, 0);
    // Sockets among them: a child that outlives a killed server must not keep its port.
    posix_spawn_file_actions_addclosefrom_np(&with.actions, 5);
    std::string name = program.string();
    std::string locale = "LC_ALL=C";
    char* const words[] = {name.data(), nullptr};
    char* const environment[] = {locale.data(), nullptr};
    pid_t child = 0;
    const int error = posix_spawn(&child, name.c_str(), &with.actions, &with.attributes, words, environment);
    if (error != 0) throw_errno(error, "starting " + name);
    return child;
}

/// Reads what the child says until it closes its output, says too much or the time is over. False in the
/// latter two.
bool listen(int from, Clock::time_point until, std::string& line) {
    std::array<char, 1024> buffer{};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        if (left <= 0 || line.size() > longest_answer) return false;
        pollfd waiting{.fd = from, .events = POLLIN, .revents = 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(left));
        if (ready <= 0) continue; // the loop's head knows whether time is over
        const ssize_t count = ::read(from, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return true;
        line.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

/// Waits for the end of the child, which is killed when it is not over in time.
int status_of(pid_t child, Clock::time_point until) {
    const Handle process(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
    if (process.fd() >= 0) {
        pollfd waiting{.fd = process.fd(), .events = POLLIN, .revents = 0};
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        while (left > 0 && ::poll(&waiting, 1, static_cast<int>(left)) < 0 && errno == EINTR) {
        }
        if ((waiting.revents & POLLIN) == 0) ::kill(child, SIGKILL);
    } else {
        ::kill(child, SIGKILL);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) throw_errno(errno, "waitpid");
    return status;
}

} // namespace

base::Result<Decoded> read_answer(std::string_view line) {
    const auto answer = base::json::parse_as<Answer>(line);
    if (!answer) return unreadable("the child gave no answer");
    std::string why = answer->why.value_or("");
    if (answer->state == "unsupported")
        return base::fail(base::Kind::unsupported, "media.unreadable", std::move(why));
    if (answer->state == "too_large")
        return base::fail(base::Kind::too_large, "media.too_large", std::move(why));
    if (answer->state == "disk_full")
        return base::fail(base::Kind::unavailable, "media.unavailable", std::move(why));
    if (answer->state != "clean" || !answer->width || !answer->height) return unreadable(std::move(why));
    return Decoded{*answer->width, *answer->height, answer->taken_at, answer->lat, answer->lon};
}

base::Result<Decoded> decode(const Decoding& decoding, int picture, int stored, int thumb) {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) throw_errno(errno, "pipe");
    const Handle from(ends[0]);
    Handle to(ends[1]);
    if (::lseek(picture, 0, SEEK_SET) < 0) throw_errno(errno, "lseek");
    const auto until = Clock::now() + decoding.deadline;
    const pid_t child = spawn(decoding.program, picture, stored, thumb, to.fd());
    to.close();
    std::string line;
    const bool is_heard = listen(from.fd(), until, line);
    const int status = status_of(child, is_heard ? until : Clock::now());
    if (!is_heard) return unreadable("the child was not done in time");
    if (WIFSIGNALED(status))
        return unreadable("the child was ended by signal " + std::to_string(WTERMSIG(status)));
    // 2: it could not set up its limits, its filter or its libraries; no fault of the picture.
    if (WEXITSTATUS(status) == 2) throw std::runtime_error("tanggap-media cannot work here");
    return read_answer(line);
}

std::filesystem::path beside_this_program() {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "tanggap-media";
}

} // namespace media
