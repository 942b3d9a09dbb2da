package org.industrialmind.app.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.simulator.fault.FailureMode;
import org.industrialmind.simulator.fault.FaultLabel;
import org.industrialmind.simulator.fault.PlannedFault;
import org.industrialmind.simulator.plant.DutySettings;
import org.industrialmind.simulator.plant.Plant;
import org.industrialmind.simulator.plant.Scenario;
import org.industrialmind.simulator.plant.TransportSettings;

/**
 * Machines of one class of the simulated plant, each run from new until it fails in a way and at a pace drawn by the seed.
 *
 * <p>A machine is well for ten minutes to an hour, then one of the modes of its class grows within forty minutes to two and a
 * half hours; the clock of damage is compressed, all else runs in real time under changing load. A row is the mean of a minute
 * in which nobody moved the load, with the load as the condition; machines that have not failed after six hours still run.
 */
final class SimulatedLives {
    private static final Instant START = Instant.parse("2026-09-07T00:00:00Z");
    private static final Duration WATCHED = Duration.ofHours(6);
    private static final long MINUTE = 60; // seconds
    private static final int EARLIEST_ONSET = 10; // minutes, and the span from there
    private static final int ONSETS = 50;
    private static final double SHORTEST_GROWTH = 40; // minutes to failure
    private static final double LONGEST_GROWTH = 150;

    private SimulatedLives() {}

    /** Returns the runs of so many machines, ages in minutes. */
    static Fleet of(EquipmentClass kind, int machines, long seed) {
        Scenario scenario = scenario(kind, machines, seed);
        Plant plant = new Plant(scenario);
        FrameSchema schema = plant.schemas().getFirst();
        Map<AssetId, Log> logs = new TreeMap<>();
        while (plant.now().isBefore(scenario.end())) {
            for (Frame frame : plant.step()) {
                logs.computeIfAbsent(frame.asset(), asset -> new Log(schema)).add(frame);
            }
        }
        FleetSchema fleet = fleet(schema);
        List<FaultLabel> labels = plant.labels();
        List<RunToFailure> runs = new ArrayList<>();
        logs.forEach((asset, log) -> runs.add(log.run(fleet, asset, failure(labels, asset))));
        return Fleet.of(runs);
    }

    private static Scenario scenario(EquipmentClass kind, int machines, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<FailureMode> modes = FailureMode.of(kind);
        List<Asset> assets = new ArrayList<>();
        List<PlannedFault> faults = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            AssetId id = new AssetId(String.format("%s-%d-%03d", kind.code(), seed, i));
            assets.add(new Asset(id, "Machine " + i, kind, new PlantPath("Riverside", "Test", "Endurance"), 3));
            double growth = SHORTEST_GROWTH * Math.pow(LONGEST_GROWTH / SHORTEST_GROWTH, random.nextDouble());
            faults.add(PlannedFault.toFailure(
                    id,
                    modes.get(random.nextInt(modes.size())),
                    START.plusSeconds((EARLIEST_ONSET + random.nextInt(ONSETS)) * MINUTE),
                    Duration.ofSeconds((long) (growth * MINUTE))));
        }
        return new Scenario(
                "endurance",
                seed,
                START,
                Duration.ZERO,
                WATCHED,
                DutySettings.inService(),
                DutySettings.inService(),
                assets,
                faults,
                List.of(),
                List.of(),
                TransportSettings.perfect());
    }

    private static FleetSchema fleet(FrameSchema schema) {
        return new FleetSchema(
                schema.equipmentClass().code(),
                names(schema, true),
                names(schema, false),
                "minute of compressed damage");
    }

    private static List<String> names(FrameSchema schema, boolean drives) {
        return schema.channels().stream()
                .filter(channel -> (channel.role() == Channel.Role.DRIVE) == drives)
                .map(Channel::name)
                .toList();
    }

    private static Optional<FaultLabel> failure(List<FaultLabel> labels, AssetId asset) {
        return labels.stream()
                .filter(label -> label.asset().equals(asset) && label.failure().isPresent())
                .findFirst();
    }

    /** The minutes of one machine, settings first. */
    private static final class Log {
        private final int[] drives;
        private final int[] others;
        private final double[] sums;
        private final double[] before;
        private final List<Double> ages = new ArrayList<>();
        private final List<double[]> rows = new ArrayList<>();
        private int seconds;
        private boolean steady = true;

        Log(FrameSchema schema) {
            this.drives = positions(schema, true);
            this.others = positions(schema, false);
            this.sums = new double[schema.width()];
            this.before = new double[schema.width()];
        }

        private static int[] positions(FrameSchema schema, boolean drives) {
            return IntStream.range(0, schema.width())
                    .filter(c -> (schema.channel(c).role() == Channel.Role.DRIVE) == drives)
                    .toArray();
        }

        void add(Frame frame) {
            for (int c = 0; c < sums.length; c++) {
                sums[c] += frame.value(0, c);
            }
            for (int drive : drives) {
                steady &= seconds % MINUTE == 0 || frame.value(0, drive) == before[drive];
                before[drive] = frame.value(0, drive);
            }
            if (++seconds % MINUTE == 0) {
                if (steady) {
                    ages.add((double) seconds / MINUTE);
                    rows.add(IntStream.concat(IntStream.of(drives), IntStream.of(others))
                            .mapToDouble(c -> sums[c] / MINUTE)
                            .toArray());
                }
                Arrays.fill(sums, 0);
                steady = true;
            }
        }

        RunToFailure run(FleetSchema schema, AssetId asset, Optional<FaultLabel> failure) {
            double end = failure.flatMap(FaultLabel::failure)
                    .map(time -> Duration.between(START, time).toSeconds() / (double) MINUTE)
                    .orElse(Double.POSITIVE_INFINITY);
            int known = (int) ages.stream().filter(age -> age <= end).count();
            double[] seen = ages.stream().limit(known).mapToDouble(age -> age).toArray();
            Ending ending = failure.<Ending>map(label -> new Ending.Failed(end, Optional.of(label.mode())))
                    .orElseGet(() -> new Ending.StillRunning(seen[known - 1]));
            return RunToFailure.of(
                    schema, asset.value(), seen, rows.subList(0, known).toArray(double[][]::new), ending);
        }
    }
}
