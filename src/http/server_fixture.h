// For tests: a server on a free port with short deadlines and a few routes that tests of the edge need.
#pragma once
#include "http/event_stream.h"
#include "http/raw_client.h"
#include "http/server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <mutex>
#include <thread>

namespace http::testing {

using namespace std::chrono_literals;

/// A door that handlers wait at until the test opens it.
class Gate {
public:
    void wait() { open_.wait(false); }
    void open() {
        open_ = true;
        open_.notify_all();
    }

private:
    std::atomic<bool> open_ = false;
};

template <class F> bool becomes_true(F condition, std::chrono::milliseconds time = 5s) {
    auto until = std::chrono::steady_clock::now() + time;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::sleep_for(5ms);
    }
    return true;
}

class ServerTest : public ::testing::Test {
protected:
    void TearDown() override {
        if (server) server->stop();
        EXPECT_TRUE(std::filesystem::is_empty(uploads)) << "an uploaded body was left behind";
        std::filesystem::remove_all(uploads);
    }

    /// Starts with the options and routes as the test has set them.
    void start() {
        options.upload_dir = uploads;
        server = std::make_unique<Server>(std::move(router), options);
        auto started = server->start("127.0.0.1:0");
        ASSERT_TRUE(started) << started.error().detail;
    }

    std::filesystem::path uploads = [] {
        auto folder = std::filesystem::temp_directory_path() /
                      ("http_test_" + std::to_string(::getpid()) + "_" +
                       ::testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::create_directories(folder);
        return folder;
    }();
    Router router;
    ServerOptions options;
    std::unique_ptr<Server> server;
};

} // namespace http::testing
