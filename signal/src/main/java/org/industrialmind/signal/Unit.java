package org.industrialmind.signal;

/**
 * A unit of measure as a case-sensitive UCUM code, such as {@code bar}, {@code m3/h}, {@code Cel} or {@code mm/s}; the
 * code {@code 1} is dimensionless.
 *
 * @see "The Unified Code for Units of Measure, ucum.org"
 */
public record Unit(String ucum) {
    public static final Unit ONE = new Unit("1");

    /** @throws IllegalArgumentException if the code is empty, longer than 32 characters, or holds blanks or non-ASCII */
    public Unit {
        boolean printable = ucum.chars().allMatch(c -> c > ' ' && c < 127);
        if (ucum.isEmpty() || ucum.length() > 32 || !printable) {
            throw new IllegalArgumentException("unit '" + ucum
                    + "' is not valid: expected a UCUM code of 1 to 32 printable ASCII characters without blanks, such as"
                    + " 'm3/h'");
        }
    }

    @Override
    public String toString() {
        return ucum;
    }
}
