// Connectors against a server in a test: a fake of ours or a real peer as a child of node. Throws when the
// server does not start.
#pragma once
#include "base/json.h"
#include "exchange.h"
#include "network/json_reading.h"

#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace tests {

/// A script of node as a child that says {"server": address} and lives as long as this.
class NodeServer {
public:
    explicit NodeServer(const std::string& script) {
        const auto node = (root() / "node_modules" / ".bin" / "node").string();
        const auto path = std::filesystem::path(script).is_absolute() ? script : (root() / script).string();
        int pipe[2];
        if (::pipe2(pipe, O_CLOEXEC) != 0) throw std::runtime_error("pipe2");
        child_ = ::fork();
        if (child_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::dup2(pipe[1], 1);
            ::execl(node.c_str(), "node", "--disable-warning=ExperimentalWarning", path.c_str(), nullptr);
            ::_exit(127);
        }
        ::close(pipe[1]);
        std::string said;
        char byte = 0;
        while (::read(pipe[0], &byte, 1) == 1 && byte != '\n')
            said += byte;
        said_ = pipe[0];
        auto read = base::json::parse(said);
        if (!read) throw std::runtime_error("the server did not start: " + path + ": " + said);
        url_ = network::text_in(*read, "server");
    }
    NodeServer(const NodeServer&) = delete;
    NodeServer& operator=(const NodeServer&) = delete;
    ~NodeServer() {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
        ::close(said_);
    }

    /// Of the tree: the working directory or above it.
    static std::filesystem::path root() {
        for (auto at = std::filesystem::current_path();; at = at.parent_path())
            if (std::filesystem::exists(at / "tests" / "fakes") || at == at.root_path()) return at;
    }

    [[nodiscard]] const std::string& url() const { return url_; }
    /// For the next requests whose path has `on` in it (tests/fakes/serve.ts).
    void fault(const std::string& mode, const std::string& on, int times = 1) const {
        carry({.name = "fault",
               .method = "POST",
               .url = url_ + "/_fault",
               .body =
                   boost::json::serialize(base::json::Object{{"mode", mode}, {"on", on}, {"times", times}})});
    }
    /// How many requests had `on` in their path.
    [[nodiscard]] int asked(const std::string& on) const {
        const auto answer = carry({.name = "asked", .url = url_ + "/_asked"});
        int count = 0;
        auto all = base::json::parse(answer.response.value().body);
        for (const auto* each : network::each_in(*all, ""))
            count += network::text_in(*each, "path").find(on) != std::string::npos ? 1 : 0;
        return count;
    }

private:
    pid_t child_ = 0;
    int said_ = -1;
    std::string url_;
};

/// Goes through the steps of a draft until it is done or something else than ok comes.
inline network::Judgement send(const network::Channel& channel, const network::Connection& connection,
                               const network::Draft& draft, network::Progress& progress,
                               std::chrono::seconds longest = std::chrono::seconds(30)) {
    for (int steps = 0; steps < 40; ++steps) {
        const auto step = channel.next(connection, draft, progress);
        if (!step) return {.verdict = network::Verdict::ok};
        auto judged = channel.judge(connection, draft, progress, carry(step->request, longest));
        if (judged.verdict != network::Verdict::ok) return judged;
    }
    throw std::runtime_error("the draft never ends");
}

} // namespace tests
