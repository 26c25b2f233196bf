// The recap as an Excel workbook (ISO/IEC 29500) with four sheets. Throws std::runtime_error when the file
// cannot be written.
#pragma once
#include "channels/sp4n_lapor/recap.h"

#include <filesystem>

namespace channels::sp4n_lapor {

/// Writes `file`; what libxlsxwriter needs meanwhile stands beside it.
void write_workbook(const Recap& recap, std::string_view agency, base::Zone zone,
                    const std::filesystem::path& file);

} // namespace channels::sp4n_lapor
