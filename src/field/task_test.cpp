#include "field/spoken.h"
#include "field/step.h"
#include "field/task.h"

#include <gtest/gtest.h>

namespace field {
namespace {

TaskRow row(std::int64_t id, std::optional<int> due_in_hours, std::optional<double> lat = {},
            std::optional<double> lon = {}, std::optional<std::string> planned = {}) {
    TaskRow out{.id = cases::CaseId{id}, .due_at = {}, .lat = lat, .lon = lon, .planned_day = planned};
    if (due_in_hours) out.due_at = base::Time{} + std::chrono::hours(*due_in_hours);
    return out;
}

std::vector<std::int64_t> ids(const std::vector<TaskRow>& rows) {
    std::vector<std::int64_t> out;
    for (const auto& each : rows)
        out.push_back(each.id.value);
    return out;
}

TEST(TaskOrder, the_earliest_due_is_first_and_planned_work_last) {
    std::vector rows{row(1, {}, {}, {}, "2026-06-08"), row(2, 30), row(3, {}, {}, {}, "2026-06-01"),
                     row(4, 5), row(5, 5)};
    by_due(rows);
    EXPECT_EQ(ids(rows), (std::vector<std::int64_t>{4, 5, 2, 3, 1}));
}

TEST(TaskOrder, the_nearest_is_first_and_what_has_no_point_last_by_due) {
    const places::Point here{-6.2270, 106.8530};
    std::vector rows{row(1, 9), row(2, 3), row(3, 1, -6.3000, 106.8530), row(4, 50, -6.2280, 106.8530)};
    by_distance(rows, here);
    EXPECT_EQ(ids(rows), (std::vector<std::int64_t>{4, 3, 2, 1}));
}

TEST(TaskDistance, is_that_of_the_globe) {
    EXPECT_DOUBLE_EQ(km_between({-6.2, 106.8}, {-6.2, 106.8}), 0);
    EXPECT_NEAR(km_between({0, 100}, {1, 100}), 111.19, 0.05);
    EXPECT_NEAR(km_between({-6.1754, 106.8272}, {-6.9175, 107.6191}), 120, 1); // Monas to Bandung
    EXPECT_FALSE(km_to(row(1, 1), {-6.2, 106.8}));
}

TEST(TaskDistance, is_spoken_in_metres_then_in_kilometres) {
    struct Row {
        double km;
        const char *id, *en;
    };
    for (const auto& [km, id, en] :
         {Row{0.352, "350 m", "350 m"}, Row{0.996, "1,0 km", "1.0 km"}, Row{1.83, "1,8 km", "1.8 km"},
          Row{9.97, "10 km", "10 km"}, Row{12.4, "12 km", "12 km"}}) {
        EXPECT_EQ(spoken_distance(km, base::Language::id), id);
        EXPECT_EQ(spoken_distance(km, base::Language::en), en);
    }
}

Task task(std::vector<cases::CommandName> may) {
    return {.c = {}, .clock = {}, .picture = {}, .km = {}, .may = std::move(may)};
}

TEST(TaskStep, the_card_offers_one_next_step) {
    using enum cases::CommandName;
    EXPECT_EQ(next_step(task({start, resolve, note})), NextStep::start);
    EXPECT_EQ(next_step(task({resolve, note})), NextStep::result);
    EXPECT_EQ(next_step(task({note})), NextStep::look);
}

TEST(TaskStep, who_may_not_return_leaves_a_note_that_says_so) {
    StepDraft draft;
    draft.step = Step::giving_back;
    draft.text = " Pagar terkunci ";
    auto returned = command_of(draft, task({cases::CommandName::return_}), proof::ProofKind::photo);
    ASSERT_TRUE(returned);
    EXPECT_EQ(std::get<cases::Return>(*returned).reason, "Pagar terkunci");
    auto noted = command_of(draft, task({cases::CommandName::note}), proof::ProofKind::photo);
    ASSERT_TRUE(noted);
    EXPECT_EQ(std::get<cases::Note>(*noted).text, "Tidak bisa dikerjakan: Pagar terkunci");
    draft.text = " ";
    EXPECT_EQ(command_of(draft, task({cases::CommandName::note}), proof::ProofKind::photo).error().code,
              "case.needs_reason");
}

TEST(TaskStep, the_result_is_the_proof_that_the_topic_demands) {
    StepDraft draft;
    draft.step = Step::result;
    draft.text = "Ditambal";
    draft.photos = {std::string(64, 'a')};
    auto given = [&](proof::ProofKind demanded) {
        auto command = command_of(draft, task({cases::CommandName::resolve}), demanded);
        return std::get<cases::Resolve>(command.value()).proof.value();
    };
    EXPECT_EQ(given(proof::ProofKind::photo).after, draft.photos);
    EXPECT_EQ(given(proof::ProofKind::photo).note, "Ditambal");
    EXPECT_TRUE(given(proof::ProofKind::answer).after.empty());
    draft.document_number = "BA-12/2026";
    draft.document_day = "2026-05-20";
    EXPECT_EQ(given(proof::ProofKind::document).document_number, "BA-12/2026");
    EXPECT_TRUE(given(proof::ProofKind::document).document_day);
    draft.reporter_said_yes = true;
    EXPECT_TRUE(given(proof::ProofKind::confirmation).reporter_said_yes);
    draft.document_day = "kemarin";
    EXPECT_EQ(command_of(draft, task({}), proof::ProofKind::document).error().field, "proof.document_day");
    draft.text = std::string(max_step_text + 1, 'x');
    EXPECT_EQ(command_of(draft, task({}), proof::ProofKind::answer).error().code, "item.too_large");
}

} // namespace
} // namespace field
