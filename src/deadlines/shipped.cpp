#include "deadlines/holidays.h"
#include "deadlines/profile.h"

#include <stdexcept>

// #embed is of C23; clang 19 knows it in C++ too, and the build sees a changed data file.
#pragma clang diagnostic ignored "-Wc23-extensions"

namespace deadlines {
namespace {

constexpr unsigned char holidays_bytes[] = {
#embed "../../data/holidays/holidays.csv"
};
constexpr unsigned char profiles_bytes[] = {
#embed "../../data/profiles/profiles.json"
};

template <std::size_t N> std::string_view text(const unsigned char (&bytes)[N]) noexcept {
    return {reinterpret_cast<const char*>(bytes), N};
}

/// A wrong data file is a broken build: tests read both.
template <class T> T must(base::Result<T> read) {
    if (!read) throw std::logic_error(read.error().field + ": " + read.error().detail);
    return std::move(*read);
}

} // namespace

const std::vector<Holiday>& shipped_holidays() {
    static const std::vector<Holiday> holidays = must(parse_holidays(text(holidays_bytes)));
    return holidays;
}

const Profiles& shipped_profiles() {
    static const Profiles profiles = must(Profiles::parse(text(profiles_bytes)));
    return profiles;
}

} // namespace deadlines
