package org.industrialmind.learning.prognosis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeContract;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.WearingPumps;
import org.industrialmind.learning.prognosis.model.ConstantTrainer;
import org.industrialmind.learning.prognosis.model.RidgeTrainer;
import org.junit.jupiter.api.Test;

class CrossFittedTrainerTest extends RemainingLifeContract {
    @Override
    protected RemainingLifeTrainer trainer(LifeQuestion question) {
        return new CrossFittedTrainer("ensemble", List.of(new ConstantTrainer(question), RidgeTrainer.of(question)), 3);
    }

    @Test
    void a_member_that_knows_nothing_gets_no_say_beside_one_that_does() {
        CrossFittedModel model = (CrossFittedModel) trainer(QUESTION).train(WearingPumps.worn(20, 5), 1);
        assertThat(model.weights().getFirst()).isLessThan(0.3);
        assertThat(model.weights().stream().mapToDouble(weight -> weight).sum()).isCloseTo(1, within(1e-9));
    }

    /** A member that gives no life at all to a unit it has learned from would betray one that was. */
    @Test
    void every_unit_is_forecast_by_models_that_have_not_seen_it() {
        CrossFittedModel model = (CrossFittedModel)
                new CrossFittedTrainer("ensemble", List.of(new Betraying(QUESTION), RidgeTrainer.of(QUESTION)), 3)
                        .train(WearingPumps.worn(20, 5), 1);
        List<Judged> heldOut = model.alone().getFirst().heldOut();
        assertThat(heldOut.stream().map(one -> one.cut().run().unit()).distinct())
                .hasSize(20);
        assertThat(heldOut).allMatch(one -> one.forecast().mean() > 1);
    }

    private record Betraying(LifeQuestion question) implements RemainingLifeTrainer {
        @Override
        public String name() {
            return "betraying";
        }

        @Override
        public RemainingLifeModel train(Fleet fleet, long seed) {
            RemainingLifeModel others = new ConstantTrainer(question).train(fleet, seed);
            Set<String> seen = fleet.runs().stream().map(RunToFailure::unit).collect(Collectors.toSet());
            LifeForecast none =
                    LifeForecast.of(question, new double[question.levels().size()], 0, 0);
            return new RemainingLifeModel() {
                @Override
                public FleetSchema schema() {
                    return others.schema();
                }

                @Override
                public LifeQuestion question() {
                    return question;
                }

                @Override
                public List<LifeForecast> along(RunToFailure run, int[] lengths) {
                    return seen.contains(run.unit())
                            ? Collections.nCopies(lengths.length, none)
                            : others.along(run, lengths);
                }

                @Override
                public Provenance provenance() {
                    return others.provenance();
                }
            };
        }
    }

    @Test
    void a_group_is_calibrated_on_itself_once_it_is_large_enough() {
        CrossFittedModel model = (CrossFittedModel) trainer(QUESTION).train(WearingPumps.worn(80, 7), 1);
        RunToFailure asked = WearingPumps.worn(1, 9).runs().getFirst().prefix(20);
        double all = model.adaptedTo(List.of(), run -> true).now(asked).mean();
        double few = model.adaptedTo(List.of(), run -> run.ending().age() > 78)
                .now(asked)
                .mean();
        double longLived = model.adaptedTo(List.of(), run -> run.ending().age() > 52)
                .now(asked)
                .mean();
        assertThat(few).isEqualTo(all);
        assertThat(longLived).isGreaterThan(all + 1);
    }
}
