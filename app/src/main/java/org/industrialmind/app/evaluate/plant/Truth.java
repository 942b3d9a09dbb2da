package org.industrialmind.app.evaluate.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.industrialmind.signal.AssetId;
import org.industrialmind.simulator.fault.FaultLabel;
import org.industrialmind.simulator.fault.PlannedFault;
import org.industrialmind.simulator.fault.SensorFault;
import org.industrialmind.simulator.fault.Symptom;

/**
 * What was really wrong with one machine in the live part.
 *
 * <p>A fault and what follows from it - a plugged strainer, then cavitation - are one, since they are one repair. After
 * its end a fault still excuses an episode for {@link #COOLING}: what was hot has to cool.
 */
record Truth(
        AssetId asset,
        List<FaultLabel> faults,
        List<FaultLabel> all,
        Set<Instant> plainBiases,
        Map<Instant, Double> levels,
        Instant until) {
    static final Duration COOLING = Duration.ofHours(1);
    private static final double PLAIN_BIAS = 5;

    static Truth of(AssetId asset, PlantLog log) {
        List<FaultLabel> own = log.labels().stream()
                .filter(label -> label.asset().equals(asset))
                .toList();
        List<FaultLabel> faults = own.stream()
                .filter(label -> label.kind() != FaultLabel.Kind.NUISANCE)
                .filter(label -> label.parent().isEmpty())
                .toList();
        Set<Instant> plain = log.scenario().sensorFaults().stream()
                .filter(fault -> fault.asset().equals(asset) && fault.kind() == SensorFault.Kind.BIAS)
                .filter(fault -> Math.abs(fault.amount()) == PLAIN_BIAS)
                .map(SensorFault::from)
                .collect(Collectors.toSet());
        Map<Instant, Double> levels = log.scenario().faults().stream()
                .filter(fault -> fault.asset().equals(asset))
                .collect(Collectors.toMap(PlannedFault::onset, fault -> Math.min(1, fault.limit())));
        return new Truth(asset, faults, own, plain, levels, log.scenario().end());
    }

    /** Returns the damage at which the fault stops growing; 1 if it runs to failure. */
    double level(FaultLabel fault) {
        return levels.getOrDefault(fault.onset(), 1.0);
    }

    /** Returns whether the sensor is off by just five standard deviations of its noise. */
    boolean plainBias(FaultLabel fault) {
        return fault.kind() == FaultLabel.Kind.SENSOR && plainBiases.contains(fault.onset());
    }

    Stream<FaultLabel> of(FaultLabel.Kind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind);
    }

    /** Returns whether the episode was on while the fault, or what it left behind, was there. */
    boolean explains(FaultLabel fault, SeenEpisode episode) {
        return nanos(fault.onset()) < episode.endNanos()
                && episode.onsetNanos() < nanos(end(fault).plus(COOLING));
    }

    /** Returns whether the episode opened because of the fault, as far as time tells: between its onset and its end. */
    boolean finds(SeenEpisode episode, FaultLabel fault) {
        return nanos(fault.onset()) <= episode.openedNanos() && episode.openedNanos() < nanos(end(fault));
    }

    Instant end(FaultLabel fault) {
        return fault.end().filter(end -> end.isBefore(until)).orElse(until);
    }

    /** Returns the channels that the fault, or what followed from it, moves; the first to speak up in front. */
    List<String> channels(FaultLabel fault) {
        return all.stream()
                .filter(label -> label.equals(fault)
                        || label.parent().filter(fault.id()::equals).isPresent())
                .flatMap(label -> label.symptoms().stream())
                .map(Symptom::channel)
                .distinct()
                .toList();
    }

    static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
