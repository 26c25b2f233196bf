// /meja/catat: the form for what reached the office by hand, and beside it what is read in it.
#pragma once
#include "intake/record.h"
#include "intake/understanding.h"
#include "staff/console_pages.h"

namespace intake {

/// What the panel beside the form shows.
struct ReadingView {
    bool is_empty = true;
    Understood understood;
    bool kind_is_sure = false;
    bool kind_is_chosen = false;
    bool topic_is_chosen = false;
    std::optional<agency::OfficeId> office;
    bool is_urgent = false;
    bool has_private_data = false;
};
[[nodiscard]] html::Markup reading_panel(const ReadingView& reading, const agency::Directory& directory,
                                         base::Language language);

/// The link was recorded before: its case, if this person may know of it.
struct KnownLink {
    std::optional<std::string> code;
};

struct RecordPage {
    staff::Console console;
    RecordDraft draft;
    std::vector<std::pair<RecordMember, base::Text>> problems = {};
    ReadingView reading = {};
    std::optional<KnownLink> known = {};
    std::string local_now; ///< "2026-05-26T13:05": the latest that the form takes
};
[[nodiscard]] html::Markup record_page(const RecordPage& page);

/// Under which the browser keeps what is being written: each person's own, for many share a device.
[[nodiscard]] std::string record_draft_key(const staff::Principal& person);

} // namespace intake
