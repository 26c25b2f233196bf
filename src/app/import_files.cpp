#include "app/import_files.h"

#include "base/json.h"
#include "intake/import_reason.h"

#include <fmt/format.h>

#include <cstdio>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace app {
namespace {

using namespace std::chrono_literals;

std::string quoted(std::string_view cell) {
    std::string out = "\"";
    for (char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    return out += '"';
}

/// The object itself with the reason beside it; what was none stands in "raw".
base::json::Object rejected_object(const intake::ImportRecord& record, std::string_view code,
                                   std::string_view reason) {
    auto value = base::json::parse(record.raw);
    base::json::Object out;
    if (value && value->is_object())
        out = std::move(value->get_object());
    else
        out["raw"] = record.raw;
    out["baris"] = record.line;
    out["kode"] = code;
    out["alasan"] = reason;
    return out;
}

} // namespace

base::Result<ImportSource> ImportSource::open(const std::filesystem::path& file) {
    ImportSource out;
    std::error_code error;
    out.size_ = static_cast<std::int64_t>(std::filesystem::file_size(file, error));
    if (!error) out.in_.open(file, std::ios::binary);
    if (error || !out.in_)
        return base::fail(base::Kind::not_found, "import.unreadable",
                          file.string() + " cannot be read" + (error ? ": " + error.message() : ""));
    return out;
}

std::string ImportSource::read(std::size_t most) {
    std::string out(most, '\0');
    in_.read(out.data(), static_cast<std::streamsize>(most));
    if (in_.bad()) throw std::runtime_error("the file cannot be read to its end");
    out.resize(static_cast<std::size_t>(in_.gcount()));
    return out;
}

RejectedLines::RejectedLines(const std::filesystem::path& file, intake::ImportFormat format)
    : path_(file.string() + ".ditolak." + std::string(base::code_of(format))), format_(format) {}

void RejectedLines::add(const intake::ImportRecord& record, const base::Problem& problem,
                        const intake::ImportReader& reader) {
    const auto reason = intake::import_reason(problem).id;
    const char separator = reader.separator();
    if (!is_open_) {
        is_open_ = true;
        out_.open(path_, std::ios::binary | std::ios::trunc);
        std::error_code ignored; // what cannot be opened is told by close()
        std::filesystem::permissions(
            path_, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
        if (format_ == intake::ImportFormat::csv)
            out_ << fmt::format("baris{0}kode{0}alasan{0}{1}\n", separator, reader.header());
    }
    switch (format_) {
    case intake::ImportFormat::csv:
        out_ << fmt::format("{1}{0}{2}{0}{3}{0}{4}\n", separator, record.line, problem.code, quoted(reason),
                            record.raw);
        break;
    case intake::ImportFormat::jsonl:
        out_ << boost::json::serialize(rejected_object(record, problem.code, reason)) << "\n";
        break;
    }
}

base::Result<void> RejectedLines::close() {
    if (!is_open_) {
        std::error_code ignored; // usually there is none
        std::filesystem::remove(path_, ignored);
        return {};
    }
    out_.close();
    if (out_) return {};
    return base::fail(base::Kind::unavailable, "import.not_written",
                      "the lines were imported, but " + path_.string() + " cannot be written");
}

ImportProgress::ImportProgress(base::Now now, std::int64_t size)
    : now_(std::move(now)), size_(size), begun_(now_()), told_(begun_), is_terminal_(::isatty(2) == 1) {}

void ImportProgress::tell(const intake::ImportCounts& counts, std::int64_t bytes) {
    const base::Time now = now_();
    if (now - told_ < (is_terminal_ ? 200ms : 5000ms)) return;
    told_ = now;
    const double share = size_ > 0 ? static_cast<double>(bytes) / static_cast<double>(size_) : 1;
    const auto seconds = static_cast<double>((now - begun_).count()) / 1000;
    const std::string line = fmt::format("{:3.0f} %  {} lines, {:.0f} a second", share * 100, counts.read,
                                         seconds > 0 ? static_cast<double>(counts.read) / seconds : 0);
    if (!is_terminal_) {
        fmt::print(stderr, "import: {}\n", line);
        return;
    }
    constexpr int width = 30;
    const int full = static_cast<int>(share * width);
    fmt::print(stderr, "\r[{:#<{}}{: <{}}] {}", "", full, "", width - full, line);
    std::fflush(stderr);
    has_bar_ = true;
}

void ImportProgress::end() {
    if (has_bar_) std::fputc('\n', stderr);
}

} // namespace app
