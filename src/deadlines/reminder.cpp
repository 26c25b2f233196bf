#include "deadlines/reminder.h"

namespace deadlines {

BOOST_DESCRIBE_STRUCT(Reminder, (), (deadline, due, at_percent, tells, ladder, told))

std::string to_data(const Reminder& reminder) {
    return boost::json::serialize(
        base::json::Object{{"public", base::json::Object{}}, {"staff", base::json::to_value(reminder)}});
}

std::optional<Reminder> read_reminder(std::string_view kind, std::string_view data) {
    if (kind != reminded_kind) return std::nullopt;
    auto parsed = base::json::parse(data);
    if (!parsed || !parsed->is_object() || !parsed->get_object().contains("staff")) return std::nullopt;
    auto read = base::json::read<Reminder>(parsed->get_object().at("staff"));
    return read ? std::optional(std::move(*read)) : std::nullopt;
}

} // namespace deadlines
