// Addresses and Message-IDs from outside: none, or such as are written the same way again.
#include "items/reply_address.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    constexpr std::string_view mailbox = "posko@contoh.go.id";
    if (const auto read = items::read_reply_address(text, mailbox))
        if (const auto again = items::reply_address(mailbox, *read); !again.empty())
            if (items::read_reply_address(again, mailbox) != read) std::abort();
    if (const auto own = items::read_own_mail(text))
        if (items::read_own_mail(items::to_string(*own)) != own) std::abort();
    return 0;
}
