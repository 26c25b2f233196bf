#include "cases/lifecycle_drawing.h"
#include "cases/transitions.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace cases {
namespace {

namespace fs = std::filesystem;

/// Where docs/ is: named by TANGGAP_WRITE_DOCS, else above the working directory.
fs::path docs() {
    if (const char* named = std::getenv("TANGGAP_WRITE_DOCS")) return named;
    for (fs::path at = fs::current_path(); at != at.root_path(); at = at.parent_path())
        if (fs::exists(at / "docs" / "lifecycle.md")) return at / "docs";
    return {};
}

void expect_as_written(const char* name, const std::string& wanted) {
    const fs::path file = docs() / name;
    if (std::getenv("TANGGAP_WRITE_DOCS")) std::ofstream(file, std::ios::binary) << wanted;
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    EXPECT_EQ(text.str(), wanted)
        << "docs/" << name << " is not what the code does; in the project's root run:\n"
        << "  TANGGAP_WRITE_DOCS=docs build/dev/cases_test --gtest_filter='*docs_show_the_table*'";
}

TEST(Transitions, the_docs_show_the_table) {
    expect_as_written("lifecycle.md", lifecycle_table());
    expect_as_written("lifecycle.svg", lifecycle_drawing());
}

TEST(Transitions, the_drawing_has_every_way_from_one_state_to_another) {
    const std::string drawing = lifecycle_drawing();
    for (const Transition& t : transitions) {
        const bool is_drawn = drawing.find(">" + std::string(base::code_of(t.command)) + "<") != drawing.npos;
        EXPECT_EQ(is_drawn, t.to != To::same) << base::code_of(t.command);
    }
    for (const auto& state : base::codes<State>)
        EXPECT_NE(drawing.find(">" + std::string(state.code) + "<"), drawing.npos) << state.code;
    EXPECT_EQ(drawing.find_first_of("&"), drawing.npos);
}

TEST(Transitions, every_state_can_be_reached_and_left) {
    StateSet reached{State::received};
    StateSet left;
    for (const Transition& t : transitions) {
        if (t.to != To::state) continue;
        reached.add(t.state);
        for (const auto& each : base::codes<State>)
            if (t.from.has(each.value)) left.add(each.value);
    }
    left.add(State::awaiting_reporter); // by an answer, to the state before
    for (const auto& each : base::codes<State>) {
        EXPECT_TRUE(reached.has(each.value)) << each.code;
        EXPECT_TRUE(left.has(each.value)) << each.code;
    }
}

} // namespace
} // namespace cases
