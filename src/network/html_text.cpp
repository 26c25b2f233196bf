#include "network/html_text.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <memory>
#include <mutex>
#include <vector>

namespace network {
namespace {

// A tag with thousands of attributes takes time by their square.
constexpr std::size_t most_bytes = 64UL << 10;
constexpr std::size_t longest_address = 2000;

struct FreeDocument {
    void operator()(xmlDoc* document) const noexcept { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

/// Valid UTF-8 without NUL: what is broken becomes U+FFFD.
std::string mended(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t size = 0;
        for (std::size_t n = 1; n <= 4 && at + n <= bytes.size() && size == 0; ++n)
            if (base::is_utf8(bytes.substr(at, n))) size = n;
        if (size == 0)
            out += "\uFFFD";
        else if (bytes[at] != '\0')
            out += bytes.substr(at, size);
        at += std::max<std::size_t>(size, 1);
    }
    return out;
}

std::string_view text_of(const xmlChar* text) {
    return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

bool is_named(const xmlNode* node, const auto& names) {
    return node->type == XML_ELEMENT_NODE && std::ranges::find(names, text_of(node->name)) != names.end();
}

constexpr std::array<std::string_view, 15> unseen{"script", "style",  "head",  "title",  "template",
                                                  "iframe", "object", "svg",   "math",   "noscript",
                                                  "audio",  "video",  "embed", "select", "textarea"};
constexpr std::array<std::string_view, 9> apart{"p", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table"};
constexpr std::array<std::string_view, 14> own_line{"li",      "blockquote", "div",    "ul",    "ol",
                                                    "dl",      "dt",         "dd",     "tr",    "section",
                                                    "article", "header",     "footer", "figure"};

std::string attribute(const xmlNode* node, const char* name) {
    xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
    std::string out(text_of(value));
    xmlFree(value);
    return out;
}

bool is_web(std::string_view address) {
    return address.starts_with("https://") || address.starts_with("http://");
}

/// What is left of an address when it is shortened by leaving out its beginning or its end.
std::string_view without_dots(std::string_view words) {
    for (const std::string_view dots : {"...", "…"})
        if (words.ends_with(dots)) words.remove_suffix(dots.size());
    return words;
}

/// Text as it grows: white space is folded, lines begin where blocks do.
class Writer {
public:
    explicit Writer(std::size_t most) : most_(most) {}

    [[nodiscard]] bool is_full() const noexcept { return out_.size() > 4 * most_; }
    [[nodiscard]] std::size_t mark() const noexcept { return out_.size(); }
    void break_line(int lines) { lines_ = std::max(lines_, lines); }
    /// A break that is written: two of them leave an empty line.
    void line() { lines_ = std::max(lines_, 0) + 1; }

    void write(std::string_view text, bool is_kept) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            const char c = text[at];
            const bool is_nbsp = text.substr(at).starts_with("\u00A0");
            if (is_kept && c == '\n') {
                line();
            } else if (is_nbsp || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                has_space_ = true;
                if (is_nbsp) ++at;
            } else {
                put(c);
            }
        }
    }
    /// What was written since `from`.
    [[nodiscard]] std::string_view since(std::size_t from) const {
        return base::trim(std::string_view(out_).substr(std::min(from, out_.size())));
    }
    void replace_since(std::size_t from, std::string_view text) {
        while (from < out_.size() && (out_[from] == ' ' || out_[from] == '\n'))
            ++from;
        out_.resize(std::min(from, out_.size()));
        out_ += text;
    }
    [[nodiscard]] std::string finished() const {
        return std::string(base::trim(base::first(base::trim(out_), most_)));
    }

private:
    void put(char c) {
        if (out_.empty()) {
            // Nothing to be apart from.
        } else if (lines_ > 0) {
            out_.append(static_cast<std::size_t>(std::min(lines_, 2)), '\n');
        } else if (has_space_) {
            out_ += ' ';
        }
        lines_ = 0;
        has_space_ = false;
        out_ += c;
    }

    std::size_t most_;
    std::string out_;
    int lines_ = 0;
    bool has_space_ = false;
};

/// What a link leaves behind, when its words are written.
void finish_link(Writer& out, const std::string& address, std::size_t from) {
    const std::string words(out.since(from));
    if (!is_web(address) || address.size() > longest_address) return;
    if (words.starts_with('@') || words.starts_with('#')) return;
    const auto shown = without_dots(words);
    const bool is_part = !shown.empty() && shown.find(' ') == std::string_view::npos &&
                         address.find(shown) != std::string::npos &&
                         shown.find('.') != std::string_view::npos;
    if (words.empty() || is_part)
        out.replace_since(from, address);
    else
        out.write(" (" + address + ")", false);
}

class Walk {
public:
    explicit Walk(std::size_t most) : out_(most) {}

    std::string over(const xmlNode* root) {
        const xmlNode* node = root;
        while (node && !out_.is_full()) {
            if (enter(node) && node->children) {
                node = node->children;
                continue;
            }
            leave(node);
            while (node != root && !node->next) {
                node = node->parent;
                leave(node);
            }
            if (node == root) break;
            node = node->next;
        }
        return out_.finished();
    }

private:
    struct Link {
        const xmlNode* node;
        std::string address;
        std::size_t from;
    };

    /// Whether its children are to be seen.
    bool enter(const xmlNode* node) {
        if (node->type == XML_TEXT_NODE) out_.write(text_of(node->content), kept_ > 0);
        if (node->type != XML_ELEMENT_NODE) return node->type == XML_HTML_DOCUMENT_NODE;
        if (is_named(node, unseen)) return false;
        const auto name = text_of(node->name);
        if (name == "br") out_.line();
        if (name == "img") out_.write(attribute(node, "alt"), false);
        if (name == "pre") ++kept_;
        if (name == "a") links_.push_back({node, base_address(node), out_.mark()});
        begin_block(node);
        return true;
    }
    void leave(const xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE || is_named(node, unseen)) return;
        if (text_of(node->name) == "pre") --kept_;
        if (!links_.empty() && links_.back().node == node) {
            const Link link = std::move(links_.back());
            links_.pop_back();
            finish_link(out_, link.address, link.from);
        }
        begin_block(node);
    }
    void begin_block(const xmlNode* node) {
        if (is_named(node, apart)) out_.break_line(2);
        if (is_named(node, own_line)) out_.break_line(1);
    }
    static std::string base_address(const xmlNode* node) {
        return std::string(base::trim(attribute(node, "href")));
    }

    Writer out_;
    int kept_ = 0; ///< depth of pre
    std::vector<Link> links_;
};

} // namespace

std::string html_to_text(std::string_view html, std::size_t most) {
    static std::once_flag once;
    std::call_once(once, [] { xmlInitParser(); });
    const std::string bytes = mended(html.substr(0, most_bytes));
    if (bytes.empty()) return {};
    const Document document(htmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, "UTF-8",
                                           HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                               HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC));
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (!root) return {};
    std::string text = Walk(most).over(root);
    return base::is_utf8(text) ? text : mended(text);
}

} // namespace network
