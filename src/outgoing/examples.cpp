#include "outgoing/examples.h"

#include "outgoing/template_words.h"

namespace outgoing {

void fill_with_examples(Facts& facts, base::Language language) {
    for (const auto& each : words::variables)
        if (facts[each.variable].empty()) facts.set(each.variable, each.example.in(language));
}

} // namespace outgoing
