package org.industrialmind.learning.tabular.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column whose values are names out of a set, its levels.
 *
 * <p>A value is kept as the position of its level; {@value #MISSING} where it is missing. A selection of rows keeps all
 * levels, so the codes of a part mean what they mean in the whole; {@link #seenLevels()} says which of them occur.
 */
public final class CategoricalColumn implements Column {
    /** The code of a missing value. */
    public static final int MISSING = -1;

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,15})?");

    private final String name;
    private final int[] codes;
    private final List<String> levels;

    private CategoricalColumn(String name, int[] codes, List<String> levels) {
        this.name = name;
        this.codes = codes;
        this.levels = levels;
    }

    /** Takes names, an empty one for a missing value; the levels are the names seen, in {@link #ordered order}. */
    public static CategoricalColumn of(String name, String... values) {
        List<String> levels = ordered(List.of(values));
        Map<String, Integer> positions = positions(levels);
        int[] codes = new int[values.length];
        for (int r = 0; r < codes.length; r++) {
            codes[r] = positions.getOrDefault(values[r], MISSING);
        }
        return ofCodes(name, codes, levels);
    }

    /**
     * Takes codes and the levels that they are positions of; copied.
     *
     * @throws IllegalArgumentException if a level is empty or comes twice, or a code is neither a position of a level nor
     *     {@value #MISSING}
     */
    public static CategoricalColumn ofCodes(String name, int[] codes, List<String> levels) {
        if (levels.contains("") || new HashSet<>(levels).size() < levels.size()) {
            throw new IllegalArgumentException("column '" + name + "' has the levels " + levels
                    + ": expected names that differ, none of them empty");
        }
        for (int r = 0; r < codes.length; r++) {
            if (codes[r] < MISSING || codes[r] >= levels.size()) {
                throw new IllegalArgumentException(
                        "row " + r + ", column '" + name + "': seen code " + codes[r] + ", expected one from 0 to "
                                + (levels.size() - 1) + ", or " + MISSING + " where it is missing");
            }
        }
        return new CategoricalColumn(new Field(name, Kind.CATEGORICAL).name(), codes.clone(), List.copyOf(levels));
    }

    /** Returns the distinct names without the empty one: by number where all are numbers, by letters otherwise. */
    static List<String> ordered(Iterable<String> values) {
        HashSet<String> distinct = new HashSet<>();
        values.forEach(distinct::add);
        distinct.remove("");
        List<String> levels = new ArrayList<>(distinct);
        boolean numbers =
                levels.stream().allMatch(level -> NUMBER.matcher(level).matches());
        Comparator<String> byLetters = Comparator.naturalOrder();
        levels.sort(numbers ? Comparator.comparingDouble(Double::parseDouble).thenComparing(byLetters) : byLetters);
        return List.copyOf(levels);
    }

    private static Map<String, Integer> positions(List<String> levels) {
        Map<String, Integer> positions = HashMap.newHashMap(levels.size());
        for (int i = 0; i < levels.size(); i++) {
            positions.put(levels.get(i), i);
        }
        return positions;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return Kind.CATEGORICAL;
    }

    @Override
    public int size() {
        return codes.length;
    }

    public List<String> levels() {
        return levels;
    }

    /** Returns the position of the level of a row, {@value #MISSING} where the value is missing. */
    public int code(int row) {
        return codes[row];
    }

    /** Returns all codes; a copy. */
    public int[] codes() {
        return codes.clone();
    }

    /** Returns how many rows have each level. Shape: [level]. */
    public int[] counts() {
        int[] counts = new int[levels.size()];
        for (int code : codes) {
            if (code != MISSING) {
                counts[code]++;
            }
        }
        return counts;
    }

    /** Returns the levels that at least one row has, in the order of the levels. */
    public List<String> seenLevels() {
        int[] counts = counts();
        List<String> seen = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                seen.add(levels.get(code));
            }
        }
        return List.copyOf(seen);
    }

    /** Returns the same values with these levels and their codes; a value that is none of them goes missing. */
    public CategoricalColumn withLevels(List<String> other) {
        if (other.equals(levels)) {
            return this;
        }
        Map<String, Integer> positions = positions(other);
        int[] translation = new int[levels.size()];
        for (int code = 0; code < translation.length; code++) {
            translation[code] = positions.getOrDefault(levels.get(code), MISSING);
        }
        int[] translated = new int[codes.length];
        for (int r = 0; r < codes.length; r++) {
            translated[r] = codes[r] == MISSING ? MISSING : translation[codes[r]];
        }
        return ofCodes(name, translated, other);
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] == MISSING;
    }

    @Override
    public String text(int row) {
        return isMissing(row) ? "" : levels.get(codes[row]);
    }

    @Override
    public CategoricalColumn renamed(String other) {
        return new CategoricalColumn(new Field(other, Kind.CATEGORICAL).name(), codes, levels);
    }

    @Override
    public CategoricalColumn select(int... rows) {
        int[] chosen = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = codes[rows[i]];
        }
        return new CategoricalColumn(name, chosen, levels);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CategoricalColumn that
                && name.equals(that.name)
                && levels.equals(that.levels)
                && Arrays.equals(codes, that.codes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, levels, Arrays.hashCode(codes));
    }

    @Override
    public String toString() {
        return "CategoricalColumn[" + name + ", " + codes.length + " rows, " + levels.size() + " levels]";
    }
}
