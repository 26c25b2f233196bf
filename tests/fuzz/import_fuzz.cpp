// Files to import, in pieces of every size: what comes out keeps its limits, never hangs, and does not depend
// on where the bytes were cut.
#include "base/text.h"
#include "intake/import_reader.h"
#include "intake/import_time.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

std::vector<intake::ImportRecord> read(intake::ImportFormat format, std::string_view bytes,
                                       std::size_t piece) {
    intake::ImportReader reader(format, {"isi", "waktu"});
    std::vector<intake::ImportRecord> out;
    auto drain = [&] {
        while (auto record = reader.next())
            out.push_back(std::move(*record));
    };
    while (!bytes.empty()) {
        reader.feed(bytes.substr(0, piece));
        bytes.remove_prefix(std::min(piece, bytes.size()));
        drain();
    }
    reader.finish();
    drain();
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const auto format = data[0] & 1 ? intake::ImportFormat::csv : intake::ImportFormat::jsonl;
    const std::size_t piece = 1 + data[1];
    std::string bytes = format == intake::ImportFormat::csv ? "isi,waktu\n" : "";
    bytes.append(reinterpret_cast<const char*>(data) + 2, size - 2);
    const auto whole = read(format, bytes, bytes.size() + 1);
    const auto cut = read(format, bytes, piece);
    if (whole.size() != cut.size()) std::abort();
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const auto& record = whole[i];
        bool holds = record.line == cut[i].line && record.raw == cut[i].raw && record.cells == cut[i].cells &&
                     record.problem.has_value() == cut[i].problem.has_value() &&
                     record.raw.size() <= intake::max_record_bytes;
        if (!record.problem)
            for (const auto& cell : record.cells)
                holds = holds && base::is_utf8(cell);
        if (!holds) std::abort();
        if (!record.problem && record.cells.size() == 2)
            (void)intake::read_import_time(record.cells[1], base::Zone::wit);
    }
    return 0;
}
