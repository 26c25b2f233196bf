// Texts whose private parts a person has marked, "hub [[phone|0812...]]", and how the masks fall on them.
// A part is hidden when 80 % of its bytes are covered, by masks of any kind; a mask is right when 80 % of its
// own bytes lie on private parts. A kind with a question mark may be hidden and need not.
#pragma once
#include "base/json.h"
#include "triage/mask.h"

#include <algorithm>
#include <istream>
#include <map>
#include <string>
#include <vector>

namespace private_texts {

struct Part {
    std::string kind;
    std::size_t begin = 0;
    std::size_t end = 0;
};
struct Marked {
    std::string text; ///< without the marks
    std::vector<Part> parts;
};

inline Marked unmarked(std::string_view marked) {
    Marked out;
    while (!marked.empty()) {
        const std::size_t open = marked.find("[["), bar = marked.find('|', open),
                          close = marked.find("]]", bar);
        if (close == std::string_view::npos) break;
        out.text += marked.substr(0, open);
        const std::size_t begin = out.text.size();
        out.text += marked.substr(bar + 1, close - bar - 1);
        out.parts.push_back({std::string(marked.substr(open + 2, bar - open - 2)), begin, out.text.size()});
        marked.remove_prefix(close + 2);
    }
    out.text += marked;
    return out;
}

/// One JSON object with "text" a line; lines that are none are left out.
inline std::vector<Marked> read(std::istream& in) {
    std::vector<Marked> out;
    for (std::string line; std::getline(in, line);) {
        const auto value = base::json::parse(line);
        if (!value || !value->is_object()) continue;
        if (const auto* text = value->as_object().if_contains("text"); text && text->is_string())
            out.push_back(unmarked(text->as_string()));
    }
    return out;
}

struct Figures {
    int parts = 0, hidden = 0; ///< what people marked
    int masks = 0, right = 0;  ///< what was found
    [[nodiscard]] double recall() const { return parts == 0 ? 1 : static_cast<double>(hidden) / parts; }
    [[nodiscard]] double precision() const { return masks == 0 ? 1 : static_cast<double>(right) / masks; }
};

struct Score {
    Figures all;
    std::map<std::string, Figures> kinds;   ///< of parts by the person's word, of masks by the machine's
    std::vector<std::string> missed, wrong; ///< "phone 0812...": with the text around it
};

template <class A, class B> std::size_t shared(const A& one, const B& of) {
    std::size_t sum = 0;
    for (const auto& other : of)
        if (other.end > one.begin && other.begin < one.end)
            sum += std::min(one.end, other.end) - std::max(one.begin, other.begin);
    return sum;
}

inline std::string around(const Marked& marked, std::string_view kind, std::size_t begin, std::size_t end) {
    const std::size_t from = begin > 60 ? begin - 60 : 0;
    return std::string(kind) + ": " + marked.text.substr(from, begin - from) + ">>" +
           marked.text.substr(begin, end - begin) + "<<" + marked.text.substr(end, 30);
}

inline Score score(const std::vector<Marked>& texts) {
    Score out;
    for (const Marked& marked : texts) {
        const auto masks = triage::find_private(marked.text);
        for (const Part& part : marked.parts) {
            if (part.kind.ends_with('?')) continue;
            const bool hidden = 5 * shared(part, masks) >= 4 * (part.end - part.begin);
            for (Figures* sum : {&out.all, &out.kinds[part.kind]}) {
                ++sum->parts;
                sum->hidden += hidden ? 1 : 0;
            }
            if (!hidden) out.missed.push_back(around(marked, part.kind, part.begin, part.end));
        }
        for (const triage::Mask& mask : masks) {
            const std::string kind(base::code_of(mask.kind));
            const bool right = 5 * shared(mask, marked.parts) >= 4 * (mask.end - mask.begin);
            for (Figures* sum : {&out.all, &out.kinds[kind]}) {
                ++sum->masks;
                sum->right += right ? 1 : 0;
            }
            if (!right) out.wrong.push_back(around(marked, kind, mask.begin, mask.end));
        }
    }
    return out;
}

} // namespace private_texts
