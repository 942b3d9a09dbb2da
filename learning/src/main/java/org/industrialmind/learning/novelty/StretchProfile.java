package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Judges windows by how far the course of each channel lies from the nearest course that was seen before: the matrix
 * profile of new windows against old ones, channel by channel.
 *
 * <p>A course is a window of one channel, averaged down to at most {@value #POINTS} points. Two distances count: the root
 * mean square of the difference, which sees levels and swings that never were, and that of the shapes alone, each put to
 * level 0 and spread 1, which sees a course that never was, however small [1]. Each is measured by what 99 of 100 usual
 * windows of the channel show to a memory of the other quarters of history; the largest of all is the novelty.
 *
 * <p>Asks nothing of laws between channels and assumes nothing of their form. It cannot see relations that break, and where
 * noise drowns the course every shape is new, so there the shape says little.
 *
 * <ol>
 *   <li>Yeh et al. 2016, Matrix Profile I: all pairs similarity joins for time series, ICDM.
 *   <li>Akbarinia and Cloez 2019, Efficient matrix profile computation using different distance functions,
 *       arXiv:1901.05708: the profile without putting to scale.
 * </ol>
 *
 * @param memory how many windows are remembered at most
 */
public record StretchProfile(int memory) implements NoveltyMethod {
    static final int POINTS = 20;

    private static final double USUAL = 0.99; // for the unit of a channel; that of the whole is set beyond

    /** @throws IllegalArgumentException if nothing would be remembered */
    public StretchProfile {
        if (memory < 1) {
            throw new IllegalArgumentException("memory of " + memory + " windows: expected at least one");
        }
    }

    /** Returns the house settings: 512 windows. */
    public static StretchProfile defaults() {
        return new StretchProfile(512);
    }

    @Override
    public String kind() {
        return "matrix-profile";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("memory", Integer.toString(memory));
    }

    @Override
    public KnownNormal learn(NormalWindows windows, long seed) {
        Layout layout = windows.layout();
        List<StretchMemory> half = memories(windows.quarters(true));
        List<NormalWindows.Item> fresh = windows.quarters(false).items();
        List<StretchMemory.Unit> units = new ArrayList<>();
        double[] largest = new double[fresh.size()];
        for (int c = 0; c < layout.channels(); c++) {
            List<StretchMemory.Distance> distances = new ArrayList<>();
            for (NormalWindows.Item item : fresh) {
                distances.add(half.get(c).distance(item.window(), c));
            }
            StretchMemory.Unit unit = StretchMemory.Unit.of(distances, USUAL);
            units.add(unit);
            for (int i = 0; i < largest.length; i++) {
                largest[i] = Math.max(largest[i], unit.relative(distances.get(i)));
            }
        }
        return new Known(memories(windows), units, Usual.most(largest));
    }

    private List<StretchMemory> memories(NormalWindows windows) {
        List<StandardWindow> kept = new ArrayList<>();
        int step = Math.ceilDiv(windows.items().size(), memory);
        for (int i = 0; i < windows.items().size(); i += step) {
            kept.add(windows.items().get(i).window());
        }
        List<StretchMemory> memories = new ArrayList<>();
        for (int c = 0; c < windows.layout().channels(); c++) {
            memories.add(StretchMemory.of(kept, c));
        }
        return memories;
    }

    @Override
    public KnownNormal restore(Layout layout, NamedTensors tensors) {
        List<StretchMemory> memories = new ArrayList<>();
        List<StretchMemory.Unit> units = new ArrayList<>();
        double[] kept = tensors.allPositive("units", layout.channels(), 2);
        for (int c = 0; c < layout.channels(); c++) {
            memories.add(StretchMemory.restore("memory/" + c, layout.rows(), tensors));
            units.add(new StretchMemory.Unit(kept[2 * c], kept[2 * c + 1]));
        }
        return new Known(memories, units, tensors.positive("unit"));
    }

    private record Known(List<StretchMemory> memories, List<StretchMemory.Unit> units, double unit)
            implements KnownNormal {
        private double relative(StandardWindow window, int channel) {
            return window.read(channel)
                    ? units.get(channel).relative(memories.get(channel).distance(window, channel)) / unit
                    : 0;
        }

        @Override
        public double novelty(int place, StandardWindow window) {
            double largest = 0;
            for (int c = 0; c < memories.size(); c++) {
                largest = Math.max(largest, relative(window, c));
            }
            return largest;
        }

        @Override
        public Evidence evidence(int place, StandardWindow window) {
            double[] weights = new double[memories.size()];
            for (int c = 0; c < weights.length; c++) {
                double relative = relative(window, c);
                weights[c] = relative * relative;
            }
            return Evidence.atLevels(weights, window);
        }

        @Override
        public Map<String, Tensor> tensors() {
            Map<String, Tensor> tensors = new HashMap<>();
            double[] kept = new double[2 * units.size()];
            for (int c = 0; c < units.size(); c++) {
                memories.get(c).keep("memory/" + c, tensors);
                kept[2 * c] = units.get(c).difference();
                kept[2 * c + 1] = units.get(c).shape();
            }
            tensors.put("units", Tensor.of(kept, units.size(), 2));
            tensors.put("unit", Tensor.of(new double[] {unit}, 1));
            return tensors;
        }
    }
}
