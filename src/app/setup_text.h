// Reading a setup file: TOML, or JSON when it begins with a brace. Fails with `config.unreadable`, and as
// administration::parse_setup does.
#pragma once
#include "administration/setup_file.h"

#include <filesystem>

namespace app {

[[nodiscard]] base::Result<administration::Setup> read_setup(const std::filesystem::path& file);

} // namespace app
