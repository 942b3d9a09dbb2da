package org.industrialmind.learning.tabular.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Kind;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.table.TextColumn;
import org.industrialmind.learning.tabular.table.TimeColumn;
import org.junit.jupiter.api.Test;

class TransformsTest {
    private static final Table TABLE = Table.of(
            NumericColumn.of("x", 1, 2, Double.NaN, 4),
            CategoricalColumn.of("c", "a", "", "b", "b"),
            NumericColumn.of("y", 5, 5, 5, 5));

    private static FittedTransform fit(Transform transform, Table table) {
        return transform.fit(table, new NoTarget(table.rows()));
    }

    private static Table apply(Transform transform, Table table) {
        return fit(transform, table).apply(table);
    }

    @Test
    void a_constant_column_is_scaled_to_nothing() {
        for (Transform scaler : new Transform[] {
            new StandardScaler(), RobustScaler.defaults(), MinMaxScaler.defaults(), PowerScaler.defaults()
        }) {
            assertThat(apply(scaler, TABLE).numeric("y").toArray())
                    .as("%s", scaler)
                    .containsExactly(0, 0, 0, 0);
        }
    }

    @Test
    void a_column_without_a_value_is_refused() {
        Table empty = Table.of(NumericColumn.of("x", Double.NaN, Double.NaN), CategoricalColumn.of("c", "", ""));
        assertThatThrownBy(() -> fit(new StandardScaler(), empty)).hasMessageContaining("column 'x' has no value");
        assertThatThrownBy(() -> fit(SimpleImputer.defaults(), empty.without("x")))
                .hasMessageContaining("column 'c' has no value");
    }

    @Test
    void a_constant_fills_gaps_of_both_kinds() {
        Table filled = apply(new ConstantImputer(-1, "none"), TABLE);
        assertThat(filled.numeric("x").toArray()).containsExactly(1, 2, -1, 4);
        assertThat(filled.categorical("c").text(1)).isEqualTo("none");
    }

    @Test
    void gaps_of_training_get_a_column() {
        assertThat(apply(new MissingIndicator(), TABLE).names())
                .containsExactly("x", "c", "y", "x is missing", "c is missing");
        assertThat(apply(new MissingIndicator(), TABLE).numeric("c is missing").toArray())
                .containsExactly(0, 1, 0, 0);
    }

    @Test
    void a_column_transform_leaves_the_others_where_they_are() {
        Table changed = apply(new ColumnTransform(Columns.named("c"), OneHot.defaults()), TABLE);
        assertThat(changed.names()).containsExactly("x", "c=a", "c=b", "c=(missing)", "y");
        Table scaled = apply(new ColumnTransform(Columns.allBut("x"), new StandardScaler()), TABLE);
        assertThat(scaled.column("x")).isEqualTo(TABLE.column("x"));
        assertThat(scaled.numeric("y").value(0)).isZero();
        Transform none = new ColumnTransform(Columns.ofKind(Kind.TIME), DateParts.defaults());
        assertThat(apply(none, TABLE)).isEqualTo(TABLE);
        assertThat(none.fitApply(TABLE, new NoTarget(4)).table()).isEqualTo(TABLE);
    }

    @Test
    void a_wrong_name_is_refused_with_the_nearest() {
        Table ages = Table.of(NumericColumn.of("age", 1, 2));
        assertThatThrownBy(() -> fit(DropColumns.named("aeg"), ages)).hasMessageContaining("did you mean 'age'?");
        FittedTransform scaler = fit(new StandardScaler(), ages);
        assertThatThrownBy(() -> scaler.apply(TABLE)).hasMessageContaining("no column 'age'");
        assertThatThrownBy(() -> scaler.apply(Table.of(TextColumn.of("age", "old"))))
                .hasMessageContaining("column 'age' is text");
    }

    @Test
    void bins_are_named_by_their_ends() {
        Table ages = Table.of(NumericColumn.of("age", 0, 10, 20, 30, Double.NaN));
        FittedTransform bins = fit(new Binning(Binning.Cuts.WIDTH, 3), ages);
        CategoricalColumn binned = bins.apply(ages).categorical("age");
        assertThat(binned.levels()).containsExactly("below 10", "10 to 20", "20 and above");
        assertThat(binned.codes()).containsExactly(0, 1, 2, 2, CategoricalColumn.MISSING);
        CategoricalColumn outside =
                bins.apply(Table.of(NumericColumn.of("age", -99, 99))).categorical("age");
        assertThat(outside.codes()).containsExactly(0, 2);
        assertThat(apply(new Binning(Binning.Cuts.QUANTILE, 4), TABLE.only("y"))
                        .categorical("y")
                        .levels())
                .containsExactly("all");
    }

