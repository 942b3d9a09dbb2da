package org.industrialmind.signal;

import java.util.regex.Pattern;

/** A class of equipment in the sense of ISO 14224 (level 6), written as a slug such as {@code centrifugal-pump}. */
public record EquipmentClass(String code) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    /** @throws IllegalArgumentException if the code is not a slug of at most 63 characters */
    public EquipmentClass {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "equipment class '" + code
                            + "' is not valid: expected 1 to 63 lower-case letters, digits, '_' or '-', such as centrifugal-pump");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
