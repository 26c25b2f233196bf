#include "field/step.h"

#include "base/text.h"
#include "field/field_words.h"

namespace field {
namespace {

using base::Result;

Result<cases::Command> result_of(const StepDraft& draft, std::string text, proof::ProofKind demanded) {
    proof::Given given{.kind = demanded, .note = std::move(text)};
    switch (demanded) {
    case proof::ProofKind::photo:
        if (draft.photos.size() > max_step_photos) return base::fail_field("proof.after");
        given.after = draft.photos;
        break;
    case proof::ProofKind::document: {
        auto number = base::clean(draft.document_number, 100, "proof.document_number");
        if (!number) return base::pass(number);
        given.document_number = std::move(*number);
        if (!draft.document_day.empty()) {
            auto day = base::parse_day(draft.document_day);
            if (!day) return base::fail_field("proof.document_day", "case.needs_proof");
            given.document_day = *day;
        }
        break;
    }
    case proof::ProofKind::confirmation: given.reporter_said_yes = draft.reporter_said_yes; break;
    case proof::ProofKind::answer: break;
    }
    return cases::Resolve{.proof = std::move(given)};
}

} // namespace

Result<cases::Command> command_of(const StepDraft& draft, const Task& task, proof::ProofKind demanded) {
    auto text = base::clean(draft.text, max_step_text, "catatan");
    if (!text) return base::pass(text);
    switch (draft.step) {
    case Step::start: return cases::Start{};
    case Step::result: return result_of(draft, std::move(*text), demanded);
    case Step::note: return cases::Note{.text = std::move(*text)};
    case Step::question: return cases::Ask{.question = std::move(*text)};
    case Step::giving_back:
        if (text->empty()) return base::fail_field("reason", "case.needs_reason");
        if (task.can(cases::CommandName::return_)) return cases::Return{.reason = std::move(*text)};
        return cases::Note{.text = std::string(words::cannot_be_done.id) + " " + *text};
    case Step::schedule: {
        auto budget = base::clean(draft.budget_source, 200, "budget_source");
        if (!budget) return base::pass(budget);
        return cases::Schedule{.date = draft.planned_day,
                               .budget_source = std::move(*budget),
                               .public_reason = std::move(*text)};
    }
    }
    return base::fail_field("step");
}

bool leaves_the_task(Step step) noexcept {
    switch (step) {
    case Step::start:
    case Step::note: return false;
    case Step::result:
    case Step::question:
    case Step::giving_back:
    case Step::schedule: return true;
    }
    return true;
}

} // namespace field
