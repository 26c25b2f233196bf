// An office as everybody sees it: what it serves, its figures, what it solved, what reporters say. Plain
// data.
#pragma once
#include "cases/testimonial.h"
#include "transparency/board.h"
#include "transparency/figures.h"

namespace transparency {

struct OfficeView {
    agency::Office office;
    std::vector<std::string> topics; ///< codes that routing rules send to it or below it
    bool serves_every_topic = false;
    cases::Numbers numbers; ///< with the offices below it
    bool has_parts = false;
    cases::Stars stars;
    std::vector<BoardRow> solved;
    std::vector<cases::Testimonial> testimonials;
};

/// The topics and numbers of the office and all below it.
[[nodiscard]] OfficeView office_view_of(const agency::Office& office, const agency::Directory& directory,
                                        const FigureTables& tables);

} // namespace transparency
