package org.industrialmind.learning.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.industrialmind.learning.evaluation.FaultKind;

/**
 * The detector that a machine gets, and why.
 *
 * @param ranking the evidence for every candidate, best first
 */
public record Choice(List<CandidateEvidence> ranking) {
    /** @throws IllegalArgumentException if there is no candidate */
    public Choice {
        ranking = List.copyOf(ranking);
        if (ranking.isEmpty()) {
            throw new IllegalArgumentException("a choice among no candidates: expected at least one");
        }
    }

    /** Returns the name of the best candidate. */
    public String best() {
        return ranking.getFirst().candidate();
    }

    /** Returns in a sentence why the best is the best. */
    public String reason() {
        CandidateEvidence best = ranking.getFirst();
        CandidateEvidence most = ranking.stream()
                .max(Comparator.comparingDouble(CandidateEvidence::worth))
                .orElseThrow();
        String found = String.format(
                Locale.ROOT,
                "%s finds %.2f of the made-up faults at the limit that held-out normal running asks for",
                best.candidate(),
                best.worth());
        if (most.worth() > best.worth()) {
            return found
                    + String.format(
                            Locale.ROOT,
                            ", within a standard error of %s with %.2f, and is simpler",
                            most.candidate(),
                            most.worth());
        }
        return ranking.size() == 1
                ? found
                : found
                        + String.format(
                                Locale.ROOT,
                                "; the next, %s, finds %.2f",
                                ranking.get(1).candidate(),
                                ranking.get(1).worth());
    }

    /** Returns the evidence as a table to print: a line for each candidate, best first. */
    public String table() {
        String head =
                String.format(Locale.ROOT, "%-28s %6s %7s %7s %6s", "candidate", "worth", "alarms", "spread", "price")
                        + kinds(kind -> String.format(Locale.ROOT, " %9s", kind.code()));
        return ranking.stream()
                .map(row -> String.format(
                                Locale.ROOT,
                                "%-28s %6.3f %7.4f %7.3f %6.2f",
                                row.candidate(),
                                row.worth(),
                                row.alarmShare(),
                                row.tailSpread(),
                                row.price())
                        + kinds(kind -> String.format(Locale.ROOT, " %9.2f", row.found(kind))))
                .collect(Collectors.joining("\n", head + "\n", ""));
    }

    private static String kinds(Function<FaultKind, String> cell) {
        return Arrays.stream(FaultKind.values()).map(cell).collect(Collectors.joining());
    }
}
