package org.industrialmind.simulator.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.industrialmind.signal.Asset;
import org.industrialmind.simulator.fault.PlannedFault;

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
        List<Nuisance> nuisances) {

    /** @throws IllegalArgumentException if there is no asset, a plan names an unknown one, or the start has a fraction */
    public Scenario {
        assets = List.copyOf(assets);
        faults = List.copyOf(faults);
        nuisances = List.copyOf(nuisances);
        if (assets.isEmpty() || start.getNano() != 0) {
            throw new IllegalArgumentException("scenario '" + name + "' has " + assets.size() + " assets and starts at "
                    + start + ": expected at least one asset and a whole second");
        }
        List<Asset> known = assets;
        faults.stream()
                .filter(fault -> known.stream().noneMatch(asset -> asset.id().equals(fault.asset())))
                .findFirst()
                .ifPresent(stray -> {
                    throw new IllegalArgumentException("scenario '" + name + "' plans "
                            + stray.mode().id() + " on " + stray.asset() + ", which is not among its assets");
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

    /** Returns the first second of the live part. */
    public Instant liveStart() {
        return start.plus(history);
    }

    public Instant end() {
        return liveStart().plus(live);
    }

    /** Returns this scenario with no faults and no nuisances: what would have been. */
    public Scenario undisturbed() {
        return new Scenario(name, seed, start, history, live, duty, liveDuty, assets, List.of(), List.of());
    }
}
