// How a mail finds back to its case: an address with a signed code for each case
// ("posko+tgp-7k3m-9qxt.k2v…@contoh.go.id", RFC 5233), and Message-IDs of ours that carry a signature.
// Whoever has neither cannot write into a case. Reading never fails: what is not ours gives nothing.
#pragma once
#include "people/vault.h"

#include <optional>
#include <string>
#include <string_view>

namespace items {

/// Letters and digits that mail servers may write in either case.
inline constexpr std::size_t signature_length = 16;

struct ReplyAddress {
    std::string code;      ///< "TGP-7K3M-9QXT"
    std::string signature; ///< of signature_length
    bool operator==(const ReplyAddress&) const = default;
};
/// Empty for a mailbox that is no address, or where the local part would be longer than 64 bytes.
[[nodiscard]] std::string reply_address(std::string_view mailbox, const ReplyAddress& to);
[[nodiscard]] std::optional<ReplyAddress> read_reply_address(std::string_view address,
                                                             std::string_view mailbox);
[[nodiscard]] std::string reply_signature(const people::Vault& vault, base::AgencyId agency,
                                          std::string_view code);

/// "7301.1.k2v…": what stands before the @ of a Message-ID of ours.
struct OwnMail {
    std::int64_t id = 0;
    base::AgencyId agency{};
    std::string signature;
    bool operator==(const OwnMail&) const = default;
};
[[nodiscard]] std::string to_string(const OwnMail& mail);
/// `message_id` without brackets, with or without its domain.
[[nodiscard]] std::optional<OwnMail> read_own_mail(std::string_view message_id);
[[nodiscard]] std::string mail_signature(const people::Vault& vault, base::AgencyId agency, std::int64_t id);

/// In a time that does not depend on where they differ; letters of either case are the same.
[[nodiscard]] bool is_same_signature(std::string_view a, std::string_view b) noexcept;

} // namespace items
