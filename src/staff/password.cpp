#include "staff/password.h"

#include "base/text.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <condition_variable>
#include <mutex>
#include <stdexcept>

namespace staff {
namespace {

constexpr std::size_t max_password = 1024;

/// The whole process has two seats: each holds 64 MB and a core for a tenth of a second.
class Seats {
public:
    bool take(std::chrono::milliseconds patience) {
        std::unique_lock lock(mutex_);
        if (!freed_.wait_for(lock, patience, [this] { return free_ > 0; })) return false;
        --free_;
        return true;
    }
    void leave() {
        {
            std::lock_guard lock(mutex_);
            ++free_;
        }
        freed_.notify_one();
    }

private:
    std::mutex mutex_;
    std::condition_variable freed_;
    int free_ = 2;
};

Seats& seats() {
    static Seats all;
    return all;
}

struct Seat {
    explicit Seat(std::chrono::milliseconds patience) : taken(seats().take(patience)) {}
    Seat(const Seat&) = delete;
    Seat& operator=(const Seat&) = delete;
    ~Seat() {
        if (taken) seats().leave();
    }
    bool taken;
};

std::unexpected<base::Problem> busy(std::string detail) {
    return std::unexpected(base::Problem{.kind = base::Kind::unavailable,
                                         .code = "password.busy",
                                         .field = {},
                                         .detail = std::move(detail),
                                         .retry_after = std::chrono::seconds(5)});
}

/// "$argon2id$v=19$m=65536,t=2,p=1$salt$hash": the number after `name`, 0 when it is not there.
unsigned long long cost_in(std::string_view stored, std::string_view name) {
    auto at = stored.find(name);
    if (at == std::string_view::npos) return 0;
    unsigned long long number = 0;
    std::from_chars(stored.data() + at + name.size(), stored.data() + stored.size(), number);
    return number;
}

} // namespace

Passwords::Passwords(PasswordCost cost, std::chrono::milliseconds patience)
    : cost_(cost), patience_(patience) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
    // Salt and hash of zeros: the same work as any other, and nothing matches it.
    nobody_ = fmt::format("$argon2id$v=19$m={},t={},p=1${}${}", cost_.memory / 1024, cost_.passes,
                          std::string(22, 'A'), std::string(43, 'A'));
}

base::Result<std::string> Passwords::hash(std::string_view password) const {
    if (password.size() > max_password) return base::fail_field("password");
    Seat seat(patience_);
    if (!seat.taken) return busy("two hashes are running already");
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), cost_.passes, cost_.memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return busy("no memory for Argon2id");
    return std::string(out.data());
}

base::Result<bool> Passwords::verify(std::string_view stored, std::string_view password) const {
    if (password.size() > max_password) return false;
    std::string hash(stored);
    Seat seat(patience_);
    if (!seat.taken) return busy("two hashes are running already");
    errno = 0;
    if (crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0) return true;
    if (errno == ENOMEM) return busy("no memory for Argon2id");
    return false;
}

base::Result<bool> Passwords::verify_nobody(std::string_view password) const {
    auto matched = verify(nobody_, password);
    if (!matched) return matched;
    return false;
}

bool Passwords::is_outdated(std::string_view stored) const {
    return cost_in(stored, "m=") < cost_.memory / 1024 || cost_in(stored, ",t=") < cost_.passes;
}

} // namespace staff
