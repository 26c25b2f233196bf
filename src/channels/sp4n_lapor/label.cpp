#include "channels/sp4n_lapor/label.h"

#include "base/text.h"
#include "triage/kind.h"

#include <algorithm>

namespace channels::sp4n_lapor {
namespace {

struct Shipped {
    Subject subject;
    std::string_view label;
    std::string_view meaning;
};

/// Usual words; no official list is public, so an agency's own rows win.
constexpr auto shipped = std::to_array<Shipped>({
    {Subject::classification, "pengaduan", "complaint"},
    {Subject::classification, "permintaan informasi", "information_request"},
    {Subject::classification, "permintaan informasi publik", "information_request"},
    {Subject::classification, "aspirasi", "aspiration"},
    {Subject::classification, "pertanyaan", "question"},
    {Subject::classification, "apresiasi", "appreciation"},
    {Subject::classification, "whistle blowing system", "whistleblowing"},
    {Subject::classification, "whistleblowing system", "whistleblowing"},
    {Subject::classification, "pelaporan pelanggaran", "whistleblowing"},
    {Subject::status, "belum terverifikasi", "received"},
    {Subject::status, "belum diverifikasi", "received"},
    {Subject::status, "terverifikasi", "verified"},
    {Subject::status, "diverifikasi", "verified"},
    {Subject::status, "belum ditindaklanjuti", "assigned"},
    {Subject::status, "diteruskan", "assigned"},
    {Subject::status, "disposisi", "assigned"},
    {Subject::status, "proses", "in_progress"},
    {Subject::status, "sedang diproses", "in_progress"},
    {Subject::status, "diproses", "in_progress"},
    {Subject::status, "ditindaklanjuti", "in_progress"},
    {Subject::status, "dibuka kembali", "in_progress"},
    {Subject::status, "ditunda", "awaiting_reporter"},
    {Subject::status, "dijawab", "resolved"},
    {Subject::status, "selesai", "closed"},
    {Subject::status, "ditolak", "declined"},
    {Subject::status, "diarsipkan", "archived"},
    {Subject::nature, "normal", "public"},
    {Subject::nature, "biasa", "public"},
    {Subject::nature, "terbuka", "public"},
    {Subject::nature, "publik", "public"},
    {Subject::nature, "anonim", "anonim"},
    {Subject::nature, "rahasia", "rahasia"},
    {Subject::nature, "anonim rahasia", "rahasia"},
    {Subject::nature, "anonim dan rahasia", "rahasia"},
    {Subject::nature, "rahasia anonim", "rahasia"},
    {Subject::oversight, "berkadar pengawasan", "oversight"},
    {Subject::oversight, "ya", "oversight"},
    {Subject::oversight, "tidak berkadar pengawasan", "no_oversight"},
    {Subject::oversight, "tidak", "no_oversight"},
    {Subject::state, "received", "Belum Terverifikasi"},
    {Subject::state, "verified", "Belum Ditindaklanjuti"},
    {Subject::state, "assigned", "Belum Ditindaklanjuti"},
    {Subject::state, "in_progress", "Sedang Diproses"},
    {Subject::state, "scheduled", "Sedang Diproses"},
    {Subject::state, "awaiting_reporter", "Ditunda"},
    {Subject::state, "resolved", "Sedang Diproses"},
    {Subject::state, "closed", "Selesai"},
    {Subject::state, "referred", "Sedang Diproses"},
    {Subject::state, "declined", "Diarsipkan"},
    {Subject::state, "archived", "Diarsipkan"},
});

} // namespace

std::string folded(std::string_view label) {
    std::string out;
    for (char c : base::lower_ascii(label)) {
        const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
        if (is_kept)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

Labels::Labels(std::vector<Label> rows, const agency::Directory& directory) : rows_(std::move(rows)) {
    auto put = [&](Subject subject, std::string label, const std::string& meaning) {
        if (!label.empty()) known_.try_emplace({subject, std::move(label)}, meaning);
    };
    // The first that is put stays: the agency's rows, then the shipped ones, then names.
    for (const Label& row : rows_)
        if (row.meaning) known_.try_emplace({row.subject, row.label}, *row.meaning);
    for (const Shipped& row : shipped)
        known_.try_emplace({row.subject, std::string(row.label)}, row.meaning);
    for (const auto& topic : directory.topics()) {
        if (!topic.is_active) continue;
        put(Subject::category, folded(topic.name_id), topic.code);
        put(Subject::category, folded(topic.code), topic.code);
    }
    for (const auto& office : directory.offices().all()) {
        if (!office.is_active) continue;
        put(Subject::unit, folded(office.name), base::to_string(office.id));
        put(Subject::unit, folded(office.short_name), base::to_string(office.id));
    }
}

std::optional<std::string> Labels::meaning(Subject subject, std::string_view label) const {
    auto found = known_.find({subject, folded(label)});
    if (found == known_.end()) return std::nullopt;
    return found->second;
}

std::string Labels::word_for(cases::State state) const {
    const std::string code(base::code_of(state));
    auto found = known_.find({Subject::state, code});
    return found == known_.end() ? code : found->second;
}

bool is_meaning(Subject subject, std::string_view meaning, const agency::Directory& directory) {
    switch (subject) {
    case Subject::category: {
        const auto* topic = directory.topic(meaning);
        return topic && topic->is_active;
    }
    case Subject::unit: {
        auto id = base::parse_id_as<agency::OfficeId>(meaning);
        const auto* office = id ? directory.office(*id) : nullptr;
        return office && office->is_active;
    }
    case Subject::status: return base::from_code<cases::State>(meaning).has_value();
    case Subject::classification: {
        auto kind = base::from_code<triage::Kind>(meaning);
        return kind && triage::opens_case(*kind);
    }
    case Subject::nature: return base::from_code<cases::IdentityMode>(meaning).has_value();
    case Subject::oversight: return base::from_code<cases::Class>(meaning).has_value();
    case Subject::state: return !meaning.empty() && base::length(meaning) <= 80;
    }
    return false;
}

} // namespace channels::sp4n_lapor
