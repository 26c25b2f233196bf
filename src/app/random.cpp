#include "app/random.h"

#include <sodium.h>

#include <stdexcept>

namespace app {

base::Random system_random() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be started");
    return [](std::size_t count) {
        std::string bytes(count, '\0');
        randombytes_buf(bytes.data(), count);
        return bytes;
    };
}

} // namespace app
