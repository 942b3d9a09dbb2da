package org.industrialmind.learning.novelty;

import java.util.HashMap;
import java.util.Map;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * How far the standardised features of a window lie from normal, and which channels that is owed to.
 *
 * <p>Three looks at the same features, each in units of its own limit, of which the worst counts:
 *
 * <ul>
 *   <li>the combined index of the principal components of the levels ({@link PrincipalComponents}): channels that no
 *       longer belong together;
 *   <li>the largest single level: one channel far out along a direction that varies anyway, where the many components
 *       would dilute it;
 *   <li>the largest single restlessness: noise is independent from channel to channel, so components of it explain
 *       nothing.
 * </ul>
 *
 * The limit of each look is the larger of what theory gives for normal features and what {@value Usual#TOLERATED} of the fitted
 * windows stay below; hence 1 is the most that a usual window shows. The limits that count are calibrated on top of that,
 * per machine and regime, by {@link NoveltyTrainer}.
 *
 * <p>Evidence against a channel is the largest squared look that it alone could account for: the reconstruction-based
 * contribution of its level, or the square of its single deviations.
 */
final class WindowScore implements FeatureModel {
    /**
     * What the looks are measured by.
     *
     * @param together limit of the root of the combined index
     * @param level limit of the largest single standardised level
     * @param restlessness limit of the largest single standardised restlessness
     */
    record Units(double together, double level, double restlessness) {
        Units {
            boolean positive = together > 0 && level > 0 && restlessness > 0;
            if (!positive || !Double.isFinite(together + level + restlessness)) {
                throw new IllegalArgumentException("units " + together + ", " + level + ", " + restlessness
                        + " of a score are not valid: expected positive, finite numbers");
            }
        }
    }

    private final PrincipalComponents components;
    private final Units units;
    private final int channels;

    WindowScore(PrincipalComponents components, Units units) {
        this.components = components;
        this.units = units;
        this.channels = components.size();
    }

    /**
     * Fits the components and the units.
     *
     * @param variance the share of the variance that the components must explain
     */
    static WindowScore fit(FeatureRows rows, double variance) {
        PrincipalComponents components = PrincipalComponents.fit(rows.levels(), variance, rows.independent());
        WindowScore unit = new WindowScore(components, new Units(1, 1, 1));
        return new WindowScore(
                components,
                new Units(
                        Math.max(components.limit(Usual.TOLERATED), rows.most(unit::together)),
                        rows.mostSingle(0),
                        rows.mostSingle(rows.channels())));
    }

    @Override
    public double novelty(double[] features) {
        double single = Math.max(
                Usual.largest(features, 0, channels) / units.level(),
                Usual.largest(features, channels, 2 * channels) / units.restlessness());
        return Math.max(single, together(features) / units.together());
    }

    private double together(double[] features) {
        return Math.sqrt(
                components.distance(features, new double[components.kept()]).combined());
    }

    @Override
    public double[] weights(double[] features) {
        double[] scratch = new double[components.kept()];
        components.distance(features, scratch);
        double[] weights = components.contributions(features, scratch);
        for (int c = 0; c < channels; c++) {
            double together = weights[c] / (units.together() * units.together());
            double level = features[c] / units.level();
            double restlessness = features[channels + c] / units.restlessness();
            weights[c] = Math.max(together, Math.max(level * level, restlessness * restlessness));
        }
        return weights;
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new HashMap<>();
        components.keep(tensors);
        tensors.put("units", Tensor.of(new double[] {units.together(), units.level(), units.restlessness()}, 3));
        return tensors;
    }

    static WindowScore restore(int channels, NamedTensors tensors) {
        PrincipalComponents components = PrincipalComponents.restore(channels, tensors);
        double[] units = tensors.doubles("units", 3);
        return new WindowScore(components, new Units(units[0], units[1], units[2]));
    }

    @Override
    public Map<String, Double> facts() {
        return Map.of("components", (double) components.kept());
    }

    PrincipalComponents components() {
        return components;
    }
}
