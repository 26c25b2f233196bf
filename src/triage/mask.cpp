#include "triage/mask.h"

#include "triage/private.h"

#include <algorithm>
#include <tuple>

namespace triage {
namespace {

void find_with_digits(const Folded& folded, std::string_view given, Addresses addresses,
                      std::vector<Mask>& found) {
    find_numbers(folded.text, found);
    find_plates(folded, given, found);
    if (addresses == Addresses::hidden) find_addresses(folded, given, found);
}

} // namespace

std::string_view token(PrivateData kind) noexcept {
    switch (kind) {
    case PrivateData::nik: return "[NIK disamarkan]";
    case PrivateData::family_card: return "[nomor KK disamarkan]";
    case PrivateData::phone: return "[nomor telepon disamarkan]";
    case PrivateData::email: return "[surel disamarkan]";
    case PrivateData::plate: return "[pelat nomor disamarkan]";
    case PrivateData::account: return "[nomor rekening disamarkan]";
    case PrivateData::tax: return "[NPWP disamarkan]";
    case PrivateData::insurance: return "[nomor BPJS disamarkan]";
    case PrivateData::address: return "[alamat disamarkan]";
    }
    return "[disamarkan]";
}

std::vector<Mask> find_private(std::string_view text, Addresses addresses) {
    return find_private(text, fold(text), addresses);
}

std::vector<Mask> find_private(std::string_view text, const Folded& folded, Addresses addresses) {
    std::vector<Mask> found;
    find_emails(folded.text, found);
    find_spoken_numbers(folded.text, found);
    if (const auto many = begin_of_many_numbers(folded.text); many == folded.text.size()) {
        if (std::ranges::any_of(folded.text, is_digit)) find_with_digits(folded, text, addresses, found);
    } else {
        hide_numbers(folded.text, many, found);
        Folded before = folded;
        before.text.resize(many);
        if (!before.origin.empty()) before.origin.resize(many);
        find_with_digits(before, text, addresses, found);
    }
    for (Mask& mask : found)
        std::tie(mask.begin, mask.end) = folded.span(mask.begin, mask.end);
    // The one that begins first names what overlaps it, the longer of two that begin together.
    std::ranges::sort(found, [](const Mask& a, const Mask& b) {
        if (a.begin != b.begin) return a.begin < b.begin;
        return a.end != b.end ? a.end > b.end : a.kind < b.kind;
    });
    std::vector<Mask> out;
    for (const Mask& mask : found) {
        if (mask.begin >= mask.end) continue;
        if (!out.empty() && mask.begin < out.back().end)
            out.back().end = std::max(out.back().end, mask.end);
        else
            out.push_back(mask);
    }
    return out;
}

std::string masked(std::string_view text, const std::vector<Mask>& masks) {
    std::string out;
    out.reserve(text.size() + masks.size() * 16);
    std::size_t at = 0;
    for (const Mask& mask : masks) {
        if (mask.begin < at || mask.end > text.size()) continue;
        out += text.substr(at, mask.begin - at);
        out += token(mask.kind);
        at = mask.end;
    }
    out += text.substr(at);
    return out;
}

std::string masked(std::string_view text, Addresses addresses) {
    return settled(masked(text, find_private(text, addresses)), addresses);
}

std::string settled(std::string masked_text, Addresses addresses) {
    // Taking one number out can leave another standing alone that was part of it: three rounds are more than
    // is known to be needed, and one is the rule.
    for (int round = 0; round < 3; ++round) {
        const std::vector<Mask> left = find_private(masked_text, addresses);
        if (left.empty()) break;
        masked_text = masked(masked_text, left);
    }
    return masked_text;
}

} // namespace triage
