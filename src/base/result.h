// Expected outcomes are values: a function that input can make fail returns Result<T>; broken infrastructure
// throws.
#pragma once
#include "base/problem.h"

#include <expected>
#include <utility>

namespace base {

template <class T> using Result = std::expected<T, Problem>;

[[nodiscard]] inline std::unexpected<Problem> fail(Kind kind, std::string code, std::string detail = {}) {
    return std::unexpected(
        Problem{.kind = kind, .code = std::move(code), .field = {}, .detail = std::move(detail)});
}

/// A member of the input is not as it must be: `field.invalid` or another code with the path of the member.
[[nodiscard]] inline std::unexpected<Problem>
fail_field(std::string field, std::string code = "field.invalid", std::string detail = {}) {
    return std::unexpected(Problem{.kind = Kind::invalid,
                                   .code = std::move(code),
                                   .field = std::move(field),
                                   .detail = std::move(detail)});
}

/// Hands the problem of one result on as that of another: `if (!r) return pass(r);`
template <class T> [[nodiscard]] std::unexpected<Problem> pass(Result<T>& result) {
    return std::unexpected(std::move(result.error()));
}
template <class T> [[nodiscard]] std::unexpected<Problem> pass(Result<T>&& result) {
    return std::unexpected(std::move(result.error()));
}

} // namespace base
