// What the reporter said and what proves the fix: words with private pieces marked, photos, rounds of proof;
// a contested proof is kept below the new one.
#pragma once
#include "desk/case_view.h"
#include "html/markup.h"
#include "html/url.h"

#include <functional>

namespace desk {

struct ProofInput {
    const CaseView& view;
    const agency::Directory& directory;
    base::Language language = base::Language::id;
    std::function<html::Url(const std::string& sha256)> picture;
};

[[nodiscard]] html::Markup words_card(const ProofInput& input);
/// Nothing before there is a proof.
[[nodiscard]] html::Markup proof_card(const ProofInput& input);

/// All that was written, for whoever opened the identity; nothing when there are no words.
[[nodiscard]] html::Markup as_written(const std::vector<Said>& all, const agency::Directory& directory,
                                      base::Language language);
/// The words as written, private pieces marked.
[[nodiscard]] html::Markup marked_words(std::string_view text, const std::vector<triage::Mask>& masks,
                                        base::Language language);
/// "nomor telepon, NIK", each kind once; empty when nothing was found.
[[nodiscard]] std::string masked_kinds(const CaseView& view, base::Language language);
/// Why its words may never be public; empty when they may.
[[nodiscard]] std::string why_never_public(const cases::Case& c, base::Language language);
/// "Instagram", "Formulir"
[[nodiscard]] std::string network_name(std::string_view network, base::Language language);

} // namespace desk
