#include "publishing/post_json.h"

#include <algorithm>
#include <array>

namespace publishing {
namespace {

using base::json::Array;
using base::json::Object;
using base::json::Value;

/// `do` is no name in C++.
struct StepBody {
    int version = 0;
    std::optional<std::string> text = {};
    std::optional<std::vector<Picture>> pictures = {};
    std::optional<std::vector<agency::AccountId>> accounts = {};
    std::optional<std::string> reason = {};
};
BOOST_DESCRIBE_STRUCT(StepBody, (), (version, text, pictures, accounts, reason))

template <class T> Value or_null(const std::optional<T>& value) {
    if (!value) return Value(nullptr);
    if constexpr (std::is_same_v<T, base::Time>)
        return Value(base::to_iso(*value));
    else
        return Value(*value);
}

std::string_view code_of(Fault fault) {
    switch (fault) {
    case Fault::no_text: return "no_text";
    case Fault::no_outlet: return "no_account";
    case Fault::too_long: return "too_long";
    case Fault::too_many_pictures: return "too_many_pictures";
    case Fault::no_alt: return "no_alt";
    case Fault::alt_too_long: return "alt_too_long";
    case Fault::outlet_gone: return "account_gone";
    }
    return "";
}

std::string_view code_of(network::TextUnit unit) {
    switch (unit) {
    case network::TextUnit::characters: return "characters";
    case network::TextUnit::graphemes: return "graphemes";
    case network::TextUnit::utf16: return "utf16";
    case network::TextUnit::weighted: return "weighted";
    case network::TextUnit::bytes: return "bytes";
    }
    return "";
}

Array accounts_of(const Whole& whole, const agency::Directory& directory) {
    Array out;
    for (const auto& target : whole.targets) {
        const auto* account = directory.account(target.account);
        Object row{{"account", base::to_string(target.account)},
                   {"name", account ? account->name : std::string()},
                   {"network", account ? account->network : std::string()},
                   {"state", nullptr},
                   {"problem", or_null(target.problem)},
                   {"url", or_null(target.url)},
                   {"recall", or_null(target.recall)}};
        if (target.state) row["state"] = base::code_of(*target.state);
        out.push_back(std::move(row));
    }
    return out;
}

Array unfit_of(const Shown& shown) {
    Array out;
    const auto& whole = shown.whole;
    if (!is_open(whole.post.state)) return out;
    std::vector<agency::AccountId> wanted;
    for (const auto& target : whole.targets)
        wanted.push_back(target.account);
    for (const auto& wrong : check(whole.post.text, whole.pictures, wanted, shown.outlets)) {
        Object row{{"fault", code_of(wrong.fault)}};
        if (wrong.account) row["account"] = base::to_string(wrong.account);
        if (wrong.number > 0) row["number"] = wrong.number;
        out.push_back(std::move(row));
    }
    return out;
}

} // namespace

std::vector<Step> steps_for(const Whole& whole, const staff::Principal& person,
                            const agency::Directory& directory) {
    std::vector<Step> out;
    const auto& post = whole.post;
    const bool writes = may_write(person, post.office, directory);
    const bool approves = can_approve(post.rule, person, post.office, directory);
    if (writes && is_open(post.state)) out.push_back(Step::edit);
    if (writes && (post.state == State::draft || post.state == State::returned)) out.push_back(Step::hand_in);
    if (post.state == State::awaiting && may_approve(post.rule, whole, person, directory))
        out.push_back(Step::approve);
    if (post.state == State::awaiting && approves) out.push_back(Step::send_back);
    if ((post.state == State::awaiting || post.state == State::approved) &&
        (whole.is_author(person.staff) || approves))
        out.push_back(Step::pull_back);
    if (writes && is_open(post.state)) out.push_back(Step::drop);
    const bool stands = std::ranges::any_of(whole.targets, [](const Target& each) {
        return each.outgoing && (!each.recall || each.recall->empty());
    });
    if (writes && post.state == State::released && stands) out.push_back(Step::recall);
    return out;
}

Object to_row(const Shown& shown, const agency::Directory& directory) {
    const auto& [whole, may, outlets, history] = shown;
    const auto& post = whole.post;
    Array pictures;
    for (const auto& each : whole.pictures)
        pictures.push_back(Object{{"sha256", each.sha256}, {"alt", each.alt}});
    Array authors;
    for (const auto each : whole.authors)
        authors.push_back(Value(base::to_string(each)));
    Array steps;
    for (const auto each : may)
        steps.push_back(Value(base::code_of(each)));
    Object out{
        {"id", base::to_string(post.id)},
        {"office", Object{{"id", base::to_string(post.office)}, {"name", directory.path_name(post.office)}}},
        {"kind", base::code_of(post.kind)},
        {"state", base::code_of(post.state)},
        {"text", post.text},
        {"place", post.place},
        {"language", post.language},
        {"pictures", std::move(pictures)},
        {"accounts", accounts_of(whole, directory)},
        {"authors", std::move(authors)},
        {"rule", nullptr},
        {"release_at", or_null(post.release_at)},
        {"created_at", base::to_iso(post.created_at)},
        {"changed_at", base::to_iso(post.changed_at)},
        {"may", std::move(steps)},
        {"unfit", unfit_of(shown)},
        {"version", post.version}};
    // Asked of it only since it was handed in.
    if (post.state != State::draft && post.state != State::returned) out["rule"] = base::code_of(post.rule);
    return out;
}

Object to_json(const Shown& shown, const agency::Directory& directory) {
    auto out = to_row(shown, directory);
    Array events;
    for (const auto& event : shown.history) {
        Object row{{"kind", event.kind}, {"at", base::to_iso(event.at)}};
        if (event.actor) row["actor"] = std::to_string(*event.actor);
        const auto data = base::json::parse(event.data);
        const auto* staff = data && data->is_object() ? data->get_object().if_contains("staff") : nullptr;
        if (const auto* reason =
                staff && staff->is_object() ? staff->get_object().if_contains("reason") : nullptr)
            row["reason"] = *reason;
        events.push_back(std::move(row));
    }
    out["events"] = std::move(events);
    return out;
}

Object to_json(const Outlet& outlet) {
    const auto& text = outlet.limits.text;
    const auto& media = outlet.limits.media;
    return {{"account", base::to_string(outlet.account)},
            {"name", outlet.name},
            {"network", outlet.network},
            {"text",
             Object{{"unit", code_of(text.unit)}, {"longest", text.longest}, {"link_cost", text.link_cost}}},
            {"pictures", Object{{"most", media.most}, {"longest_alt", media.longest_alt}}},
            {"can_recall", outlet.limits.can_delete},
            {"as_of", outlet.limits.as_of}};
}

base::Result<StepIn> read_step(const Value& body) {
    const auto* object = body.if_object();
    const auto* named = object ? object->if_contains("do") : nullptr;
    if (!named) return base::fail_field("do", "field.missing");
    if (!named->is_string()) return base::fail_field("do");
    auto doing = base::from_code<Step>(named->get_string(), "do");
    if (!doing) return base::pass(doing);
    auto read = base::json::read<StepBody>(body);
    if (!read) return base::pass(read);
    if (read->version < 1) return base::fail_field("version");
    if (*doing == Step::send_back && !read->reason) return base::fail_field("reason", "case.needs_reason");
    return StepIn{.doing = *doing,
                  .version = read->version,
                  .text = std::move(read->text),
                  .pictures = std::move(read->pictures),
                  .accounts = std::move(read->accounts),
                  .reason = std::move(read->reason)};
}

base::Problem in_api_words(base::Problem problem) {
    static constexpr auto names =
        std::to_array<std::pair<std::string_view, std::string_view>>({{"isi", "text"},
                                                                      {"akun", "accounts"},
                                                                      {"foto", "pictures"},
                                                                      {"alt", "pictures"},
                                                                      {"alasan", "reason"},
                                                                      {"tempat", "place"}});
    for (const auto& [page, api] : names)
        if (problem.field == page) {
            problem.field = api;
            break;
        }
    return problem;
}

} // namespace publishing
