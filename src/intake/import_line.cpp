#include "intake/import_line.h"

#include "base/text.h"
#include "intake/import_time.h"
#include "places/resolve.h"

#include <algorithm>

namespace intake {
namespace {

constexpr double sure = 0.6; ///< as triage asks of a place before it routes by it

bool same(std::string_view a, std::string_view b) {
    return base::lower_ascii(base::trim(a)) == base::lower_ascii(base::trim(b));
}

std::unexpected<base::Problem> unknown(const char* code, const char* field) {
    return std::unexpected(
        base::Problem{.kind = base::Kind::not_found, .code = code, .field = field, .detail = {}});
}

} // namespace

ImportNames::ImportNames(const agency::Directory& directory, const places::Region* region)
    : directory_(directory), region_(region) {}

base::Result<agency::OfficeId> ImportNames::office(std::string_view name) const {
    auto id = base::parse_id_as<agency::OfficeId>(name);
    for (const auto& office : directory_.offices().all())
        if (office.is_active &&
            ((id && office.id == *id) || same(office.short_name, name) || same(office.name, name)))
            return office.id;
    return unknown("office.unknown", "office");
}

base::Result<std::string> ImportNames::topic(std::string_view name) const {
    for (const auto& topic : directory_.topics())
        if (topic.is_active && (topic.code == name || same(topic.name_id, name))) return topic.code;
    return unknown("topic.unknown", "topic");
}

base::Result<std::string> ImportNames::area(std::string_view name) const {
    if (places::gazetteer().find(name)) return std::string(name);
    if (!region_) return unknown("area.unknown", "area");
    if (auto named = region_->named(name); named.size() == 1) return named.front().code;
    // A village and its district, as registers have them in two columns: the one area of that name within
    // that other, also where both are called the same ("Tandes, Tandes").
    if (const auto comma = name.find(','); comma != std::string_view::npos) {
        std::vector<std::string> fitting;
        for (const auto& outer : region_->named(name.substr(comma + 1)))
            for (const auto& inner : region_->named(name.substr(0, comma)))
                if (inner.code.starts_with(outer.code + ".")) fitting.push_back(inner.code);
        if (fitting.size() == 1) return fitting.front();
    }
    auto found = places::resolve(name, *region_);
    if (!found.empty() && found.front().p >= sure) return found.front().area.code;
    return unknown("area.unknown", "area");
}

base::Result<ImportedLine> read_import_line(const ImportColumns& columns, const ImportRecord& record,
                                            const ImportNames& names, const ImportRules& rules,
                                            EqualLines& before) {
    ImportedLine out;
    const std::string id = columns.has(ImportMember::id) ? columns.value(record, ImportMember::id)
                                                         : network_id_of_line(record.raw, before);
    if (record.problem) return std::unexpected(*record.problem);
    auto needed = [&](ImportMember member) -> base::Result<std::string> {
        auto value = columns.value(record, member);
        if (value.empty()) return base::fail_field(std::string(base::code_of(member)), "field.missing");
        return value;
    };
    if (id.empty()) return base::fail_field("id", "field.missing");
    out.item.network_id = id;
    auto text = needed(ImportMember::text);
    if (!text) return base::pass(text);
    out.item.text = std::move(*text);
    auto written = needed(ImportMember::created_at);
    if (!written) return base::pass(written);
    auto created = read_import_time(*written, names.directory().agency().zone);
    if (!created) return base::pass(created);
    out.item.created_at = *created;
    if (const auto at = columns.value(record, ImportMember::answered_at); !at.empty()) {
        auto answered = read_import_time(at, names.directory().agency().zone, "answered_at");
        if (!answered) return base::pass(answered);
        // A day without a time of day may be the very day on which it came.
        const auto zone = names.directory().agency().zone;
        const bool is_that_day = base::local_day(*answered, zone) == base::local_day(*created, zone) &&
                                 base::local_time_of_day(*answered, zone) == base::Duration::zero();
        if (*answered < *created && !is_that_day)
            return base::fail_field("answered_at", "field.invalid", "before created_at");
        out.answered_at = std::max(*answered, *created);
    }
    // Without a column that tells authors apart, every line has its own.
    const std::string author = columns.value(record, ImportMember::author);
    out.item.author.network_id = author.empty() ? id : author;
    if (!author.empty()) out.item.author.name = author;
    out.address = columns.value(record, ImportMember::address);

    if (auto name = columns.value(record, ImportMember::office); !name.empty()) {
        auto office = names.office(name);
        if (!office && rules.office == UnknownName::reject) return base::pass(office);
        out.decided.route = office ? cases::Route{.office = *office, .rule = {}} : cases::Route{};
    }
    if (auto name = columns.value(record, ImportMember::topic); !name.empty()) {
        auto topic = names.topic(name);
        if (!topic && rules.topic == UnknownName::reject) return base::pass(topic);
        if (topic) out.decided.topic = std::move(*topic);
    }
    if (auto name = columns.value(record, ImportMember::area); !name.empty()) {
        auto area = names.area(name);
        if (!area && rules.area == UnknownName::reject) return base::pass(area);
        if (area) out.decided.area = std::move(*area);
    }
    return out;
}

} // namespace intake
