// Labels of SP4N-LAPOR! and what they mean here, both ways. The exact words of its files differ between
// agencies and years, so all of them are rows that an administrator can change. Never fails.
#pragma once
#include "agency/directory.h"
#include "base/codes.h"
#include "cases/case.h"

#include <boost/describe.hpp>

#include <map>
#include <optional>
#include <string>

namespace channels::sp4n_lapor {

/// What a label says, and the codes that are its meanings.
enum class Subject {
    category,       ///< code of a topic
    unit,           ///< id of an office
    status,         ///< a state of cases
    classification, ///< a kind of cases
    nature,         ///< an identity mode
    oversight,      ///< a class of cases
    state,          ///< the way back: a state of ours, and the word that LAPOR! reads
};

/// A row of table lapor_labels; the label folded, so that spelling matters less.
struct Label {
    Subject subject = Subject::category;
    std::string label;
    std::string shown; ///< as the file had it
    std::optional<std::string> meaning;
    std::int64_t seen = 0; ///< lines of the newest file that bore it
    bool operator==(const Label&) const = default;
};

/// Lower case, one space for whatever is no letter or digit.
[[nodiscard]] std::string folded(std::string_view label);

class Labels {
public:
    Labels(std::vector<Label> rows, const agency::Directory& directory);

    /// The agency's own row, else the shipped meaning, else the topic or office of that name. Empty: nobody
    /// has said.
    [[nodiscard]] std::optional<std::string> meaning(Subject subject, std::string_view label) const;
    /// The same as a typed code.
    template <base::has_codes E> [[nodiscard]] std::optional<E> as(Subject subject, std::string_view label) const {
        auto code = meaning(subject, label);
        auto value = code ? base::from_code<E>(*code) : base::Result<E>(base::fail_field("label"));
        return value ? std::optional<E>(*value) : std::nullopt;
    }
    /// The word for a state in files that go to LAPOR!.
    [[nodiscard]] std::string word_for(cases::State state) const;
    [[nodiscard]] const std::vector<Label>& rows() const noexcept { return rows_; }

private:
    std::vector<Label> rows_;
    std::map<std::pair<Subject, std::string>, std::string, std::less<>> known_;
};

/// What may stand as the meaning of a label of this subject: a code the directory or the house knows.
[[nodiscard]] bool is_meaning(Subject subject, std::string_view meaning, const agency::Directory& directory);

} // namespace channels::sp4n_lapor

template <> inline constexpr auto base::codes<channels::sp4n_lapor::Subject> =
    std::to_array<base::Coded<channels::sp4n_lapor::Subject>>({
        {channels::sp4n_lapor::Subject::category, "category"},
        {channels::sp4n_lapor::Subject::unit, "unit"},
        {channels::sp4n_lapor::Subject::status, "status"},
        {channels::sp4n_lapor::Subject::classification, "classification"},
        {channels::sp4n_lapor::Subject::nature, "nature"},
        {channels::sp4n_lapor::Subject::oversight, "oversight"},
        {channels::sp4n_lapor::Subject::state, "state"},
    });

namespace channels::sp4n_lapor {
BOOST_DESCRIBE_STRUCT(Label, (), (subject, label, shown, meaning, seen))
} // namespace channels::sp4n_lapor
