// Templates of messages: text with variables such as {kode}, and what becomes of it. A line whose variable
// has no value is left out, so one template serves every case. Refusals: `template.variable` with the field,
// `field.missing`, `item.too_large`.
#pragma once
#include "base/language.h"
#include "outgoing/template_key.h"

#include <array>
#include <string>
#include <vector>

namespace outgoing {

enum class Variable {
    kode,       ///< the case's code
    judul,      ///< topic and place
    tenggat,    ///< day and hour by when we tell more
    unit,       ///< the office or agency it is about
    alasan,     ///< what the agency says in public why
    tanggal,    ///< planned day
    anggaran,   ///< budget source
    pertanyaan, ///< to the reporter
    nomor,      ///< of the case at another agency
    jam_buka,   ///< when people are back; only outside office hours
    tautan,     ///< address of the case's page
};

} // namespace outgoing

template <> inline constexpr auto base::codes<outgoing::Variable> =
    std::to_array<base::Coded<outgoing::Variable>>({
        {outgoing::Variable::kode, "kode"},
        {outgoing::Variable::judul, "judul"},
        {outgoing::Variable::tenggat, "tenggat"},
        {outgoing::Variable::unit, "unit"},
        {outgoing::Variable::alasan, "alasan"},
        {outgoing::Variable::tanggal, "tanggal"},
        {outgoing::Variable::anggaran, "anggaran"},
        {outgoing::Variable::pertanyaan, "pertanyaan"},
        {outgoing::Variable::nomor, "nomor"},
        {outgoing::Variable::jam_buka, "jam_buka"},
        {outgoing::Variable::tautan, "tautan"},
    });

namespace outgoing {

inline constexpr std::size_t max_subject = 120; ///< characters
inline constexpr std::size_t max_body = 2'000;

struct Template {
    std::string subject; ///< one line
    std::string body;
    bool operator==(const Template&) const = default;
};

/// Values of the variables; empty: there is none.
class Facts {
public:
    [[nodiscard]] const std::string& operator[](Variable variable) const {
        return values_[static_cast<std::size_t>(variable)];
    }
    /// White space at the ends is taken off, and braces, so that no value is ever read as a variable.
    void set(Variable variable, std::string_view value);

private:
    std::array<std::string, base::codes<Variable>.size()> values_;
};

/// Cleaned and checked: only known variables, no lone brace, lengths, neither part empty.
[[nodiscard]] base::Result<Template> checked(const Template& given);
/// What stands in braces and is no variable, as it was written: "{nama}", or a lone "{".
[[nodiscard]] std::vector<std::string> unknown_variables(std::string_view text);

/// `given` must be checked.
[[nodiscard]] Template compose(const Template& given, const Facts& facts);

/// The text that comes with the program.
[[nodiscard]] Template builtin(TemplateKey key, base::Language language);

} // namespace outgoing
