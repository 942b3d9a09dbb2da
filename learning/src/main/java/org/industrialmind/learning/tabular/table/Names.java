package org.industrialmind.learning.tabular.table;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Helps a reader who mistyped a name. */
final class Names {
    private Names() {}

    /** Returns {@code ": did you mean 'age'?"}, or nothing where no name comes near. */
    static String nearest(String wanted, List<String> names) {
        Optional<String> near = names.stream()
                .min(Comparator.comparingInt(name -> distance(wanted, name)))
                .filter(name -> distance(wanted, name) <= Math.max(1, (wanted.length() + 1) / 2));
        return near.map(name -> ": did you mean '" + name + "'?").orElse("");
    }

    /** Returns how many letters must be changed, added or dropped (Levenshtein 1966); case does not count. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = Character.toLowerCase(from.charAt(i - 1)) == Character.toLowerCase(to.charAt(j - 1));
                int changed = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