    @Test
    void bins_too_close_for_six_digits_keep_their_names_apart() {
        Table close = Table.of(NumericColumn.of("t", 1, 1 + 1e-9, 1 + 2e-9, 1 + 3e-9));
        assertThat(apply(new Binning(Binning.Cuts.WIDTH, 3), close)
                        .categorical("t")
                        .levels())
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void products_without_squares() {
        Table made = apply(new Polynomials(2, true), TABLE);
        assertThat(made.names()).containsExactly("x", "c", "y", "x*y");
        assertThat(made.numeric("x*y").toArray()).containsExactly(5, 10, Double.NaN, 20);
    }

    @Test
    void quotients_are_missing_where_they_have_no_value() {
        Table table = Table.of(NumericColumn.of("a", 6, 1, 0), NumericColumn.of("b", 3, 0, 0));
        Table made = apply(Ratios.of("a", "b").and("b", "a"), table);
        assertThat(made.numeric("a/b").toArray()).containsExactly(2, Double.NaN, Double.NaN);
        assertThat(made.numeric("b/a").toArray()).containsExactly(0.5, 0, Double.NaN);
    }

    @Test
    void a_row_function_makes_a_column() {
        Table made = apply(
                Chain.of(
                        Derive.number("twice", row -> 2 * row.number("x")),
                        Derive.category("big", row -> row.isMissing("x") ? "" : row.number("x") > 1 ? "yes" : "no"),
                        Derive.cross("c", "y")),
                TABLE);
        assertThat(made.numeric("twice").toArray()).containsExactly(2, 4, Double.NaN, 8);
        assertThat(made.categorical("big").text(3)).isEqualTo("yes");
        assertThat(made.categorical("c&y").text(0)).isEqualTo("a&5");
        assertThat(made.categorical("c&y").isMissing(1)).isTrue();
        assertThatThrownBy(() -> fit(Derive.number("z", row -> row.number("nowhere")), TABLE))
                .hasMessageContaining("no column 'nowhere'");
    }

    @Test
    void numbers_taken_as_names_stand_in_their_order() {
        Table table = Table.of(NumericColumn.of("class", 3, 10, 1, Double.NaN));
        CategoricalColumn names = apply(AsCategory.named("class"), table).categorical("class");
        assertThat(names.levels()).containsExactly("1", "3", "10");
        assertThat(names.codes()).containsExactly(1, 2, 0, CategoricalColumn.MISSING);
    }

    @Test
    void what_comes_round_again_lies_on_a_circle() {
        Table table = Table.of(
                TimeColumn.of("at", Instant.parse("2026-01-01T06:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")));
        Table parts = apply(DateParts.defaults(), table);
        assertThat(parts.names())
                .containsExactly(
                        "at.days",
                        "at.year",
                        "at.season sin",
                        "at.season cos",
                        "at.weekday sin",
                        "at.weekday cos",
                        "at.hour sin",
                        "at.hour cos");
        assertThat(parts.numeric("at.days").value(0)).isEqualTo(20454.25);
        assertThat(parts.numeric("at.year").toArray()).containsExactly(2026, 2027);
        assertThat(parts.numeric("at.season cos").toArray()).containsExactly(1, 1);
        assertThat(parts.numeric("at.hour sin").toArray()).containsExactly(new double[] {1, 0}, within(1e-12));
        // 2026-01-01 is a Thursday
        assertThat(parts.numeric("at.weekday sin").value(0)).isCloseTo(Math.sin(2 * Math.PI * 3 / 7), within(1e-12));
        DateParts berlin = new DateParts(EnumSet.of(DateParts.Part.YEAR), ZoneId.of("Europe/Berlin"));
        Table eve = Table.of(TimeColumn.of("at", Instant.parse("2026-12-31T23:30:00Z")));
        assertThat(apply(berlin, eve).numeric("at.year").value(0)).isEqualTo(2027);
        Table gap = Table.of(TimeColumn.ofNanos("at", TimeColumn.MISSING));
        assertThat(apply(berlin, gap).column("at.year").isMissing(0)).isTrue();
        assertThatThrownBy(() -> new DateParts(Set.of(), ZoneOffset.UTC)).hasMessageContaining("at least one");
    }

    @Test
    void words_are_counted_wherever_their_hash_says() {
        Table notes = Table.of(TextColumn.of("note", "Leak, leak: pump", "pump", "", "a"));
        Table hashed = apply(new TokenHash(64), notes);
        Bucket leak = Bucket.of("leak", 64);
        Bucket pump = Bucket.of("pump", 64);
        assertThat(leak.position()).isNotEqualTo(pump.position());
        String leaks = Bucket.name("note", leak.position(), 64);
        assertThat(hashed.numeric(leaks).toArray()).containsExactly(2 * leak.sign(), 0, 0, 0);
        assertThat(hashed.columns().stream()
                        .mapToDouble(c -> Math.abs(((NumericColumn) c).value(1)))
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void only_the_most_frequent_words_get_a_column() {
        Table notes = Table.of(TextColumn.of("note", "pump leak", "pump leak hot", "pump hot", "seal"));
        assertThat(apply(new TfIdf(2, 2), notes).names()).containsExactly("note:hot", "note:pump");
        assertThatThrownBy(() -> fit(new TfIdf(2, 4), notes)).hasMessageContaining("no word in 4 rows or more");
    }

    @Test
    void a_union_refuses_two_columns_of_one_name() {
        assertThatThrownBy(() -> apply(FeatureUnion.of(new StandardScaler(), RobustScaler.defaults()), TABLE))
                .hasMessageContaining("'x' comes twice");
    }

    @Test
    void a_power_needs_positive_numbers_for_box_cox() {
        PowerScaler boxCox = new PowerScaler(PowerScaler.Family.BOX_COX);
        assertThatThrownBy(() -> fit(boxCox, Table.of(NumericColumn.of("x", 1, 0, 2))))
                .hasMessageContaining("column 'x' has values of 0 or less");
        FittedTransform fitted = fit(boxCox, Table.of(NumericColumn.of("x", 1, 2, 5)));
        assertThatThrownBy(() -> fitted.apply(Table.of(NumericColumn.of("x", -1))))
                .hasMessageContaining("seen -1");
    }

    @Test
    void clipping_keeps_later_numbers_in_range() {
        Table train = Table.of(NumericColumn.of("x", 0, 10));
        Table later = Table.of(NumericColumn.of("x", -5, 20));
        assertThat(fit(new MinMaxScaler(-1, 1, true), train)
                        .apply(later)
                        .numeric("x")
                        .toArray())
                .containsExactly(-1, 1);
        assertThat(fit(MinMaxScaler.defaults(), train).apply(later).numeric("x").toArray())
                .containsExactly(-0.5, 2);
    }

    @Test
    void a_row_that_shares_nothing_with_training_gets_the_mean() {
        Table train = Table.of(NumericColumn.of("x", 1, 3), NumericColumn.of("y", 1, 2));
        Table bare = Table.of(NumericColumn.of("x", Double.NaN), NumericColumn.of("y", Double.NaN));
        Table filled = fit(KNearestImputer.defaults(), train).apply(bare);
        assertThat(filled.numeric("x").value(0)).isEqualTo(2);
        assertThat(filled.numeric("y").value(0)).isEqualTo(1.5);
    }

    @Test
    void settings_that_mean_nothing_are_refused() {
        assertThatThrownBy(() -> new KNearestImputer(0, false)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new IterativeImputer(0, 1, 1)).hasMessageContaining("at least one round");
        assertThatThrownBy(() -> new Binning(Binning.Cuts.WIDTH, 1)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> new Polynomials(1, false)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> new QuantileScaler(1, QuantileScaler.Shape.UNIFORM))
                .hasMessageContaining("at least 2");
        assertThatThrownBy(() -> new RobustScaler(0.5, 0.5)).hasMessageContaining("low < high");
        assertThatThrownBy(() -> new MinMaxScaler(1, 1, false)).hasMessageContaining("low < high");
        assertThatThrownBy(() -> new TfIdf(0, 1)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new ConstantImputer(Double.NaN, "x")).hasMessageContaining("finite");
    }
}
