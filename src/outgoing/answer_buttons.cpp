#include "outgoing/answer_buttons.h"

#include "outgoing/answer_button_words.h"

namespace outgoing {

base::json::Array answer_buttons(std::string_view case_code, base::Language language) {
    base::json::Array out;
    for (const auto& [text, data] :
         {std::pair{words::done_button, "sudah:"}, std::pair{words::not_yet_button, "belum:"}})
        out.push_back(
            base::json::Object{{"text", text.in(language)}, {"data", data + std::string(case_code)}});
    return out;
}

} // namespace outgoing
