#include "intake/import_reader.h"

#include "base/json.h"
#include "base/text.h"

#include <algorithm>

namespace intake {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

base::Problem of_line(std::string_view what) {
    return {.kind = base::Kind::invalid, .code = "import.line", .field = std::string(what)};
}
base::Problem too_large() {
    return {.kind = base::Kind::too_large, .code = "item.too_large"};
}

/// What stands most often between the cells of a header, outside quotes.
char separator_of(std::string_view header) {
    constexpr std::string_view known = ",;\t";
    std::size_t counts[known.size()] = {};
    bool quoted = false;
    for (char c : header) {
        if (c == '"') quoted = !quoted;
        if (auto which = known.find(c); !quoted && which != std::string_view::npos) ++counts[which];
    }
    return known[static_cast<std::size_t>(std::ranges::max_element(counts) - counts)];
}

std::string as_text(const base::json::Value& value) {
    if (const auto* text = value.if_string()) return {text->data(), text->size()};
    if (value.is_number() || value.is_bool()) return boost::json::serialize(value);
    return {};
}

} // namespace

/// One record in the buffer: where it ends and where the next begins.
struct ImportReader::Scanned {
    std::size_t end = 0;
    std::size_t next = 0;
    std::vector<std::string> cells;
    std::optional<base::Problem> problem;
};

void ImportReader::feed(std::string_view bytes) {
    buffer_.erase(0, at_);
    at_ = 0;
    buffer_.append(bytes);
}

/// The line that begins here, whatever stands in it; empty while its end has not come.
std::optional<ImportReader::Scanned> ImportReader::scan_line() const {
    auto end = buffer_.find('\n', at_);
    if (end == std::string::npos && !finished_) return std::nullopt;
    Scanned out;
    out.next = end == std::string::npos ? buffer_.size() : end + 1;
    out.end = std::min(end, buffer_.size());
    if (out.end > at_ && buffer_[out.end - 1] == '\r') --out.end;
    return out;
}

std::optional<ImportReader::Scanned> ImportReader::scan() const {
    if (format_ == ImportFormat::jsonl || skipping_) return scan_line();
    const char separator = has_header_ ? separator_ : '\0'; // the header tells it once it is whole
    const std::size_t limit = std::min(buffer_.size(), at_ + max_record_bytes + 1);
    Scanned out;
    std::string cell;
    bool quoted = false, was_quoted = false, fresh = true;
    for (std::size_t i = at_; i < limit; ++i) {
        const char c = buffer_[i];
        if (quoted) {
            if (c != '"') {
                cell += c;
            } else if (i + 1 == buffer_.size() && !finished_) {
                return std::nullopt; // the next byte says whether it closes
            } else if (i + 1 < buffer_.size() && buffer_[i + 1] == '"') {
                cell += c;
                ++i;
            } else {
                quoted = false;
            }
            continue;
        }
        if (c == '\n') {
            out.next = i + 1;
            out.end = i > at_ && buffer_[i - 1] == '\r' ? i - 1 : i;
            if (!was_quoted && cell.ends_with('\r')) cell.pop_back();
            out.cells.push_back(std::move(cell));
            return out;
        }
        const bool is_separator = separator ? c == separator : c == ',' || c == ';' || c == '\t';
        if (is_separator) {
            out.cells.push_back(std::move(cell));
            cell.clear();
            was_quoted = false;
            fresh = true;
            if (out.cells.size() == max_import_columns) out.problem = of_line("cells");
            continue;
        }
        if (c == '"' && fresh) {
            quoted = was_quoted = true;
        } else if (was_quoted && c != '\r') {
            out.problem = of_line("quote"); // words after a closing quote
        } else if (!was_quoted) {
            cell += c;
        }
        fresh = false;
    }
    const bool is_over = limit == at_ + max_record_bytes + 1;
    if (!is_over && !finished_) return std::nullopt;
    if (!is_over && !quoted) {
        out.next = buffer_.size();
        out.end = buffer_.ends_with('\r') ? buffer_.size() - 1 : buffer_.size();
        out.cells.push_back(std::move(cell));
        return out;
    }
    // A quote that nothing closes must not swallow the rest of the file: its first line alone is given up.
    auto line = scan_line();
    if (!line)
        return Scanned{.end = buffer_.size(), .next = buffer_.size(), .cells = {}, .problem = too_large()};
    const bool is_long = line->end - at_ > max_record_bytes;
    line->problem = is_long ? too_large() : of_line("quote");
    return line;
}

