package org.industrialmind.learning.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;

/**
 * Faults put into held-out normal windows, the same ones for every detector that is asked: what can be measured where no
 * fault has ever been recorded.
 *
 * <p>Every kind and severity gets as many trials, each in a window, channel and direction drawn at random. A size is in
 * standard deviations of the channel within the machine's regime.
 */
public record FaultTrials(List<Trial> trials) {
    /**
     * One faulty window.
     *
     * @param sigmas severity; 0 for a kind that has none
     */
    public record Trial(FaultKind kind, double sigmas, Window window) {}

    public FaultTrials {
        trials = List.copyOf(trials);
    }

    /**
     * Draws trials for one machine.
     *
     * @param severities in standard deviations, for the kinds that can be large or small
     * @param each how many trials each kind has, shared out over its severities
     */
    public static FaultTrials of(NormalRunning normal, AssetId asset, List<Double> severities, int each, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<NormalRunning.Group> groups = normal.groups(asset).stream()
                .filter(group -> !normal.channels(group).isEmpty())
                .toList();
        List<Trial> trials = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            for (int i = 0; i < each && !groups.isEmpty(); i++) {
                NormalRunning.Group group = groups.get(random.nextInt(groups.size()));
                List<Integer> channels = normal.channels(group);
                int channel = channels.get(random.nextInt(channels.size()));
                double sigmas = kind.sized() ? severities.get(i % severities.size()) : 0;
                double size = (random.nextBoolean() ? sigmas : -sigmas)
                        * group.spreads().get(channel);
                Window window = any(group.windows(), random);
                Window faulty = kind.into(window, channel, size, another(group.windows(), window, random), random);
                trials.add(new Trial(kind, sigmas, faulty));
            }
        }
        return new FaultTrials(trials);
    }

    private static Window any(List<Window> windows, SplittableRandom random) {
        return windows.get(random.nextInt(windows.size()));
    }

    /** Returns a window that shares no reading with the first, if a few draws find one. */
    private static Window another(List<Window> windows, Window first, SplittableRandom random) {
        Window other = any(windows, random);
        for (int draw = 0; draw < 20; draw++) {
            if (other.startNanos() >= first.endNanos() || other.endNanos() <= first.startNanos()) {
                return other;
            }
            other = any(windows, random);
        }
        return other;
    }

    public List<Window> windows() {
        return trials.stream().map(Trial::window).toList();
    }
}
