package org.industrialmind.app.evaluate;

import java.util.Arrays;
import java.util.Locale;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.evaluation.TrivialScore;

/** Judges that know nothing of machines, to be printed beside every detector. */
enum TrivialJudge {
    /** Raises the alarm for every row. */
    ALWAYS {
        @Override
        double[] scores(Trial trial, JudgingSettings settings) {
            return TrivialScore.always()
                    .score(trial.recording()
                            .values(trial.normalRows(), trial.recording().rows()));
        }

        @Override
        double limit(Trial trial, JudgingSettings settings) {
            return 0;
        }
    },
    /** Tosses a coin for every row. */
    RANDOM {
        @Override
        double[] scores(Trial trial, JudgingSettings settings) {
            long seed = settings.seed() ^ trial.recording().name().hashCode(); // another coin for each file
            return TrivialScore.random(seed)
                    .score(trial.recording()
                            .values(trial.normalRows(), trial.recording().rows()));
        }

        @Override
        double limit(Trial trial, JudgingSettings settings) {
            return 0.5;
        }
    },
    /** Watches how much the last rows vary; its limit is what 99 % of the normal rows stay below. */
    MOVING_VARIANCE {
        @Override
        double[] scores(Trial trial, JudgingSettings settings) {
            double[] all = variances(trial, settings, trial.recording().rows());
            return Arrays.copyOfRange(all, trial.normalRows(), all.length);
        }

        @Override
        double limit(Trial trial, JudgingSettings settings) {
            double[] normal = variances(trial, settings, trial.normalRows());
            return Quantiles.quantile(Arrays.copyOfRange(normal, settings.windowLength() - 1, normal.length), 0.99);
        }

        private static double[] variances(Trial trial, JudgingSettings settings, int rows) {
            double[][] normal = trial.recording().values(0, trial.normalRows());
            return TrivialScore.movingVariance(settings.windowLength(), normal)
                    .score(trial.recording().values(0, rows));
        }
    };

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract double[] scores(Trial trial, JudgingSettings settings);

    abstract double limit(Trial trial, JudgingSettings settings);

    boolean[] alarms(Trial trial, JudgingSettings settings) {
        return RowScores.above(scores(trial, settings), limit(trial, settings));
    }
}
