package org.industrialmind.learning.anomaly;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.industrialmind.signal.Contribution;

/** The channels that have most to do with an abnormal window: at most {@value #MOST}, each with a share worth a look. */
public final class ForemostChannels {
    private static final int MOST = 16;
    private static final double LEAST_SHARE = 0.005; // what no reader would look at

    private ForemostChannels() {}

    /**
     * Returns the foremost of so many channels, the largest share first.
     *
     * @param share of a channel; one that is not a number is worth no look
     */
    public static List<Contribution> of(
            int channels, IntFunction<String> name, IntToDoubleFunction share, IntToDoubleFunction deviation) {
        return IntStream.range(0, channels)
                .filter(c -> share.applyAsDouble(c) >= LEAST_SHARE)
                .mapToObj(c -> new Contribution(name.apply(c), share.applyAsDouble(c), deviation.applyAsDouble(c)))
                .sorted(Comparator.comparingDouble(Contribution::share).reversed())
                .limit(MOST)
                .toList();
    }
}
