package org.industrialmind.app.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/** Finds the windows in which a machine was run most like in another one, so that like is held against like. */
final class LikeWindows {
    private LikeWindows() {}

    private record Near(Window window, double distance) {}

    /**
     * Returns at most so many of the windows, most alike first: by the sum over the drives of the difference between their
     * means, each relative to the range of the drive in all of them; a drive that only one of the two has read is a whole
     * range away. Without drives the order is as given.
     */
    static List<Window> nearest(Window window, List<Window> windows, int count) {
        FrameSchema schema = window.schema();
        int[] drives = IntStream.range(0, schema.width())
                .filter(c -> schema.channel(c).role() == Channel.Role.DRIVE)
                .toArray();
        double[] ranges =
                IntStream.of(drives).mapToDouble(drive -> range(windows, drive)).toArray();
        return windows.stream()
                .map(other -> new Near(other, distance(window, other, drives, ranges)))
                .sorted(Comparator.comparingDouble(Near::distance))
                .limit(count)
                .map(Near::window)
                .toList();
    }

    private static double distance(Window window, Window other, int[] drives, double[] ranges) {
        double sum = 0;
        for (int i = 0; i < drives.length; i++) {
            double own = mean(window, drives[i]);
            double theirs = mean(other, drives[i]);
            if (Double.isNaN(own) != Double.isNaN(theirs)) {
                sum += 1;
            } else if (ranges[i] > 0 && !Double.isNaN(own)) {
                sum += Math.abs(own - theirs) / ranges[i];
            }
        }
        return sum;
    }

    private static double range(List<Window> windows, int channel) {
        var means = windows.stream()
                .mapToDouble(window -> mean(window, channel))
                .filter(Double::isFinite)
                .summaryStatistics();
        return means.getCount() == 0 ? 0 : means.getMax() - means.getMin();
    }

    /** Returns the mean of what was read, or not a number where nothing was. */
    private static double mean(Window window, int channel) {
        return IntStream.range(0, window.length())
                .mapToDouble(row -> window.get(row, channel))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }
}
