package org.industrialmind.learning.tabular.table;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A column of finite numbers; NaN where one is missing. */
public final class NumericColumn implements Column {
    private final String name;
    private final double[] values;

    private NumericColumn(String name, double[] values) {
        this.name = name;
        this.values = values;
    }

    /**
     * Takes the values; copied.
     *
     * @throws IllegalArgumentException if a value is infinite
     */
    public static NumericColumn of(String name, double... values) {
        for (int r = 0; r < values.length; r++) {
            if (Double.isInfinite(values[r])) {
                throw new IllegalArgumentException("row " + r + ", column '" + name + "': seen " + values[r]
                        + ", expected a finite number, or NaN where it is missing");
            }
        }
        return new NumericColumn(new Field(name, Kind.NUMERIC).name(), values.clone());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return Kind.NUMERIC;
    }

    @Override
    public int size() {
        return values.length;
    }

    /** Returns the number of a row, NaN where it is missing. */
    public double value(int row) {
        return values[row];
    }

    /** Returns all values; a copy. */
    public double[] toArray() {
        return values.clone();
    }

    /** Returns the values that are there, in the order of the rows. */
    public double[] present() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /**
     * Returns the column of what the function makes of each number; a missing one stays missing.
     *
     * @throws IllegalArgumentException if the function makes an infinite number; it says NaN for "none"
     */
    public NumericColumn map(DoubleUnaryOperator function) {
        double[] mapped = new double[values.length];
        for (int r = 0; r < mapped.length; r++) {
            mapped[r] = Double.isNaN(values[r]) ? Double.NaN : function.applyAsDouble(values[r]);
        }
        return of(name, mapped);
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public String text(int row) {
        return isMissing(row) ? "" : plain(values[row]);
    }

    /** Returns a whole number without a decimal point, any other in the shortest digits that read back the same. */
    public static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }

    @Override
    public NumericColumn renamed(String other) {
        return new NumericColumn(new Field(other, Kind.NUMERIC).name(), values);
    }

    @Override
    public NumericColumn select(int... rows) {
        double[] chosen = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = values[rows[i]];
        }
        return new NumericColumn(name, chosen);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumericColumn that && name.equals(that.name) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "NumericColumn[" + name + ", " + values.length + " rows]";
    }
}
