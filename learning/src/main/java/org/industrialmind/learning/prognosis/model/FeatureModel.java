package org.industrialmind.learning.prognosis.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.ModeForecast;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.feature.LifeFeatures;

/**
 * A model that looks at the features of a moment and nothing else.
 *
 * @param features how a run is looked at; empty for a method that looks at the age alone
 * @param modes how often the fleet fails in each mode, where that is all that the model knows of modes
 */
record FeatureModel(
        FleetSchema schema,
        LifeQuestion question,
        Optional<LifeFeatures> features,
        Answers answers,
        Optional<ModeForecast> modes,
        Provenance provenance)
        implements RemainingLifeModel {

    /** Returns a model that looks at all that the features of a fleet say. */
    static FeatureModel of(LifeFeatures features, LifeQuestion question, Answers answers, Provenance provenance) {
        return new FeatureModel(
                features.schema(), question, Optional.of(features), answers, Optional.empty(), provenance);
    }

    /** Returns a model that looks at the age of a unit and at nothing else; modes are as likely as in the fleet. */
    static FeatureModel ofAge(Fleet fleet, LifeQuestion question, Answers answers, Provenance provenance) {
        return new FeatureModel(
                fleet.schema(), question, Optional.empty(), answers, ModeForecast.shares(fleet), provenance);
    }

    @Override
    public String kind() {
        return answers.method().kind();
    }

    @Override
    public Optional<RunToFailure> madeUpRun(int rows) {
        return features.map(looked -> looked.madeUpRun(rows));
    }

    @Override
    public List<LifeForecast> along(RunToFailure run, int[] lengths) {
        if (lengths.length == 0) {
            return List.of();
        }
        return answers.of(asked(run, lengths));
    }

    /** Returns what the method looks at after so many rows of a run. Shape: [length, feature]. */
    private Matrix asked(RunToFailure run, int[] lengths) {
        if (!run.schema().equals(schema)) {
            throw new IllegalArgumentException(
                    "unit " + run.unit() + " has the schema " + run.schema() + ": expected " + schema);
        }
        double[][] all = answers.method().rows(features, run);
        List<double[]> asked = new ArrayList<>();
        for (int length : lengths) {
            if (length < 1 || length > run.rows()) {
                throw new IllegalArgumentException(
                        "asked after " + length + " rows of unit " + run.unit() + ": expected 1 to " + run.rows());
            }
            asked.add(all[length - 1]);
        }
        return Matrix.ofRows(asked.toArray(double[][]::new));
    }

    @Override
    public List<ModeForecast> modesAlong(RunToFailure run, int[] lengths) {
        return modes.map(shares -> Collections.nCopies(lengths.length, shares))
                .orElseGet(() -> answers.modes().isEmpty() || lengths.length == 0
                        ? List.of()
                        : answers.modes(asked(run, lengths)));
    }
}
