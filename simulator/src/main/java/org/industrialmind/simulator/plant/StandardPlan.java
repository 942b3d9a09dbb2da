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

/** The plant on which a detector is judged: large, long, mostly healthy, and full of things that only look like faults. */
final class StandardPlan {
    private static final Duration HISTORY = Duration.ofDays(5);
    private static final Duration LIVE = Duration.ofDays(25);
    private static final int PROCESS_FAULTS = 120;
    private static final int SENSOR_FAULTS = 60;
    private static final int NUISANCES = 200;
    private static final int LIFE_FACTOR = 200; // a bearing lives eleven hours instead of ninety days
    private static final Duration SHORTEST_LIFE = Duration.ofHours(3);
    private static final double INCIPIENT = 0.35;

    private final SplittableRandom random;
    private final Instant live;
    private final List<Asset> assets = assets();
    private final Map<AssetId, List<Instant[]>> taken = new HashMap<>();

    private StandardPlan(long seed, Instant live) {
        this.random = new Seed(seed).child("standard plan").generator();
        this.live = live;
    }

    static Scenario of(long seed, Instant start) {
        StandardPlan plan = new StandardPlan(seed, start.plus(HISTORY));
        List<PlannedFault> faults = plan.faults();
        List<SensorFault> sensorFaults = plan.sensorFaults();
        return new Scenario(
                "standard",
                seed,
                start,
                HISTORY,
                LIVE,
                DutySettings.realistic(),
                DutySettings.realistic(),
                plan.assets,
                faults,
                sensorFaults,
                plan.nuisances(),
                TransportSettings.field());
    }

    private static List<Asset> assets() {
        List<Asset> assets = new ArrayList<>();
        add(assets, 60, "P", "Pump", Machine.PUMP);
        add(assets, 54, "M", "Motor", Machine.MOTOR);
        add(assets, 30, "E", "Exchanger", Machine.EXCHANGER);
        add(assets, 16, "F", "Fan", Machine.FAN);
        return assets;
    }

    private static void add(List<Asset> assets, int count, String letter, String word, EquipmentClass equipmentClass) {
        for (int i = 0; i < count; i++) {
            int area = 1 + i % 4;
            int number = area * 100 + 1 + i / 4;
            PlantPath path = new PlantPath("Riverside", "Area " + area, "System " + area + "0" + (1 + i / 8));
            AssetId id = new AssetId(letter + "-" + number);
            assets.add(new Asset(id, word + " " + number, equipmentClass, path, 1 + i % 5));
        }
    }

    private List<PlannedFault> faults() {
        List<PlannedFault> faults = new ArrayList<>();
        while (faults.size() < PROCESS_FAULTS) {
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
                faults.add(faults.size() % 3 == 2 ? fault.upTo(INCIPIENT) : fault);
            }
        }
        return faults;
    }

    private List<SensorFault> sensorFaults() {
        SensorFault.Kind[] kinds = SensorFault.Kind.values();
        List<SensorFault> faults = new ArrayList<>();
        while (faults.size() < SENSOR_FAULTS) {
            Asset asset = anyAsset();
            SensorFault.Kind kind = kinds[faults.size() % kinds.length];
            Duration lasts = Duration.ofHours(
                    kind == SensorFault.Kind.DRIFT ? 24 + random.nextInt(144) : 2 + random.nextInt(10));
            Instant from = anyTime(lasts);
            if (take(asset, from, from.plus(lasts))) {
                boolean flagged = random.nextDouble() < 0.7 && kind.selfEvident();
                faults.add(new SensorFault(
                        asset.id(), anyChannel(asset), kind, amount(kind), from, from.plus(lasts), flagged));
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
        nuisances.add(Nuisance.plantWide(
                Nuisance.Kind.HEAT_WAVE, live.plus(Duration.ofDays(9)), live.plus(Duration.ofDays(12)), 8));
        for (int i = 0; i < 4; i++) {
            Instant dip = anyTime(Duration.ofMinutes(1));
            nuisances.add(Nuisance.plantWide(Nuisance.Kind.POWER_DIP, dip, dip.plusSeconds(2), 0.15));
        }
        while (nuisances.size() < NUISANCES) {
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
        long seconds = LIVE.minus(room).toSeconds();
        return live.plusSeconds(random.nextLong(seconds));
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
