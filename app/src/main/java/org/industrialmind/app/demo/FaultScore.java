package org.industrialmind.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.simulator.fault.FaultLabel;

/**
 * Holds the alarms that were raised against the faults that were seeded.
 *
 * <p>A fault is found when an alarm of its machine rises while the fault lasts; an alarm that rises at any other time is
 * false. A chain of faults (a plugged strainer, then cavitation) is one fault here,
 * since it is one repair.
 */
public final class FaultScore {
    private final List<Outcome> outcomes;
    private final List<Alarm> falseAlarms;

    /**
     * What became of one seeded fault.
     *
     * @param alarms the alarms of its machine during the fault, first raised first; one is as it should be
     */
    public record Outcome(FaultLabel fault, List<String> modes, List<Alarm> alarms) {
        public boolean detected() {
            return !alarms.isEmpty();
        }

        /** Returns how long after it could first be noticed the alarm rose; negative if it rose before. */
        public Optional<Duration> delay() {
            Instant noticeable = fault.detectable().orElse(fault.onset());
            return alarms.stream().findFirst().map(first -> Duration.between(noticeable, first.raised()));
        }

        /** Returns whether the best-ranked failure mode of the first alarm is the seeded one, or one that follows from it. */
        public boolean named() {
            return alarms.stream()
                    .findFirst()
                    .map(first -> first.diagnosis().modes())
                    .filter(modes -> !modes.isEmpty())
                    .map(modes -> this.modes.contains(modes.getFirst().id()))
                    .orElse(false);
        }
    }

    private FaultScore(List<Outcome> outcomes, List<Alarm> falseAlarms) {
        this.outcomes = outcomes;
        this.falseAlarms = falseAlarms;
    }

    /** Compares alarms with labels; only process faults of full severity count as faults to be found. */
    public static FaultScore of(List<FaultLabel> labels, List<Alarm> alarms, Instant end) {
        List<FaultLabel> faults = labels.stream()
                .filter(label -> label.kind() == FaultLabel.Kind.PROCESS
                        && label.parent().isEmpty())
                .toList();
        List<Alarm> byTime =
                alarms.stream().sorted(Comparator.comparing(Alarm::raised)).toList();
        List<Alarm> unexplained = new ArrayList<>(byTime);
        List<Outcome> outcomes = new ArrayList<>();
        for (FaultLabel fault : faults) {
            List<Alarm> ofFault = byTime.stream()
                    .filter(alarm -> alarm.asset().equals(fault.asset()) && during(fault, alarm, end))
                    .toList();
            unexplained.removeAll(ofFault);
            outcomes.add(new Outcome(fault, modes(fault, labels), ofFault));
        }
        return new FaultScore(List.copyOf(outcomes), List.copyOf(unexplained));
    }

    private static List<String> modes(FaultLabel fault, List<FaultLabel> labels) {
        List<String> modes = new ArrayList<>(List.of(fault.mode()));
        labels.stream()
                .filter(label -> label.parent().equals(Optional.of(fault.id())))
                .forEach(child -> modes.add(child.mode()));
        return modes;
    }

    private static boolean during(FaultLabel fault, Alarm alarm, Instant end) {
        return !alarm.raised().isBefore(fault.onset())
                && alarm.raised().isBefore(fault.end().orElse(end));
    }

    public List<Outcome> outcomes() {
        return outcomes;
    }

    public List<Alarm> falseAlarms() {
        return falseAlarms;
    }

    public long detected() {
        return outcomes.stream().filter(Outcome::detected).count();
    }

    /** Returns how many alarms came on top of the first of each fault. */
    public long repeated() {
        return outcomes.stream()
                .mapToLong(outcome -> Math.max(0, outcome.alarms().size() - 1))
                .sum();
    }
}
