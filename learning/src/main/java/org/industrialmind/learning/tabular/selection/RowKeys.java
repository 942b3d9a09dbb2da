package org.industrialmind.learning.tabular.selection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Splitter} may know of each row beside its values: its class, the group it belongs to, its time.
 *
 * <p>Each is there only if it was given; a splitter that needs an absent one says so. Shape: each key is [row].
 */
public final class RowKeys {
    private final int size;
    private final int @Nullable [] labels;
    private final int @Nullable [] groups;
    private final long @Nullable [] times;

    private RowKeys(int size, int @Nullable [] labels, int @Nullable [] groups, long @Nullable [] times) {
        this.size = size;
        this.labels = labels;
        this.groups = groups;
        this.times = times;
    }

    /** @throws IllegalArgumentException if there are no rows */
    public static RowKeys of(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("seen " + size + " rows: expected at least one to split");
        }
        return new RowKeys(size, null, null, null);
    }

    /** Returns keys of as many rows as there are labels. */
    public static RowKeys ofLabels(int[] labels) {
        return of(labels.length).withLabels(labels);
    }

    /** Returns these keys with the class of each row, a number from 0 up. */
    public RowKeys withLabels(int[] labels) {
        requireLength("label", labels.length);
        if (Arrays.stream(labels).anyMatch(label -> label < 0)) {
            throw new IllegalArgumentException("a label is negative: expected classes from 0 up");
        }
        return new RowKeys(size, labels.clone(), groups, times);
    }

    /** Returns these keys with the group of each row: a machine, a customer, a batch that must not be torn. */
    public RowKeys withGroups(int[] groups) {
        requireLength("group", groups.length);
        return new RowKeys(size, labels, groups.clone(), times);
    }

    /** Returns these keys with the time of each row, in any unit with any origin, as long as later is greater. */
    public RowKeys withTimes(long[] times) {
        requireLength("time", times.length);
        return new RowKeys(size, labels, groups, times.clone());
    }

    private void requireLength(String what, int count) {
        if (count != size) {
            throw new IllegalArgumentException(
                    "seen " + count + " " + what + "s for " + size + " rows: expected one for each row");
        }
    }

    public int size() {
        return size;
    }

    /**
     * Returns the class of each row; a copy.
     *
     * @throws IllegalArgumentException if no labels were given
     */
    public int[] labels() {
        return present(labels, "labels").clone();
    }

    /** Returns the group of each row; a copy. Errors as {@link #labels}. */
    public int[] groups() {
        return present(groups, "groups").clone();
    }

    /** Returns the time of each row; a copy. Errors as {@link #labels}. */
    public long[] times() {
        return present(times, "times").clone();
    }

    private static <T> T present(@Nullable T keys, String what) {
        if (keys == null) {
            throw new IllegalArgumentException("the rows have no " + what + ", and this way of splitting needs them: "
                    + "give them by RowKeys.with" + Character.toUpperCase(what.charAt(0)) + what.substring(1));
        }
        return keys;
    }

    /** Returns the keys of the rows at these positions, in this order. */
    public RowKeys select(int[] positions) {
        int[] chosenLabels = labels == null ? null : pick(labels, positions);
        int[] chosenGroups = groups == null ? null : pick(groups, positions);
        long[] all = times;
        long[] chosenTimes = all == null
                ? null
                : Arrays.stream(positions).mapToLong(p -> all[p]).toArray();
        return new RowKeys(RowKeys.of(positions.length).size, chosenLabels, chosenGroups, chosenTimes);
    }

    private static int[] pick(int[] keys, int[] positions) {
        return Arrays.stream(positions).map(p -> keys[p]).toArray();
    }
}
