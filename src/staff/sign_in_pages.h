// The page of /masuk: a form that works without JavaScript, and what went wrong above it.
#pragma once
#include "agency/agency.h"
#include "base/language.h"
#include "html/markup.h"

#include <optional>
#include <string>

namespace staff {

struct SignInView {
    std::string next = {};  ///< where to go afterwards: a path of this server
    std::string login = {}; ///< as it was typed; the password is never given back
    std::optional<base::Problem> problem = {};
    bool has_signed_out = false;
};

[[nodiscard]] html::Markup sign_in_page(const agency::Agency& agency, const SignInView& view,
                                        base::Language language);

/// A path of this server that may follow a sign-in, else "/meja".
[[nodiscard]] std::string safe_next(std::string_view next);

} // namespace staff
