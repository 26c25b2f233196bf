#include "deadlines/crossing.h"

#include "base/json.h"

namespace deadlines {

BOOST_DESCRIBE_STRUCT(Crossing, (), (deadline, due, profile, was))

std::string kind_of(Crossed crossed) {
    return "deadline." + std::string(base::code_of(crossed));
}

std::string to_data(const Crossing& crossing) {
    return boost::json::serialize(
        base::json::Object{{"public", base::json::Object{}}, {"staff", base::json::to_value(crossing)}});
}

std::optional<Crossing> read_crossing(Crossed crossed, std::string_view kind, std::string_view data) {
    if (kind != kind_of(crossed)) return std::nullopt;
    auto parsed = base::json::parse(data);
    if (!parsed || !parsed->is_object() || !parsed->get_object().contains("staff")) return std::nullopt;
    auto read = base::json::read<Crossing>(parsed->get_object().at("staff"));
    return read ? std::optional(std::move(*read)) : std::nullopt;
}

} // namespace deadlines
