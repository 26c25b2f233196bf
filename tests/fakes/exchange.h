// Connectors against a server in a test: a fake of ours or a real peer as a child of node, requests carried
// by libcurl, a draft sent step by step. Throws when the server does not start.
#pragma once
#include "base/json.h"
#include "network/channel.h"
#include "network/json_reading.h"

#include <curl/curl.h>

#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace tests {

/// Carries the request; `longest` shortens its own.
inline network::Answer carry(const network::Request& request, std::chrono::milliseconds longest) {
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
    network::Response response;
    curl_slist* list = nullptr;
    for (const auto& header : request.headers)
        list = curl_slist_append(list, (header.name + ": " + header.value).c_str());
    list = curl_slist_append(list, "Expect:");
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(list, &curl_slist_free_all);
    curl_easy_setopt(curl.get(), CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, request.method.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(
        curl.get(), CURLOPT_TIMEOUT_MS,
        static_cast<long>(std::min<std::chrono::milliseconds>(request.longest, longest).count()));
    if (request.method != "GET") {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, request.body.c_str());
    }
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &response);
    curl_easy_setopt(
        curl.get(), CURLOPT_WRITEFUNCTION, +[](char* at, size_t, size_t size, void* to) {
            static_cast<network::Response*>(to)->body.append(at, size);
            return size;
        });
    curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &response);
    curl_easy_setopt(
        curl.get(), CURLOPT_HEADERFUNCTION, +[](char* at, size_t, size_t size, void* to) {
            const std::string_view line(at, size);
            if (const auto colon = line.find(':'); colon != std::string_view::npos)
                static_cast<network::Response*>(to)->headers.push_back(
                    {std::string(line.substr(0, colon)), std::string(base::trim(line.substr(colon + 1)))});
            return size;
        });
    const auto result = curl_easy_perform(curl.get());
    network::Answer answer{.at = base::system_now()()};
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    if (result == CURLE_OK) {
        response.status = static_cast<int>(status);
        answer.response = std::move(response);
    } else if (result == CURLE_COULDNT_CONNECT || result == CURLE_COULDNT_RESOLVE_HOST) {
        answer.reached = network::Reached::no;
    }
    return answer;
}

inline network::Answer carry(const network::Request& request) {
    return carry(request, std::chrono::seconds(30));
}

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
                               std::chrono::milliseconds longest = std::chrono::seconds(30)) {
    for (int steps = 0; steps < 40; ++steps) {
        const auto step = channel.next(connection, draft, progress);
        if (!step) return {.verdict = network::Verdict::ok};
        auto judged = channel.judge(connection, draft, progress, carry(step->request, longest));
        if (judged.verdict != network::Verdict::ok) return judged;
    }
    throw std::runtime_error("the draft never ends");
}

} // namespace tests
