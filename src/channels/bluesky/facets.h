// Facets: links, mentions and tags of a text, by offsets in UTF-8 bytes, the end exclusive
// (app.bsky.richtext.facet).
#pragma once
#include "base/json.h"

namespace channels::bluesky {

/// Of a text of ours: each https:// or http:// link and each #tag; `mention` is an "@handle" at its
/// beginning whose DID is known, or empty.
[[nodiscard]] base::json::Array facets_of(std::string_view text, std::string_view mention,
                                          std::string_view mention_did);

/// The text of a record with its links whole: a shortened one is replaced, words that are a link get it
/// behind them in brackets. Offsets that do not fit the text are passed over.
[[nodiscard]] std::string text_with_links(const base::json::Value& record);

} // namespace channels::bluesky
