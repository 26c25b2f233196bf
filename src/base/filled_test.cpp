#include "base/filled.h"

#include <gtest/gtest.h>

namespace base {
namespace {

constexpr Text left{"sisa {} dari {}", "{} of {} left"};

TEST(Filled, puts_the_values_in_order) {
    EXPECT_EQ(filled(left, Language::id, {"2 jam", "3 jam"}), "sisa 2 jam dari 3 jam");
    EXPECT_EQ(filled(left, Language::en, {"2", "3", "4"}), "2 of 3 left");
    EXPECT_EQ(filled(left, Language::en, "2"), "2 of {} left");
}

TEST(Filled, never_reads_a_value_for_slots) {
    EXPECT_EQ(filled(left, Language::id, {"{}", "x"}), "sisa {} dari x");
}

} // namespace
} // namespace base
