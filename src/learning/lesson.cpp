#include "learning/lesson.h"

namespace learning {
namespace {

using triage::Quality;

bool beats(const Figures& figures, std::optional<Quality> (*other)(const Judged&)) {
    bool is_better = false, is_worse = false;
    for (const auto* each : {&figures.kind, &figures.topic, &figures.office}) {
        const auto than = other(*each);
        if (!than || each->learnt.rows == 0) continue;
        is_better |= each->learnt.accuracy - than->accuracy > each->learnt.error;
        is_worse |= than->accuracy - each->learnt.accuracy > each->learnt.error;
    }
    return is_better && !is_worse;
}

base::json::Object describe(const Quality& q) {
    return {{"rows", q.rows},
            {"accuracy", q.accuracy},
            {"macro_f1", q.macro_f1},
            {"top3", q.top3},
            {"coverage_at_95", q.coverage_at_95},
            {"ece", q.ece},
            {"error", q.error}};
}

base::json::Object describe(const Judged& judged) {
    base::json::Array curve;
    for (const auto& bin : judged.curve)
        curve.push_back(base::json::Array{bin.p, bin.right, bin.rows});
    base::json::Object out{{"labels", judged.labels},
                           {"learnt", describe(judged.learnt)},
                           {"now", describe(judged.now)},
                           {"curve", std::move(curve)}};
    if (judged.rejected) out["rejected"] = describe(*judged.rejected);
    return out;
}

const base::json::Object* object_at(const base::json::Object& of, std::string_view name) {
    const auto* found = of.if_contains(name);
    return found ? found->if_object() : nullptr;
}

double number_at(const base::json::Object& of, std::string_view name) {
    const auto* found = of.if_contains(name);
    return found && found->is_number() ? found->to_number<double>() : 0;
}

Quality quality_at(const base::json::Object& of, std::string_view name) {
    const auto* q = object_at(of, name);
    if (!q) return {};
    return {.rows = static_cast<std::int64_t>(number_at(*q, "rows")),
            .accuracy = number_at(*q, "accuracy"),
            .macro_f1 = number_at(*q, "macro_f1"),
            .top3 = number_at(*q, "top3"),
            .coverage_at_95 = number_at(*q, "coverage_at_95"),
            .ece = number_at(*q, "ece"),
            .error = number_at(*q, "error")};
}

Judged judged_at(const base::json::Object& of, std::string_view name) {
    Judged out;
    const auto* judged = object_at(of, name);
    if (!judged) return out;
    out.labels = static_cast<std::int64_t>(number_at(*judged, "labels"));
    out.learnt = quality_at(*judged, "learnt");
    out.now = quality_at(*judged, "now");
    if (judged->contains("rejected")) out.rejected = quality_at(*judged, "rejected");
    if (const auto* curve = judged->if_contains("curve"); curve && curve->is_array())
        for (const auto& bin : curve->get_array())
            if (bin.is_array() && bin.get_array().size() == 3 && bin.get_array()[2].is_number())
                out.curve.push_back({.p = bin.get_array()[0].to_number<double>(),
                                     .right = bin.get_array()[1].to_number<double>(),
                                     .rows = bin.get_array()[2].to_number<std::int64_t>()});
    return out;
}

} // namespace

bool reads_worse(const Judged& judged) {
    return judged.learnt.rows > 0 && judged.now.accuracy - judged.learnt.accuracy > judged.learnt.error;
}

bool is_better(const Figures& figures) {
    if (!beats(figures, [](const Judged& judged) { return std::optional(judged.now); })) return false;
    const bool one_was_taken_back =
        figures.kind.rejected || figures.topic.rejected || figures.office.rejected;
    return !one_was_taken_back || beats(figures, [](const Judged& judged) { return judged.rejected; });
}

base::json::Object to_json(const Figures& figures) {
    return {{"kind", describe(figures.kind)},
            {"topic", describe(figures.topic)},
            {"office", describe(figures.office)}};
}

Figures figures_of(std::string_view json) {
    auto parsed = base::json::parse(json);
    if (!parsed || !parsed->is_object()) return {};
    return {judged_at(parsed->get_object(), "kind"), judged_at(parsed->get_object(), "topic"),
            judged_at(parsed->get_object(), "office")};
}

} // namespace learning
