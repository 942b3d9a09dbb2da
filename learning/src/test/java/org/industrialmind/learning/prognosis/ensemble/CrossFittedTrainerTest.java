package org.industrialmind.learning.prognosis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.LifeAnswer;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeContract;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.WearingPumps;
import org.industrialmind.learning.prognosis.format.LifeFormat;
import org.industrialmind.learning.prognosis.format.LifeFormats;
import org.industrialmind.learning.prognosis.model.ConstantTrainer;
import org.industrialmind.learning.prognosis.model.FeatureFormat;
import org.industrialmind.learning.prognosis.model.RidgeTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossFittedTrainerTest extends RemainingLifeContract {
    @Override
    protected RemainingLifeTrainer trainer(LifeQuestion question) {
        return new CrossFittedTrainer("ensemble", List.of(new ConstantTrainer(question), RidgeTrainer.of(question)), 3);
    }

    @Override
    protected LifeFormats formats() {
        return new LifeFormats(List.of(new CrossFittedFormat(new LifeFormats(FeatureFormat.all()))));
    }

    @Test
    void a_kept_ensemble_remembers_its_weights_and_what_it_said_of_units_it_had_not_seen(@TempDir Path folder)
            throws IOException {
        CrossFittedModel model = (CrossFittedModel) trainer(QUESTION).train(WearingPumps.worn(20, 5), 1);
        formats().save(model, folder);
        CrossFittedModel kept = (CrossFittedModel) formats().load(folder);
        assertThat(kept.members()).containsExactly("constant", "ridge");
        assertThat(kept.weights()).isEqualTo(model.weights());
        assertThat(kept.heldOut()).isEqualTo(model.heldOut());
        assertThat(kept.alone().getLast().heldOut())
                .isEqualTo(model.alone().getLast().heldOut());
        List<RunToFailure> asked = WearingPumps.worn(30, 8).runs().stream()
                .map(run -> run.prefix(25))
                .toList();
        assertThat(kept.adaptedTo(asked, unit -> true).now(asked.getFirst()))
                .isEqualTo(model.adaptedTo(asked, unit -> true).now(asked.getFirst()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "weight" : 1.0 | "weight" : 0.5  | sum to
        "folds" : 3    | "folds" : 0     | 0 folds of 2 members
        "folds" : 3    | "folds" : 1000  | 1000 folds of 2 members
        "pump 19"      | 19              | units holds 19: expected texts
        "ridge"        | "cox"           | expected cox
        """)
    void a_kept_ensemble_that_contradicts_itself_is_refused(
            String good, String wrong, String detail, @TempDir Path folder) throws IOException {
        formats().save(trainer(QUESTION).train(WearingPumps.worn(20, 5), 1), folder);
        Path head = folder.resolve(LifeFormat.MODEL);
        String kept = Files.readString(head);
        assertThat(kept).contains(good);
        Files.writeString(head, kept.replace(good, wrong));
        assertThatIOException()
                .isThrownBy(() -> formats().load(folder))
                .withMessageContaining("model.json")
                .withMessageContaining(detail);
    }

    /** Both are ridge regressions for the same question on the same schema, and either is believed by its own format. */
    @Test
    void members_of_two_folds_that_changed_places_are_noticed(@TempDir Path folder) throws IOException {
        formats().save(trainer(QUESTION).train(WearingPumps.worn(20, 5), 1), folder);
        Path aside = folder.resolve("aside");
        Files.move(folder.resolve("fold-1/member-2"), aside);
        Files.move(folder.resolve("fold-2/member-2"), folder.resolve("fold-1/member-2"));
        Files.move(aside, folder.resolve("fold-2/member-2"));
        assertThatIOException()
                .isThrownBy(() -> formats().load(folder))
                .withMessageContaining("held-out.safetensors")
                .withMessageContaining("when it was saved: save it again");
    }

    /** Before a member is trained: this one would fail otherwise. */
    @Test
    void units_that_were_seen_too_briefly_to_be_judged_are_refused_before_any_training() {
        Fleet brief = Fleet.of(WearingPumps.worn(20, 5).runs().stream()
                .map(run -> {
                    double[] ages = IntStream.range(0, 9).mapToDouble(run::age).toArray();
                    double[][] readings = new double[9][run.schema().channels()];
                    return RunToFailure.of(run.schema(), run.unit(), ages, readings, new Ending.Failed(9));
                })
                .toList());
        RemainingLifeTrainer trainer = new CrossFittedTrainer("ensemble", List.of(new Untrainable(QUESTION)), 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.train(brief, 1))
                .withMessageContaining("no unit that failed has more than 9 rows: expected some of 14 and more");
    }

    private record Untrainable(LifeQuestion question) implements RemainingLifeTrainer {
        @Override
        public String name() {
            return "untrainable";
        }

        @Override
        public RemainingLifeModel train(Fleet fleet, long seed) {
            throw new IllegalStateException("was trained");
        }
    }

    @Test
    void of_a_single_failure_an_ensemble_is_kept_without_a_calibration(@TempDir Path folder) throws IOException {
        List<RunToFailure> runs = WearingPumps.worn(4, 5).runs().stream()
                .map(run -> run.unit().equals("pump 0") ? run : run.prefix(run.rows() / 2))
                .toList();
        CrossFittedModel model = (CrossFittedModel) trainer(QUESTION).train(Fleet.of(runs), 1);
        formats().save(model, folder);
        CrossFittedModel kept = (CrossFittedModel) formats().load(folder);
        assertThat(kept.heldOut()).isEmpty();
        RunToFailure asked = WearingPumps.worn(1, 9).runs().getFirst().prefix(20);
        assertThat(kept.now(asked)).isEqualTo(model.now(asked));
        assertThat(kept.weights()).containsExactly(0.5, 0.5);
    }

    @Test
    void what_is_adapted_to_the_questions_of_a_day_is_not_kept(@TempDir Path folder) {
        CrossFittedModel model = (CrossFittedModel) trainer(QUESTION).train(WearingPumps.worn(20, 5), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formats().save(model.adaptedTo(List.of(), unit -> true), folder))
                .withMessageContaining("cross-fitted, adapted");
    }

    /** The calibrated distribution is read at a time here and at a level there. */
    @Test
    void half_of_the_units_fail_within_the_median() {
        CrossFittedModel model = (CrossFittedModel) trainer(QUESTION).train(WearingPumps.worn(20, 5), 1);
        RunToFailure asked = WearingPumps.worn(1, 9).runs().getFirst().prefix(20);
        double median = model.now(asked).life(0.5);
        assertThat(model.outlook(asked, median).failureWithin())
                .isCloseTo(0.5, within(0.06)); // a unit in twenty, and one to come
        assertThat(model.outlook(asked, 0).failureWithin())
                .isEqualTo(0.5 / 21); // no unit of twenty, and half of the one to come
        assertThat(model.outlook(asked, 1000).failureWithin()).isCloseTo(20.5 / 21, within(1e-9));
    }

    @Test
    void an_answer_asks_each_model_of_the_ensemble_once() {
        AtomicInteger asked = new AtomicInteger();
        CrossFittedModel model = new CrossFittedTrainer("ensemble", List.of(new Betraying(QUESTION, asked)), 3)
                .train(WearingPumps.worn(20, 5), 1);
        RunToFailure run = WearingPumps.worn(1, 9).runs().getFirst().prefix(20);
        asked.set(0);
        LifeAnswer answer = LifeAnswer.of(model, run, 10);
        assertThat(asked).hasValue(3);
        assertThat(answer.mean()).isEqualTo(model.now(run).mean());
        assertThat(answer.failureWithin()).isEqualTo(model.outlook(run, 10).failureWithin());
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
        CrossFittedModel model = new CrossFittedTrainer(
                        "ensemble", List.of(new Betraying(QUESTION, new AtomicInteger()), RidgeTrainer.of(QUESTION)), 3)
                .train(WearingPumps.worn(20, 5), 1);
        List<Judged> heldOut = model.alone().getFirst().heldOut();
        assertThat(heldOut.stream().map(one -> one.unit()).distinct()).hasSize(20);
        assertThat(heldOut).allMatch(one -> one.forecast().mean() > 1);
    }

    private record Betraying(LifeQuestion question, AtomicInteger asked) implements RemainingLifeTrainer {
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
                public String kind() {
                    return name();
                }

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
                    asked.incrementAndGet();
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
        Fleet fleet = WearingPumps.worn(80, 7);
        CrossFittedModel model = (CrossFittedModel) trainer(QUESTION).train(fleet, 1);
        RunToFailure asked = WearingPumps.worn(1, 9).runs().getFirst().prefix(20);
        double all = model.adaptedTo(List.of(), run -> true).now(asked).mean();
        double few = model.adaptedTo(List.of(), olderThan(78, fleet)::contains)
                .now(asked)
                .mean();
        double longLived = model.adaptedTo(List.of(), olderThan(52, fleet)::contains)
                .now(asked)
                .mean();
        assertThat(few).isEqualTo(all);
        assertThat(longLived).isGreaterThan(all + 1);
    }

    private static Set<String> olderThan(double age, Fleet fleet) {
        return fleet.runs().stream()
                .filter(run -> run.ending().age() > age)
                .map(RunToFailure::unit)
                .collect(Collectors.toSet());
    }
}
