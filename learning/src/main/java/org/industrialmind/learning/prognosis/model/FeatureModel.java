package org.industrialmind.learning.prognosis.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.ModeForecast;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;

/** A model that looks at the features of a moment and nothing else. */
final class FeatureModel implements RemainingLifeModel {
    /** What is made of features: one forecast for each row. */
    interface Answers {
        List<LifeForecast> of(Matrix features);
    }

    private final FleetSchema schema;
    private final LifeQuestion question;
    private final Function<RunToFailure, double[][]> features;
    private final Answers answers;
    private final Optional<ModeForecast> modes;
    private final Provenance provenance;

    FeatureModel(
            FleetSchema schema,
            LifeQuestion question,
            Function<RunToFailure, double[][]> features,
            Answers answers,
            Provenance provenance) {
        this(schema, question, features, answers, Optional.empty(), provenance);
    }

    private FeatureModel(
            FleetSchema schema,
            LifeQuestion question,
            Function<RunToFailure, double[][]> features,
            Answers answers,
            Optional<ModeForecast> modes,
            Provenance provenance) {
        this.schema = schema;
        this.question = question;
        this.features = features;
        this.answers = answers;
        this.modes = modes;
        this.provenance = provenance;
    }

    /** Returns a model that looks at the age of a unit and at nothing else; modes are as likely as in the fleet. */
    static FeatureModel ofAge(
            Fleet fleet, LifeQuestion question, DoubleFunction<LifeForecast> atAge, Provenance provenance) {
        return new FeatureModel(
                fleet.schema(),
                question,
                run -> ages(run, fleet.schema()),
                ages -> Arrays.stream(ages.column(0)).mapToObj(atAge).toList(),
                ModeForecast.shares(fleet),
                provenance);
    }

    /** Shape: [row, 1]. */
    private static double[][] ages(RunToFailure run, FleetSchema schema) {
        if (!run.schema().equals(schema)) {
            throw new IllegalArgumentException(
                    "unit " + run.unit() + " has the schema " + run.schema() + ": expected " + schema);
        }
        double[][] ages = new double[run.rows()][1];
        for (int row = 0; row < ages.length; row++) {
            ages[row][0] = run.age(row);
        }
        return ages;
    }

    @Override
    public FleetSchema schema() {
        return schema;
    }

    @Override
    public LifeQuestion question() {
        return question;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public List<LifeForecast> along(RunToFailure run, int[] lengths) {
        double[][] all = features.apply(run);
        List<double[]> asked = new ArrayList<>();
        for (int length : lengths) {
            if (length < 1 || length > run.rows()) {
                throw new IllegalArgumentException(
                        "asked after " + length + " rows of unit " + run.unit() + ": expected 1 to " + run.rows());
            }
            asked.add(all[length - 1]);
        }
        return asked.isEmpty() ? List.of() : answers.of(Matrix.ofRows(asked.toArray(double[][]::new)));
    }

    @Override
    public List<ModeForecast> modesAlong(RunToFailure run, int[] lengths) {
        return modes.map(shares -> Collections.nCopies(lengths.length, shares)).orElse(List.of());
    }
}
