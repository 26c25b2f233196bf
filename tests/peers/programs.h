// Programs that tests talk to: servers that say their port first and are gone with the test, and clients that
// are run once. Paths are seen from the top folder of the sources.
#pragma once
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace tests {

/// The working directory or above it.
inline std::filesystem::path sources() {
    for (auto at = std::filesystem::current_path();; at = at.parent_path())
        if (std::filesystem::exists(at / "tests" / "peers") || at == at.root_path()) return at;
}

namespace detail {

/// Its output is read from `out`.
inline pid_t start(const std::vector<std::string>& command, int& out) {
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) throw std::runtime_error("pipe2");
    const auto folder = sources();
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(pipe[1], 1);
        if (::chdir(folder.c_str()) != 0) ::_exit(126);
        std::vector<char*> arguments;
        for (const auto& each : command)
            arguments.push_back(const_cast<char*>(each.c_str()));
        arguments.push_back(nullptr);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(pipe[1]);
    out = pipe[0];
    return child;
}

inline std::string read_until(int from, bool is_line) {
    std::string said;
    char byte = 0;
    while (::read(from, &byte, 1) == 1 && !(is_line && byte == '\n'))
        said += byte;
    ::close(from);
    while (said.ends_with('\n'))
        said.pop_back();
    return said;
}

} // namespace detail

/// A server of tests/fakes, run by the node of the tree.
class FakeServer {
public:
    explicit FakeServer(const std::string& script) {
        int out = -1;
        child_ =
            detail::start({"node_modules/.bin/node", "--disable-warning=ExperimentalWarning", script}, out);
        port_ = detail::read_until(out, /*is_line=*/true);
        if (port_.empty()) throw std::runtime_error("did not start: " + script);
    }
    FakeServer(const FakeServer&) = delete;
    FakeServer& operator=(const FakeServer&) = delete;
    ~FakeServer() {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + port_; }

private:
    pid_t child_ = 0;
    std::string port_;
};

/// What a program says until it ends; throws when it fails.
inline std::string said_by(const std::vector<std::string>& command) {
    int out = -1;
    const pid_t child = detail::start(command, out);
    auto said = detail::read_until(out, /*is_line=*/false);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error(command.at(1) + " failed");
    return said;
}

} // namespace tests
