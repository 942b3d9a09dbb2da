package org.industrialmind.learning.tabular.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Csv;
import org.industrialmind.learning.tabular.table.CsvFormat;
import org.industrialmind.learning.tabular.table.Kind;
import org.industrialmind.learning.tabular.table.Table;
import org.junit.jupiter.api.Test;

/** What scikit-learn makes of the same rows; the table is made by src/test/golden/tabular_transforms.py. */
class GoldenTest {
    private static final int TRAIN = 30;
    private static final Table GOLDEN = golden();

    private static Table golden() {
        try (InputStream file = GoldenTest.class.getResourceAsStream("/golden/tabular_transforms.csv")) {
            return Csv.read(
                    new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8),
                    CsvFormat.defaults().withKind(Kind.TEXT, "note"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Learns from the training rows and checks every row of every column. */
    private static void check(String name, Transform transform, double tolerance, String... columns) {
        Table input = GOLDEN.only(columns);
        Table changed =
                transform.fit(input.slice(0, TRAIN), new NoTarget(TRAIN)).apply(input);
        for (String column : columns) {
            double[] wanted = GOLDEN.numeric(name + " " + column).toArray();
            double[] made = changed.column(column) instanceof CategoricalColumn bins
                    ? IntStream.of(bins.codes()).asDoubleStream().toArray()
                    : changed.numeric(column).toArray();
            for (int r = 0; r < wanted.length; r++) {
                assertThat(made[r])
                        .as("%s of row %d, column %s", name, r, column)
                        .isCloseTo(wanted[r], within(tolerance * Math.max(1, Math.abs(wanted[r]))));
            }
        }
    }

    @Test
    void scalers() {
        check("standard", new StandardScaler(), 1e-12, "a", "b", "c");
        check("robust", RobustScaler.defaults(), 1e-12, "a", "b", "c");
        check("minmax", new MinMaxScaler(0, 1, true), 1e-12, "a", "b", "c");
    }

    @Test
    void quantile_scalers() {
        check("uniform", new QuantileScaler(20, QuantileScaler.Shape.UNIFORM), 1e-12, "a", "b", "c");
        // their edge share is an ulp off 1e-7; ties (column c) they miss where a quantile is off by rounding
        check("normal", QuantileScaler.defaults(), 1e-6, "a", "b");
    }

    @Test
    void power_scalers() {
        // the peak of the likelihood is flat: both searches stop within about the root of the machine precision
        check("boxcox", new PowerScaler(PowerScaler.Family.BOX_COX), 1e-6, "b");
        check("yeojohnson", PowerScaler.defaults(), 1e-6, "a", "b", "c");
    }

    @Test
    void imputers_by_one_value() {
        check("mean", new SimpleImputer(SimpleImputer.Middle.MEAN), 1e-12, "ga", "gb", "gc");
        check("median", SimpleImputer.defaults(), 1e-12, "ga", "gb", "gc");
        check("mode", new SimpleImputer(SimpleImputer.Middle.MODE), 1e-12, "ga", "gb", "gc");
    }

    @Test
    void imputers_by_other_rows_and_columns() {
        check("knn", new KNearestImputer(3, false), 1e-12, "ga", "gb", "gc");
        // their distances come of a^2 - 2ab + b^2, which loses digits where rows are near each other
        check("knndistance", new KNearestImputer(4, true), 1e-9, "ga", "gb", "gc");
        check("iterative", new IterativeImputer(10, 0.01, 1e-3), 1e-9, "ga", "gb", "gc");
    }

    @Test
    void bins() {
        check("width", new Binning(Binning.Cuts.WIDTH, 4), 0, "a", "b");
        check("quantile", new Binning(Binning.Cuts.QUANTILE, 4), 0, "a", "b");
    }

    @Test
    void products() {
        Table input = GOLDEN.only("a", "b", "c");
        Table made = new Polynomials(3, false)
                .fit(input.slice(0, TRAIN), new NoTarget(TRAIN))
                .apply(input);
        assertThat(made.names().subList(3, made.names().size()))
                .containsExactlyElementsOf(GOLDEN.names().stream()
                        .filter(name -> name.startsWith("poly "))
                        .map(name -> name.substring("poly ".length()))
                        .toList());
        for (String name : made.names().subList(3, made.names().size())) {
            assertThat(made.numeric(name).toArray())
                    .as(name)
                    .containsExactly(GOLDEN.numeric("poly " + name).toArray(), within(1e-9));
        }
    }

    @Test
    void weighted_words() {
        Table input = GOLDEN.only("note");
        Table made = new TfIdf(100, 2)
                .fit(input.slice(0, TRAIN), new NoTarget(TRAIN))
                .apply(input);
        assertThat(made.names())
                .containsExactlyElementsOf(GOLDEN.names().stream()
                        .filter(name -> name.startsWith("tfidf "))
                        .map(name -> "note:" + name.substring("tfidf ".length()))
                        .toList());
        for (String name : made.names()) {
            String word = name.substring("note:".length());
            assertThat(made.numeric(name).toArray())
                    .as(word)
                    .containsExactly(GOLDEN.numeric("tfidf " + word).toArray(), within(1e-12));
        }
    }
}
