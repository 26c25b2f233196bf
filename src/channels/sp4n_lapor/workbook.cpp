#include "channels/sp4n_lapor/workbook.h"

#include "base/spoken_time.h"
#include "base/text.h"
#include "cases/state_words.h"
#include "channels/sp4n_lapor/recap_words.h"
#include "triage/kind.h"

#include <stdexcept>
#include <xlsxwriter.h>

namespace channels::sp4n_lapor {
namespace {

using base::Language;
constexpr auto l = Language::id; ///< the workbook goes to ministries: always Indonesian

struct Formats {
    lxw_format* title;
    lxw_format* head;
    lxw_format* day;
    lxw_format* decimal;
};

/// One sheet, written row after row: libxlsxwriter keeps only the row it is at.
class Sheet {
public:
    Sheet(lxw_workbook* book, base::Text name, const Formats& formats)
        : sheet_(workbook_add_worksheet(book, std::string(name.in(l)).c_str())), formats_(formats) {}

    void widths(std::initializer_list<double> each) {
        lxw_col_t column = 0;
        for (double width : each) {
            worksheet_set_column(sheet_, column, column, width, nullptr);
            ++column;
        }
    }
    void title(std::string_view text) {
        put(text, formats_.title);
        next();
    }
    void heads(std::initializer_list<base::Text> names) {
        for (const auto& name : names)
            put(name.in(l), formats_.head);
        next();
    }
    /// A string stays a string: nothing in it is read as a formula.
    Sheet& put(std::string_view text, lxw_format* format = nullptr) {
        worksheet_write_string(sheet_, row_, column_++, std::string(base::first(text, 32'000)).c_str(), format);
        return *this;
    }
    Sheet& put(std::int64_t number) {
        worksheet_write_number(sheet_, row_, column_++, static_cast<double>(number), nullptr);
        return *this;
    }
    Sheet& put(std::optional<double> number) {
        if (number) worksheet_write_number(sheet_, row_, column_, *number, formats_.decimal);
        ++column_;
        return *this;
    }
    Sheet& put(std::optional<base::Day> day) {
        if (day) {
            const std::chrono::year_month_day date{*day};
            lxw_datetime when{};
            when.year = static_cast<int>(date.year());
            when.month = static_cast<int>(static_cast<unsigned>(date.month()));
            when.day = static_cast<int>(static_cast<unsigned>(date.day()));
            worksheet_write_datetime(sheet_, row_, column_, &when, formats_.day);
        }
        ++column_;
        return *this;
    }
    void next() {
        ++row_;
        column_ = 0;
    }
    void freeze() { worksheet_freeze_panes(sheet_, row_, 0); }

private:
    lxw_worksheet* sheet_;
    const Formats& formats_;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;
};

std::string filled(base::Text text, const std::string& value) {
    std::string out(text.in(l));
    return out.replace(out.find("{}"), 2, value);
}

std::string class_words(std::string_view code) {
    if (code.empty()) return {};
    return std::string((code == "oversight" ? words::oversight : words::no_oversight).in(l));
}

void write_summary(Sheet& sheet, const Recap& recap, std::string_view agency, base::Zone zone) {
    sheet.widths({34, 28, 14, 14, 14, 14, 14});
    sheet.title(filled(words::recap_of, base::spoken_month(first_day(recap.month), l)));
    sheet.put(agency).next();
    sheet.put(words::counted_at.in(l)).put(base::spoken_time(recap.at, zone, l)).next();
    sheet.next();
    const Group& all = recap.all;
    for (auto [name, number] :
         {std::pair{words::received, all.received}, std::pair{words::open, all.open},
          std::pair{words::solved, all.solved}, std::pair{words::in_time, all.in_time},
          std::pair{words::late, all.late}, std::pair{words::overdue, all.overdue},
          std::pair{words::contested, all.contested}})
        sheet.put(name.in(l)).put(number).next();
    sheet.put(words::average_days.in(l)).put(all.average_days()).next();
    sheet.next();
    sheet.title(words::by_kind.in(l));
    sheet.heads({words::kind, words::oversight_class, words::number});
    for (const auto& [key, number] : recap.by_kind)
        sheet.put(triage::name(key.first).in(l)).put(class_words(key.second)).put(number).next();
    sheet.next();
    sheet.title(words::by_state.in(l));
    sheet.heads({words::state, words::number});
    for (const auto& [state, number] : recap.by_state)
        sheet.put(cases::name(state).in(l)).put(number).next();
    sheet.next();
    sheet.title(words::by_deadline.in(l));
    sheet.heads({words::deadline, words::in_time, words::late, words::still_running, words::overdue,
                 words::stopped});
    for (const auto& [name, count] : recap.by_deadline)
        sheet.put(words::deadline_name(name).in(l))
            .put(count.in_time)
            .put(count.late)
            .put(count.running)
            .put(count.running_late)
            .put(count.ended)
            .next();
}

void write_groups(Sheet& sheet, base::Text what, const std::vector<Group>& groups) {
    sheet.widths({44, 12, 14, 12, 12, 16, 14, 12, 14});
    sheet.heads({what, words::received, words::open, words::solved, words::in_time, words::late,
                 words::overdue, words::contested, words::average_days});
    sheet.freeze();
    for (const Group& group : groups)
        sheet.put(group.name)
            .put(group.received)
            .put(group.open)
            .put(group.solved)
            .put(group.in_time)
            .put(group.late)
            .put(group.overdue)
            .put(group.contested)
            .put(group.average_days())
            .next();
}

void write_list(Sheet& sheet, const std::vector<RecapLine>& list) {
    sheet.widths({16, 16, 16, 16, 22, 28, 26, 36, 18, 10, 12, 10});
    sheet.heads({words::code, words::tracking_id, words::received_on, words::solved_on, words::kind,
                 words::oversight_class, words::topic, words::unit, words::state, words::days, words::in_time,
                 words::contested});
    sheet.freeze();
    for (const RecapLine& line : list) {
        sheet.put(line.code)
            .put(line.tracking_id)
            .put(std::optional(line.received))
            .put(line.solved)
            .put(triage::name(line.kind).in(l))
            .put(class_words(line.case_class ? base::code_of(*line.case_class) : ""))
            .put(line.topic)
            .put(line.unit)
            .put(cases::name(line.state).in(l))
            .put(line.days)
            .put(line.in_time ? (*line.in_time ? words::yes : words::no).in(l) : std::string_view{})
            .put(static_cast<std::int64_t>(line.contests))
            .next();
    }
}

} // namespace

void write_workbook(const Recap& recap, std::string_view agency, base::Zone zone,
                    const std::filesystem::path& file) {
    const std::string folder = file.parent_path().string();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = const_cast<char*>(folder.c_str()); // read only; the library's type says otherwise
    lxw_workbook* book = workbook_new_opt(file.string().c_str(), &options);
    if (!book) throw std::runtime_error("the workbook cannot be made");
    Formats formats{.title = workbook_add_format(book),
                    .head = workbook_add_format(book),
                    .day = workbook_add_format(book),
                    .decimal = workbook_add_format(book)};
    format_set_bold(formats.title);
    format_set_font_size(formats.title, 14);
    format_set_bold(formats.head);
    format_set_text_wrap(formats.head);
    format_set_bottom(formats.head, LXW_BORDER_THIN);
    format_set_num_format(formats.day, "dd/mm/yyyy");
    format_set_num_format(formats.decimal, "0.0");
    {
        Sheet sheet(book, words::summary, formats);
        write_summary(sheet, recap, agency, zone);
    }
    {
        Sheet sheet(book, words::per_unit, formats);
        write_groups(sheet, words::unit, recap.units);
    }
    {
        Sheet sheet(book, words::per_topic, formats);
        write_groups(sheet, words::topic, recap.topics);
    }
    {
        Sheet sheet(book, words::list, formats);
        write_list(sheet, recap.list);
    }
    if (auto error = workbook_close(book); error != LXW_NO_ERROR)
        throw std::runtime_error(std::string("the workbook was not written: ") + lxw_strerror(error));
}

} // namespace channels::sp4n_lapor
