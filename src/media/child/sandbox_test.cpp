#include "media/child/sandbox.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace media::child {
namespace {

constexpr int survived = 0;
constexpr int refused = 3;

/// What a sealed process comes to that tries something: its wait status.
int sealed(int (*attempt)()) {
    const pid_t child = fork();
    if (child == 0) {
        if (!limit_resources() || !seal()) _exit(99);
        _exit(attempt());
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

TEST(sandbox, kills_whoever_reaches_for_the_network_or_another_program) {
    const struct {
        const char* what;
        int (*attempt)();
    } rows[] = {
        {"socket", [] { return socket(AF_INET, SOCK_STREAM, 0) < 0 ? refused : survived; }},
        {"unix socket", [] { return socket(AF_UNIX, SOCK_STREAM, 0) < 0 ? refused : survived; }},
        {"exec", [] { return execl("/bin/true", "true", nullptr) < 0 ? refused : survived; }},
        {"vfork", [] { return static_cast<int>(syscall(SYS_vfork)) < 0 ? refused : survived; }},
    };
    for (const auto& row : rows) {
        const int status = sealed(row.attempt);
        EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS) << row.what << ", status " << status;
    }
}

TEST(sandbox, refuses_paths_processes_executable_memory_and_signals) {
    const struct {
        const char* what;
        int (*attempt)();
    } rows[] = {
        {"read a file", [] { return open("/etc/hostname", O_RDONLY) < 0 ? refused : survived; }},
        {"write a file", [] { return open("/tmp/x", O_WRONLY | O_CREAT, 0600) < 0 ? refused : survived; }},
        {"delete a file", [] { return unlink("/tmp/x") < 0 && errno == EPERM ? refused : survived; }},
        {"fork", [] { return fork() < 0 ? refused : survived; }},
        {"kill", [] { return kill(getppid(), 0) < 0 && errno == EPERM ? refused : survived; }},
        {"executable memory",
         [] {
             return mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ==
                            MAP_FAILED
                        ? refused
                        : survived;
         }},
        {"more memory than the limit",
         [] {
             return mmap(nullptr, 3UL << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
                        ? refused
                        : survived;
         }},
    };
    for (const auto& row : rows) {
        const int status = sealed(row.attempt);
        EXPECT_TRUE(WIFEXITED(status)) << row.what << ", status " << status;
        EXPECT_EQ(WEXITSTATUS(status), refused) << row.what;
    }
}

TEST(sandbox, leaves_what_decoding_needs) {
    const int status = sealed([] {
        int sum = 0;
        std::thread other([&] { sum = 1; });
        other.join();
        void* memory = mmap(nullptr, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        return memory != MAP_FAILED && sum == 1 ? survived : refused;
    });
    EXPECT_TRUE(WIFEXITED(status)) << status;
    EXPECT_EQ(WEXITSTATUS(status), survived);
}

TEST(sandbox, ends_who_computes_for_too_long) {
    const pid_t child = fork();
    if (child == 0) {
        const bool is_limited = limit_resources();
        rlimit limit{};
        getrlimit(RLIMIT_CPU, &limit);
        _exit(is_limited && limit.rlim_cur <= 15 ? survived : refused);
    }
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
}

} // namespace
} // namespace media::child
