// What a citizen's text is: the kinds of contract.md. Reading an unknown code fails with `field.invalid`.
#pragma once
#include "base/codes.h"
#include "base/language.h"

namespace triage {

enum class Kind {
    complaint,
    question,
    information_request,
    aspiration,
    appreciation,
    whistleblowing,
    information,
    other,
    spam,
};

/// The word on screens: "Pengaduan".
[[nodiscard]] base::Text name(Kind kind) noexcept;
/// information, other and spam open no case.
[[nodiscard]] bool opens_case(Kind kind) noexcept;

} // namespace triage

template <> inline constexpr auto base::codes<triage::Kind> = std::to_array<base::Coded<triage::Kind>>({
    {triage::Kind::complaint, "complaint"},
    {triage::Kind::question, "question"},
    {triage::Kind::information_request, "information_request"},
    {triage::Kind::aspiration, "aspiration"},
    {triage::Kind::appreciation, "appreciation"},
    {triage::Kind::whistleblowing, "whistleblowing"},
    {triage::Kind::information, "information"},
    {triage::Kind::other, "other"},
    {triage::Kind::spam, "spam"},
});
