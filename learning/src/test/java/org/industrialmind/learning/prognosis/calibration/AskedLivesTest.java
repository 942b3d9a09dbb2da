package org.industrialmind.learning.prognosis.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedLivesTest {
    private static final LifeQuestion QUESTION =
            new LifeQuestion(List.of(0.05, 0.5, 0.95), 125, Double.POSITIVE_INFINITY);
    private static final FleetSchema SCHEMA = new FleetSchema("unit", List.of(), List.of("sensor"), "h");

    /** A unit that lives from 130 to 330 hours, with a row every tenth. */
    private static RunToFailure unit(String name, SplittableRandom random) {
        double life = 130 + 200 * random.nextDouble();
        int rows = (int) (life / 10);
        double[] ages = new double[rows];
        for (int row = 0; row < rows; row++) {
            ages[row] = life - 10 * (rows - row) + 10 * random.nextDouble();
        }
        return RunToFailure.of(SCHEMA, name, ages, new double[rows][1], new Ending.Failed(life));
    }

    /** What a model says that sees wear only in the last hundred hours, and says 150 before. */
    private static Judged judged(RunToFailure run, int length, SplittableRandom random) {
        Cut cut = new Cut(run, length);
        double mean = Math.min(cut.life(), 110 + 0.2 * (cut.life() - 110)) + 8 * random.nextGaussian();
        double[] lives = {mean - 10, mean, mean + 10};
        return new Judged(cut, LifeForecast.of(QUESTION, lives, mean, Math.min(mean, 125)));
    }

    private static List<Judged> heldOut(int units, SplittableRandom random) {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            RunToFailure run = unit("unit " + i, random);
            for (int length = 1; length <= run.rows(); length++) {
                judged.add(judged(run, length, random));
            }
        }
        return judged;
    }

    /** Units cut off with a life left that is even up to the longest. */
    private static List<Judged> cutOff(int units, double longest, SplittableRandom random) {
        List<Judged> judged = new ArrayList<>();
        while (judged.size() < units) {
            RunToFailure run = unit("cut " + judged.size(), random);
            int length = run.rows() - (int) (random.nextDouble() * longest / 10);
            if (length >= 1) {
                judged.add(judged(run, length, random));
            }
        }
        return judged;
    }

    private static List<Asked> unanswered(List<Judged> judged) {
        return judged.stream().map(one -> new Asked(one.forecast(), one.age())).toList();
    }

    private static double coverage(ConformalLife calibration, List<Judged> judged) {
        return judged.stream()
                .mapToDouble(one -> calibration
                                .adjusted(new Asked(one.forecast(), one.age()))
                                .interval()
                                .contains(one.life())
                        ? 1
                        : 0)
                .average()
                .orElseThrow();
    }

    /** Returns the mean life left at a question. */
    private static double mean(AskedLives lives) {
        double sum = 0;
        double weights = 0;
        for (double life = 0.5; life < 1000; life++) { // beyond any unit's life
            double weight = lives.weight(life, 1);
            sum += weight * life;
            weights += weight;
        }
        return sum / weights;
    }

    @ParameterizedTest(name = "lives left up to {0}, seed {1}")
    @CsvSource({"60, 1", "120, 2", "120, 3"})
    void tells_from_forecasts_alone_how_far_from_failure_units_were_cut_off(double longest, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Judged> heldOut = heldOut(150, random);
        AskedLives lives = AskedLives.of(heldOut, unanswered(cutOff(200, longest, random)));
        assertThat(mean(lives)).isCloseTo(longest / 2, within(longest / 8)); // 200 cuts: three errors are 0.12 of it
    }

    @ParameterizedTest(name = "lives left up to {0}, seed {1}")
    @CsvSource({"100, 1", "160, 2", "160, 3"})
    void intervals_and_means_are_right_for_units_asked_at_other_moments_than_the_held_out_ones(
            double longest, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Judged> heldOut = heldOut(200, random);
        List<Judged> cut = cutOff(400, longest, random);
        ConformalLife plain = ConformalLife.of(QUESTION, heldOut, AskedLives.anyMoment());
        ConformalLife weighted = ConformalLife.of(QUESTION, heldOut, AskedLives.of(heldOut, unanswered(cut)));
        assertThat(coverage(weighted, cut)).isBetween(0.85, 0.95); // three errors of 400 cuts: 0.045
        assertThat(squaredError(weighted, cut)).isLessThan(squaredError(plain, cut));
    }

    private static double squaredError(ConformalLife calibration, List<Judged> judged) {
        return judged.stream()
                .mapToDouble(one -> one.life()
                        - calibration
                                .adjusted(new Asked(one.forecast(), one.age()))
                                .mean())
                .map(error -> error * error)
                .average()
                .orElseThrow();
    }

    @Test
    void a_few_questions_tell_nothing() {
        SplittableRandom random = new SplittableRandom(1);
        AskedLives lives = AskedLives.of(heldOut(30, random), unanswered(cutOff(5, 60, random)));
        for (double life = 0; life < 200; life += 20) {
            assertThat(lives.weight(life, 4)).isEqualTo(0.25);
        }
    }
}
