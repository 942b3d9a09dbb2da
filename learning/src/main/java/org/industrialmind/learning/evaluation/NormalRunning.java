package org.industrialmind.learning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.Placement;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;

/**
 * Windows of normal running, by machine and regime. Nothing here can carry a label: what is judged by these alone cannot
 * have seen the answers.
 */
public final class NormalRunning {
    private static final int ROWS_A_WINDOW = 4; // enough to know a spread by, where there are dozens of windows

    /** The windows of one machine in one regime, and the usual spread of each of its channels. */
    record Group(List<Window> windows, List<Double> spreads) {}

    private final Map<AssetId, List<Group>> byAsset = new TreeMap<>();
    private final List<Integer> channels;

    private NormalRunning(Map<AssetId, Map<Integer, List<Window>>> placed, List<Integer> channels) {
        this.channels = channels;
        placed.forEach((asset, regimes) -> byAsset.put(
                asset,
                regimes.values().stream()
                        .map(windows -> new Group(windows, spreads(windows)))
                        .toList()));
    }

    /**
     * Gathers the windows that the baseline can place; the others no detector would judge.
     *
     * @throws IllegalArgumentException if it can place none
     */
    public static NormalRunning of(List<Window> windows, Baseline baseline) {
        Map<AssetId, Map<Integer, List<Window>>> placed = new TreeMap<>();
        for (Window window : windows) {
            if (baseline.place(window) instanceof Placement.Placed at) {
                placed.computeIfAbsent(window.asset(), asset -> new TreeMap<>())
                        .computeIfAbsent(at.regime(), regime -> new ArrayList<>())
                        .add(window);
            }
        }
        if (placed.isEmpty()) {
            throw new IllegalArgumentException("none of " + windows.size()
                    + " normal windows is of a known machine in a known, steady regime: expected at least one; give a"
                    + " longer span");
        }
        List<Integer> channels = IntStream.range(0, baseline.schema().width())
                .filter(c -> baseline.schema().channel(c).role().judged())
                .boxed()
                .toList();
        return new NormalRunning(placed, channels);
    }

    private static List<Double> spreads(List<Window> windows) {
        List<Double> spreads = new ArrayList<>();
        for (int c = 0; c < windows.getFirst().width(); c++) {
            int channel = c;
            double[] values = windows.stream()
                    .flatMapToDouble(window -> IntStream.range(0, ROWS_A_WINDOW)
                            .mapToDouble(k -> window.get(k * window.length() / ROWS_A_WINDOW, channel)))
                    .filter(Double::isFinite)
                    .toArray();
            Arrays.sort(values);
            spreads.add(values.length == 0 ? 0 : Quantiles.medianDeviationOfSorted(values));
        }
        return spreads;
    }

    /** Returns the machines, in order of their tags. */
    public Set<AssetId> assets() {
        return Collections.unmodifiableSet(byAsset.keySet());
    }

    /** Returns the windows of a machine, regime by regime; empty if it is not known. */
    public List<Window> of(AssetId asset) {
        return byAsset.getOrDefault(asset, List.of()).stream()
                .flatMap(group -> group.windows().stream())
                .toList();
    }

    List<Group> groups(AssetId asset) {
        return byAsset.getOrDefault(asset, List.of());
    }

    /** Returns the positions of the channels that a fault can be put into: those that vary at all, but no drive. */
    List<Integer> channels(Group group) {
        return channels.stream().filter(c -> group.spreads().get(c) > 0).toList();
    }
}
