#include "learning/own_models.h"
#include "triage/learn.h"

#include <gtest/gtest.h>

#include <fstream>

namespace learning {
namespace {

namespace fs = std::filesystem;

class Models : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("tanggap-models-" + std::to_string(::getpid()));
        fs::remove_all(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    static triage::Model model(std::string_view first, std::string_view second) {
        std::vector<std::string> texts;
        for (int i = 0; i < 24; ++i)
            texts.push_back((i % 2 == 0 ? "jalan berlubang " : "sampah menumpuk ") + std::to_string(i % 5));
        std::vector<triage::Example> examples;
        for (std::size_t i = 0; i < texts.size(); ++i)
            examples.push_back({texts[i], {static_cast<int>(i % 2)}});
        const triage::HeadToLearn head{"topic", {std::string(first), std::string(second)}};
        return triage::learn(examples, {&head, 1}, {.threads = 1}).value();
    }
    /// A file's time has to differ for it to be read again.
    void write(std::string_view bytes) {
        const auto path = folder_ / "7.model";
        std::ofstream(path, std::ios::binary) << bytes;
        fs::last_write_time(path, fs::last_write_time(path) + std::chrono::seconds(++later_));
    }

    fs::path folder_;
    int later_ = 0;
    base::AgencyId agency_{7};
};

TEST_F(Models, are_read_when_they_are_replaced_and_the_one_before_stays) {
    OwnModels models(folder_);
    EXPECT_FALSE(models.of(agency_));
    ASSERT_TRUE(models.replace(agency_, model("a", "b")));
    ASSERT_TRUE(models.of(agency_));
    EXPECT_EQ(models.of(agency_)->heads().front().labels.front(), "a");
    OwnModels of_another_node(folder_);
    EXPECT_TRUE(of_another_node.of(agency_));
    write(model("c", "d").to_bytes());
    EXPECT_EQ(models.of(agency_)->heads().front().labels.front(), "c");
    ASSERT_TRUE(models.replace(agency_, model("e", "f")));
    EXPECT_TRUE(fs::exists(folder_ / "7.model.before"));
    EXPECT_FALSE(models.of(base::AgencyId{8}));
}

TEST_F(Models, that_are_broken_are_refused_and_the_one_before_serves_on) {
    OwnModels models(folder_);
    ASSERT_TRUE(models.replace(agency_, model("a", "b")));
    ASSERT_TRUE(models.of(agency_));
    auto damaged = model("c", "d").to_bytes();
    damaged[damaged.size() / 2] ^= 1;
    write(damaged);
    ASSERT_TRUE(models.of(agency_));
    EXPECT_EQ(models.of(agency_)->heads().front().labels.front(), "a");
    ASSERT_TRUE(models.refusal(agency_));
    EXPECT_EQ(models.refusal(agency_)->code, "model.broken");
    write(model("e", "f").to_bytes());
    EXPECT_EQ(models.of(agency_)->heads().front().labels.front(), "e");
    EXPECT_FALSE(models.refusal(agency_));
}

TEST_F(Models, change_places_with_the_one_before) {
    OwnModels models(folder_), of_another_node(folder_);
    ASSERT_TRUE(models.replace(agency_, model("a", "b")));
    const auto second = models.replace(agency_, model("c", "d"));
    ASSERT_TRUE(second);
    EXPECT_EQ(models.sum_of(agency_), *second);
    EXPECT_EQ(models.before(agency_)->heads().front().labels.front(), "a");
    const auto first = models.swap(agency_);
    ASSERT_TRUE(first);
    EXPECT_NE(*first, *second);
    EXPECT_EQ(models.of(agency_)->heads().front().labels.front(), "a");
    EXPECT_EQ(of_another_node.of(agency_)->heads().front().labels.front(), "a");
    EXPECT_EQ(models.swap(agency_), *second);
    EXPECT_EQ(of_another_node.of(agency_)->heads().front().labels.front(), "c");
}

TEST_F(Models, give_way_to_what_is_shipped_where_none_was_before) {
    OwnModels models(folder_);
    EXPECT_EQ(models.swap(agency_).error().code, "model.none_before");
    const auto first = models.replace(agency_, model("a", "b"));
    ASSERT_TRUE(first);
    EXPECT_EQ(models.swap(agency_), std::string());
    EXPECT_FALSE(models.of(agency_));
    EXPECT_EQ(models.swap(agency_), *first);
    EXPECT_TRUE(models.of(agency_));
}

TEST_F(Models, are_none_without_a_folder) {
    OwnModels models({});
    EXPECT_FALSE(models.of(agency_));
}

} // namespace
} // namespace learning
