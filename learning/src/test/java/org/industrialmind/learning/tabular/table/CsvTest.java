package org.industrialmind.learning.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final CsvFormat FORMAT = CsvFormat.defaults();

    @TempDir
    Path folder;

    @Test
    void tells_the_kinds_from_the_values() throws IOException {
        Table table = Csv.parse("""
                age,sex,seen,at
                22,male,2026-11-20,2026-11-20T08:30:00.5Z
                ,female,,2026-11-20 10:30:00+02:00
                3.5e1,?,2026-11-21,NA
                """, FORMAT);
        assertThat(table.schema().fields())
                .containsExactly(
                        new Field("age", Kind.NUMERIC),
                        new Field("sex", Kind.CATEGORICAL),
                        new Field("seen", Kind.TIME),
                        new Field("at", Kind.TIME));
        assertThat(table.numeric("age").toArray()).containsExactly(22, Double.NaN, 35);
        assertThat(table.categorical("sex").codes()).containsExactly(1, 0, CategoricalColumn.MISSING);
        assertThat(table.time("at").text(0)).isEqualTo("2026-11-20T08:30:00.500Z");
        assertThat(table.time("at").text(1)).isEqualTo("2026-11-20T08:30:00Z");
        assertThat(table.time("at").isMissing(2)).isTrue();
        assertThat(table.time("seen").text(0)).isEqualTo("2026-11-20T00:00:00Z");
    }

    @Test
    void reads_quotes_line_breaks_and_both_line_endings() throws IOException {
        Table table = Csv.parse(
                "\uFEFFname,note\r\n\"Braund, Mr. Owen\",\"said \"\"no\"\"\r\ntwice\"\r\n x ,\n",
                FORMAT.withKind(Kind.TEXT, "name", "note"));
        assertThat(table.text("name").text(0)).isEqualTo("Braund, Mr. Owen");
        assertThat(table.text("note").text(0)).isEqualTo("said \"no\"\r\ntwice");
        assertThat(table.text("name").text(1)).isEqualTo("x");
        assertThat(table.text("note").isMissing(1)).isTrue();
    }

    @Test
    void many_different_values_are_text_and_few_are_categories() throws IOException {
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> "ticket" + i + ",deck" + i % 25)
                .collect(Collectors.joining("\n"));
        Table table = Csv.parse(rows, FORMAT.withNames("ticket", "deck"));
        assertThat(table.text("ticket").size()).isEqualTo(60);
        assertThat(table.categorical("deck").levels()).hasSize(25);
    }

    @Test
    void a_surprise_after_the_sample_is_an_error_with_its_place() {
        String text = "age,name\n1,a\n2,b\n3,\"c\nc\"\nabc,d\n";
        assertThatThrownBy(() -> Csv.parse(text, FORMAT.withSample(2)))
                .isInstanceOf(MalformedTableException.class)
                .hasMessageContaining("row 4 (line 6), column 'age': seen 'abc', expected a finite number")
                .hasMessageContaining("declare it categorical");
        assertThatThrownBy(() -> Csv.parse("at\n2026-11-20\nnever\n", FORMAT.withKind(Kind.TIME, "at")))
                .hasMessageContaining("seen 'never', expected a time")
                .hasMessageContaining("declare another kind");
    }

    @Test
    void a_declared_kind_is_not_guessed() throws IOException {
        Table table = Csv.parse("class\n3\n10\n1\n", FORMAT.withKind(Kind.CATEGORICAL, "class"));
        assertThat(table.categorical("class").levels()).containsExactly("1", "3", "10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "0x10", "Infinity", "1e999", "1,5", "--1", "."})
    void what_only_a_program_calls_a_number_is_none(String cell) throws IOException {
        Table table = Csv.parse("x;y\n" + cell + ";1\n", FORMAT.withSeparator(';'));
        assertThat(table.column("x").kind()).isEqualTo(Kind.CATEGORICAL);
    }

    @Test
    void a_row_of_another_length_is_named() {
        assertThatThrownBy(() -> Csv.parse("a,b\n1,2\n1,2,3\n", FORMAT))
                .hasMessageContaining("line 3 has 3 fields: expected 2");
        assertThatThrownBy(() -> Csv.parse("a,b\n1\n", FORMAT)).hasMessageContaining("line 2 has 1 fields: expected 2");
    }

    @Test
    void names_must_be_there_and_differ() {
        assertThatThrownBy(() -> Csv.parse("", FORMAT)).hasMessageContaining("empty");
        assertThatThrownBy(() -> Csv.parse("a,a\n1,2\n", FORMAT)).hasMessageContaining("expected names that differ");
    }

    @Test
    void a_file_of_no_rows_is_a_table_of_no_rows() throws IOException {
        assertThat(Csv.parse("a,b\n", FORMAT).rows()).isZero();
    }

    @Test
    void a_quote_that_never_closes_is_refused() {
        assertThatThrownBy(() -> Csv.parse("a,b\n1,\"never\n3,4\n", FORMAT))
                .isInstanceOf(MalformedTableException.class)
                .hasMessageContaining("not readable as CSV");
    }

    @Test
    void limits_are_kept() {
        String text = "a,b\n" + "1,2\n".repeat(100);
        assertThatThrownBy(() -> Csv.parse(text, FORMAT.withLimits(new TableLimits(99, 10, 100, 10_000))))
                .hasMessageContaining("at row 100")
                .hasMessageContaining("at most 99 rows");
        assertThatThrownBy(() -> Csv.parse(text, FORMAT.withLimits(new TableLimits(1000, 10, 100, 320))))
                .hasMessageContaining("at row 21 the table takes 336 bytes")
                .hasMessageContaining("read the file in batches");
        assertThatThrownBy(() -> Csv.parse(text, FORMAT.withLimits(new TableLimits(1000, 1, 100, 10_000))))
                .hasMessageContaining("2 columns");
        String wide = "a\n" + "x".repeat(101) + "\n";
        assertThatThrownBy(() -> Csv.parse(wide, FORMAT.withLimits(new TableLimits(9, 9, 100, 10_000))))
                .isInstanceOf(MalformedTableException.class);
    }

    @Test
    void another_encoding_is_named_or_refused() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "stadt\nK\u00F6ln\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Csv.read(file))
                .isInstanceOf(MalformedTableException.class)
                .hasMessageContaining("encoding");
        Table table = Csv.read(file, FORMAT.withCharset(StandardCharsets.ISO_8859_1));
        assertThat(table.categorical("stadt").text(0)).isEqualTo("K\u00F6ln");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_was_written_is_read_back(long seed) throws IOException {
        Table table = random(seed, 40);
        for (String name : List.of("table.csv", "table.csv.gz")) {
            Path file = folder.resolve(name);
            Csv.write(table, file);
            assertThat(Csv.read(file, FORMAT.withKindsOf(table.schema()))).isEqualTo(table);
        }
    }

    @Test
    void a_lone_column_with_gaps_is_read_back() throws IOException {
        Table table = Table.of(NumericColumn.of("x", 1, Double.NaN, 3));
        Path file = folder.resolve("lone.csv");
        Csv.write(table, file);
        assertThat(Csv.read(file)).isEqualTo(table);
    }

    @Test
    void batches_together_are_the_file() throws IOException {
        Table table = random(4, 95);
        Path file = folder.resolve("large.csv");
        Csv.write(table, file);
        List<Table> parts = new ArrayList<>();
        try (CsvBatches batches = Csv.batches(file, FORMAT.withKindsOf(table.schema()), 20)) {
            for (Optional<Table> part = batches.next(); part.isPresent(); part = batches.next()) {
                parts.add(part.get());
            }
        }
        assertThat(parts).extracting(Table::rows).containsExactly(20, 20, 20, 20, 15);
        Table whole = parts.stream().reduce(Table::above).orElseThrow();
        CategoricalColumn levels = whole.categorical("c");
        assertThat(whole.with(levels.withLevels(table.categorical("c").levels())))
                .isEqualTo(table);
    }

    private static Table random(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] numbers = new double[rows];
        String[] names = new String[rows];
        String[] texts = new String[rows];
        long[] times = new long[rows];
        for (int r = 0; r < rows; r++) {
            numbers[r] = r % 7 == 0 ? Double.NaN : random.nextDouble(-1e6, 1e6);
            names[r] = r % 5 == 0 ? "" : "level " + random.nextInt(4);
            texts[r] = r % 11 == 0 ? "" : "line\n\"" + random.nextInt() + "\", end";
            times[r] = r % 13 == 0 ? TimeColumn.MISSING : random.nextLong(4_000_000_000_000_000_000L);
        }
        return Table.of(
                NumericColumn.of("n", numbers),
                CategoricalColumn.of("c", names),
                TextColumn.of("t", texts),
                TimeColumn.ofNanos("at", times));
    }
}
