package org.industrialmind.telemetry.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far QuestDB has carried its write-ahead logs into tables, by table, counted in transactions. */
final class WalProgress {
    private final Set<String> tables;
    private final Map<String, Progress> progress = new TreeMap<>();

    private record Progress(long logged, long applied, boolean suspended) {}

    /** Looks at those tables only. */
    WalProgress(Set<String> tables) {
        this.tables = tables;
    }

    /** Takes the cells name, logged, applied and suspended. */
    void take(List<@Nullable String> cells) {
        String table = String.valueOf(cells.get(0));
        if (tables.contains(table)) {
            progress.put(table, new Progress(number(cells.get(1)), number(cells.get(2)), "true".equals(cells.get(3))));
        }
    }

    private static long number(@Nullable String cell) {
        return cell == null ? 0 : Long.parseLong(cell);
    }

    /** Returns whether everything that had been logged at the time of the goal is now in the tables. */
    boolean reached(WalProgress goal) {
        return behind(goal).isEmpty();
    }

    /** Returns the tables that still lack something, and how much. */
    Map<String, String> behind(WalProgress goal) {
        return progress.entrySet().stream()
                .filter(e -> e.getValue().applied() < goal.logged(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, e -> {
                    Progress now = e.getValue();
                    return goal.logged(e.getKey()) - now.applied() + " transactions"
                            + (now.suspended() ? ", suspended" : "");
                }));
    }

    private long logged(String table) {
        Progress known = progress.get(table);
        return known == null ? 0 : known.logged();
    }
}
