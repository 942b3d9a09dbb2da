package org.industrialmind.serving.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a caller has to give. */
public final class Given {
    private Given() {}

    /** Returns the value of that field, or refuses the request if it is absent. */
    public static <T> T value(@Nullable T value, String field, String expected) {
        if (value == null) {
            throw missing(field, expected);
        }
        return value;
    }

    /** Returns the text of that field, or refuses the request if it is absent or blank. */
    public static String text(@Nullable String value, String field, String expected) {
        if (value == null || value.isBlank()) {
            throw missing(field, expected);
        }
        return value;
    }

    private static Problem missing(String field, String expected) {
        return new Problem(
                HttpStatus.BAD_REQUEST, "the field '" + field + "' is missing", "give in '" + field + "' " + expected);
    }
}
