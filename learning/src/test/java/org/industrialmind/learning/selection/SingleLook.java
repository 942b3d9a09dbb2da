package org.industrialmind.learning.selection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.Placement;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Window;

/** A detector with one idea: it looks at one thing of every channel, and the channel furthest from usual is the score. */
record SingleLook(String name, ToDoubleBiFunction<StandardWindow, Integer> look)
        implements Trainer<WindowSet, AnomalyDetector> {
    /** The mean of a channel: sees what stands off. */
    static SingleLook level() {
        return new SingleLook("level", (z, c) -> readings(z, c).mean());
    }

    /** The logarithm of the step from reading to reading: sees noise and what is stuck. */
    static SingleLook restlessness() {
        return new SingleLook("restlessness", (z, c) -> {
            Moments steps = Moments.NONE;
            for (int row = 1; row < z.length(); row++) {
                steps = steps.with(Math.abs(z.get(row, c) - z.get(row - 1, c)));
            }
            return Math.log(0.01 + steps.mean());
        });
    }

    /** Nothing of the window, but a number that looks as if. */
    static SingleLook blind() {
        return new SingleLook("blind", (z, c) -> Math.sin(1e6 * z.get(0, 0) + c));
    }

    private static Moments readings(StandardWindow z, int channel) {
        Moments moments = Moments.NONE;
        for (int row = 0; row < z.length(); row++) {
            moments = moments.with(z.get(row, channel));
        }
        return moments;
    }

    DetectorCandidate candidate() {
        return new DetectorCandidate(name, this);
    }

    @Override
    public AnomalyDetector train(WindowSet data, long seed) {
        Baseline baseline = Baseline.fit(data, BaselineSettings.defaults());
        List<Integer> channels = new ArrayList<>();
        for (int c = 0; c < data.schema().width(); c++) {
            if (data.schema().channel(c).role() == Channel.Role.PROCESS) {
                channels.add(c);
            }
        }
        Map<Integer, Usual> usual = new TreeMap<>();
        for (int c : channels) {
            double[] seen = data.windows().stream()
                    .map(baseline::place)
                    .filter(placement -> placement instanceof Placement.Placed)
                    .mapToDouble(placement -> look.applyAsDouble(((Placement.Placed) placement).z(), c))
                    .toArray();
            usual.put(c, new Usual(Quantiles.median(seen), Math.max(Quantiles.medianDeviation(seen), 1e-6)));
        }
        return new Trained(this, baseline, usual);
    }

    /** What the look at a channel usually gives. */
    private record Usual(double middle, double deviation) {}

    private record Trained(SingleLook method, Baseline baseline, Map<Integer, Usual> usual) implements AnomalyDetector {
        @Override
        public String kind() {
            return method.name();
        }

        @Override
        public int windowLength() {
            return baseline.windowLength();
        }

        @Override
        public Provenance provenance() {
            return Provenance.here("a test", method.name(), Map.of(), 0, Instant.EPOCH);
        }

        @Override
        public List<Verdict> judge(List<Window> windows) {
            return windows.stream().map(this::judge).toList();
        }

        private Verdict judge(Window window) {
            return switch (baseline.place(window)) {
                case Placement.Outside outside -> new Verdict.Abstained(outside.reason());
                case Placement.Placed at -> {
                    double furthest = 0;
                    for (var channel : usual.entrySet()) {
                        double seen = method.look().applyAsDouble(at.z(), channel.getKey());
                        Usual own = channel.getValue();
                        furthest = Math.max(furthest, Math.abs(seen - own.middle()) / (5 * own.deviation()));
                    }
                    yield new Verdict.Scored(furthest, List.of());
                }
            };
        }
    }
}
