// Example values for variables that a case has none for, so that a preview shows every line. Pure.
#pragma once
#include "outgoing/template.h"

namespace outgoing {

void fill_with_examples(Facts& facts, base::Language language);

} // namespace outgoing
