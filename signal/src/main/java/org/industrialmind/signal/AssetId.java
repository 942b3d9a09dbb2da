package org.industrialmind.signal;

import java.util.regex.Pattern;

/** The plant-wide tag of an equipment unit (ISO 14224 level 6), such as {@code P-101}. */
public record AssetId(String value) implements Comparable<AssetId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,127}");

    /** @throws IllegalArgumentException if the tag is empty, longer than 128 characters or holds other characters */
    public AssetId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("asset tag '" + value
                    + "' is not valid: expected 1 to 128 letters, digits, '.', '_', '/' or '-', starting with a letter or"
                    + " digit");
        }
    }

    @Override
    public int compareTo(AssetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
