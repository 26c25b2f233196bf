#include "app/remembered.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace app {
namespace {

enum class Sync { yes, no };

void write_whole(const std::filesystem::path& file, int flags, std::string_view text, Sync sync) {
    auto fail = [&] { throw std::system_error(errno, std::generic_category(), file.string()); };
    const int handle = ::open(file.c_str(), flags | O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (handle < 0) fail();
    // Lines are short: an append of all of them at once is never mixed with that of another process.
    const bool done = ::write(handle, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                      (sync == Sync::no || ::fsync(handle) == 0);
    const int why = errno;
    ::close(handle);
    errno = why;
    if (!done) fail();
}

constexpr std::string_view word_of(Gone::What what) {
    return what == Gone::What::identity ? "identity" : "case";
}

} // namespace

std::vector<Reached> Remembered::reached() const {
    std::vector<Reached> out;
    std::ifstream in(folder_ / "reached");
    std::int64_t agency = 0, position = 0, event = 0, at = 0;
    while (in >> agency >> position >> event >> at)
        out.push_back({base::AgencyId{agency}, position, event, base::time_from_ms(at)});
    return out;
}

void Remembered::set_reached(const std::vector<Reached>& all) const {
    std::string text;
    for (const auto& each : all)
        text +=
            fmt::format("{} {} {} {}\n", each.agency.value, each.position, each.event, base::to_ms(each.at));
    const auto part = folder_ / fmt::format("reached.{}", ::getpid());
    write_whole(part, O_TRUNC, text, Sync::no);
    std::filesystem::rename(part, folder_ / "reached");
}

std::vector<Gone> Remembered::gone() const {
    std::vector<Gone> out;
    std::ifstream in(folder_ / "erased");
    std::string what;
    Gone each;
    while (in >> what >> each.agency.value >> each.id) {
        each.what = what == word_of(Gone::What::identity) ? Gone::What::identity : Gone::What::words_of_case;
        out.push_back(each);
    }
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
}

void Remembered::add_gone(const std::vector<Gone>& more) const {
    if (more.empty()) return;
    std::string text;
    for (const auto& each : more)
        text += fmt::format("{} {} {}\n", word_of(each.what), each.agency.value, each.id);
    write_whole(folder_ / "erased", O_APPEND, text, Sync::yes);
}

} // namespace app
