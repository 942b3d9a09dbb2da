package org.industrialmind.learning.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.decision.DecidingDetector;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Suspect;
import org.industrialmind.signal.Window;

/**
 * Several detectors that judge together: their scores become tail probabilities and one decision ({@link DecisionPolicy}).
 *
 * <p>A window is judged alone here; what adds up over time and over the fleet is added by the {@linkplain #policy() policy}
 * where a machine is followed ({@link org.industrialmind.learning.decision.FleetWatch}). Of one member it makes a detector
 * whose score means the same as any other's: how rare the window is, relative to what the budget of false alarms allows.
 *
 * <p>What speaks against a sensor and not against the machine is no evidence of anything, and is told as the member told it.
 * Otherwise a window from which one member abstains is not judged. Contributions are the mean of those that the members
 * name; where none of them alone would have called the window abnormal, none are named.
 */
public final class EnsembleDetector implements DecidingDetector {
    private final String kind;
    private final List<AnomalyDetector> members;
    private final DecisionPolicy policy;
    private final Provenance provenance;
    private final Map<String, Double> metrics;

    /** @param kind under which it is kept */
    EnsembleDetector(
            String kind,
            List<AnomalyDetector> members,
            DecisionPolicy policy,
            Provenance provenance,
            Map<String, Double> metrics) {
        this.kind = kind;
        this.members = List.copyOf(members);
        this.policy = policy;
        this.provenance = provenance;
        this.metrics = Map.copyOf(metrics);
        boolean sameLength = members.stream()
                        .mapToInt(AnomalyDetector::windowLength)
                        .distinct()
                        .count()
                == 1;
        if (!sameLength || policy.detectors() != members.size()) {
            throw new IllegalArgumentException("an ensemble of " + members.size() + " detectors with windows of "
                    + members.stream().map(AnomalyDetector::windowLength).toList() + " rows and a policy for "
                    + policy.detectors() + ": expected one length, and a policy for as many");
        }
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public int windowLength() {
        return members.getFirst().windowLength();
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public Map<String, Double> metrics() {
        return metrics;
    }

    @Override
    public List<Verdict> judge(List<Window> windows) {
        List<List<Verdict>> all =
                members.stream().map(member -> member.judge(windows)).toList();
        List<Verdict> verdicts = new ArrayList<>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            int at = i;
            verdicts.add(together(
                    windows.get(i), all.stream().map(own -> own.get(at)).toList()));
        }
        return verdicts;
    }

    private Verdict together(Window window, List<Verdict> verdicts) {
        return sensor(verdicts)
                .or(() -> abstained(verdicts))
                .orElseGet(() -> scored(
                        policy.relative(window.asset(), DecisionPolicy.EVERY_REGIME, scores(verdicts)), verdicts));
    }

    /**
     * Returns what speaks against a sensor, if nothing speaks against the machine: it is told as it is. Another channel that is
     * abnormal for a member which does not ask counts as the machine's.
     */
    static Optional<Verdict> sensor(List<Verdict> verdicts) {
        List<Verdict.Scored> loud = verdicts.stream()
                .filter(verdict -> verdict instanceof Verdict.Scored scored && scored.abnormal())
                .map(Verdict.Scored.class::cast)
                .toList();
        return loud.stream()
                .filter(scored -> scored.suspect() == Suspect.SENSOR)
                .max(Comparator.comparingDouble(Verdict.Scored::score))
                .filter(sensor -> loud.stream().noneMatch(other -> contradicts(other, sensor)))
                .map(Verdict.class::cast);
    }

    private static boolean contradicts(Verdict.Scored other, Verdict.Scored sensor) {
        return switch (other.suspect()) {
            case MACHINE -> true;
            case SENSOR -> false;
            case UNDETERMINED -> !foremost(other).equals(foremost(sensor));
        };
    }

    private static Optional<String> foremost(Verdict.Scored scored) {
        return scored.contributions().stream().map(Contribution::channel).findFirst();
    }

    private static Optional<Verdict> abstained(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict instanceof Verdict.Abstained)
                .findFirst();
    }

    /** Returns the members' scores, none of which has abstained. */
    private static double[] scores(List<Verdict> verdicts) {
        return verdicts.stream()
                .mapToDouble(verdict -> ((Verdict.Scored) verdict).score())
                .toArray();
    }

    private static Verdict scored(double relative, List<Verdict> verdicts) {
        return relative > 1
                ? new Verdict.Scored(relative, contributions(verdicts), suspect(verdicts))
                : new Verdict.Scored(relative, List.of());
    }

    /** One member that suspects the machine is enough. */
    private static Suspect suspect(List<Verdict> verdicts) {
        boolean machine = verdicts.stream()
                .anyMatch(verdict -> verdict instanceof Verdict.Scored scored && scored.suspect() == Suspect.MACHINE);
        return machine ? Suspect.MACHINE : Suspect.UNDETERMINED;
    }

    private static List<Contribution> contributions(List<Verdict> verdicts) {
        Map<String, List<Contribution>> named = new TreeMap<>();
        int speaking = 0;
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Scored scored
                    && !scored.contributions().isEmpty()) {
                speaking++;
                scored.contributions()
                        .forEach(part -> named.computeIfAbsent(part.channel(), name -> new ArrayList<>())
                                .add(part));
            }
        }
        int members = speaking;
        return named.entrySet().stream()
                .map(entry -> new Contribution(
                        entry.getKey(),
                        entry.getValue().stream()
                                        .mapToDouble(Contribution::share)
                                        .sum()
                                / members,
                        furthest(entry.getValue())))
                .sorted(Comparator.comparingDouble(Contribution::share).reversed())
                .toList();
    }

    private static double furthest(List<Contribution> parts) {
        return parts.stream()
                .mapToDouble(Contribution::deviation)
                .boxed()
                .max(Comparator.comparingDouble(Math::abs))
                .orElseThrow();
    }

    List<AnomalyDetector> members() {
        return members;
    }

    /** Returns the policy by which the members' scores become one decision. */
    @Override
    public DecisionPolicy policy() {
        return policy;
    }
}
