package org.industrialmind.learning.prognosis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.ModeForecast;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.junit.jupiter.api.Test;

/** Two folds: units "a" and "b", which fail in the modes of their names. */
class HeldOutModesTest {
    private static final FleetSchema SCHEMA = new FleetSchema("unit", List.of(), List.of("sensor"), "h");
    private static final RunToFailure A = run("a", 4);
    private static final RunToFailure B = run("b", 4);
    private static final Fleet FLEET = Fleet.of(List.of(A, B));
    private static final List<Cut> OF_A = cuts(A, 2);
    private static final List<Cut> OF_B = cuts(B, 1);

    private static RunToFailure run(String name, int rows) {
        double[] ages = IntStream.range(0, rows).asDoubleStream().toArray();
        return RunToFailure.of(SCHEMA, name, ages, new double[rows][1], new Ending.Failed(rows, Optional.of(name)));
    }

    private static List<Cut> cuts(RunToFailure run, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(length -> new Cut(run, length))
                .toList();
    }

    /** Is sure of one mode, whatever it is asked; or says nothing. */
    private record Sure(Set<String> mode) implements RemainingLifeModel {
        @Override
        public String kind() {
            return "sure";
        }

        @Override
        public FleetSchema schema() {
            return SCHEMA;
        }

        @Override
        public LifeQuestion question() {
            return LifeQuestion.within(10);
        }

        @Override
        public List<LifeForecast> along(RunToFailure run, int[] lengths) {
            return List.of();
        }

        @Override
        public List<ModeForecast> modesAlong(RunToFailure run, int[] lengths) {
            return mode.stream()
                    .map(name -> new ModeForecast(Map.of(name, 1.0)))
                    .findFirst()
                    .map(sure -> Collections.nCopies(lengths.length, sure))
                    .orElse(List.of());
        }

        @Override
        public Provenance provenance() {
            throw new UnsupportedOperationException("nobody asks");
        }
    }

    private static Sure of(String... mode) {
        return new Sure(Set.of(mode));
    }

    /** One member is always for a, the other for b; two moments of three are of a, so that the first counts more. */
    @Test
    void a_fold_is_judged_by_weights_that_the_other_folds_gave() {
        HeldOutModes said = new HeldOutModes(FLEET, 2);
        said.ask(0, List.of(of("a"), of("b")), FLEET, OF_A);
        said.ask(1, List.of(of("a"), of("b")), FLEET, OF_B);
        assertThat(said.weights()[0]).isGreaterThan(said.weights()[1]);
        assertThat(said.accuracy())
                .contains(new ModeAccuracy(0, 2.0 / 3)); // what is best for one fold is wrong for the other
    }

    @Test
    void a_member_that_is_silent_in_one_fold_says_there_how_often_each_mode_came() {
        HeldOutModes said = new HeldOutModes(FLEET, 1);
        said.ask(0, List.of(of()), Fleet.of(List.of(B)), OF_A);
        said.ask(1, List.of(of("b")), FLEET, OF_B);
        assertThat(said.weights()).containsExactly(new double[] {1}, within(1e-9));
        assertThat(said.accuracy()).contains(new ModeAccuracy(1.0 / 3, 2.0 / 3));
    }

    @Test
    void a_member_that_is_silent_in_all_folds_counts_nothing() {
        HeldOutModes said = new HeldOutModes(FLEET, 2);
        said.ask(0, List.of(of(), of("a")), FLEET, OF_A);
        said.ask(1, List.of(of(), of("b")), FLEET, OF_B);
        assertThat(said.weights()).containsExactly(new double[] {0, 1}, within(1e-9));
    }

    @Test
    void where_nothing_was_held_out_nobody_counts() {
        HeldOutModes said = new HeldOutModes(FLEET, 2);
        assertThat(said.weights()).containsOnly(0);
        assertThat(said.accuracy()).isEmpty();
    }
}
