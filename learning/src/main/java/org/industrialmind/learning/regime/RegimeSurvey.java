package org.industrialmind.learning.regime;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * What a stretch of history shows of how one machine is run: what a model that is trained on it will know, and what it will
 * not judge.
 *
 * @param history its states over time
 * @param regimes in their order
 * @param outside how many windows are of no regime, by reason
 */
public record RegimeSurvey(RunHistory history, List<Found> regimes, Map<Reason, Integer> outside) {
    /**
     * One way of running.
     *
     * @param settings the mean of each drive, by the name of its channel, in the order of the channels
     * @param windows how many there are
     */
    public record Found(Map<String, Double> settings, int windows) {
        public Found {
            settings = new LinkedHashMap<>(settings);
        }
    }

    public RegimeSurvey {
        regimes = List.copyOf(regimes);
        outside = Map.copyOf(outside);
    }

    /**
     * Surveys one machine.
     *
     * @param windows of that schema, in order of time
     */
    public static RegimeSurvey of(FrameSchema schema, List<Window> windows, RegimeSettings settings) {
        Drives drives = Drives.find(schema, windows, settings.sameLevel());
        RunStateMachine machine = new RunStateMachine(drives, RunStateSettings.defaults());
        Regimes regimes = Regimes.learn(schema, windows, settings);
        List<Sums> sums = new ArrayList<>();
        for (int regime = 0; regime < regimes.count(); regime++) {
            sums.add(new Sums(schema));
        }
        Map<Reason, Integer> outside = new EnumMap<>(Reason.class);
        for (Window window : windows) {
            switch (regimes.locate(window)) {
                case Located.In(int regime) -> sums.get(regime).add(window);
                case Located.Nowhere(Reason reason) -> outside.merge(reason, 1, Integer::sum);
            }
        }
        return new RegimeSurvey(
                RunHistory.of(machine, windows), sums.stream().map(Sums::found).toList(), outside);
    }

    /** The means of the drives over the windows of one regime. */
    private static final class Sums {
        private final FrameSchema schema;
        private final double[] sums;
        private final int[] counts;
        private int windows;

        Sums(FrameSchema schema) {
            this.schema = schema;
            this.sums = new double[schema.width()];
            this.counts = new int[schema.width()];
        }

        void add(Window window) {
            windows++;
            for (int c = 0; c < sums.length; c++) {
                DriveMotion motion = DriveMotion.of(window, c);
                sums[c] += motion.mean();
                counts[c] += motion.read() ? 1 : 0;
            }
        }

        Found found() {
            Map<String, Double> settings = new LinkedHashMap<>();
            for (int c = 0; c < sums.length; c++) {
                if (schema.channel(c).role() == Channel.Role.DRIVE && counts[c] > 0) {
                    settings.put(schema.channel(c).name(), sums[c] / counts[c]);
                }
            }
            return new Found(settings, windows);
        }
    }
}
