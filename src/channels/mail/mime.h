// A mail as it came, taken apart (GMime): any bytes in; text in valid UTF-8, within limits, out. Never fails:
// what cannot be read is left out.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace channels::mail {

struct Attachment {
    std::string name; ///< as the mail says; may be empty
    std::string type; ///< "application/pdf"
    std::size_t size = 0;
};

struct Mailbox {
    std::string name;
    std::string address; ///< lower case
};

/// One that says what came back (RFC 3464).
struct Report {
    bool is_failure = false; ///< for good
    std::string status;      ///< "5.1.1"
};

struct Mime {
    Mailbox from;
    std::vector<std::string> to;         ///< To, Cc, Delivered-To, X-Original-To: addresses
    std::string subject;                 ///< one line
    std::string message_id;              ///< without brackets
    std::vector<std::string> references; ///< of References and In-Reply-To, oldest first, without brackets
    std::string text;                    ///< text/plain, else what text/html says
    std::vector<Attachment> attachments; ///< all but pictures
    std::vector<std::size_t> pictures;   ///< parts, by number
    std::string report_text;             ///< of a report: everything it holds, to look for our mail in
    bool is_report = false;              ///< multipart/report, whatever it reports
    Report report;
    // Headers, as they stand; empty when they are missing.
    std::string date, auto_submitted, precedence, loop, list_id, return_path, proof, auto_reply;
    bool has_return_path = false;
};
[[nodiscard]] Mime read_mime(std::string_view bytes);

/// The decoded bytes of a part; empty when there is no such picture.
[[nodiscard]] std::string picture_in(std::string_view bytes, std::size_t part);

/// Valid UTF-8 without control characters but newline and tab; at most so many characters.
[[nodiscard]] std::string cleaned(std::string_view text, std::size_t most);

} // namespace channels::mail
