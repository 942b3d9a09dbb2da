package org.industrialmind.learning.prognosis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.industrialmind.learning.format.SafeTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.ModeForecast;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.WearingPumps;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedFormat;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedTrainer;
import org.industrialmind.learning.prognosis.ensemble.ModeAccuracy;
import org.industrialmind.learning.prognosis.format.LifeFormat;
import org.industrialmind.learning.prognosis.format.LifeFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mode is shown by a sensor of its own; of every fourth unit nobody knows what failed. */
class ModeTreesTest {
    private static final LifeQuestion QUESTION = new LifeQuestion(List.of(0.05, 0.5, 0.95), 40, 60);

    private static Fleet units(int count, int modes, long seed) {
        List<String> sensors = new ArrayList<>();
        for (int m = 0; m < modes; m++) {
            sensors.add("sensor " + m);
        }
        FleetSchema schema = new FleetSchema("unit", List.of(), sensors, "h");
        SplittableRandom random = new SplittableRandom(seed);
        List<RunToFailure> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int life = 40 + random.nextInt(30);
            int mode = random.nextInt(modes);
            double[] ages = new double[life];
            double[][] readings = new double[life][modes];
            for (int row = 0; row < life; row++) {
                ages[row] = row + 1;
                for (int s = 0; s < modes; s++) {
                    double wear = s == mode ? Math.exp((ages[row] - life) / 12) : 0;
                    readings[row][s] = wear + 0.1 * random.nextGaussian();
                }
            }
            Optional<String> known = Optional.of("mode " + mode).filter(name -> runs.size() % 4 != 3);
            runs.add(RunToFailure.of(schema, "unit " + i, ages, readings, new Ending.Failed(life, known)));
        }
        return Fleet.of(runs);
    }

    private static TreesTrainer trees() {
        return TreesTrainer.of(QUESTION).withRounds(20);
    }

    @ParameterizedTest(name = "{0} modes")
    @ValueSource(ints = {2, 3})
    void names_the_mode_of_units_it_has_not_seen_and_keeps_it_in_its_files(int modes, @TempDir Path folder)
            throws IOException {
        RemainingLifeModel model = trees().train(units(40, modes, 1), 1);
        List<RunToFailure> unseen = units(40, modes, 2).runs();
        List<RunToFailure> known =
                unseen.stream().filter(run -> run.mode().isPresent()).toList();
        long right = known.stream()
                .filter(run -> nearTheEnd(model, run)
                        .ranked()
                        .getFirst()
                        .equals(run.mode().orElseThrow()))
                .count();
        assertThat(right).isGreaterThan(known.size() * 3L / 4);

        new LifeFormats(FeatureFormat.all()).save(model, folder);
        RemainingLifeModel kept = new LifeFormats(FeatureFormat.all()).load(folder);
        for (RunToFailure run : unseen) {
            assertThat(nearTheEnd(kept, run)).isEqualTo(nearTheEnd(model, run));
        }
    }

    @Test
    void two_names_of_modes_that_changed_places_are_noticed(@TempDir Path folder) throws IOException {
        LifeFormats formats = new LifeFormats(FeatureFormat.all());
        formats.save(trees().train(units(20, 3, 1), 1), folder);
        Path head = folder.resolve(LifeFormat.MODEL);
        String kept = Files.readString(head);
        String changed = kept.replaceFirst("\"mode 0\"(\\s*,\\s*)\"mode 1\"", "\"mode 1\"$1\"mode 0\"");
        assertThat(changed).isNotEqualTo(kept);
        Files.writeString(head, changed);
        assertThatIOException()
                .isThrownBy(() -> formats.load(folder))
                .withMessageContaining("modes of failure")
                .withMessageContaining("save it again");
    }

    @Test
    void trees_of_modes_that_are_others_are_noticed(@TempDir Path folder) throws IOException {
        LifeFormats formats = new LifeFormats(FeatureFormat.all());
        formats.save(trees().train(units(20, 3, 1), 1), folder);
        Path file = folder.resolve("model.safetensors");
        Map<String, Tensor> tensors = new HashMap<>(SafeTensors.read(file).tensors());
        tensors.put("trees.mode_1.nodes", tensors.getOrDefault("trees.mode_2.nodes", Tensor.row()));
        new SafeTensors(tensors).write(file);
        assertThatIOException().isThrownBy(() -> formats.load(folder)).withMessageContaining("modes of failure");
    }

    /** The weights still sum to 1, and no life hangs on them. */
    @Test
    void a_member_that_counts_otherwise_in_the_mode_is_noticed(@TempDir Path folder) throws IOException {
        LifeFormats formats = new LifeFormats(List.of(new CrossFittedFormat(new LifeFormats(FeatureFormat.all()))));
        formats.save(
                new CrossFittedTrainer("ensemble", List.of(new ConstantTrainer(QUESTION), trees()), 2)
                        .train(units(16, 2, 1), 1),
                folder);
        Path head = folder.resolve(LifeFormat.MODEL);
        String kept = Files.readString(head);
        String changed = kept.replaceAll("\"modeWeight\" : [0-9.]+", "\"modeWeight\" : 0.5");
        assertThat(changed).isNotEqualTo(kept);
        Files.writeString(head, changed);
        assertThatIOException().isThrownBy(() -> formats.load(folder)).withMessageContaining("modes of failure");
    }

    private static ModeForecast nearTheEnd(RemainingLifeModel model, RunToFailure run) {
        return model.modesAlong(run, new int[] {run.rows() - 2}).getFirst();
    }

    @Test
    void says_nothing_of_modes_where_no_failure_was_looked_into() {
        RemainingLifeModel model = trees().train(WearingPumps.worn(5, 1), 1);
        RunToFailure run = WearingPumps.worn(1, 2).runs().getFirst();
        assertThat(model.modesAlong(run, new int[] {10})).isEmpty();
    }

    /** The constant knows how often each mode comes, which is worth nothing beside a look at the sensors. */
    @Test
    void in_an_ensemble_those_name_the_mode_who_were_right_about_units_they_had_not_seen(@TempDir Path folder)
            throws IOException {
        CrossFittedModel model = new CrossFittedTrainer(
                        "ensemble", List.of(new ConstantTrainer(QUESTION), RidgeTrainer.of(QUESTION), trees()), 3)
                .train(units(24, 2, 1), 1);
        assertThat(model.modeWeights().get(0)).isLessThan(0.3);
        assertThat(model.modeWeights().get(1)).isZero(); // ridge says nothing
        assertThat(model.modeWeights().get(2)).isGreaterThan(0.7);
        ModeAccuracy named = model.modeAccuracy().orElseThrow();
        assertThat(named.ofCommonest()).isBetween(0.5, 0.8);
        assertThat(named.share()).isGreaterThan(named.ofCommonest()); // most moments are before anything shows
        LifeFormats formats = new LifeFormats(List.of(new CrossFittedFormat(new LifeFormats(FeatureFormat.all()))));
        formats.save(model, folder);
        RunToFailure run = units(1, 2, 3).runs().getFirst();
        CrossFittedModel kept = (CrossFittedModel) formats.load(folder);
        assertThat(nearTheEnd(kept, run)).isEqualTo(nearTheEnd(model, run));
        assertThat(kept.modeAccuracy()).contains(named);
    }

    /** The fold that holds the unit out learns from failures of one mode only, and tells nothing apart. */
    @Test
    void a_mode_that_a_single_unit_failed_in_silences_nobody() {
        List<RunToFailure> all = units(24, 2, 1).runs();
        RunToFailure rare = all.stream()
                .filter(run -> run.mode().equals(Optional.of("mode 1")))
                .findFirst()
                .orElseThrow();
        Fleet fleet = Fleet.of(all.stream()
                .filter(run -> run == rare || run.mode().equals(Optional.of("mode 0")))
                .toList());
        CrossFittedModel model = new CrossFittedTrainer(
                        "ensemble", List.of(RidgeTrainer.of(QUESTION), trees().withRounds(5)), 3)
                .train(fleet, 1);
        assertThat(model.modeWeights().getFirst()).isZero();
        assertThat(model.modeWeights().getLast()).isCloseTo(1, within(1e-9));
        assertThat(model.modesAlong(rare, new int[] {20})).hasSize(1);
    }

    @Test
    void scores_become_chances_by_softmax() {
        ModeForecast forecast = ModeForecast.ofScores(
                List.of("a", "b", "c"), new double[] {1000, 1000 + Math.log(2), 1000 + Math.log(5)});
        assertThat(forecast.of("a")).isCloseTo(1 / 8.0, within(1e-9));
        assertThat(forecast.of("b")).isCloseTo(2 / 8.0, within(1e-9));
        assertThat(forecast.ranked()).containsExactly("c", "b", "a");
    }

    @Test
    void what_is_no_share_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModeAccuracy(1.5, 0.5))
                .withMessageContaining("expected numbers from 0 to 1");
    }

    @Test
    void one_mode_is_nothing_to_tell_apart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModeTrees(List.of("wear"), List.of()))
                .withMessageContaining("expected two modes or more");
    }
}
