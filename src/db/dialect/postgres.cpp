#include "db/dialect/dialect.h"

namespace db::dialect {

namespace {

std::string without_comments(std::string_view sql) {
    std::string out;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        if (sql[i] == '\'' || sql[i] == '"') {
            const auto end = sql.find(sql[i], i + 1);
            if (end == std::string_view::npos) return out.append(sql.substr(i));
            out.append(sql.substr(i, end - i + 1));
            i = end;
        } else if (sql[i] == '-' && i + 1 < sql.size() && sql[i + 1] == '-') {
            i = sql.find('\n', i);
            if (i == std::string_view::npos) return out;
            out += '\n';
        } else {
            out += sql[i];
        }
    }
    return out;
}

std::string_view type_of(ValueKind kind) {
    switch (kind) {
    case ValueKind::integer: return "::bigint";
    case ValueKind::real: return "::double precision";
    case ValueKind::text: return "::text";
    }
    return {};
}

} // namespace

std::string for_postgres(std::string_view sql, std::span<const ValueKind> params) {
    std::string text = without_comments(sql);
    for (const auto marker : {lock_free_ones, lock})
        for (auto at = text.find(marker); at != std::string::npos; at = text.find(marker, at))
            text.replace(at, marker.size(), marker.substr(1, marker.size() - 2));

    const std::string_view in = text;
    const auto names = detail::names_in(in);
    std::string out;
    std::size_t from = 0;
    for (auto name = detail::next_name(in, 0); !name.empty(); name = detail::next_name(in, from)) {
        const auto at = static_cast<std::size_t>(name.data() - in.data());
        const auto index = names.index_of(name);
        out.append(in.substr(from, at - from)).append("$").append(std::to_string(index + 1));
        out.append(type_of(params[index]));
        from = at + name.size();
    }
    return out.append(in.substr(from));
}

} // namespace db::dialect
