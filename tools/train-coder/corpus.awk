# The regression corpus (tests/coding/README.md) as gold for train-coder: the types of each block's events, one JSON object a line.
#
#     awk -f corpus.awk tests/coding/corpus/*.txt >corpus.jsonl
#
# Blocks that say nothing of events are left out.

function escape(line) {
    gsub(/\\/, "\\\\", line)
    gsub(/"/, "\\\"", line)
    return line
}

function finish(    i, list) {
    if (text != "" && (known || nothing)) {
        for (i = 1; i <= known; i++) list = list (i > 1 ? "," : "") "\"" types[i] "\""
        printf "{\"id\":\"corpus-%d\",\"published\":\"%s\",\"text\":\"%s\",\"types\":[%s]}\n", ++blocks, day, text, list
    }
    text = ""
    known = nothing = 0
    split("", types)
}

FNR == 1 { finish(); day = "2025-06-15" }
/^[ \t]*$/ { finish(); next }
/^#/ { next }
/^@/ { day = $2; next }
/^= nothing/ { nothing = 1; next }
/^=/ {
    count = split($2, names, "/")
    for (i = 1; i <= count; i++) types[++known] = names[i]
    next
}
/^[~!]/ { next }
{ text = text == "" ? escape($0) : text "\\n" escape($0) }
END { finish() }
