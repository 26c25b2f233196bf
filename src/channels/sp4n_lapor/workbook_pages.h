// The recap as an Excel workbook (ISO/IEC 29500) with four sheets. Throws std::runtime_error when the file
// cannot be written.
#pragma once
#include "channels/sp4n_lapor/recap.h"

#include <filesystem>

namespace channels::sp4n_lapor {

/// The file's bytes. They are written to `scratch` first, which is gone afterwards.
[[nodiscard]] std::string workbook(const Recap& recap, std::string_view agency, base::Zone zone,
                                   const std::filesystem::path& scratch);

} // namespace channels::sp4n_lapor
