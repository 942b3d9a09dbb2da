package org.industrialmind.learning.tabular.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.Kind;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.table.TextColumn;
import org.industrialmind.learning.tabular.table.TimeColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows held out are poisoned; what was learned of the others stays the same. And a row scored alone is scored the same. */
class LeakageTest {
    private static final int ROWS = 60;
    private static final int TRAIN = 40;

    static Stream<Transform> transforms() {
        return Stream.of(
                new ConstantImputer(0, "none"),
                new SimpleImputer(SimpleImputer.Middle.MEAN),
                SimpleImputer.defaults(),
                new SimpleImputer(SimpleImputer.Middle.MODE),
                new MissingIndicator(),
                KNearestImputer.defaults(),
                IterativeImputer.defaults(),
                OneHot.defaults(),
                OneHot.defaults().withLeast(5),
                OrdinalEncoder.defaults(),
                TargetEncoder.defaults(),
                new FrequencyEncoder(),
                new HashEncoder(4),
                new RareLevels(5),
                new StandardScaler(),
                RobustScaler.defaults(),
                MinMaxScaler.defaults(),
                QuantileScaler.defaults(),
                PowerScaler.defaults(),
                new Binning(Binning.Cuts.WIDTH, 3),
                new Binning(Binning.Cuts.QUANTILE, 3),
                new Polynomials(2, false),
                Ratios.of("x", "y"),
                DateParts.defaults(),
                new TokenHash(4),
                TfIdf.defaults(),
                AsCategory.named("note"),
                DropColumns.named("note"),
                KeepColumns.named("x", "kind"),
                new ColumnTransform(Columns.ofKind(Kind.NUMERIC), new StandardScaler()),
                FeatureUnion.of(
                        Chain.of(KeepColumns.named("x"), new StandardScaler()),
                        Chain.of(KeepColumns.named("kind"), OneHot.defaults())));
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void nothing_is_learned_of_rows_held_out(Transform transform) {
        for (long seed = 1; seed <= 3; seed++) {
            int[] train = IntStream.range(0, TRAIN).toArray();
            Table clean = table(seed, false);
            Table poisoned = table(seed, true);
            ClassTarget target = ClassTarget.of(classes());
            FittedTransform learned = transform.fit(clean.select(train), target.select(train));
            assertThat(transform.fit(poisoned.select(train), target.select(train)))
                    .as("seed %d", seed)
                    .isEqualTo(learned);
        }
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void a_row_alone_becomes_what_it_becomes_among_others(Transform transform) {
        for (long seed = 1; seed <= 3; seed++) {
            int[] train = IntStream.range(0, TRAIN).toArray();
            Table table = table(seed, false);
            FittedTransform learned =
                    transform.fit(table.select(train), ClassTarget.of(classes()).select(train));
            Table all = learned.apply(table);
            for (int r = TRAIN; r < ROWS; r += 7) {
                Table alone = learned.apply(table.select(r));
                for (Column column : all.columns()) {
                    assertThat(alone.column(column.name()).text(0))
                            .as("seed %d, row %d, column %s", seed, r, column.name())
                            .isEqualTo(column.text(r));
                }
            }
        }
    }

    private static CategoricalColumn classes() {
        return CategoricalColumn.of(
                "y",
                IntStream.range(0, ROWS)
                        .mapToObj(r -> r % 3 == 0 ? "no" : "yes")
                        .toArray(String[]::new));
    }

    /** The poison: huge numbers, unseen levels, words and years, in the rows from {@value #TRAIN} on. */
    private static Table table(long seed, boolean poisoned) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[ROWS];
        double[] y = new double[ROWS];
        String[] kind = new String[ROWS];
        String[] note = new String[ROWS];
        Instant[] at = new Instant[ROWS];
        List<String> words = List.of("pump", "leak", "hot", "noise");
        for (int r = 0; r < ROWS; r++) {
            boolean bad = poisoned && r >= TRAIN;
            x[r] = bad ? 1e9 : random.nextInt(6) == 0 ? Double.NaN : random.nextGaussian();
            y[r] = bad ? -1e9 : random.nextInt(9) == 0 ? Double.NaN : 3 + random.nextGaussian();
            kind[r] = bad ? "poison" : List.of("a", "b", "c", "").get(random.nextInt(4));
            note[r] = bad ? "poison" : words.get(random.nextInt(4)) + " " + words.get(random.nextInt(4));
            at[r] = Instant.ofEpochSecond(bad ? 0 : 1_700_000_000L + random.nextInt(100_000_000));
        }
        return Table.of(
                NumericColumn.of("x", x),
                NumericColumn.of("y", y),
                CategoricalColumn.of("kind", kind),
                TextColumn.of("note", note),
                TimeColumn.of("at", at));
    }
}
