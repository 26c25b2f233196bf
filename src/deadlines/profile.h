// Deadline profiles: which deadlines a subject has and how each is counted, as data in versions. An unknown
// profile is `field.invalid` with field "profile"; a wrong file names the path: "[1].deadlines[0].mode".
#pragma once
#include "base/json.h"

#include <map>
#include <span>

namespace deadlines {

enum class Mode { calendar_hours, working_days, office_hours };

struct ClassAmount {
    std::string class_code; ///< "oversight"
    int amount = 0;
};
BOOST_DESCRIBE_STRUCT(ClassAmount, (), (class_code, amount))

/// One deadline of a profile. Events are named without the subject's kind: "received", not "case.received".
struct Spec {
    std::string name;
    std::string name_id; ///< as screens show it
    std::string name_en;
    Mode mode = Mode::working_days;
    int amount = 0; ///< hours, working days or hours in which the office is open
    std::vector<ClassAmount> by_class;
    std::optional<int> extension; ///< may be added once
    std::string starts_on;
    std::optional<bool> restarts; ///< each starting event starts it anew
    std::vector<std::string> met_by;
    std::vector<std::string> ended_by;    ///< stops without being met
    std::vector<std::string> reopened_by; ///< runs on, with the same due time
    std::vector<std::string> pauses_on;
    std::vector<std::string> resumes_on;
    std::optional<int> pause_limit; ///< in the unit of the mode; all pauses together stand no longer
    std::string source;             ///< the law or standard that says so

    [[nodiscard]] int amount_for(std::string_view class_code) const noexcept;
    [[nodiscard]] bool may_pause() const noexcept { return !pauses_on.empty(); }
};
BOOST_DESCRIBE_STRUCT(Spec, (),
                      (name, name_id, name_en, mode, amount, by_class, extension, starts_on, restarts, met_by,
                       ended_by, reopened_by, pauses_on, resumes_on, pause_limit, source))

struct Profile {
    std::string id;
    std::string version;
    std::string effective_from; ///< "2017-01-01"
    std::string name_id;
    std::string name_en;
    std::optional<int> contest_working_days; ///< how long after closing a reporter may say "belum"
    std::optional<std::string>
        inherits; ///< "sp4n-lapor": what an agency's own profile does not say is as there
    /// Cases of these topics and kinds run under this profile beside the one that is theirs.
    std::vector<std::string> topics, kinds;
    std::vector<Spec> deadlines;

    [[nodiscard]] const Spec* find(std::string_view name) const noexcept;
    [[nodiscard]] bool runs_beside(std::string_view topic, std::string_view kind) const noexcept;
};
BOOST_DESCRIBE_STRUCT(Profile, (),
                      (id, version, effective_from, name_id, name_en, contest_working_days, inherits, topics,
                       kinds, deadlines))

/// Checks what the types cannot: amounts above 0, known days, names once. Problems name the path below
/// `path`.
[[nodiscard]] base::Result<void> check(const Profile& profile, const std::string& path);

/// All versions of all profiles; immutable.
class Profiles {
public:
    /// A list of complete profiles, each checked.
    [[nodiscard]] static base::Result<Profiles> parse(std::string_view json);
    /// Adds a version that was checked: field.invalid "version" when it stands there already.
    [[nodiscard]] base::Result<void> add(Profile profile);

    /// The version in force on a day; the first one for earlier days.
    [[nodiscard]] base::Result<const Profile*> in_force(std::string_view id, base::Day day) const;
    /// The version under which a running deadline was started; null when it is not there any more.
    [[nodiscard]] const Profile* version(std::string_view id, std::string_view version) const noexcept;
    [[nodiscard]] std::vector<std::string> ids() const;
    /// The oldest first; empty when there is none.
    [[nodiscard]] std::span<const Profile> versions(std::string_view id) const noexcept;
    /// Of those in force on a day: the ones that run beside on such a case, by id.
    [[nodiscard]] std::vector<const Profile*> beside(std::string_view topic, std::string_view kind,
                                                     base::Day day) const;

private:
    std::map<std::string, std::vector<Profile>, std::less<>> by_id_; ///< by effective_from
};

/// data/profiles/profiles.json, built into the program.
[[nodiscard]] const Profiles& shipped_profiles();

} // namespace deadlines

template <> inline constexpr auto base::codes<deadlines::Mode> = std::to_array<base::Coded<deadlines::Mode>>({
    {deadlines::Mode::calendar_hours, "calendar_hours"},
    {deadlines::Mode::working_days, "working_days"},
    {deadlines::Mode::office_hours, "office_hours"},
});
