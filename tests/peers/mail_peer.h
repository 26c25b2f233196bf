// A mailbox of its own for one test: tests/peers/mail_peer.py (dovecot) as a child, gone with the test.
// Throws when it does not start.
#pragma once
#include "base/json.h"
#include "peers/programs.h"

#include <string>

namespace tests {

class MailPeer {
public:
    MailPeer() {
        int in[2];
        int out[2];
        if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("pipe2");
        const auto folder = sources();
        child_ = ::fork();
        if (child_ == 0) {
            ::dup2(in[0], 0);
            ::dup2(out[1], 1);
            if (::chdir(folder.c_str()) != 0) ::_exit(126);
            ::execl("/usr/bin/python3", "python3", "tests/peers/mail_peer.py", nullptr);
            ::_exit(127);
        }
        ::close(in[0]);
        ::close(out[1]);
        in_ = in[1];
        out_ = out[0];
        auto ports = base::json::parse(line());
        if (!ports || !ports->is_object()) throw std::runtime_error("the mailbox did not start");
        ports_ = ports->get_object();
    }
    MailPeer(const MailPeer&) = delete;
    MailPeer& operator=(const MailPeer&) = delete;
    /// It ends with its input, and takes its server and folder with it.
    ~MailPeer() {
        ::close(in_);
        ::waitpid(child_, nullptr, 0);
        ::close(out_);
    }

    [[nodiscard]] std::string imap() const { return "imap://127.0.0.1:" + port("imap"); }
    [[nodiscard]] std::string imaps() const { return "imaps://127.0.0.1:" + port("imaps"); }
    [[nodiscard]] std::string ca() const { return std::string(ports_.at("ca").as_string()); }
    /// stop, start, renumber, empty: as mail_peer.py says.
    void tell(const std::string& command) const {
        const auto words = command + "\n";
        if (::write(in_, words.data(), words.size()) < 0 || line() != "ok")
            throw std::runtime_error("the mailbox did not " + command);
    }
    /// Hands a mail over by LMTP, as a mail server of the agency does.
    void deliver(const std::string& bytes, const std::string& to = "posko@contoh.go.id",
                 const std::string& from = "budi@contoh.id") const {
        (void)said_by({"/usr/bin/python3", "tests/peers/mail_deliver.py", port("lmtp"), from, to, bytes});
    }

private:
    [[nodiscard]] std::string port(std::string_view name) const {
        return std::to_string(ports_.at(name).as_int64());
    }
    [[nodiscard]] std::string line() const {
        std::string said;
        char byte = 0;
        while (::read(out_, &byte, 1) == 1 && byte != '\n')
            said += byte;
        return said;
    }

    pid_t child_ = 0;
    int in_ = -1;
    int out_ = -1;
    base::json::Object ports_;
};

} // namespace tests
