package org.industrialmind.simulator.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.simulator.fault.PlannedFault;
import org.industrialmind.simulator.fault.SensorFault;

/**
 * What a plant is made of and what will happen to it, wholly decided by this value.
 *
 * <p>A scenario has two parts: the history, in which all is well and from which models learn, and the live part, in which
 * the planned faults and nuisances happen.
 *
 * @param start of the history, on a whole second
 * @param history how long all is well
 * @param live how long the plant runs on
 * @param duty how loads come and go during the history
 * @param liveDuty how they do afterwards
 * @param transport what happens to frames on their way
 */
public record Scenario(
        String name,
        long seed,
        Instant start,
        Duration history,
        Duration live,
        DutySettings duty,
        DutySettings liveDuty,
        List<Asset> assets,
        List<PlannedFault> faults,
        List<SensorFault> sensorFaults,
        List<Nuisance> nuisances,
        TransportSettings transport) {

    /** @throws IllegalArgumentException if there is no asset, a plan names an unknown one, or the start has a fraction */
    public Scenario {
        assets = List.copyOf(assets);
        faults = List.copyOf(faults);
        sensorFaults = List.copyOf(sensorFaults);
        nuisances = List.copyOf(nuisances);
        if (assets.isEmpty() || start.getNano() != 0) {
            throw new IllegalArgumentException("scenario '" + name + "' has " + assets.size() + " assets and starts at "
                    + start + ": expected at least one asset and a whole second");
        }
        Set<AssetId> known = assets.stream().map(Asset::id).collect(Collectors.toSet());
        Stream.of(
                        faults.stream().map(PlannedFault::asset),
                        sensorFaults.stream().map(SensorFault::asset),
                        nuisances.stream().flatMap(nuisance -> nuisance.asset().stream()))
                .flatMap(named -> named)
                .filter(named -> !known.contains(named))
                .findFirst()
                .ifPresent(stray -> {
                    throw new IllegalArgumentException("scenario '" + name + "' has plans for " + stray
                            + ", which is not among its assets " + known);
                });
    }

    /** Ten machines, eight hours of history, then an hour with five faults that grow to failure. */
    public static Scenario smoke(long seed, Instant start) {
        return SmokePlan.of(seed, start, Duration.ofHours(8));
    }

    /** The smoke scenario with a history of another length. */
    public static Scenario smoke(long seed, Instant start, Duration history) {
        return SmokePlan.of(seed, start, history);
    }

    /** The plant of the smoke scenario, streaming for a month, with a fault now and then; the first one at once. */
    public static Scenario live(long seed, Instant start) {
        return LivePlan.of(seed, start, Duration.ofHours(8));
    }

    /** The live scenario with a history of another length. */
    public static Scenario live(long seed, Instant start, Duration history) {
        return LivePlan.of(seed, start, history);
    }

    /** A plant of 160 machines for 30 days: 120 machine faults, 60 sensor faults and 200 nuisances in the last 25. */
    public static Scenario standard(long seed, Instant start) {
        return StandardPlan.of(StandardPlan.Extent.standard(), seed, start);
    }

    /**
     * A plant of 40 machines that is made to judge detectors in minutes: four quiet days to learn from, then eight with 30
     * machine faults, of which ten stay incipient, 32 sensor faults, of which ten are offsets of five standard deviations
     * of noise, and 50 nuisances.
     */
    public static Scenario judging(long seed, Instant start) {
        return StandardPlan.of(StandardPlan.Extent.judging(), seed, start);
    }

    /** Returns the first second of the live part. */
    public Instant liveStart() {
        return start.plus(history);
    }

    public Instant end() {
        return liveStart().plus(live);
    }

    /** Returns this scenario with no faults of machines or sensors and no nuisances: what would have been. */
    public Scenario undisturbed() {
        return with(List.of(), List.of(), List.of(), transport);
    }

    /** Returns this scenario with other faults of machines. */
    public Scenario withFaults(List<PlannedFault> others) {
        return with(others, sensorFaults, nuisances, transport);
    }

    /** Returns this scenario with other faults of sensors. */
    public Scenario withSensorFaults(List<SensorFault> others) {
        return with(faults, others, nuisances, transport);
    }

    /** Returns this scenario with other nuisances. */
    public Scenario withNuisances(List<Nuisance> others) {
        return with(faults, sensorFaults, others, transport);
    }

    /** Returns this scenario over other lines. */
    public Scenario withTransport(TransportSettings other) {
        return with(faults, sensorFaults, nuisances, other);
    }

    private Scenario with(
            List<PlannedFault> newFaults,
            List<SensorFault> newSensorFaults,
            List<Nuisance> newNuisances,
            TransportSettings newTransport) {
        return new Scenario(
                name,
                seed,
                start,
                history,
                live,
                duty,
                liveDuty,
                assets,
                newFaults,
                newSensorFaults,
                newNuisances,
                newTransport);
    }
}
