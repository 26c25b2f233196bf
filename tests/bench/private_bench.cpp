// How much of what is private is hidden, and how much of what is hidden is private.
//   private_bench [--show] [FILE.jsonl...]
// FILE, or data/training/private.jsonl where none is named, holds texts whose private parts a person marked
// (tests/private_texts.h). Figures alone are printed;
// --show prints what was missed and what was masked wrongly with the words around it.
// Budget: recall >= 0.98 and precision >= 0.95 over all kinds.
#include "private_texts.h"

#include <fmt/format.h>

#include <fstream>

namespace {

void tell(std::string_view kind, const private_texts::Figures& sum) {
    fmt::print("{:12} parts {:4}  hidden {:4}  recall {:.3f}   masks {:4}  right {:4}  precision {:.3f}\n",
               kind, sum.parts, sum.hidden, sum.recall(), sum.masks, sum.right, sum.precision());
}

int measure(const std::string& file, bool show) {
    std::ifstream in(file);
    if (!in) {
        fmt::print(stderr, "{} cannot be read\n", file);
        return 1;
    }
    const auto texts = private_texts::read(in);
    const auto score = private_texts::score(texts);
    fmt::print("{}: {} texts\n", file, texts.size());
    for (const auto& [kind, sum] : score.kinds)
        tell(kind, sum);
    tell("all", score.all);
    if (show) {
        for (const auto& line : score.missed)
            fmt::print("missed  {}\n", line);
        for (const auto& line : score.wrong)
            fmt::print("wrong   {}\n", line);
    }
    return 0;
}

} // namespace

int main(int count, char** words) {
    std::vector<std::string> files;
    bool show = false;
    for (const std::string& word : std::vector<std::string>(words + 1, words + count)) {
        if (word == "--show") {
            show = true;
            continue;
        }
        files.push_back(word);
    }
    if (files.empty()) files.push_back("data/training/private.jsonl");
    int failed = 0;
    for (const std::string& file : files)
        failed |= measure(file, show);
    return failed;
}
