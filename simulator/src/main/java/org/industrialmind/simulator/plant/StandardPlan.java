package org.industrialmind.simulator.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.simulator.Seed;
import org.industrialmind.simulator.fault.FailureMode;
import org.industrialmind.simulator.fault.PlannedFault;
import org.industrialmind.simulator.fault.SensorFault;
import org.industrialmind.simulator.machine.Machine;
import org.industrialmind.simulator.sensor.Instrument;

/** The plant on which a detector is judged: long, mostly healthy, and full of things that only look like faults. */
final class StandardPlan {
    private static final int LIFE_FACTOR = 200; // a bearing lives eleven hours instead of ninety days
    private static final Duration SHORTEST_LIFE = Duration.ofHours(3);

    private final Extent extent;
    private final SplittableRandom random;
    private final Instant live;
    private final List<Asset> assets;
    private final Map<AssetId, List<Instant[]>> taken = new HashMap<>();

    /**
     * How large the plant is and how much happens in it.
     *
     * @param incipient the damage that every third machine fault stops at, in turn
     * @param sensorFaults of all kinds in turn
     * @param plainBiases sensor faults on top of these: offsets by {@value #PLAIN_BIAS} standard deviations of noise
     */
    record Extent(
            String name,
            Duration history,
            Duration live,
            int pumps,
            int motors,
            int exchangers,
            int fans,
            int processFaults,
            int sensorFaults,
            int plainBiases,
            int nuisances,
            List<Double> incipient) {
        private static final double PLAIN_BIAS = 5;

        /** The whole plant for a month: some 220 million readings a day. */
        static Extent standard() {
            return new Extent(
                    "standard",
                    Duration.ofDays(5),
                    Duration.ofDays(25),
                    60,
                    54,
                    30,
                    16,
                    120,
                    60,
                    0,
                    200,
                    List.of(0.35));
        }

        /** A quarter of the plant for twelve days, more densely packed, so that a few minutes judge a detector. */
        static Extent judging() {
            return new Extent(
                    "judging",
                    Duration.ofDays(4),
                    Duration.ofDays(8),
                    15,
                    13,
                    8,
                    4,
                    30,
                    22,
                    10,
                    50,
                    List.of(0.1, 0.2, 0.35, 0.5));
        }
    }

    private StandardPlan(Extent extent, long seed, Instant live) {
        this.extent = extent;
        this.random = new Seed(seed).child(extent.name() + " plan").generator();
        this.live = live;
        this.assets = assets(extent);
    }

    static Scenario of(Extent extent, long seed, Instant start) {
        StandardPlan plan = new StandardPlan(extent, seed, start.plus(extent.history()));
        List<PlannedFault> faults = plan.faults();
        List<SensorFault> sensorFaults = plan.sensorFaults();
        return new Scenario(
                extent.name(),
                seed,
                start,
                extent.history(),
                extent.live(),
                DutySettings.realistic(),
                DutySettings.realistic(),
                plan.assets,
                faults,
                sensorFaults,
                plan.nuisances(),
                TransportSettings.field());
    }

    private static List<Asset> assets(Extent extent) {
        List<Asset> assets = new ArrayList<>();
        add(assets, extent.pumps(), "P", "Pump", Machine.PUMP);
        add(assets, extent.motors(), "M", "Motor", Machine.MOTOR);
        add(assets, extent.exchangers(), "E", "Exchanger", Machine.EXCHANGER);
        add(assets, extent.fans(), "F", "Fan", Machine.FAN);
        return assets;
    }

    private static void add(List<Asset> assets, int count, String letter, String word, EquipmentClass equipmentClass) {
        for (int i = 0; i < count; i++) {
            int area = 1 + i % 4;
            int number = area * 100 + 1 + i / 4;
            PlantPath path = new PlantPath("Riverside", "Area " + area, "System " + area + "0" + (1 + i / 8));
            AssetId id = new AssetId(letter + "-" + number);
            assets.add(new Asset(
                    id, word + " " + number, equipmentClass, path, 1 + i % 5, Machine.installation(equipmentClass)));
        }
    }

    private List<PlannedFault> faults() {
        List<PlannedFault> faults = new ArrayList<>();
        while (faults.size() < extent.processFaults()) {
            Asset asset = anyAsset();
            List<FailureMode> modes = FailureMode.of(asset.equipmentClass());
            FailureMode mode = modes.get(random.nextInt(modes.size()));
            Duration scaled = mode.life().dividedBy(LIFE_FACTOR);
            Duration toFailure = scaled.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : scaled;
            Instant onset = anyTime(toFailure.multipliedBy(2));
            Instant repair = onset.plus(toFailure.multipliedBy(3).dividedBy(2));
            if (take(asset, onset, repair)) {
                PlannedFault fault = PlannedFault.toFailure(asset.id(), mode, onset, toFailure)
                        .repairedAt(repair);
                double level = extent.incipient()
                        .get(faults.size() / 3 % extent.incipient().size());
                faults.add(faults.size() % 3 == 2 ? fault.upTo(level) : fault);
            }
        }
        return faults;
    }

