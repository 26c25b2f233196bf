// The public page around a body: masthead with the agency's name, navigation, skip link, footer, the icons
// used. Takes plain data; works without JavaScript; no inline style or script.
#pragma once
#include "base/language.h"
#include "html/markup.h"

#include <optional>
#include <string>
#include <vector>

namespace html {

/// The entry of the top navigation that is this page.
enum class Nav { none, home, report, track, map, figures };
enum class Indexing { indexable, hidden };
enum class Width { wide, narrow };

/// A script of ui/src that improves a page which works without it.
enum class Island {
    report, ///< smaller photos, position, draft, one submit
    desk,   ///< htmx for staff
    record, ///< reading while writing, draft, pictures, Ctrl+Enter, printing
    field,  ///< smaller photos, distance, one submit
    wall,   ///< a list that keeps itself up to date
};

struct Link {
    std::string words;
    Url url;
};

struct PageHead {
    std::string title;     ///< of the page alone; the agency's name is added
    std::string agency;    ///< "Posko Jalan Jakarta"
    std::string organiser; ///< "Dinas Bina Marga"
    std::string description = {};
    base::Language language = base::Language::id;
    std::string accent = {}; ///< "sogan", "daun", "manggis"; anything else is the house's own
    Nav here = Nav::none;
    Width width = Width::wide;
    Indexing indexing = Indexing::hidden;
    std::optional<Url> canonical = {};      ///< absolute
    std::optional<Url> other_language = {}; ///< this page in the other language
    std::vector<Island> islands = {};
    std::vector<Link> footer = {}; ///< besides figures and verification
    std::string emergency = "112"; ///< empty: no such line
};

/// A whole document; `body` begins with the page's one <h1>.
[[nodiscard]] Markup page(const PageHead& head, const Markup& body);

/// The frame of staff pages: `inside` is all of the body after the skip link to #isi. Brings every icon, so
/// that parts exchanged later find theirs.
[[nodiscard]] Markup console(const PageHead& head, std::string_view body_class, const Markup& inside);

} // namespace html
