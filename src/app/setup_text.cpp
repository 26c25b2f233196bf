#include "app/setup_text.h"

#include <toml++/toml.h>

#include <fstream>
#include <sstream>

namespace app {
namespace {

constexpr std::size_t max_bytes = std::size_t{8} * 1024 * 1024;

std::unexpected<base::Problem> unreadable(std::string detail) {
    return base::fail(base::Kind::invalid, "config.unreadable", std::move(detail));
}

} // namespace

base::Result<administration::Setup> read_setup(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (!in && text.empty()) return unreadable(file.string() + " cannot be read");
    if (text.size() > max_bytes) return unreadable(file.string() + " is larger than 8 MB");
    if (base::trim(text).starts_with('{')) return administration::parse_setup(text);
    try {
        const toml::table table = toml::parse(text, file.string());
        std::ostringstream json;
        json << toml::json_formatter(table);
        return administration::parse_setup(json.str());
    } catch (const toml::parse_error& error) {
        return unreadable(file.string() + ":" + std::to_string(error.source().begin.line) + ": " +
                          std::string(error.description()));
    }
}

} // namespace app
