#include "triage/learn.h"
#include "triage/lexicon.h"
#include "triage/quality.h"
#include "triage/reader.h"
#include "triage/training_texts.h"

#include <gtest/gtest.h>

namespace triage {
namespace {

/// Two matters that share their polite words.
struct Learnt {
    std::vector<std::string> texts;
    std::vector<Example> examples;
    HeadToLearn head{"topic", {"jalan", "sampah"}};

    Learnt() {
        const std::vector<std::string> of_roads{"jalan berlubang", "aspal rusak", "lubang besar",
                                                "jalan amblas"},
            of_waste{"sampah menumpuk", "truk sampah", "bau sampah", "tps penuh"},
            polite{"mohon dicek", "tolong min", "sudah lama", "di depan pasar", "kapan ya", "terima kasih"};
        for (int i = 0; i < 60; ++i) {
            const auto& matter = i % 2 == 0 ? of_roads : of_waste;
            texts.push_back(matter[static_cast<std::size_t>(i / 2) % matter.size()] + " " +
                            polite[static_cast<std::size_t>(i) % polite.size()]);
        }
        for (std::size_t i = 0; i < texts.size(); ++i)
            examples.push_back({texts[i], {static_cast<int>(i % 2)}});
    }
    [[nodiscard]] Model model() const { return learn(examples, {&head, 1}, {.threads = 1}).value(); }
};

Guess first(const Model& model, std::string_view text) {
    return Model::guesses(model.heads().front(), model.scores(features_of(normalise(text)))).front();
}

TEST(Model, learns_what_texts_have_in_common) {
    const Model model = Learnt().model();
    EXPECT_EQ(first(model, "lubang di aspal").label, 0U);
    EXPECT_EQ(first(model, "sampah bau sekali").label, 1U);
    EXPECT_GT(first(model, "sampah bau sekali").p, 0.8);
    EXPECT_LT(first(model, "selamat pagi").p, first(model, "sampah bau sekali").p)
        << "it has seen nothing of this";
}

/// What people feel, told by an ending that no word of one text shares with another's.
TEST(Model, reads_pieces_of_words_where_they_tell_more) {
    const std::vector<std::string> stems{"baru", "meko", "tilo", "suga", "rani", "poli", "deka", "wuri",
                                         "kasi", "lomu", "nade", "gito", "hepa", "jura", "vito", "zana"};
    std::vector<std::string> texts;
    for (int i = 0; i < 128; ++i)
        texts.push_back(stems[static_cast<std::size_t>(i / 2) % 16] +
                        stems[static_cast<std::size_t>(i / 32)] + std::to_string(i) +
                        (i % 2 == 0 ? "xx" : "qq"));
    HeadToLearn head{"feeling", {"glad", "sad"}};
    std::vector<Example> examples;
    for (std::size_t i = 0; i < texts.size(); ++i)
        examples.push_back({texts[i], {static_cast<int>(i % 2)}});
    const auto words = learn(examples, {&head, 1}, {.threads = 1}).value();
    const auto fine = learn(examples, {&head, 1}, {.may_be_fine = true, .threads = 1}).value();
    const auto told = [](const Model& model, std::string_view given) {
        const auto folded = fold(given);
        const auto text = normalise(folded, shipped_lexicon());
        const auto features = model.features_of(folded, text);
        const auto guess = Model::guesses(model.heads().front(), model.scores(features)).front();
        const auto reasons = model.reasons(model.heads().front(), guess.label, features, 1);
        return std::pair(guess, reasons.empty() ? "" : std::string(text.form(text.words[reasons[0].first])));
    };
    EXPECT_LT(told(words, "anu bolex mirqq").first.p, 0.6);
    EXPECT_EQ(told(fine, "anu bole mirqq").first.label, 1U);
    EXPECT_GT(told(fine, "anu bole mirqq").first.p, 0.7);
    EXPECT_EQ(told(fine, "anu bole mirqq").second, "mirqq");
    EXPECT_EQ(told(Model::of_bytes(fine.to_bytes()).value(), "anu bole mirxx").first.label, 0U);
}

TEST(Model, knows_what_is_denied_apart_from_what_is_said) {
    const auto denied = [](std::string_view given) {
        const auto folded = fold(given);
        const auto text = normalise(folded, shipped_lexicon());
        std::string out;
        for (const auto& feature : fine_features_of(folded, text)[static_cast<std::size_t>(Group::denied)])
            for (std::uint32_t i = feature.first; i < feature.last; ++i)
                out += std::string(text.form(text.words[i])) + (i + 1 < feature.last ? " " : "; ");
        return out;
    };
    EXPECT_EQ(denied("pelayanan tidak ramah sama sekali lagi, mahal"),
              "ramah; tidak ramah; sama; ramah sama; sekali; sama sekali; ");
    EXPECT_EQ(denied("gak ramah. mahal"), "ramah; tidak ramah; ");
    EXPECT_EQ(denied("ramah dan murah"), "");
}

TEST(Model, says_which_words_spoke_for_a_label) {
    const Model model = Learnt().model();
    const auto text = normalise("mohon dicek truk sampah di depan pasar");
    const auto reasons = model.reasons(model.heads().front(), 1, features_of(text), 2);
    ASSERT_FALSE(reasons.empty());
    EXPECT_EQ(text.form(text.words[reasons.front().first]), "sampah");
    EXPECT_TRUE(model.reasons(model.heads().front(), 1, features_of(normalise("")), 2).empty());
}

TEST(Model, of_the_first_form_serves_on) {
    const Model model = Learnt().model();
    auto bytes = model.to_bytes();
    bytes.replace(0, 8, "TGMODEL1").erase(8 + 3 * sizeof(float), 2 * sizeof(float));
    bytes.resize(bytes.size() - sizeof(std::uint64_t));
    std::uint64_t sum = 0xcbf29ce484222325U;
    for (char c : bytes)
        sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    bytes.append(reinterpret_cast<const char*>(&sum), sizeof sum);
    const auto back = Model::of_bytes(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(first(*back, "lubang di aspal").p, first(model, "lubang di aspal").p);
}

TEST(Model, comes_back_from_its_bytes_and_the_same_texts_give_the_same_bytes) {
    const Learnt learnt;
    const Model model = learnt.model();
    const auto bytes = model.to_bytes();
    const auto back = Model::of_bytes(bytes);
    ASSERT_TRUE(back);
    EXPECT_TRUE(back->to_bytes() == bytes);
    EXPECT_EQ(first(*back, "aspal rusak").p, first(model, "aspal rusak").p);
    EXPECT_TRUE(learnt.model().to_bytes() == bytes);
}

TEST(Model, refuses_bytes_that_are_damaged_anywhere) {
    const auto bytes = Learnt().model().to_bytes();
    for (std::size_t at = 0; at < bytes.size(); at += 1 + at / 50) {
        auto damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
        const auto read = Model::of_bytes(damaged);
        ASSERT_FALSE(read) << at;
        EXPECT_EQ(read.error().code, "model.broken");
        EXPECT_FALSE(Model::of_bytes(std::string_view(bytes).substr(0, at))) << at;
    }
    EXPECT_FALSE(Model::of_bytes(""));
    EXPECT_FALSE(Model::of_bytes(bytes + "x"));
}

TEST(Model, is_not_learnt_from_too_little) {
    const Learnt learnt;
    auto refused = [&](std::span<const Example> examples) {
        const auto model = learn(examples, {&learnt.head, 1}, {});
        return model ? std::string("learnt") : model.error().code;
    };
    EXPECT_EQ(refused(std::span(learnt.examples).first(19)), "learn.too_little");
    auto one_label = learnt.examples;
    for (auto& example : one_label)
        example.labels = {0};
    EXPECT_EQ(refused(one_label), "learn.too_little");
    auto unsaid = learnt.examples;
    for (auto& example : unsaid)
        example.labels = {-1};
    EXPECT_EQ(refused(unsaid), "learn.too_little");
}

TEST(Quality, counts_as_a_person_would) {
    // Four right of five; the wrong one was the least sure.
    const std::vector<Answered> answers{
        {0, 0.9, true, 0}, {1, 0.9, true, 1}, {0, 0.8, true, 0}, {1, 0.8, true, 1}, {0, 0.6, true, 1}};
    const Quality quality = quality_of(answers);
    EXPECT_EQ(quality.rows, 5);
    EXPECT_DOUBLE_EQ(quality.accuracy, 0.8);
    EXPECT_DOUBLE_EQ(quality.top3, 1);
    EXPECT_DOUBLE_EQ(quality.coverage_at_95, 0.8);
    EXPECT_NEAR(quality.macro_f1, (4.0 / 5 + 4.0 / 5) / 2, 1e-9);
    EXPECT_DOUBLE_EQ(sure_from(answers, 0.95), 0.8);
    EXPECT_GT(sure_from(std::vector<Answered>{{0, 0.9, true, 1}}, 0.95), 1) << "never sure enough";
    EXPECT_EQ(quality_of({}).rows, 0);
    // One bin of four rows at one half: sqrt(2 / pi * 1/4 / 4).
    const std::vector<Answered> halves(4, Answered{.first = 0, .p = 0.5, .truth = 0});
    EXPECT_NEAR(quality_of(halves).ece_by_chance, 0.1995, 0.0001);
}

TEST(Quality, takes_no_part_of_those_that_are_equally_sure) {
    const std::vector<Answered> answers{{0, 0.9, true, 0}, {0, 0.9, true, 1}, {0, 0.5, true, 0}};
    EXPECT_DOUBLE_EQ(quality_of(answers).coverage_at_95, 0);
}

TEST(ShippedModel, knows_its_heads_and_the_shipped_topics) {
    const auto* topic = shipped_model().head(topic_head);
    ASSERT_TRUE(topic);
    for (const auto& label : topic->labels)
        EXPECT_TRUE(std::ranges::any_of(shipped_topics(), [&](const auto& each) {
            return each.topic.code == label;
        })) << label;
    for (std::string_view name : {kind_head, abuse_head, language_head})
        EXPECT_TRUE(shipped_model().head(name)) << name;
    EXPECT_TRUE(shipped_feelings().head(sentiment_head));
}

TEST(ShippedModel, says_why_in_the_words_of_the_text) {
    const std::string text = "Min mhn PJU dpn gg 5 matiii, udh sebulan";
    std::vector<Topic> topics;
    for (const auto& each : shipped_topics())
        topics.push_back({each.topic.code, {}});
    const auto& reader = shipped_reader();
    const auto reading = reader.read({.text = text, .asks_why = true}, reader.profile({}, topics));
    EXPECT_EQ(reading.kind, Kind::complaint);
    ASSERT_FALSE(reading.topics.empty());
    EXPECT_EQ(reading.topics.front().code, "pju");
    ASSERT_FALSE(reading.topic_why.empty());
    std::vector<std::string> words;
    for (const auto& span : reading.topic_why)
        words.push_back(text.substr(span.begin, span.end - span.begin));
    EXPECT_TRUE(std::ranges::find(words, "PJU") != words.end()) << testing::PrintToString(words);
    EXPECT_EQ(reading.language.label, Tongue::id);
    EXPECT_EQ(reading.sentiment.label, Sentiment::negative);
}

TEST(OwnModel, offers_no_topic_that_the_agency_has_left_since) {
    const auto& reader = shipped_reader();
    auto profile = reader.profile({}, std::vector<Topic>{{"jalan", {}}});
    profile.own = std::make_shared<const Model>(Learnt().model());
    const auto road = reader.read({.text = "aspal rusak, lubang besar"}, profile);
    ASSERT_FALSE(road.topics.empty());
    EXPECT_EQ(road.topics.front().code, "jalan");
    EXPECT_FALSE(road.topic_abstains);
    const auto waste = reader.read({.text = "truk sampah, bau sampah"}, profile);
    EXPECT_TRUE(std::ranges::none_of(waste.topics, [](const auto& topic) { return topic.code == "sampah"; }));
    EXPECT_TRUE(waste.topic_abstains);
}

TEST(TrainingTexts, name_the_line_that_is_wrong) {
    const auto bad = learn_base_model({.written = "a\tcomplaint\tjalan\n", .found = {}});
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().code, "training.line");
    EXPECT_NE(bad.error().detail.find("line 1"), std::string::npos);
}

} // namespace
} // namespace triage
