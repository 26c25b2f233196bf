// The frame of all pages of the settings, and the parts they share. Takes plain data.
#pragma once
#include "administration/filled.h"
#include "administration/reach.h"
#include "html/forms.h"
#include "html/marks.h"

namespace administration {

enum class Section {
    summary,
    offices,
    people,
    topics,
    lexicon,
    rules,
    deadlines,
    ladder,
    holidays,
    agency,
    accounts,
    connections,
    outside,
    replies,
    hours,
    posts,
    reading,
    sp4n,
    trail,
};

struct Frame {
    const staff::Principal& person;
    const agency::Directory& directory;
    const Reach& reach;
    base::Language language = base::Language::id;
    std::string csrf;
    bool is_saved = false; ///< says so above the page
};

struct Entry {
    Section section;
    base::Text name;
    html::Url url;
    bool is_for_whole; ///< only administrators of the whole agency
};
[[nodiscard]] std::span<const Entry> entries();

/// A whole document: title, sections, whether it was saved, and what was refused; then `body`.
[[nodiscard]] html::Markup settings_page(const Frame& frame, Section here, std::string_view title,
                                         const html::Markup& body,
                                         const std::optional<base::Problem>& problem = {});

/// A form that changes something: method post, with the session's token.
[[nodiscard]] html::Markup post_form(const Frame& frame, const html::Url& action, const html::Markup& inside,
                                     const html::Attributes& more = {});
/// A form of one button.
[[nodiscard]] html::Markup post_button(const Frame& frame, const html::Url& action, std::string_view words,
                                       html::Icon icon, std::string_view about = {});
[[nodiscard]] html::Markup save_button(const Frame& frame, std::string_view words);

/// A field with what was typed and, when the problem is about it, why it was refused.
[[nodiscard]] html::Field field(const Frame& frame, const Filled& filled, std::string name, base::Text label,
                                std::string_view usual = {}, base::Text hint = {});
/// Why: what the page says about a problem.
[[nodiscard]] std::string reason(const base::Problem& problem, base::Language language);

/// Offices of the reach, indented by depth.
[[nodiscard]] std::vector<html::Option> office_options(const Frame& frame, bool only_active = true);
[[nodiscard]] std::vector<html::Option> topic_options(const Frame& frame);
/// The id or code itself when it is unknown.
[[nodiscard]] std::string office_name(const Frame& frame, agency::OfficeId id);
[[nodiscard]] std::string topic_name(const Frame& frame, const std::string& code);
/// "Tebet, Jakarta Selatan"; the code itself when it is unknown.
[[nodiscard]] std::string area_name(std::string_view code);
[[nodiscard]] html::Markup table(std::span<const std::string> heads, const html::Markup& rows,
                                 std::string_view caption);

} // namespace administration
