package org.industrialmind.learning.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.industrialmind.learning.anomaly.CalibrationScore;
import org.industrialmind.learning.anomaly.Limits;
import org.industrialmind.signal.AssetId;

/**
 * Works out a {@link DecisionPolicy}; what it is made of is told there.
 *
 * <p>Limits are set by surprises that each half of a machine's windows, parted in time, has under the tails of the other
 * half, where each has enough of them: a machine or detector whose normal scores move from one day to the next so pays for
 * it with a higher limit. The tails that are kept are fitted on all.
 */
final class PolicyCalibration {
    private static final double LOWEST_LIMIT = -Math.log10(1 - Tail.BODY); // below it nothing is extrapolated
    private static final double LEAST_LIMIT = 0.1; // where a score of 1 is common: a quotient must stay finite
    private static final int FEWEST_TO_HALVE = 1000; // windows: half of them still has ten above the threshold

    private final List<ScoredWindow> windows;
    private final int detectors;
    private final DecisionSettings settings;

    private PolicyCalibration(List<ScoredWindow> normal, DecisionSettings settings) {
        if (normal.isEmpty()) {
            throw new IllegalArgumentException("no scores to calibrate by: expected those of normal windows held out of"
                    + " the fit; give a longer span of training data");
        }
        this.windows = normal.stream()
                .sorted(Comparator.comparing(ScoredWindow::asset).thenComparingLong(ScoredWindow::windowEndNanos))
                .toList();
        this.detectors = windows.getFirst().scores().size();
        this.settings = settings;
        for (ScoredWindow window : windows) {
            if (window.scores().size() != detectors) {
                throw new IllegalArgumentException("windows have " + detectors + " and "
                        + window.scores().size() + " scores: expected one for each detector in all of them");
            }
        }
    }

    static DecisionPolicy of(List<ScoredWindow> normal, DecisionSettings settings) {
        return new PolicyCalibration(normal, settings).policy();
    }

    private DecisionPolicy policy() {
        List<Tails> tails = IntStream.range(0, detectors)
                .mapToObj(d -> TailFit.of(scores(d, windows)))
                .toList();
        List<double[]> surprises = crossFitted(tails);
        List<CalibrationScore> combined = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            ScoredWindow window = windows.get(i);
            combined.add(new CalibrationScore(
                    window.asset(), window.regime(), window.windowEndNanos(), BestTwo.of(surprises.get(i))));
        }
        BlockCalibration blocks = BlockCalibration.of(combined, settings);
        Optional<SlowEvidence> slow = blocks.slow();
        Limits limits = switch (settings.limits()) {
            case BUDGET ->
                Limits.calibrate(combined, slow.isPresent() ? settings.quickBudget() : settings.budget())
                        .atLeast(LOWEST_LIMIT);
            case DETECTORS -> atOne(tails);
        };
        return new DecisionPolicy(tails, limits, slow, blocks.maxima(), settings.block(), keeper(), fleet());
    }

    /** Returns the surprise of each machine and regime at a window whose scores are all 1. */
    private Limits atOne(List<Tails> tails) {
        Map<AssetId, Map<Integer, Double>> limits = new TreeMap<>();
        windows.stream().map(ScoredWindow::standing).distinct().forEach(standing -> {
            double surprise = BestTwo.of(
                    tails.stream().mapToDouble(own -> own.surprise(standing, 1)).toArray());
            limits.computeIfAbsent(standing.asset(), asset -> new TreeMap<>())
                    .put(standing.regime(), Math.max(surprise, LEAST_LIMIT));
        });
        return Limits.of(limits);
    }

    private Optional<OnlineFdr> fleet() {
        int machines =
                (int) windows.stream().map(ScoredWindow::asset).distinct().count();
        return settings.falseShare() == 0
                ? Optional.empty()
                : Optional.of(OnlineFdr.ofFleet(settings.falseShare(), machines, settings.block()));
    }

    private BudgetKeeper keeper() {
        return BudgetKeeper.of(settings.budget().episodesPerAssetMonth());
    }

    private static Map<Standing, double[]> scores(int detector, List<ScoredWindow> windows) {
        Map<Standing, List<Double>> grouped = new TreeMap<>();
        for (ScoredWindow window : windows) {
            grouped.computeIfAbsent(window.standing(), standing -> new ArrayList<>())
                    .add(window.scores().get(detector));
        }
        Map<Standing, double[]> scores = new TreeMap<>();
        grouped.forEach((standing, own) ->
                scores.put(standing, own.stream().mapToDouble(s -> s).toArray()));
        return scores;
    }

    /** Shape: [window][detector]. */
    private List<double[]> crossFitted(List<Tails> whole) {
        boolean[] earlier = new boolean[windows.size()];
        boolean[] parted = part(earlier);
        List<List<Tails>> halves = List.of(half(parted, earlier, true), half(parted, earlier, false));
        List<double[]> surprises = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            ScoredWindow window = windows.get(i);
            List<Tails> judges = parted[i] ? halves.get(earlier[i] ? 1 : 0) : whole;
            double[] row = new double[detectors];
            for (int d = 0; d < detectors; d++) {
                row[d] = judges.get(d)
                        .surprise(window.standing(), window.scores().get(d));
            }
            surprises.add(row);
        }
        return surprises;
    }

    /** Marks the earlier half of each machine and regime, and returns which windows belong to one long enough to part. */
    private boolean[] part(boolean[] earlier) {
        Map<Standing, List<Integer>> positions = new TreeMap<>();
        for (int i = 0; i < windows.size(); i++) {
            positions
                    .computeIfAbsent(windows.get(i).standing(), standing -> new ArrayList<>())
                    .add(i);
        }
        boolean[] parted = new boolean[windows.size()];
        for (List<Integer> own : positions.values()) {
            for (int k = 0; own.size() >= FEWEST_TO_HALVE && k < own.size(); k++) {
                parted[own.get(k)] = true;
                earlier[own.get(k)] = k < own.size() / 2;
            }
        }
        return parted;
    }

    private List<Tails> half(boolean[] parted, boolean[] earlier, boolean which) {
        List<ScoredWindow> half = IntStream.range(0, windows.size())
                .filter(i -> parted[i] && earlier[i] == which)
                .mapToObj(windows::get)
                .toList();
        return half.isEmpty()
                ? List.of()
                : IntStream.range(0, detectors)
                        .mapToObj(d -> TailFit.of(scores(d, half)))
                        .toList();
    }
}
