package org.industrialmind.telemetry.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes one line of line protocol apart: {@code measurement,tag=value field=value,field=value timestamp}.
 *
 * <p>A backslash before a comma, an equals sign, a blank or a backslash takes the next character as it is; before anything
 * else it is itself. A field value in double quotes may hold anything but a line break.
 */
final class LineScanner {
    /** A tag or a field. */
    record Pair(String key, String value) {}

    private final String text;
    private final int line;
    private int at;

    LineScanner(String text, int line) {
        this.text = text;
        this.line = line;
    }

    String measurement() {
        return word(", ", "a measurement");
    }

    List<Pair> tags() {
        List<Pair> tags = new ArrayList<>();
        while (accept(',')) {
            String key = word("= ,", "the name of a tag");
            require('=', "the tag " + key);
            tags.add(new Pair(key, word(", ", "the value of tag " + key)));
        }
        require(' ', "the tags");
        return tags;
    }

    List<Pair> fields() {
        List<Pair> fields = new ArrayList<>();
        do {
            String key = word("= ,", "the name of a field");
            require('=', "the field " + key);
            fields.add(new Pair(key, peek('"') ? quoted(key) : word(", ", "the value of field " + key)));
        } while (accept(','));
        return fields;
    }

    /** Returns what follows the fields, or the empty string. */
    String timestamp() {
        if (at == text.length()) {
            return "";
        }
        require(' ', "the fields");
        return text.substring(at).strip();
    }

    private String word(String ends, String what) {
        StringBuilder word = new StringBuilder();
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at++);
            boolean escape = c == '\\' && at < text.length() && ",= \\".indexOf(text.charAt(at)) >= 0;
            word.append(escape ? text.charAt(at++) : c);
        }
        if (word.isEmpty()) {
            throw new RefusedException(
                    Refusal.MALFORMED, line, "expected " + what + " at column " + (at + 1) + ", saw " + seen());
        }
        return word.toString();
    }

    private String quoted(String key) {
        int start = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            at = text.length();
            throw new RefusedException(Refusal.MALFORMED, line, "the text of field " + key + " has no closing quote");
        }
        return text.substring(start, ++at);
    }

    private boolean peek(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean accept(char c) {
        boolean there = peek(c);
        at += there ? 1 : 0;
        return there;
    }

    private void require(char c, String after) {
        if (!accept(c)) {
            throw new RefusedException(
                    Refusal.MALFORMED,
                    line,
                    "expected '" + c + "' after " + after + " at column " + (at + 1) + ", saw " + seen());
        }
    }

    private String seen() {
        return at < text.length() ? "'" + text.charAt(at) + "'" : "the end of the line";
    }
}
