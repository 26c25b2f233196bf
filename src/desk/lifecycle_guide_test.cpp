#include "desk/lifecycle_guide_pages.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace desk {
namespace {

namespace fs = std::filesystem;

/// Where docs/ is: named by TANGGAP_WRITE_DOCS, else above the working directory.
fs::path docs() {
    if (const char* named = std::getenv("TANGGAP_WRITE_DOCS")) return named;
    for (fs::path at = fs::current_path(); at != at.root_path(); at = at.parent_path())
        if (fs::exists(at / "docs" / "guide")) return at / "docs";
    return {};
}

void expect_as_written(const char* name, const std::string& wanted) {
    const fs::path file = docs() / "guide" / name;
    if (std::getenv("TANGGAP_WRITE_DOCS")) std::ofstream(file, std::ios::binary) << wanted;
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    EXPECT_EQ(text.str(), wanted)
        << "docs/guide/" << name << " is not what the code does; in the project's root run:\n"
        << "  TANGGAP_WRITE_DOCS=docs build/dev/desk_test --gtest_filter='*guide_shows_the_table*'";
}

TEST(LifecycleGuide, the_guide_shows_the_table) {
    expect_as_written("alur.md", lifecycle_guide());
    expect_as_written("alur.svg", lifecycle_guide_drawing());
}

TEST(LifecycleGuide, has_a_word_for_everything) {
    const std::string guide = lifecycle_guide();
    const auto table = guide.substr(guide.find("|---"));
    EXPECT_EQ(table.find("|  |  |"), table.npos) << "a row without words";
    for (const char* code : {"in_progress", "awaiting_reporter", "operator", "public_text", "release_text"})
        EXPECT_EQ(guide.find(code), guide.npos) << code;
    EXPECT_EQ(lifecycle_guide_drawing().find("></text>"), std::string::npos) << "a line without words";
    EXPECT_EQ(lifecycle_guide_drawing().find('&'), std::string::npos);
}

} // namespace
} // namespace desk
