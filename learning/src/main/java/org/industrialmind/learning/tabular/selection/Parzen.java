package org.industrialmind.learning.tabular.selection;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.industrialmind.foundations.statistics.Normal;

/**
 * A density on [0, 1] learned from a few places: a normal bump on each, cut off at the ends, and a broad one in the middle so
 * that no place is ruled out. A bump is as wide as the larger gap to its neighbours, so the density is smooth where places
 * are rare and sharp where they crowd (Bergstra et al. 2011, section 4.2).
 */
final class Parzen {
    private final double[] centres;
    private final double[] widths;
    private final double[] masses; // what each bump has inside [0, 1]

    private Parzen(double[] centres, double[] widths) {
        this.centres = centres;
        this.widths = widths;
        masses = new double[centres.length];
        for (int i = 0; i < masses.length; i++) {
            masses[i] = Normal.cdf((1 - centres[i]) / widths[i]) - Normal.cdf(-centres[i] / widths[i]);
        }
    }

    static Parzen of(double[] places) {
        double[] sorted = places.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double narrowest = 1.0 / Math.min(100, n + 2); // as in the authors' program: many places do not make spikes
        double[] centres = Arrays.copyOf(sorted, n + 1);
        double[] widths = new double[n + 1];
        for (int i = 0; i < n; i++) {
            double left = sorted[i] - (i > 0 ? sorted[i - 1] : 0);
            double right = (i < n - 1 ? sorted[i + 1] : 1) - sorted[i];
            widths[i] = Math.clamp(Math.max(left, right), narrowest, 1);
        }
        centres[n] = 0.5;
        widths[n] = 1;
        return new Parzen(centres, widths);
    }

    double density(double place) {
        double sum = 0;
        for (int i = 0; i < centres.length; i++) {
            double z = (place - centres[i]) / widths[i];
            sum += Math.exp(-z * z / 2) / (widths[i] * masses[i]);
        }
        return sum / (centres.length * Math.sqrt(2 * Math.PI));
    }

    double draw(SplittableRandom random) {
        int bump = random.nextInt(centres.length);
        double place;
        do { // a bump has at least a third of its mass inside: three draws on average at worst
            place = centres[bump] + widths[bump] * random.nextGaussian();
        } while (place < 0 || place > 1);
        return place;
    }
}
