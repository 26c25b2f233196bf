#include "channels/sp4n_lapor/workbook_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "base/text.h"
#include "cases/state_words.h"
#include "channels/sp4n_lapor/recap_words.h"
#include "triage/kind.h"

#include <fstream>
#include <iterator>
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
        worksheet_write_string(sheet_, row_, column_++, std::string(base::first(text, 32'000)).c_str(),
                               format);
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

std::string class_words(std::string_view code) {
    if (code.empty()) return {};
    return std::string((code == "oversight" ? recap_words::oversight : recap_words::no_oversight).in(l));
}

void write_summary(Sheet& sheet, const Recap& recap, std::string_view agency, base::Zone zone) {
    sheet.widths({34, 28, 14, 14, 14, 14, 14});
    sheet.title(filled(recap_words::recap_of, l, base::spoken_month(first_day(recap.month), l)));
    sheet.put(agency).next();
    sheet.put(recap_words::counted_at.in(l)).put(base::spoken_time(recap.at, zone, l)).next();
    sheet.next();
    const Group& all = recap.all;
    for (auto [name, number] :
         {std::pair{recap_words::received, all.received}, std::pair{recap_words::open, all.open},
          std::pair{recap_words::solved, all.solved}, std::pair{recap_words::in_time, all.in_time},
          std::pair{recap_words::late, all.late}, std::pair{recap_words::overdue, all.overdue},
          std::pair{recap_words::contested, all.contested}})
        sheet.put(name.in(l)).put(number).next();
    sheet.put(recap_words::average_days.in(l)).put(all.average_days()).next();
    sheet.next();
    sheet.title(recap_words::by_kind.in(l));
    sheet.heads({recap_words::kind, recap_words::oversight_class, recap_words::number});
    for (const auto& [key, number] : recap.by_kind)
        sheet.put(triage::name(key.first).in(l)).put(class_words(key.second)).put(number).next();
    sheet.next();
    sheet.title(recap_words::by_state.in(l));
    sheet.heads({recap_words::state, recap_words::number});
    for (const auto& [state, number] : recap.by_state)
        sheet.put(cases::name(state).in(l)).put(number).next();
    sheet.next();
    sheet.title(recap_words::by_deadline.in(l));
    sheet.heads({recap_words::deadline, recap_words::in_time, recap_words::late, recap_words::still_running,
                 recap_words::overdue, recap_words::stopped});
    for (const auto& [name, count] : recap.by_deadline)
        sheet.put(recap_words::deadline_name(name).in(l))
            .put(count.in_time)
            .put(count.late)
            .put(count.running)
            .put(count.running_late)
            .put(count.ended)
            .next();
}

void write_groups(Sheet& sheet, base::Text what, const std::vector<Group>& groups) {
    sheet.widths({44, 12, 14, 12, 12, 16, 14, 12, 14});
    sheet.heads({what, recap_words::received, recap_words::open, recap_words::solved, recap_words::in_time,
                 recap_words::late, recap_words::overdue, recap_words::contested, recap_words::average_days});
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
    sheet.heads({recap_words::code, recap_words::tracking_id, recap_words::received_on,
                 recap_words::solved_on, recap_words::kind, recap_words::oversight_class, recap_words::topic,
                 recap_words::unit, recap_words::state, recap_words::days, recap_words::in_time,
                 recap_words::contested});
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
            .put(line.in_time ? (*line.in_time ? recap_words::yes : recap_words::no).in(l)
                              : std::string_view{})
            .put(static_cast<std::int64_t>(line.contests))
            .next();
    }
}

void write(const Recap& recap, std::string_view agency, base::Zone zone, const std::filesystem::path& file) {
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
        Sheet sheet(book, recap_words::summary, formats);
        write_summary(sheet, recap, agency, zone);
    }
    {
        Sheet sheet(book, recap_words::per_unit, formats);
        write_groups(sheet, recap_words::unit, recap.units);
    }
    {
        Sheet sheet(book, recap_words::per_topic, formats);
        write_groups(sheet, recap_words::topic, recap.topics);
    }
    {
        Sheet sheet(book, recap_words::list, formats);
        write_list(sheet, recap.list);
    }
    if (auto error = workbook_close(book); error != LXW_NO_ERROR)
        throw std::runtime_error(std::string("the workbook was not written: ") + lxw_strerror(error));
}

} // namespace

std::string workbook(const Recap& recap, std::string_view agency, base::Zone zone,
                     const std::filesystem::path& scratch) {
    write(recap, agency, zone, scratch);
    std::ifstream in(scratch, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    std::error_code ignored;
    std::filesystem::remove(scratch, ignored);
    return bytes;
}

} // namespace channels::sp4n_lapor
