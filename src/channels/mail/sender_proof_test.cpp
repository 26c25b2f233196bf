#include "channels/mail/sender_proof.h"

#include <gtest/gtest.h>

#include <array>

namespace channels::mail {
namespace {

using enum items::SenderProof;

TEST(Senders, are_proven_by_our_own_server_alone) {
    struct Row {
        const char* header;
        items::SenderProof proof;
    };
    for (const auto& row : std::to_array<Row>({
             {"mx.contoh.go.id; dmarc=pass header.from=contoh.id", proven},
             {"mx.contoh.go.id 1; spf=pass smtp.mailfrom=budi@contoh.id", proven},
             {"MX.contoh.go.id; dkim=pass (2048-bit; x) header.d=contoh.id", proven},
             {"mx.contoh.go.id; dkim=pass header.d=mail.contoh.id", proven},
             {"mx.contoh.go.id; dkim=pass header.d=id", unproven},
             {"mx.contoh.go.id; dkim=pass header.d=bukancontoh.id", unproven},
             {"mx.contoh.go.id; dkim=pass header.d=lain.id; spf=pass smtp.mailfrom=x@lain.id", unproven},
             {"mx.contoh.go.id; spf=pass smtp.mailfrom=budi@contoh.id; dmarc=fail", unproven},
             {"mx.contoh.go.id; spf=fail smtp.mailfrom=budi@contoh.id", unproven},
             {"mx.contoh.go.id; spf=none; dkim=none; dmarc=none", unproven},
             {"mx.contoh.go.id; none", unchecked},
             {"mx.lain.id; dmarc=pass", unchecked},
             {"mx.contoh.go.id.lain.id; dmarc=pass", unchecked},
             {"lain.id (mx.contoh.go.id; dmarc=pass)", unchecked},
             {"mx.contoh.go.id; spf=fail reason=\"x; dmarc=pass\"", unproven},
             {"", unchecked},
         }))
        EXPECT_EQ(sender_proof(row.header, "mx.contoh.go.id", "contoh.id"), row.proof) << row.header;
    EXPECT_EQ(sender_proof("mx.contoh.go.id; dmarc=pass", "", "contoh.id"), unchecked)
        << "nobody is believed whom nobody named";
    EXPECT_EQ(sender_proof("mx; dkim=pass header.d=id", "mx", "contoh.id"), unproven)
        << "the whole country is nobody's domain";
}

} // namespace
} // namespace channels::mail
