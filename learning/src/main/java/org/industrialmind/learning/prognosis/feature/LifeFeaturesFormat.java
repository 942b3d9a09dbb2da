package org.industrialmind.learning.prognosis.feature;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.SafeTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.regime.SettingsMixture;
import org.industrialmind.learning.regime.SettingsMixture.Bell;

/** Keeps what {@link LifeFeatures} learned as named tensors, so that a saved model scales a run as it did in training. */
public final class LifeFeaturesFormat {
    private static final String SPANS = "conditions.spans"; // absent where there is one condition
    private static final String BELL_WEIGHTS = "conditions.weights";
    private static final String BELL_MEANS = "conditions.means";
    private static final String BELL_COVARIANCES = "conditions.covariances";
    private static final String MEANS = "scale.means";
    private static final String DEVIATIONS = "scale.deviations";
    private static final String SENSORS = "sensors";
    private static final String WEIGHTS = "health.weights";
    private static final String INTERCEPT = "health.intercept";

    private LifeFeaturesFormat() {}

    public static SafeTensors write(LifeFeatures features) {
        OperatingConditions conditions = features.scale().conditions();
        double[] means = features.scale().means();
        int sensors = means.length / conditions.count();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        conditions.mixture().ifPresent(mixture -> write(mixture, tensors));
        tensors.put(MEANS, Tensor.of(means, conditions.count(), sensors)); // [condition, sensor]
        tensors.put(DEVIATIONS, Tensor.of(features.scale().deviations(), conditions.count(), sensors));
        long[] chosen = IntStream.of(features.chosen()).asLongStream().toArray();
        tensors.put(SENSORS, Tensor.of(chosen, chosen.length));
        tensors.put(WEIGHTS, Tensor.row(features.index().weights()));
        tensors.put(INTERCEPT, Tensor.row(features.index().intercept()));
        return new SafeTensors(tensors);
    }

    /** @throws IllegalArgumentException if a tensor is missing or does not fit the schema */
    public static LifeFeatures read(FleetSchema schema, SafeTensors file) {
        NamedTensors tensors = new NamedTensors(file.tensors());
        OperatingConditions conditions =
                file.tensors().containsKey(SPANS) ? conditions(schema, tensors) : OperatingConditions.single();
        int sensors = schema.sensors().size();
        ConditionScale scale = ConditionScale.of(
                conditions,
                sensors,
                tensors.doubles(MEANS, conditions.count(), sensors),
                tensors.doubles(DEVIATIONS, conditions.count(), sensors));
        int[] chosen = LongStream.of(tensors.longs(SENSORS, NamedTensors.ANY))
                .mapToInt(position -> position(position, sensors))
                .toArray();
        HealthIndex index = new HealthIndex(tensors.doubles(INTERCEPT, 1)[0], tensors.doubles(WEIGHTS, chosen.length));
        return new LifeFeatures(schema, scale, chosen, index);
    }

    private static int position(long sensor, int sensors) {
        if (sensor < 0 || sensor >= sensors) {
            throw new IllegalArgumentException(
                    "tensor " + SENSORS + " names sensor " + sensor + ": expected one of " + sensors + ", from 0");
        }
        return (int) sensor;
    }

    private static void write(SettingsMixture mixture, Map<String, Tensor> tensors) {
        List<Bell> bells = mixture.bells();
        int settings = mixture.spans().length;
        tensors.put(SPANS, Tensor.row(mixture.spans()));
        tensors.put(
                BELL_WEIGHTS,
                Tensor.row(bells.stream().mapToDouble(Bell::weight).toArray()));
        tensors.put(
                BELL_MEANS,
                Tensor.of(flat(bells, bell -> bell.mean().stream().mapToDouble(mean -> mean)), bells.size(), settings));
        tensors.put(
                BELL_COVARIANCES,
                Tensor.of(
                        flat(bells, bell -> Arrays.stream(bell.covariance().toArray())),
                        bells.size(),
                        settings,
                        settings)); // [condition, setting, setting]
    }

    private static double[] flat(List<Bell> bells, Function<Bell, DoubleStream> values) {
        return bells.stream().map(values).flatMapToDouble(each -> each).toArray();
    }

    private static OperatingConditions conditions(FleetSchema schema, NamedTensors tensors) {
        int n = schema.settings().size();
        double[] spans = tensors.allPositive(SPANS, n);
        double[] shares = tensors.allPositive(BELL_WEIGHTS, NamedTensors.ANY);
        double[] centres = tensors.doubles(BELL_MEANS, shares.length, n);
        double[] covariances = tensors.doubles(BELL_COVARIANCES, shares.length, n, n);
        List<Bell> bells = IntStream.range(0, shares.length)
                .mapToObj(k -> new Bell(
                        shares[k],
                        Arrays.stream(centres, k * n, (k + 1) * n).boxed().toList(),
                        Matrix.of(n, n, Arrays.copyOfRange(covariances, k * n * n, (k + 1) * n * n))))
                .toList();
        return OperatingConditions.of(new SettingsMixture(bells, spans));
    }
}
