package org.industrialmind.recipes.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.linear.SoftmaxModel;
import org.industrialmind.foundations.optimize.GradientCheck;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_loss_by_hand_and_the_library_find_the_same_boundary(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[60][];
        int[] labels = new int[60];
        boolean[] positive = new boolean[60];
        for (int r = 0; r < rows.length; r++) {
            labels[r] = r % 2;
            positive[r] = labels[r] == 1;
            rows[r] = new double[] {random.nextGaussian() + labels[r], random.nextGaussian() - labels[r]};
        }
        Matrix matrix = Matrix.ofRows(rows);
        double[] own = new TwoIrises(matrix, labels).lowest().point();
        SoftmaxModel model = LogisticRegression.unpenalized().fit(LabelledRows.of(matrix, labels, 2), 0);
        assertThat(model.intercept(1) - model.intercept(0)).isCloseTo(own[0], within(1e-6));
        for (int c = 0; c < 2; c++) {
            assertThat(model.coefficients(1)[c] - model.coefficients(0)[c]).isCloseTo(own[c + 1], within(1e-6));
        }
        GradientCheck check = GradientCheck.of(new MeanLogLoss(matrix, positive), new double[] {0.3, -0.5, 0.7});
        assertThat(check.error()).isLessThan(1e-7);
    }

    @Test
    void the_curvature_is_the_slope_of_the_slope() {
        MeanLogLoss loss = new MeanLogLoss(
                Matrix.ofRows(new double[] {1}, new double[] {-2}, new double[] {0.5}),
                new boolean[] {true, false, false});
        double[] hessian = new double[4];
        loss.curvature(new double[] {0.2, 0.4}, hessian);
        for (int i = 0; i < 2; i++) {
            double[] up = {0.2, 0.4};
            double[] down = {0.2, 0.4};
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double[] above = new double[2];
            double[] below = new double[2];
            loss.evaluate(up, above);
            loss.evaluate(down, below);
            for (int j = i; j < 2; j++) { // the lower half
                assertThat(hessian[j * 2 + i]).isCloseTo((above[j] - below[j]) / 2e-5, within(1e-9));
            }
        }
    }

    @Test
    void the_bands_of_four_dots_are_those_worked_by_hand() {
        // y = x with residuals 1, -1, -1, 1; the mean of x is 1.5, the sum of its squares 5
        OneColumn column = new OneColumn(new double[] {0, 1, 2, 3}, new double[] {1, 0, 1, 4});
        assertThat(column.model().coefficients()[0]).isCloseTo(1, within(1e-12));
        assertThat(column.model().intercept()).isCloseTo(0, within(1e-12));
        assertThat(column.model().variance()).isCloseTo(2, within(1e-12));
        double t = 4.302652729749464; // 97.5 % of two degrees of freedom
        assertThat(column.reach(1.5, false)).isCloseTo(t * Math.sqrt(2 * 0.25), within(1e-8));
        assertThat(column.reach(3.5, false)).isCloseTo(t * Math.sqrt(2 * (0.25 + 4 / 5.0)), within(1e-8));
        assertThat(column.reach(3.5, true)).isCloseTo(t * Math.sqrt(2 * (1.25 + 4 / 5.0)), within(1e-8));
    }

    @Test
    void runs_on_made_up_files(@TempDir Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder shells = new StringBuilder();
        StringBuilder claims = new StringBuilder();
        StringBuilder irises = new StringBuilder();
        for (int r = 0; r < 120; r++) {
            shells.append("MFI".charAt(r % 3));
            double sum = 0;
            for (int c = 0; c < 7; c++) {
                double value = random.nextDouble();
                sum += value;
                shells.append(String.format(Locale.ROOT, ",%.4f", value));
            }
            shells.append(',').append(Math.round(10 * sum)).append('\n');
            claims.append(r + 1).append(',').append(3 * r + random.nextInt(20)).append('\n');
            irises.append(String.format(
                    Locale.ROOT, "5.0,3.0,%.3f,%.3f,", r % 2 + 4 + random.nextGaussian(), 1.5 + random.nextGaussian()));
            irises.append(r % 2 == 0 ? "Iris-versicolor" : "Iris-virginica").append('\n');
        }
        Files.writeString(folder.resolve("abalone.csv"), shells);
        Files.writeString(folder.resolve("auto-insurance.csv"), claims);
        Files.writeString(folder.resolve("iris.csv"), irises);
        Findings findings = small(folder);
        assertThat(findings.plots()).containsOnlyKeys("abalone-residuals", "claims", "iris-boundary", "iris-descent");
        assertThat(findings.metrics().getOrDefault("least_squares_rmse", Double.NaN))
                .isLessThan(0.5); // nothing but rounding: 0.29
        assertThat(findings.sentences().getFirst()).doesNotContain("trees"); // the truth is straight
        assertThat(findings.metrics().getOrDefault("irisDifference", Double.NaN))
                .isLessThan(1e-6);
    }

    @Test
    void runs_on_the_real_tables() throws IOException {
        Path folder = Path.of(
                Optional.ofNullable(System.getenv("INDUSTRIALMIND_DATA")).orElse("../../shared/data"), "small_tabular");
        assumeTrue(
                Files.isReadable(folder.resolve("abalone.csv")),
                "skipped: no abalone.csv in " + folder
                        + "; set INDUSTRIALMIND_DATA to the folder that holds small_tabular/");
        Findings findings = small(folder);
        assertThat(findings.metrics().getOrDefault("least_squares_rmse", Double.NaN))
                .isBetween(1.5, 3.0);
        assertThat(findings.metrics().getOrDefault("mean_rmse", Double.NaN))
                .isGreaterThan(findings.metrics().getOrDefault("least_squares_rmse", Double.NaN));
        assertThat(findings.metrics().getOrDefault("irisDifference", Double.NaN))
                .isLessThan(1e-6);
    }

    private static Findings small(Path folder) throws IOException {
        Progress silent = new Progress(new PrintStream(PrintStream.nullOutputStream()));
        return new Regression().run(new Order(folder, Order.Size.SMALL, List.of(1L), silent));
    }
}
