#include "intake/import_reason.h"

#include "intake/import_words.h"

namespace intake {

base::Text import_reason(const base::Problem& problem) noexcept {
    for (const auto& reason : words::import_reasons)
        if (reason.code == problem.code && (reason.field.empty() || reason.field == problem.field))
            return reason.text;
    return words::import_reason_other;
}

} // namespace intake
