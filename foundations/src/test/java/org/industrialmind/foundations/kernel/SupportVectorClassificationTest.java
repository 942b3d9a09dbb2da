package org.industrialmind.foundations.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportVectorClassificationTest extends ClassifierContract {
    private static final Golden GOLDEN = Golden.read("support_vectors");
    private static final Kernel REACH = new Kernel.Rbf(0.4);

    @Override
    protected ClassifierTrainer trainer() {
        return SupportVectorClassification.defaults();
    }

    private static SupportVectorClassification tight(Kernel kernel) {
        return new SupportVectorClassification(kernel, 1.5, false, 0, 1e-10);
    }

    private static LabelledRows binary() {
        return LabelledRows.of(GOLDEN.matrix("x"), GOLDEN.integers("binary"), 2);
    }

    private static double[] firstDecisions(SupportVectorModel model) {
        Matrix queries = GOLDEN.matrix("queries");
        double[] decisions = new double[queries.rows()];
        for (int q = 0; q < decisions.length; q++) {
            decisions[q] = model.decisions(queries.row(q))[0];
        }
        return decisions;
    }

    @Test
    void two_rows_have_the_widest_street_between_them() {
        Matrix rows = Matrix.of(2, 1, new double[] {-1, 3});
        SupportVectorModel model = tight(new Kernel.Linear()).fit(LabelledRows.of(rows, new int[] {0, 1}, 2), 0);
        // margins at -1 and 3: decision (x - 1) / 2, coefficients 1/8
        assertThat(model.decisions(new double[] {1})[0]).isCloseTo(0, within(1e-12));
        assertThat(model.decisions(new double[] {3})[0]).isCloseTo(1, within(1e-12));
        assertThat(model.objectives()[0]).isCloseTo(-0.125, within(1e-12));
        assertThat(model.supportVectors()).containsExactly(0, 1);
    }

    @Test
    void agrees_with_another_program_by_every_kernel() {
        Map<String, Kernel> kernels = Map.of(
                "linear", new Kernel.Linear(),
                "rbf", REACH,
                "automatic", Kernel.AUTOMATIC,
                "polynomial", new Kernel.Polynomial(3, 0.5, 1),
                "sigmoid", new Kernel.Sigmoid(0.1, -0.2));
        kernels.forEach((name, kernel) -> {
            SupportVectorModel model = tight(kernel).fit(binary(), 0);
            assertThat(model.converged()).as(name).isTrue();
            assertThat(model.objectives()[0])
                    .as(name)
                    .isCloseTo(GOLDEN.value("svc_" + name + "_objective"), within(1e-7));
            // theirs keeps kernel values as floats
            assertThat(firstDecisions(model)).as(name).containsExactly(GOLDEN.vector("svc_" + name), within(1e-5));
            assertThat(model.supportVectors()).as(name).hasSize((int) GOLDEN.value("svc_" + name + "_count"));
        });
    }

    @Test
    void agrees_with_another_program_on_weights_and_balance() {
        LabelledRows weighted =
                LabelledRows.weighted(GOLDEN.matrix("x"), GOLDEN.integers("binary"), GOLDEN.vector("weights"), 2);
        assertThat(firstDecisions(tight(REACH).fit(weighted, 0)))
                .containsExactly(GOLDEN.vector("svc_weighted"), within(1e-6));
        assertThat(firstDecisions(new SupportVectorClassification(REACH, 1.5, true, 0, 1e-10).fit(binary(), 0)))
                .containsExactly(GOLDEN.vector("svc_balanced"), within(1e-6));
    }

    @Test
    void agrees_with_another_program_on_three_classes() {
        LabelledRows rows = LabelledRows.of(GOLDEN.matrix("x"), GOLDEN.integers("labels"), 3);
        SupportVectorModel model = tight(REACH).fit(rows, 0);
        Matrix expected = GOLDEN.matrix("svc_three"); // positive for the first of each pair
        for (int q = 0; q < expected.rows(); q++) {
            double[] decisions = model.decisions(GOLDEN.matrix("queries").row(q));
            for (int pair = 0; pair < 3; pair++) {
                assertThat(decisions[pair]).isCloseTo(-expected.get(q, pair), within(1e-6));
            }
        }
        assertThat(model.predict(GOLDEN.matrix("queries"))).containsExactly(GOLDEN.integers("svc_three_predicted"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_solution_is_feasible_and_leaves_no_gap(long seed) {
        LabelledRows rows = SyntheticRows.clouds(1500, 4, 2, 1, seed); // enough rows for shrinking to begin
        Likeness all = Likeness.of(new Kernel.Rbf(0.2), rows.rows());
        double[] signs = new double[1500];
        double[] low = new double[1500];
        double[] high = new double[1500];
        for (int r = 0; r < 1500; r++) {
            signs[r] = rows.label(r) == 1 ? 1 : -1;
            low[r] = Math.min(0, signs[r]);
            high[r] = Math.max(0, signs[r]);
        }
        SequentialMinimal solved = new SequentialMinimal(
                        new KernelCache(all), SequentialMinimal.ascending(1500), signs, low, high, new double[1500])
                .solve(1e-5, 1_000_000);
        double sum = 0;
        double quadratic = 0;
        double losses = 0;
        for (int r = 0; r < 1500; r++) {
            assertThat(solved.solution[r]).isBetween(low[r], high[r]);
            sum += solved.solution[r];
            double[] like = all.ofRow(r);
            double score = 0;
            for (int k = 0; k < 1500; k++) {
                score += solved.solution[k] * like[k];
            }
            quadratic += solved.solution[r] * score;
            losses += Math.max(0, 1 - signs[r] * (score + solved.intercept()));
        }
        assertThat(solved.converged()).isTrue();
        assertThat(solved.violation()).isLessThan(1e-5);
        assertThat(sum).isCloseTo(0, within(1e-10));
        // primal: half the squared norm and what the rows pay; it equals minus the least dual at the optimum
        assertThat(quadratic / 2 + losses).isCloseTo(-solved.objective(), within(1e-2));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void probabilities_are_about_as_often_right_as_they_say(long seed) {
        LabelledRows train = SyntheticRows.clouds(400, 2, 3, 1.5, seed);
        LabelledRows test = SyntheticRows.clouds(1000, 2, 3, 1.5, seed + 50);
        Matrix p = SupportVectorClassification.defaults()
                .withProbabilities()
                .fit(train, seed)
                .probabilities(test.rows());
        double said = 0;
        double was = 0;
        for (int r = 0; r < 1000; r++) {
            said += p.get(r, 1);
            was += test.label(r) == 1 ? p.get(r, 1) : 0;
        }
        double squares = 0;
        for (int r = 0; r < 1000; r++) {
            squares += p.get(r, 1) * p.get(r, 1);
        }
        assertThat(said / 1000).isCloseTo(1 / 3.0, within(0.05));
        assertThat(was / squares).isCloseTo(1, within(0.15)); // E[y p] = E[p p] where p is right
    }

    @Test
    void coupling_returns_probabilities_that_pairs_agree_on() {
        double[] p = {0.5, 0.3, 0.2};
        double[][] beats = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                beats[i][j] = p[i] / (p[i] + p[j]);
            }
        }
        assertThat(Coupling.of(beats)).containsExactly(p, within(1e-9));
    }

    @Test
    void settings_and_rows_without_meaning_are_refused() {
        SupportVectorModel model = SupportVectorClassification.defaults()
                .withKernel(REACH)
                .withCost(2)
                .fit(binary(), 0);
        assertThatThrownBy(() -> model.decisions(new double[] {0, Double.NaN, 0}))
                .hasMessageContaining("column 1");
        assertThatThrownBy(() -> SupportVectorClassification.defaults().withCost(0))
                .hasMessageContaining("cost 0.0");
        assertThatThrownBy(() -> new SupportVectorClassification(REACH, 1, false, 1, 1))
                .hasMessageContaining("1 folds");
        assertThatThrownBy(() -> new Kernel.Rbf(-1)).hasMessageContaining("gamma -1.0");
        assertThatThrownBy(() -> new Kernel.Polynomial(0, 1, 1)).hasMessageContaining("degree 0");
        assertThatThrownBy(() -> new Kernel.Sigmoid(1, Double.NaN)).hasMessageContaining("NaN");
    }
}
