package org.industrialmind.learning.prognosis.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.statistics.CoxModel;
import org.industrialmind.foundations.statistics.CoxRegression;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.feature.ColumnScale;
import org.industrialmind.learning.prognosis.feature.LifeFeatures;

/**
 * Proportional hazards at landmarks: every so many rows each unit is asked how long it lives on, and its age and health index
 * say by how much its rate of failing differs from the fleet's.
 *
 * <p>The clock starts anew at each landmark, so what changes with time needs no special treatment [1]. Units that still run
 * are learned from too, as far as they were seen. Rows of one unit are not independent; the coefficients do not mind, errors
 * of theirs would.
 *
 * <ol>
 *   <li>van Houwelingen 2007, Dynamic prediction by landmarking in event history analysis, Scandinavian Journal of Statistics
 *       34(1).
 * </ol>
 *
 * @param step rows from one landmark to the next
 */
public record CoxTrainer(LifeQuestion question, int step) implements RemainingLifeTrainer {
    private static final int SHORTEST = 5; // rows: before, the features say nothing
    private static final double RIDGE = 1; // the summaries of one index resemble each other

    public static CoxTrainer of(LifeQuestion question) {
        return new CoxTrainer(question, 10);
    }

    @Override
    public String name() {
        return "cox";
    }

    /** What was known at each landmark, for how long the unit was then seen to live on, and whether it failed. */
    private static final class Landmarks {
        private final List<double[]> features = new ArrayList<>();
        private final List<Double> times = new ArrayList<>();
        private final List<Boolean> failures = new ArrayList<>();

        void add(double[] known, double time, boolean failed) {
            features.add(known);
            times.add(time);
            failures.add(failed);
        }

        Matrix rows() {
            return Matrix.ofRows(features.toArray(double[][]::new));
        }

        CoxModel fitted(Matrix rows) {
            boolean[] failed = new boolean[failures.size()];
            for (int i = 0; i < failed.length; i++) {
                failed[i] = failures.get(i);
            }
            double[] seen = times.stream().mapToDouble(time -> time).toArray();
            return new CoxRegression(RIDGE).fit(rows, seen, failed);
        }
    }

    /** @throws IllegalArgumentException if no unit failed */
    @Override
    public RemainingLifeModel train(Fleet fleet, long seed) {
        LifeFeatures features = LifeFeatures.of(fleet, question, seed);
        Landmarks landmarks = landmarks(fleet, features, new SplittableRandom(seed));
        ColumnScale scale = ColumnScale.of(landmarks.rows());
        CoxModel model = landmarks.fitted(scale.scaled(landmarks.rows()));
        return FeatureModel.of(
                features, question, new CoxAnswers(question, scale, model), TrainingNotes.of(this, fleet, seed));
    }

    private Landmarks landmarks(Fleet fleet, LifeFeatures features, SplittableRandom random) {
        Landmarks landmarks = new Landmarks();
        for (RunToFailure run : fleet.runs()) {
            double[][] along = features.brief(run);
            for (int row = SHORTEST - 1 + random.nextInt(step); row < along.length; row += step) {
                double seen = run.ending().age() - run.age(row);
                if (seen > 0 && (!run.failed() || seen <= question.longest())) {
                    landmarks.add(along[row], seen, run.failed());
                }
            }
        }
        return landmarks;
    }
}
