// Pages about SP4N-LAPOR!: bringing files in, what words mean, the file back. Bodies for the staff frame.
#pragma once
#include "channels/sp4n_lapor/import.h"
#include "channels/sp4n_lapor/judgement.h"
#include "channels/sp4n_lapor/month.h"
#include "html/markup.h"

namespace channels::sp4n_lapor {

struct PageView {
    base::Language language = base::Language::id;
    const agency::Directory& directory;
    std::string csrf;
};

struct Overview {
    std::vector<Import> imports;
    const Labels& labels;
    std::vector<NamedColumn> columns;
    std::vector<Month> months; ///< newest first, to choose from
    bool may_map = false;
    std::string said = {};  ///< a sentence about what was just done
    std::string wrong = {}; ///< a sentence about what could not be
};
[[nodiscard]] html::Markup overview_page(const PageView& view, const Overview& overview);

/// The rows of one import, as its page shows them.
struct PreviewLine {
    std::int64_t line = 0;
    std::string tracking_id;
    std::string date;
    std::string kind;
    std::string topic;
    std::string unit;
    std::string oversight;
    std::string outcome;
    bool is_refused = false;
};
struct DifferenceLine {
    Remark remark;
    std::optional<std::string> code; ///< of the case, when the person may know of it
    std::string here;                ///< what stands here
    bool may_apply = false;          ///< the person may change the class
};
struct ImportView {
    Import import;
    std::vector<PreviewLine> preview;
    std::vector<DifferenceLine> differences;
    std::vector<Remark> rejected;
    std::string said = {};
    std::string wrong = {};
};
inline constexpr int shown_remarks = 50;
[[nodiscard]] html::Markup import_page(const PageView& view, const ImportView& page);

} // namespace channels::sp4n_lapor
