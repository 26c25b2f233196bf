#include "triage/terms.h"

#include "base/text.h"
#include "triage/normalise.h"

#include <algorithm>
#include <array>
#include <libstemmer.h>
#include <memory>
#include <stdexcept>

namespace triage {
namespace {

constexpr auto fillers = std::to_array<std::string_view>({
    "ada",  "adalah", "agar", "akan",  "aku",    "anda",   "atau",  "bagi", "bahwa", "bisa", "dalam",  "dan",
    "dari", "dengan", "di",   "dong",  "ini",    "itu",    "jadi",  "juga", "kah",   "kami", "karena", "ke",
    "kita", "lagi",   "lah",  "mohon", "nya",    "oleh",   "pada",  "para", "pun",   "saja", "sangat", "saya",
    "sih",  "sudah",  "tapi", "telah", "tetapi", "tolong", "untuk", "ya",   "yang",
});
static_assert(std::ranges::is_sorted(fillers));

constexpr std::string_view masked_end = " disamarkan]";
constexpr std::size_t longest_token = 32; ///< triage::token()

/// What the machine wrote in the place of private data is nobody's word.
std::string without_tokens(std::string_view text) {
    std::string out;
    for (auto end = text.find(masked_end); end != std::string_view::npos; end = text.find(masked_end)) {
        const auto begin = text.substr(0, end).rfind('[');
        const bool is_token = begin != std::string_view::npos && end - begin <= longest_token;
        out += text.substr(0, is_token ? begin : end);
        out += ' ';
        text.remove_prefix(end + masked_end.size());
    }
    return out += text;
}

struct DeleteStemmer {
    void operator()(sb_stemmer* stemmer) const noexcept { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, DeleteStemmer>;

/// A stemmer keeps the word it is at: one for each thread.
sb_stemmer* stemmer() {
    thread_local const Stemmer mine{sb_stemmer_new("indonesian", "UTF_8")};
    if (!mine) throw std::runtime_error("libstemmer has no Indonesian");
    return mine.get();
}

std::string stem_of(const std::string& form) {
    if (form.size() < 4 || !std::ranges::all_of(form, is_small)) return form;
    const auto* stem = sb_stemmer_stem(stemmer(), reinterpret_cast<const sb_symbol*>(form.data()),
                                       static_cast<int>(form.size()));
    if (!stem) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer()))};
}

std::string cut(std::string_view form) {
    std::size_t size = std::min(form.size(), longest_term);
    while (size < form.size() && size > 0 && (static_cast<unsigned char>(form[size]) & 0xC0U) == 0x80)
        --size;
    return std::string(form.substr(0, size));
}

} // namespace

bool is_filler(std::string_view form) noexcept {
    return std::ranges::binary_search(fillers, form);
}

std::vector<Term> terms(std::string_view text) {
    const auto normalised = normalise(without_tokens(text));
    std::vector<Term> out;
    out.reserve(normalised.words.size());
    for (const Word& word : normalised.words) {
        const auto form = normalised.form(word);
        // Marks of a sentence are words of their own there.
        if (form.empty() || !std::ranges::all_of(form, is_word)) continue;
        Term term{.form = cut(form), .stem = {}};
        if (term.form.empty() || !base::is_utf8(term.form)) continue;
        term.stem = stem_of(term.form);
        out.push_back(std::move(term));
    }
    return out;
}

} // namespace triage
