// A template as an agency wrote it, with who and when. Plain values.
#pragma once
#include "outgoing/template.h"
#include "staff/principal.h"

#include <boost/describe.hpp>

namespace outgoing {

/// A row of table outgoing_templates without its agency.
struct TemplateVersion {
    TemplateKey key = TemplateKey::received;
    std::string language = "id";
    int version = 1;
    bool is_builtin = false; ///< back to the shipped text; its own are empty
    std::string subject;
    std::string body;
    staff::StaffId changed_by;
    base::Time changed_at{};
};
BOOST_DESCRIBE_STRUCT(TemplateVersion, (),
                      (key, language, version, is_builtin, subject, body, changed_by, changed_at))

} // namespace outgoing
