package org.industrialmind.app.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.signal.Window;
import org.industrialmind.simulator.fault.FailureMode;
import org.industrialmind.simulator.fault.PlannedFault;
import org.industrialmind.simulator.plant.Duty;
import org.industrialmind.simulator.plant.DutySettings;
import org.industrialmind.simulator.plant.Nuisance;
import org.industrialmind.simulator.plant.Plant;
import org.industrialmind.simulator.plant.Scenario;
import org.industrialmind.simulator.plant.TransportSettings;
import org.industrialmind.telemetry.scoring.StoredWindows;

/**
 * Two simulated pumps, recorded once: an hour in which all is well, and twenty minutes in which the bearing of the first
 * one goes. Every test plays the same readings under asset names of its own, so all tests may share servers and a model,
 * and what one does is no other's affair.
 */
final class PumpStation {
    static final int WINDOW = 60;
    static final int STRIDE = 10;

    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final Duration HISTORY = Duration.ofHours(1);
    private static final Duration LIVE = Duration.ofMinutes(20);
    private static final AssetId FAULTY = new AssetId("P-1");
    private static final AssetId SOUND = new AssetId("P-2");

    private final List<Frame> history = new ArrayList<>();
    private final List<Frame> live = new ArrayList<>();

    private PumpStation() {}

    static PumpStation record(long seed) {
        PumpStation station = new PumpStation();
        Plant plant = new Plant(scenario(seed));
        while (plant.now().isBefore(plant.scenario().liveStart())) {
            station.history.addAll(plant.step());
        }
        while (plant.now().isBefore(plant.scenario().end())) {
            station.live.addAll(plant.step());
        }
        return station;
    }

    private static Scenario scenario(long seed) {
        Instant end = START.plus(HISTORY).plus(LIVE);
        return new Scenario(
                "two pumps",
                seed,
                START,
                HISTORY,
                LIVE,
                DutySettings.inService(),
                DutySettings.inService(),
                List.of(pump(FAULTY), pump(SOUND)),
                List.of(PlannedFault.toFailure(
                        FAULTY, FailureMode.PUMP_BEARING_WEAR, START.plus(HISTORY), Duration.ofMinutes(15))),
                List.of(),
                List.of(held(FAULTY, end), held(SOUND, end)),
                TransportSettings.perfect());
    }

    private static Nuisance held(AssetId asset, Instant end) {
        return Nuisance.of(Nuisance.Kind.HELD_LOAD, asset, START, end, Duty.NORMAL.load());
    }

    private static Asset pump(AssetId id) {
        return new Asset(
                id, "Pump " + id, new EquipmentClass("centrifugal-pump"), new PlantPath("Site", "Area", "System"), 4);
    }

    FrameSchema schema() {
        return live.getFirst().schema();
    }

    /** Returns the pump of that test whose bearing goes. */
    static AssetId faulty(String test) {
        return new AssetId(test + "/" + FAULTY);
    }

    /** Returns the pump of that test with which all is well. */
    static AssetId sound(String test) {
        return new AssetId(test + "/" + SOUND);
    }

    /** Returns the readings of the good hour of both pumps under the names of that test, a row each, in order of time. */
    List<Frame> goodHour(String test) {
        return renamed(history, test);
    }

    /** Returns the live readings of both pumps under the names of that test, a row each, in order of time. */
    List<Frame> live(String test) {
        return renamed(live, test);
    }

    /** Returns the live readings of one pump. */
    List<Frame> live(AssetId asset) {
        String value = asset.value();
        return renamed(live, value.substring(0, value.lastIndexOf('/'))).stream()
                .filter(frame -> frame.asset().equals(asset))
                .toList();
    }

    private static List<Frame> renamed(List<Frame> frames, String test) {
        return frames.stream()
                .map(frame -> renamed(frame, new AssetId(test + "/" + frame.asset())))
                .toList();
    }

    static Frame renamed(Frame frame, AssetId name) {
        int width = frame.schema().width();
        long[] times = new long[frame.rows()];
        double[] values = new double[times.length * width];
        byte[] qualities = new byte[values.length];
        for (int row = 0; row < times.length; row++) {
            times[row] = frame.time(row);
            for (int channel = 0; channel < width; channel++) {
                values[row * width + channel] = frame.value(row, channel);
                qualities[row * width + channel] = frame.qualityCode(row, channel);
            }
        }
        return Frame.of(name, frame.schema(), times, values, qualities);
    }

    /** Returns the good hour of the pumps of all these tests, as windows to learn from. */
    WindowSet history(List<String> tests) {
        List<Window> windows = new ArrayList<>();
        for (AssetId source : List.of(FAULTY, SOUND)) {
            List<Frame> own = history.stream()
                    .filter(frame -> frame.asset().equals(source))
                    .toList();
            List<Window> cut = StoredWindows.cut(source, schema(), own, WINDOW, STRIDE);
            for (String test : tests) {
                cut.forEach(window -> windows.add(renamed(window, new AssetId(test + "/" + source))));
            }
        }
        return new WindowSet("a recorded hour of two pumps", windows);
    }

    private static Window renamed(Window window, AssetId name) {
        float[] values = new float[window.length() * window.width()];
        window.copyTo(values, 0);
        return new Window(name, window.schema(), window.endNanos(), values);
    }
}
