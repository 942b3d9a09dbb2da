package org.industrialmind.learning.prognosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every trainer of remaining life keeps, and every model it makes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RemainingLifeContract {
    protected static final LifeQuestion QUESTION = new LifeQuestion(List.of(0.05, 0.5, 0.95), 40, 60);
    private static final Fleet FLEET = WearingPumps.someStillRunning(15, 1);
    private static final RunToFailure UNSEEN = WearingPumps.worn(1, 99).runs().getFirst();

    /** Returns a trainer of the method, small enough for a fleet of fifteen short runs. */
    protected abstract RemainingLifeTrainer trainer(LifeQuestion question);

    /** Whether the method looks at more than the calendar, so that it knows a worn unit from a new one. */
    protected boolean looksAtTheUnit() {
        return true;
    }

    private final Map<Long, RemainingLifeModel> trained = new HashMap<>();

    /** Returns the model of that seed, trained once for all tests. */
    private RemainingLifeModel model(long seed) {
        return trained.computeIfAbsent(seed, other -> trainer(QUESTION).train(FLEET, seed));
    }

    @Test
    void answers_the_question_it_was_asked() {
        RemainingLifeModel model = model(1);
        assertThat(model.question()).isEqualTo(QUESTION);
        assertThat(model.schema()).isEqualTo(WearingPumps.SCHEMA);
        int[] lengths = IntStream.rangeClosed(1, UNSEEN.rows()).toArray();
        for (LifeForecast forecast : model.along(UNSEEN, lengths)) {
            assertThat(forecast.levels()).isEqualTo(QUESTION.levels());
            assertThat(forecast.lives()).isSorted();
            assertThat(forecast.lives()[0]).isNotNegative();
            assertThat(forecast.restrictedMean()).isBetween(0.0, QUESTION.horizon());
        }
    }

    @Test
    void a_forecast_knows_nothing_of_what_comes_later() {
        RemainingLifeModel model = model(1);
        int[] lengths = {10, 25, 40};
        List<LifeForecast> along = model.along(UNSEEN, lengths);
        for (int i = 0; i < lengths.length; i++) {
            LifeForecast then = model.now(UNSEEN.prefix(lengths[i]));
            assertThat(then.mean()).isCloseTo(along.get(i).mean(), within(1e-4));
            assertThat(then.lives()).containsExactly(along.get(i).lives(), within(1e-4));
        }
    }

    @Test
    void the_same_seed_gives_the_same_model() {
        RemainingLifeModel again = trainer(QUESTION).train(FLEET, 1);
        assertThat(again.now(UNSEEN.prefix(30))).isEqualTo(model(1).now(UNSEEN.prefix(30)));
    }

    @Test
    void expects_less_of_a_worn_unit_than_of_a_new_one() {
        RemainingLifeModel model = model(1);
        double young = model.now(UNSEEN.prefix(15)).mean();
        double worn = model.now(UNSEEN.prefix(UNSEEN.rows() - 2)).mean();
        if (looksAtTheUnit()) {
            assertThat(worn).isLessThan(young / 2);
        } else {
            assertThat(worn).isLessThanOrEqualTo(young);
        }
    }

    @Test
    void remembers_what_it_was_trained_on() {
        assertThat(model(1).provenance().seed()).isEqualTo(1);
        assertThat(model(1).provenance().data()).contains("15 units").contains("12 failed");
        assertThat(model(1).provenance().trainer()).isEqualTo(trainer(QUESTION).name());
    }

    @Test
    void refuses_a_unit_of_another_fleet() {
        FleetSchema other = new FleetSchema("fan", List.of(), List.of("vibration"), "h");
        RunToFailure fan =
                RunToFailure.of(other, "fan 1", new double[] {1}, new double[][] {{0.5}}, new Ending.StillRunning(1));
        RemainingLifeModel model = model(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.now(fan))
                .withMessageContaining("fan 1")
                .withMessageContaining("expected");
    }
}
