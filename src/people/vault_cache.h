// Opened data keys in locked memory, a bounded number of them, wiped when they leave. A key is given only to
// who brings the wrapped text it was opened from, so a row erased or changed anywhere is never answered from
// here.
#pragma once
#include "people/vault.h"

#include <sodium.h>

#include <array>
#include <cstring>
#include <functional>
#include <string_view>

namespace people {

class Vault::Cache {
public:
    using Key = std::array<unsigned char, SecretKey::size>;

    Cache() : slots_(static_cast<Slot*>(sodium_allocarray(slots, sizeof(Slot)))) {
        if (!slots_) throw std::bad_alloc();
        sodium_memzero(slots_, slots * sizeof(Slot));
    }
    Cache(const Cache&) = delete;
    Cache& operator=(const Cache&) = delete;
    ~Cache() { sodium_free(slots_); }

    bool find(base::AgencyId agency, IdentityId identity, std::string_view wrapped, Key& out) {
        const Key mark = mark_of(wrapped);
        std::lock_guard lock(mutex_);
        const Slot& slot = at(agency, identity);
        if (slot.agency != agency.value || slot.identity != identity.value || slot.mark != mark) return false;
        out = slot.key;
        return true;
    }
    void keep(base::AgencyId agency, IdentityId identity, std::string_view wrapped, const Key& key) {
        const Key mark = mark_of(wrapped);
        std::lock_guard lock(mutex_);
        at(agency, identity) = {agency.value, identity.value, mark, key};
    }
    void forget(base::AgencyId agency, IdentityId identity) {
        std::lock_guard lock(mutex_);
        Slot& slot = at(agency, identity);
        if (slot.agency == agency.value && slot.identity == identity.value)
            sodium_memzero(&slot, sizeof slot);
    }

private:
    struct Slot {
        std::int64_t agency;
        std::int64_t identity;
        Key mark; ///< hash of the wrapped text
        Key key;
    };
    static constexpr std::size_t slots = 512; ///< 40 KB: within what an ordinary user may lock

    static Key mark_of(std::string_view wrapped) {
        Key mark{};
        crypto_generichash(mark.data(), mark.size(), reinterpret_cast<const unsigned char*>(wrapped.data()),
                           wrapped.size(), nullptr, 0);
        return mark;
    }
    Slot& at(base::AgencyId agency, IdentityId identity) {
        auto mixed = static_cast<std::uint64_t>(identity.value) * 0x9E3779B97F4A7C15ull +
                     static_cast<std::uint64_t>(agency.value);
        return slots_[(mixed >> 32) % slots];
    }

    std::mutex mutex_;
    Slot* slots_;
};

} // namespace people
