package org.industrialmind.learning.leaderboard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.evaluation.TrivialScore;
import org.industrialmind.learning.novelty.Pca;

/**
 * Judges that take no learning to speak of, to be printed beside every result: where one of them does nearly as well, the
 * data was too easy to tell detectors apart.
 *
 * <p>Those that have a score take for their limit what 99 % of the normal rows stay below.
 */
public enum NaiveJudge implements Judge {
    /** Never alarms. */
    SILENT {
        @Override
        public Judgement judge(LabelledSeries series, long seed) {
            return new Judgement(new double[series.test().rows()], 0);
        }
    },
    /** Never stops. */
    ALWAYS {
        @Override
        public Judgement judge(LabelledSeries series, long seed) {
            double[] scores = new double[series.test().rows()];
            Arrays.fill(scores, 1);
            return new Judgement(scores, 0);
        }
    },
    /** Tosses a coin for every row, another one for each series. */
    RANDOM {
        @Override
        public Judgement judge(LabelledSeries series, long seed) {
            long coin = seed * 31 + series.name().hashCode();
            return new Judgement(TrivialScore.random(coin).score(LabelledSeries.arrays(series.test())), 0.5);
        }
    },
    /** Watches the step from the row before. */
    DIFFERENCE {
        @Override
        public Judgement judge(LabelledSeries series, long seed) {
            return limited(series, 1, normal -> TrivialScore.difference(LabelledSeries.arrays(normal)));
        }
    },
    /** Watches how much the last rows vary. */
    MOVING_VARIANCE {
        @Override
        public Judgement judge(LabelledSeries series, long seed) {
            return limited(
                    series,
                    LOOK_BACK - 1,
                    normal -> TrivialScore.movingVariance(LOOK_BACK, LabelledSeries.arrays(normal)));
        }
    },
    /** Alarms outside the range of the normal rows, by how many standard deviations a channel is beyond it. */
    RANGE_CHECK {
        @Override
        public Judgement judge(LabelledSeries series, long seed) {
            return new Judgement(RangeCheck.of(series.train()).scores(series.test()), 0);
        }
    },
    /** Principal components alone, over the features of the last rows: the product's simplest detector, nothing gathered. */
    PCA {
        @Override
        public Judgement judge(LabelledSeries series, long seed) {
            RowMethod method = new NoveltyRows(Pca.defaults(), LOOK_BACK);
            double[] all = method.fit(List.of(series.train()), seed).scores(series.testAfter(method.history()));
            return new Judgement(
                    Arrays.copyOfRange(all, method.history(), all.length),
                    limit(HeldOutScores.of(method, series.train(), seed)));
        }
    };

    private static final int LOOK_BACK = 20;
    private static final double SHARE_BELOW = 0.99;

    @Override
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    private interface Fit {
        TrivialScore to(Matrix normal);
    }

    private static Judgement limited(LabelledSeries series, int history, Fit fit) {
        TrivialScore score = fit.to(series.train());
        double[] normal = score.score(LabelledSeries.arrays(series.train()));
        double[] all = score.score(LabelledSeries.arrays(series.testAfter(history)));
        return new Judgement(
                Arrays.copyOfRange(all, history, all.length),
                limit(Arrays.copyOfRange(normal, Math.min(history, normal.length - 1), normal.length)));
    }

    private static double limit(double[] normal) {
        return Quantiles.quantile(normal, SHARE_BELOW);
    }
}
