// The buttons under a resolved answer, where a network has any. Pure.
#pragma once
#include "base/json.h"
#include "base/language.h"

namespace outgoing {

/// [{"text":"Sudah","data":"sudah:TGP-7K3M-9QXT"}, ...]; a press comes back as its data.
[[nodiscard]] base::json::Array answer_buttons(std::string_view case_code, base::Language language);

} // namespace outgoing
