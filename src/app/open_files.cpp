#include "app/open_files.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <limits>
#include <sys/resource.h>

namespace app {
namespace {

constexpr std::size_t of_the_house = 256; ///< database, log, pictures in work, pipes to the child
constexpr std::size_t fewest = 64;

} // namespace

std::size_t raise_open_files() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
    if (limit.rlim_cur < limit.rlim_max) {
        const rlim_t before = limit.rlim_cur;
        limit.rlim_cur = limit.rlim_max;
        if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) limit.rlim_cur = before;
    }
    return limit.rlim_cur == RLIM_INFINITY ? std::numeric_limits<std::size_t>::max()
                                           : static_cast<std::size_t>(limit.rlim_cur);
}

std::size_t connections_within(std::size_t open_files, std::size_t wanted, std::size_t uploads) noexcept {
    const std::size_t others = of_the_house + std::min(uploads, wanted);
    if (open_files >= wanted + others) return wanted;
    return std::max(fewest, open_files > of_the_house ? (open_files - of_the_house) / 2 : 0);
}

} // namespace app
