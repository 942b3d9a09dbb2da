package org.industrialmind.learning.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;

/**
 * Asks a detector to find faults that were put into normal windows: what can be measured where no fault has ever been
 * recorded.
 *
 * <p>Each fault shifts one channel of one window by six times the channel's spread on that machine (a fault that an
 * engineer would call plain), up or down, at random. It says whether a detector sees single channels at all; it does not
 * say how it does on real faults, which move several channels little by little. Where the normal windows are those of
 * training, it compares detectors with each other and is no promise for windows to come. {@link FaultTrials} tries more kinds
 * of fault, on windows held out.
 */
public final class InjectedFaults {
    private static final int WINDOWS = 400;
    private static final double SPREADS = 6;

    private InjectedFaults() {}

    /** Returns the share of injected faults that the detector calls abnormal, of those that it judges; 0 if it judges none. */
    public static double recall(AnomalyDetector detector, WindowSet normal, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> channels = measured(normal);
        Map<AssetId, List<Window>> byAsset = normal.byAsset();
        List<AssetId> assets = List.copyOf(byAsset.keySet());
        List<Window> faulty = new ArrayList<>();
        for (int i = 0; i < WINDOWS && !channels.isEmpty(); i++) {
            List<Window> windows = byAsset.getOrDefault(assets.get(random.nextInt(assets.size())), List.of());
            Window window = windows.get(random.nextInt(windows.size()));
            int channel = channels.get(random.nextInt(channels.size()));
            double shift = (random.nextBoolean() ? SPREADS : -SPREADS) * spread(windows, channel);
            faulty.add(FaultKind.SHIFT.into(window, channel, shift, window, random));
        }
        int judged = 0;
        int found = 0;
        for (Verdict verdict : detector.judge(faulty)) {
            if (verdict instanceof Verdict.Scored scored) {
                judged++;
                found += scored.abnormal() ? 1 : 0;
            }
        }
        return judged == 0 ? 0 : (double) found / judged;
    }

    private static List<Integer> measured(WindowSet set) {
        return IntStream.range(0, set.schema().width())
                .filter(c -> set.schema().channel(c).role().judged())
                .boxed()
                .toList();
    }

    /** The interquartile range of the first values of the windows, as a standard deviation. */
    private static double spread(List<Window> windows, int channel) {
        double[] values = windows.stream()
                .mapToDouble(window -> window.get(0, channel))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (values.length == 0) {
            return 0;
        }
        double range = Quantiles.ofSorted(values, 0.75) - Quantiles.ofSorted(values, 0.25);
        return range / 1.349; // the interquartile range of a normal distribution in standard deviations
    }
}
