#include "intake/equal_lines.h"

#include "base/encode.h"

#include <sodium.h>

#include <cstring>

namespace intake {

std::uint32_t EqualLines::ordinal(std::uint64_t hash) {
    if (hash == 0) hash = 1; // 0 marks a free slot
    if (used_ * 4 >= slots_.size() * 3) grow();
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        if (slots_[at] == hash) {
            auto& count = repeated_.try_emplace(hash, 1).first->second;
            return ++count;
        }
        if (slots_[at] != 0) continue;
        slots_[at] = hash;
        ++used_;
        return 1;
    }
}

void EqualLines::grow() {
    std::vector<std::uint64_t> old(slots_.size() * 2);
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint64_t hash : old) {
        if (hash == 0) continue;
        std::size_t at = hash & mask;
        while (slots_[at] != 0)
            at = (at + 1) & mask;
        slots_[at] = hash;
    }
}

std::string network_id_of_line(std::string_view raw, EqualLines& before) {
    unsigned char hash[crypto_generichash_BYTES_MIN]; // 16 bytes of BLAKE2b
    crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(raw.data()), raw.size(),
                       nullptr, 0);
    std::uint64_t first = 0;
    std::memcpy(&first, hash, sizeof first);
    return "baris-" + base::to_base64url({reinterpret_cast<const char*>(hash), sizeof hash}) + "-" +
           std::to_string(before.ordinal(first));
}

} // namespace intake