    private List<SensorFault> sensorFaults() {
        SensorFault.Kind[] kinds = SensorFault.Kind.values();
        List<SensorFault> faults = new ArrayList<>();
        while (faults.size() < extent.sensorFaults() + extent.plainBiases()) {
            Asset asset = anyAsset();
            boolean plain = faults.size() >= extent.sensorFaults();
            SensorFault.Kind kind = plain ? SensorFault.Kind.BIAS : kinds[faults.size() % kinds.length];
            Duration lasts = Duration.ofHours(
                    kind == SensorFault.Kind.DRIFT ? 24 + random.nextInt(144) : 2 + random.nextInt(10));
            Instant from = anyTime(lasts);
            if (take(asset, from, from.plus(lasts))) {
                boolean flagged = random.nextDouble() < 0.7 && kind.selfEvident();
                double amount = plain ? Math.copySign(Extent.PLAIN_BIAS, amount(kind)) : amount(kind);
                faults.add(
                        new SensorFault(asset.id(), anyChannel(asset), kind, amount, from, from.plus(lasts), flagged));
            }
        }
        return faults;
    }

    private double amount(SensorFault.Kind kind) {
        double sign = random.nextBoolean() ? 1 : -1;
        return switch (kind) {
            case BIAS -> sign * random.nextDouble(3, 10);
            case DRIFT -> sign * random.nextDouble(5, 10);
            case SPIKES -> 6;
            case GAIN -> 1 + sign * random.nextDouble(0.05, 0.2);
            case NOISE -> random.nextDouble(5, 20);
            case STUCK, RAIL, DROPOUT, SWAPPED, UNIT_FLIP, FROZEN_TIME -> 0;
        };
    }

    private List<Nuisance> nuisances() {
        Nuisance.Kind[] kinds = {
            Nuisance.Kind.SET_POINT_CHANGE,
            Nuisance.Kind.DUTY_SWAP,
            Nuisance.Kind.PLANNED_CLEAN,
            Nuisance.Kind.CALIBRATION,
            Nuisance.Kind.SET_POINT_DITHER
        };
        List<Nuisance> nuisances = new ArrayList<>();
        nuisances.add(Nuisance.plantWide(Nuisance.Kind.HEAT_WAVE, live.plus(share(9)), live.plus(share(12)), 8));
        for (int i = 0; i < 4; i++) {
            Instant dip = anyTime(Duration.ofMinutes(1));
            nuisances.add(Nuisance.plantWide(Nuisance.Kind.POWER_DIP, dip, dip.plusSeconds(2), 0.15));
        }
        while (nuisances.size() < extent.nuisances()) {
            Asset asset = anyAsset();
            Nuisance.Kind kind = kinds[nuisances.size() % kinds.length];
            boolean brief = kind == Nuisance.Kind.CALIBRATION;
            Duration lasts = brief ? Duration.ofMinutes(10) : Duration.ofHours(1 + random.nextInt(6));
            Instant from = anyTime(lasts);
            if (take(asset, from, from.plus(lasts))) {
                nuisances.add(Nuisance.of(kind, asset.id(), from, from.plus(lasts), amount(kind)));
            }
        }
        return nuisances;
    }

    private double amount(Nuisance.Kind kind) {
        return switch (kind) {
            case SET_POINT_CHANGE -> random.nextBoolean() ? Duty.PART.load() : Duty.FULL.load();
            case SET_POINT_DITHER -> 0.02;
            case CALIBRATION -> 2 + random.nextInt(8);
            case HELD_LOAD, DUTY_SWAP, PLANNED_CLEAN, HEAT_WAVE, POWER_DIP -> 0;
        };
    }

    private Asset anyAsset() {
        return assets.get(random.nextInt(assets.size()));
    }

    private Instant anyTime(Duration room) {
        long seconds = extent.live().minus(room).toSeconds();
        return live.plusSeconds(random.nextLong(seconds));
    }

    /** Returns so many twenty-fifths of the live part. */
    private Duration share(int parts) {
        return extent.live().multipliedBy(parts).dividedBy(25);
    }

    private String anyChannel(Asset asset) {
        List<Channel> channels = Machine.of(asset).instruments().stream()
                .map(Instrument::channel)
                .filter(channel -> channel.role() != Channel.Role.DRIVE)
                .toList();
        return channels.get(random.nextInt(channels.size())).name();
    }

    /** Claims a stretch of a machine's time, with six hours of peace on either side, unless something else has it. */
    private boolean take(Asset asset, Instant from, Instant until) {
        List<Instant[]> mine = taken.computeIfAbsent(asset.id(), id -> new ArrayList<>());
        Duration peace = Duration.ofHours(6);
        boolean free = mine.stream()
                .noneMatch(other -> from.isBefore(other[1].plus(peace)) && other[0].isBefore(until.plus(peace)));
        if (free) {
            mine.add(new Instant[] {from, until});
        }
        return free;
    }
}
