// Forms in which labels and columns get their meaning.
#pragma once
#include "channels/sp4n_lapor/lapor_pages.h"

namespace channels::sp4n_lapor {

inline constexpr std::size_t labels_per_form = 60; ///< three fields each, below the limit of a form

[[nodiscard]] html::Markup label_forms(const PageView& view, const Labels& labels);
[[nodiscard]] html::Markup column_form(const PageView& view, const std::vector<NamedColumn>& columns);
/// A text with one {} filled.

} // namespace channels::sp4n_lapor
