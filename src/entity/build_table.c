/* Roles, titles, shapes and holders of office from tables, whose first row names the columns. */
#include "entity/build_internal.h"

enum { COLUMNS = 16 };

typedef struct name_table {
    casus_str names[COLUMNS], row[COLUMNS];
    uint32_t columns, line;
} name_table;

static casus_str column(const name_table *const table, const char *const name)
{
    for (uint32_t i = 0; i < table->columns; i++)
        if (casus_str_equal(table->names[i], casus_str_from(name))) return table->row[i];
    return (casus_str){NULL, 0};
}

static bool is_yes(const casus_str text)
{
    return text.size && (text.at[0] == 'y' || text.at[0] == 'Y');
}

static uint8_t kind_or(const casus_str text, const casus_kind fallback)
{
    const int kind = lex_kind(text);
    return (uint8_t)(kind < 0 ? (int)fallback : kind);
}

static void read_role(lex_builder *const builder, const name_table *const table)
{
    const casus_str singular = column(table, "singular"), plural = column(table, "plural");
    const uint32_t number = builder->roles.count;
    const lex_role role = {
        .singular = lex_intern(builder, singular.size ? singular : plural),
        .plural = lex_intern(builder, plural),
        .sector = lex_intern(builder, column(table, "sector")),
        .kind = kind_or(column(table, "kind"), KIND_PEOPLE),
        .armed = is_yes(column(table, "armed")),
    };
    VEC_PUSH(&builder->roles, builder->arena, role);
    const bool same = casus_str_equal(singular, plural);
    if (singular.size)
        lex_add(builder, singular,
                (lex_entry){.index = number, .type = same ? LEX_ROLES : LEX_ROLE});
    if (plural.size && !same)
        lex_add(builder, plural, (lex_entry){.index = number, .type = LEX_ROLES});
}

static void read_title(lex_builder *const builder, const name_table *const table)
{
    const casus_str title = column(table, "title");
    VEC_PUSH(&builder->titles, builder->arena,
             (lex_title){.text = lex_intern(builder, title),
                         .sector = lex_intern(builder, column(table, "sector")),
                         .body = lex_intern(builder, column(table, "body")),
                         .honorific = is_yes(column(table, "honorific"))});
    lex_add(builder, title, (lex_entry){.index = builder->titles.count - 1, .type = LEX_TITLE});
}

static void read_shape(lex_builder *const builder, const name_table *const table)
{
    const casus_str pattern = column(table, "pattern");
    const size_t star = casus_str_find(pattern, STR("*"));
    if (star == SIZE_MAX) {
        lex_complain_of(builder, table->line, "has no *", pattern);
        return;
    }
    const casus_str before = casus_str_slice(pattern, 0, star);
    const casus_str after = casus_str_slice(pattern, star + 1, SIZE_MAX);
    const casus_str before_key = casus_tokens_key(builder->arena, before);
    const casus_str after_key = casus_tokens_key(builder->arena, after);
    const lex_shape shape = {.sector = lex_intern(builder, column(table, "sector")),
                             .after = before_key.size ? lex_intern(builder, after_key)
                                                      : (lex_text){0, 0},
                             .kind = kind_or(column(table, "kind"), KIND_ORGANIZATION),
                             .prefix = before_key.size > 0};
    VEC_PUSH(&builder->shapes, builder->arena, shape);
    const casus_str fixed = shape.prefix ? before : after;
    if (!lex_add(builder, fixed,
                 (lex_entry){.index = builder->shapes.count - 1, .type = LEX_SHAPE}))
        lex_complain_of(builder, table->line, "has no words beside its *", pattern);
}

static void read_officeholder(lex_builder *const builder, const name_table *const table)
{
    const casus_str name = column(table, "name");
    const casus_str since = column(table, "since"), until = column(table, "until");
    if ((since.size && !lex_day(since)) || (until.size && !lex_day(until)))
        lex_complain_of(builder, table->line, "has a date that is none", name);
    if (!name.size) return;
    lex_add_person(builder, name, column(table, "country"), column(table, "office"),
                   column(table, "sector"), column(table, "body"), lex_day(since), lex_day(until),
                   column(table, "alias"), table->line);
}

void lex_read_table(lex_builder *const builder, const char *const name, casus_str text)
{
    static const struct {
        const char *column; /* that only this table has */
        void (*read)(lex_builder *builder, const name_table *table);
    } readers[] = {{"singular", read_role},
                   {"title", read_title},
                   {"pattern", read_shape},
                   {"office", read_officeholder}};
    name_table rows = {.line = 0};
    uint32_t count;
    if (!casus_table_row(&text, &rows.line, rows.names, COLUMNS, &rows.columns)) return;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        bool has = false;
        for (uint32_t c = 0; c < rows.columns; c++)
            has = has || casus_str_equal(rows.names[c], casus_str_from(readers[i].column));
        if (!has) continue;
        while (casus_table_row(&text, &rows.line, rows.row, COLUMNS, &count))
            readers[i].read(builder, &rows);
        return;
    }
    lex_complain_of(builder, rows.line, "has no header that is known", casus_str_from(name));
}