std::optional<ImportRecord> ImportReader::take() {
    while (at_ < buffer_.size()) {
        auto scanned = scan();
        if (!scanned) {
            if (buffer_.size() - at_ <= max_record_bytes) return std::nullopt;
            scanned =
                Scanned{.end = buffer_.size(), .next = buffer_.size(), .cells = {}, .problem = too_large()};
        }
        const std::string_view whole = std::string_view(buffer_).substr(at_, scanned->next - at_);
        const bool ends_here = whole.ends_with('\n');
        ImportRecord record;
        record.line = line_;
        line_ += std::ranges::count(whole, '\n');
        record.raw.assign(buffer_, at_, std::min(scanned->end - at_, max_record_bytes));
        record.cells = std::move(scanned->cells);
        record.problem = std::move(scanned->problem);
        if (scanned->end - at_ > max_record_bytes) record.problem = too_large();
        at_ = scanned->next;
        const bool is_rest = std::exchange(skipping_, !ends_here);
        if (is_rest || base::trim(record.raw).empty()) continue;
        return record;
    }
    return std::nullopt;
}

bool ImportReader::read_header(const ImportRecord& first) {
    header_ = first.raw;
    separator_ = separator_of(header_);
    has_header_ = true;
    // Read again with the one separator that it turned out to have.
    ImportReader again(ImportFormat::csv, {});
    again.begun_ = again.has_header_ = true;
    again.separator_ = separator_;
    again.feed(header_);
    again.finish();
    auto cells = again.scan()->cells;
    width_ = cells.size();
    for (const auto& column : columns_) {
        auto found =
            std::ranges::find_if(cells, [&](const std::string& each) { return base::trim(each) == column; });
        if (found == cells.end()) {
            problem_ = {.kind = base::Kind::invalid, .code = "field.missing", .field = column};
            return false;
        }
        places_.push_back(static_cast<std::size_t>(found - cells.begin()));
    }
    return true;
}

void ImportReader::choose_cells(ImportRecord& record) const {
    if (record.cells.size() != width_) {
        record.problem = of_line("cells");
        return;
    }
    std::vector<std::string> chosen;
    for (std::size_t place : places_)
        chosen.push_back(record.cells[place]);
    record.cells = std::move(chosen);
}

void ImportReader::read_object(ImportRecord& record) const {
    auto value = base::json::parse(record.raw);
    if (!value) {
        record.problem = std::move(value.error());
        return;
    }
    const auto* object = value->if_object();
    if (!object) {
        record.problem = of_line("object");
        return;
    }
    for (const auto& column : columns_) {
        const auto* member = object->if_contains(column);
        record.cells.push_back(member ? as_text(*member) : std::string());
    }
}

std::optional<ImportRecord> ImportReader::next() {
    if (problem_) return std::nullopt;
    if (!begun_) {
        if (buffer_.size() < byte_order_mark.size() && !finished_) return std::nullopt;
        if (buffer_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
        begun_ = true;
    }
    auto record = take();
    if (record && format_ == ImportFormat::csv && !has_header_) {
        if (record->problem) {
            problem_ = std::move(record->problem);
            return std::nullopt;
        }
        if (!read_header(*record)) return std::nullopt;
        record = take();
    }
    if (!record || record->problem) return record;
    if (!base::is_utf8(record->raw))
        record->problem = of_line("utf8");
    else if (format_ == ImportFormat::csv)
        choose_cells(*record);
    else
        read_object(*record);
    return record;
}

} // namespace intake
