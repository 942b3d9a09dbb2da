package org.industrialmind.torch.prognosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.feature.ColumnScale;
import org.industrialmind.learning.prognosis.feature.LifeFeatures;
import org.industrialmind.torch.nn.Loss;
import org.junit.jupiter.api.Test;

/** Three pumps that live 50, 60 and 70 hours, of which one has failed nobody knows how. */
class CutExamplesTest {
    private static final FleetSchema SCHEMA = new FleetSchema("pump", List.of(), List.of("vibration"), "h");
    private static final LifeQuestion QUESTION = new LifeQuestion(List.of(0.5), 40, 100);
    private static final List<String> MODES = List.of("bearing", "impeller");
    private static final Fleet PUMPS = Fleet.of(
            List.of(pump(50, Optional.of("impeller")), pump(60, Optional.of("bearing")), pump(70, Optional.empty())));

    private static RunToFailure pump(int life, Optional<String> mode) {
        double[] ages = IntStream.rangeClosed(1, life).mapToDouble(age -> age).toArray();
        double[][] readings = IntStream.range(0, life)
                .mapToObj(row -> new double[] {Math.sin(row) + Math.exp(-(life - row) / 10.0)})
                .toArray(double[][]::new);
        return RunToFailure.of(SCHEMA, "pump " + life, ages, readings, new Ending.Failed(life, mode));
    }

    private static SequenceCoding coding() {
        LifeFeatures features = LifeFeatures.of(PUMPS, QUESTION, 1);
        return new SequenceCoding(
                features, ColumnScale.of(features.brief(PUMPS.runs().getFirst())), 4, 3);
    }

    private static float[] targets(CutExamples examples, int row) {
        float[] targets = new float[examples.targetSize()];
        examples.read(row, new float[examples.inputSize()], 0, targets, 0);
        return targets;
    }

    @Test
    void the_target_is_the_life_in_horizons_twice_the_health_up_to_one_and_the_mode() {
        List<Cut> cuts = PUMPS.runs().stream().map(run -> new Cut(run, 20)).toList();
        CutExamples examples = new CutExamples(cuts, coding(), QUESTION, MODES);
        assertThat(examples.rows()).isEqualTo(3);
        assertThat(targets(examples, 0)).containsExactly(new float[] {0.75f, 0.75f, 0.75f, 1}, within(1e-6f));
        assertThat(targets(examples, 1)).containsExactly(new float[] {1, 1, 1, 0}, within(1e-6f));
        assertThat(targets(examples, 2))
                .containsExactly(new float[] {1.25f, 1.25f, 1, Loss.CrossEntropy.NO_CLASS}, within(1e-6f));
    }

    @Test
    void there_is_no_mode_to_learn_where_all_fail_alike() {
        List<Cut> cuts = List.of(new Cut(PUMPS.runs().getFirst(), 20));
        assertThat(new CutExamples(cuts, coding(), QUESTION, List.of("bearing")).targetSize())
                .isEqualTo(3);
    }

    @Test
    void an_example_stands_where_it_is_asked_to_and_knows_nothing_of_later_rows() {
        SequenceCoding coding = coding();
        RunToFailure whole = PUMPS.runs().getLast();
        CutExamples examples = new CutExamples(List.of(new Cut(whole, 30)), coding, QUESTION, MODES);
        int size = examples.inputSize();
        float[] inputs = new float[2 * size];
        examples.read(0, inputs, size, new float[2 * examples.targetSize()], examples.targetSize());
        float[] known = new float[2 * size];
        coding.prepared(whole.prefix(30)).write(30, known, size);
        assertThat(inputs).containsExactly(known);
    }
}
