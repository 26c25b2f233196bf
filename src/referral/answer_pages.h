// The page behind the link in a hand-over's mail. Takes plain data; works without JavaScript and account.
#pragma once
#include "agency/directory.h"
#include "html/page.h"
#include "referral/delivery.h"

#include <optional>

namespace referral {

struct AnswerView {
    html::PageHead head; ///< filled by the caller
    const agency::Directory& directory;
    std::string code;
    std::string outside;
    std::string text;  ///< handed over
    std::string topic; ///< as far as it may be public; empty: not
    std::string place;
    base::Time since{};
    std::string secret;
    std::string number;                   ///< as typed
    std::string reason;                   ///< as typed
    std::optional<base::Problem> problem; ///< of the field that it names
};
[[nodiscard]] html::Markup answer_page(const AnswerView& view);

/// Afterwards; `receipt` empty: it was given back, or taken back.
[[nodiscard]] html::Markup answered_page(html::PageHead head, std::string_view code,
                                         const std::optional<std::string>& receipt);
[[nodiscard]] html::Markup answer_gone_page(html::PageHead head);

} // namespace referral
