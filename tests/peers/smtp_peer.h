// A mail server of its own for one test: tests/peers/smtp_peer.py as a child, gone with the test. Throws when
// it does not start.
#pragma once
#include "world.h"

#include <fstream>
#include <map>
#include <sys/prctl.h>
#include <sys/wait.h>

namespace tests {

class SmtpPeer {
public:
    explicit SmtpPeer(const std::string& mode = "accept") {
        set_mode(mode);
        int pipe[2];
        if (::pipe2(pipe, O_CLOEXEC) != 0) throw std::runtime_error("pipe2");
        const std::string script = (root() / "tests" / "peers" / "smtp_peer.py").string();
        child_ = ::fork();
        if (child_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::dup2(pipe[1], 1);
            ::execl("/usr/bin/python3", "python3", script.c_str(), file().c_str(), nullptr);
            ::_exit(127);
        }
        ::close(pipe[1]);
        std::string said;
        char byte = 0;
        while (::read(pipe[0], &byte, 1) == 1 && byte != '\n')
            said += byte;
        ::close(pipe[0]);
        if (said.empty()) throw std::runtime_error("the mail server did not start: " + script);
        port_ = said;
    }
    SmtpPeer(const SmtpPeer&) = delete;
    SmtpPeer& operator=(const SmtpPeer&) = delete;
    ~SmtpPeer() {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }

    [[nodiscard]] std::string url() const { return "smtp://127.0.0.1:" + port_; }
    /// Counts from the next mail on.
    void set_mode(const std::string& mode) const { std::ofstream(file() + ".mode") << mode; }
    /// One JSON line for each mail whose data was taken in.
    [[nodiscard]] std::vector<std::string> lines() const {
        std::vector<std::string> out;
        std::ifstream in(file());
        for (std::string line; std::getline(in, line);)
            out.push_back(line);
        return out;
    }
    /// How often each Message-ID came.
    [[nodiscard]] std::map<std::string, int> counts() const {
        std::map<std::string, int> out;
        for (const auto& line : lines()) {
            const auto from = line.find("Message-Id: <") + 13;
            ++out[line.substr(from, line.find('>', from) - from)];
        }
        return out;
    }

private:
    /// The working directory or above it.
    static std::filesystem::path root() {
        for (auto at = std::filesystem::current_path();; at = at.parent_path())
            if (std::filesystem::exists(at / "tests" / "peers") || at == at.root_path()) return at;
    }
    [[nodiscard]] std::string file() const { return (folder_.path() / "mails").string(); }

    db::testing::TemporaryDirectory folder_;
    pid_t child_ = 0;
    std::string port_;
};

} // namespace tests
