// A draft as records: its parts, their keys, pictures and places in the thread.
#pragma once
#include "network/channel.h"

namespace channels::bluesky {

[[nodiscard]] network::Limits limits();

/// The texts of the posts to be made; at least one. Who is answered hears of it by the reply itself, so
/// only a post of its own names somebody.
[[nodiscard]] std::vector<std::string> parts_of(const network::Draft& draft);

/// A record key for part `part`, the same at each attempt, in the form of a TID: 13 characters. It is no
/// time; the server only asks for the form.
[[nodiscard]] std::string record_key(std::string_view draft_key, std::size_t part);

/// Progress: {"at": ISO, "reply": {"root": {"uri","cid"}, "parent": {...}}, "blobs": [...], "ids": [...],
/// "cids": [...]}.
[[nodiscard]] base::json::Object record_of(const network::Draft& draft, const network::Progress& progress,
                                           std::size_t part);

} // namespace channels::bluesky
