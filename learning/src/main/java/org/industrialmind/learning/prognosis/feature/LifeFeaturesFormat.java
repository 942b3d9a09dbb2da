package org.industrialmind.learning.prognosis.feature;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.format.SafeTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.FleetSchema;

/** Keeps what {@link LifeFeatures} learned as named tensors, so that a saved model scales a run as it did in training. */
public final class LifeFeaturesFormat {
    private static final String SETTING_MEANS = "conditions.setting_means";
    private static final String SETTING_DEVIATIONS = "conditions.setting_deviations";
    private static final String CENTRES = "conditions.centres";
    private static final String MEANS = "scale.means";
    private static final String DEVIATIONS = "scale.deviations";
    private static final String SENSORS = "sensors";
    private static final String WEIGHTS = "health.weights";
    private static final String INTERCEPT = "health.intercept";

    private LifeFeaturesFormat() {}

    public static SafeTensors write(LifeFeatures features) {
        OperatingConditions conditions = features.scale().conditions();
        Matrix centres = conditions.centres();
        double[] means = features.scale().means();
        int sensors = means.length / conditions.count();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(SETTING_MEANS, row(conditions.scale().means()));
        tensors.put(SETTING_DEVIATIONS, row(conditions.scale().deviations()));
        tensors.put(CENTRES, Tensor.of(centres.toArray(), centres.rows(), centres.columns()));
        tensors.put(MEANS, Tensor.of(means, conditions.count(), sensors)); // [condition, sensor]
        tensors.put(DEVIATIONS, Tensor.of(features.scale().deviations(), conditions.count(), sensors));
        long[] chosen = IntStream.of(features.chosen()).asLongStream().toArray();
        tensors.put(SENSORS, Tensor.of(chosen, chosen.length));
        tensors.put(WEIGHTS, row(features.index().weights()));
        tensors.put(INTERCEPT, row(new double[] {features.index().intercept()}));
        return new SafeTensors(tensors);
    }

    /** @throws IllegalArgumentException if a tensor is missing or does not fit the schema */
    public static LifeFeatures read(FleetSchema schema, SafeTensors file) {
        double[] settings = file.tensor(SETTING_MEANS).doubles();
        ColumnScale scale =
                ColumnScale.of(settings, file.tensor(SETTING_DEVIATIONS).doubles());
        double[] centres = file.tensor(CENTRES).doubles();
        Matrix conditions = Matrix.of(centres.length / settings.length, settings.length, centres);
        double[] means = file.tensor(MEANS).doubles();
        int sensors = schema.sensors().size();
        if (means.length != conditions.rows() * sensors) {
            throw new IllegalArgumentException("scale of " + means.length + " means: expected " + conditions.rows()
                    + " conditions of " + sensors + " sensors");
        }
        return new LifeFeatures(
                schema,
                ConditionScale.of(
                        OperatingConditions.of(schema.settings().size(), scale, conditions),
                        sensors,
                        means,
                        file.tensor(DEVIATIONS).doubles()),
                LongStream.of(file.tensor(SENSORS).longs())
                        .mapToInt(Math::toIntExact)
                        .toArray(),
                new HealthIndex(
                        file.tensor(INTERCEPT).doubles()[0],
                        file.tensor(WEIGHTS).doubles()));
    }

    private static Tensor row(double[] values) {
        return Tensor.of(values, values.length);
    }
}
