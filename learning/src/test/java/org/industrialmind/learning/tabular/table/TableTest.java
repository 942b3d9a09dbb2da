package org.industrialmind.learning.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableTest {
    private static final Table TABLE = Table.of(
            NumericColumn.of("age", 22, Double.NaN, 4.5),
            CategoricalColumn.of("sex", "m", "f", ""),
            TextColumn.of("name", "Ann", "", "A very long name that goes on"),
            TimeColumn.of("born", Instant.EPOCH, Instant.parse("1969-12-31T23:59:59.5Z"), Instant.ofEpochSecond(60)));

    static Stream<Column> columns() {
        return TABLE.columns().stream();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void a_column_is_a_value(Column column) {
        assertThat(column.select(0, 1, 2)).isEqualTo(column).hasSameHashCodeAs(column);
        assertThat(column.select(2, 1, 0)).isNotEqualTo(column);
        assertThat(column.renamed("other").name()).isEqualTo("other");
        assertThat(column.renamed("other")).isNotEqualTo(column);
        assertThat(column.select(1, 1).text(0)).isEqualTo(column.text(1));
        assertThat(column.select().size()).isZero();
        assertThat(column.toString()).contains(column.name(), "3 rows");
        assertThatThrownBy(() -> column.renamed(" ")).hasMessageContaining("no name");
    }

    @Test
    void columns_are_found_by_name_and_kind() {
        assertThat(TABLE.numeric("age").present()).containsExactly(22, 4.5);
        assertThat(TABLE.categorical("sex").levels()).containsExactly("f", "m");
        assertThat(TABLE.time("born").text(1)).isEqualTo("1969-12-31T23:59:59.500Z");
        assertThat(TABLE.find("age")).isPresent();
        assertThat(TABLE.has("ages")).isFalse();
        assertThatThrownBy(() -> TABLE.column("Agee")).hasMessageContaining("did you mean 'age'?");
        assertThatThrownBy(() -> TABLE.numeric("sex"))
                .hasMessageContaining("column 'sex' is categorical, expected numeric");
    }

    @Test
    void columns_must_fit_together() {
        assertThatThrownBy(Table::of).hasMessageContaining("at least one");
        assertThatThrownBy(() -> Table.of(NumericColumn.of("x", 1), NumericColumn.of("x", 2)))
                .hasMessageContaining("'x' comes twice");
        assertThatThrownBy(() -> TABLE.with(NumericColumn.of("x", 1))).hasMessageContaining("1 rows: expected 3");
        assertThatThrownBy(() -> NumericColumn.of("x", 1, Double.POSITIVE_INFINITY))
                .hasMessageContaining("row 1, column 'x': seen Infinity");
        assertThatThrownBy(() -> CategoricalColumn.ofCodes("x", new int[] {1}, List.of("a")))
                .hasMessageContaining("row 0, column 'x': seen code 1");
        assertThatThrownBy(() -> CategoricalColumn.ofCodes("x", new int[] {0}, List.of("a", "a")))
                .hasMessageContaining("names that differ");
    }

    @Test
    void rows_are_selected_in_any_order() {
        assertThat(TABLE.select(2, 0, 0).numeric("age").toArray()).containsExactly(4.5, 22, 22);
        assertThat(TABLE.slice(1, 3).rows()).isEqualTo(2);
        assertThat(TABLE.select().rows()).isZero();
        assertThatThrownBy(() -> TABLE.select(3)).hasMessageContaining("row 3 of a table of 3 rows");
    }

    @Test
    void columns_come_and_go() {
        assertThat(TABLE.only("sex", "age").names()).containsExactly("sex", "age");
        assertThat(TABLE.without("name", "born").names()).containsExactly("age", "sex");
        assertThatThrownBy(() -> TABLE.without("nome")).hasMessageContaining("did you mean 'name'?");
        assertThat(TABLE.renamed("age", "years").names()).startsWith("years");
        assertThat(TABLE.with(NumericColumn.of("age", 1, 2, 3)).numeric("age").value(0))
                .isEqualTo(1);
        assertThat(TABLE.derived("double", row -> 2 * row.number("age"))
                        .numeric("double")
                        .toArray())
                .containsExactly(44, Double.NaN, 9);
        assertThat(TABLE.derivedCategory("first", row -> row.position() == 0 ? "yes" : "")
                        .categorical("first")
                        .codes())
                .containsExactly(0, -1, -1);
        assertThat(TABLE.text("name").toCategorical().levels()).hasSize(2);
    }

    @Test
    void tables_are_joined_at_either_edge() {
        Table numbers = Table.of(NumericColumn.of("x", 1, 2, 3));
        assertThat(TABLE.beside(numbers).names()).endsWith("x");
        Table both = TABLE.above(TABLE.with(CategoricalColumn.of("sex", "d", "m", "")));
        assertThat(both.rows()).isEqualTo(6);
        assertThat(both.categorical("sex").levels()).containsExactly("f", "m", "d");
        assertThat(both.categorical("sex").codes()).containsExactly(1, 0, -1, 2, 1, -1);
        assertThat(both.slice(3, 6).only("age", "name", "born")).isEqualTo(TABLE.only("age", "name", "born"));
        assertThatThrownBy(() -> TABLE.above(numbers)).hasMessageContaining("column 'age' (numeric) is not there");
    }

    @Test
    void levels_are_translated() {
        CategoricalColumn sex = TABLE.categorical("sex").withLevels(List.of("d", "m"));
        assertThat(sex.codes()).containsExactly(1, -1, -1);
        assertThat(sex.seenLevels()).containsExactly("m");
        assertThat(sex.counts()).containsExactly(0, 1);
        assertThat(TABLE.categorical("sex").select(0).seenLevels()).containsExactly("m");
    }

    @Test
    void the_head_is_printed_for_people() {
        assertThat(TABLE.head(9)).isEqualTo("""
                age  sex  name                      born
                 22  m    Ann                       1970-01-01T00:00:00Z
                  -  f    -                         1969-12-31T23:59:59.500Z
                4.5  -    A very long name that g\u2026  1970-01-01T00:01:00Z
                """);
        assertThat(TABLE.toString()).isEqualTo("Table[3 rows, 4 columns]");
    }

    @Test
    void numbers_are_mapped_and_gaps_stay() {
        assertThat(TABLE.numeric("age").map(Math::sqrt).toArray())
                .containsExactly(Math.sqrt(22), Double.NaN, Math.sqrt(4.5));
        assertThatThrownBy(() -> NumericColumn.of("x", 0).map(x -> 1 / x)).hasMessageContaining("seen Infinity");
    }
}
