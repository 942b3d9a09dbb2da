package org.industrialmind.learning.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xerial.snappy.Snappy;

class ParquetTest {
    @TempDir
    Path folder;

    private Path write(String schema, int rows, CompressionCodecName codec, BiConsumer<Integer, Group> fill)
            throws IOException {
        MessageType type = MessageTypeParser.parseMessageType("message table { " + schema + " }");
        Path file = folder.resolve("table.parquet");
        Files.deleteIfExists(file);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(type)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(codec)
                .withCodecFactory(new Packing())
                .withRowGroupSize(1024L)
                .build()) {
            for (int r = 0; r < rows; r++) {
                Group group = new SimpleGroupFactory(type).newGroup();
                fill.accept(r, group);
                writer.write(group);
            }
        }
        return file;
    }

    @ParameterizedTest
    @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"})
    void reads_packed_numbers_and_names(CompressionCodecName codec) throws IOException {
        Path file = write(
                "optional double x; required int32 n; optional binary name (STRING); required binary id (STRING);",
                3000,
                codec,
                (r, group) -> {
                    if (r % 5 > 0) {
                        group.append("x", r / 2.0);
                    }
                    group.append("n", r);
                    if (r % 7 > 0) {
                        group.append("name", r % 2 == 0 ? "even" : "odd");
                    }
                    group.append("id", "id" + r);
                });
        Table table = Parquet.read(file);
        assertThat(table.rows()).isEqualTo(3000);
        for (int r = 0; r < 3000; r++) {
            assertThat(table.column("x").text(r)).isEqualTo(r % 5 == 0 ? "" : NumericColumn.plain(r / 2.0));
            assertThat(table.numeric("n").value(r)).isEqualTo(r);
            assertThat(table.categorical("name").text(r)).isEqualTo(r % 7 == 0 ? "" : r % 2 == 0 ? "even" : "odd");
            assertThat(table.text("id").text(r)).isEqualTo("id" + r);
        }
    }

    @Test
    void reads_every_type_that_has_a_place_in_a_table() throws IOException {
        byte[] legacy = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(1_000_000_000L)
                .putInt(2_440_589)
                .array();
        Path file = write(
                """
                required float f; required boolean b; required int32 day (DATE); required int64 at (TIMESTAMP(MICROS,true));
                required int64 ms (TIMESTAMP(MILLIS,false)); required int64 ns (TIMESTAMP(NANOS,true));
                required int32 u (INTEGER(32,false)); required int64 l (INTEGER(64,true)); required int32 d (DECIMAL(9,2));
                required int64 e (DECIMAL(18,3)); required binary g (DECIMAL(20,1)); required int96 old;
                required binary kind (ENUM);""",
                1,
                CompressionCodecName.UNCOMPRESSED,
                (_, group) -> group.append("f", 1.5f)
                        .append("b", true)
                        .append("day", 1)
                        .append("at", 1_500_000L)
                        .append("ms", 2000L)
                        .append("ns", -1L)
                        .append("u", -1)
                        .append("l", 7L)
                        .append("d", 12345)
                        .append("e", -1500L)
                        .append(
                                "g",
                                Binary.fromConstantByteArray(
                                        BigInteger.valueOf(-25).toByteArray()))
                        .append("old", Binary.fromConstantByteArray(legacy))
                        .append("kind", "pump"));
        Table table = Parquet.read(file);
        assertThat(table.columns().stream().map(column -> column.text(0)))
                .containsExactly(
                        "1.5",
                        "true",
                        "1970-01-02T00:00:00Z",
                        "1970-01-01T00:00:01.500Z",
                        "1970-01-01T00:00:02Z",
                        "1969-12-31T23:59:59.999999999Z",
                        "4294967295",
                        "7",
                        "123.45",
                        "-1.5",
                        "-2.5",
                        "1970-01-02T00:00:01Z",
                        "pump");
    }

    @Test
    void a_given_kind_is_kept() throws IOException {
        Path file = write(
                "required int32 class; required binary name (STRING);",
                3,
                CompressionCodecName.SNAPPY,
                (r, group) -> group.append("class", 3 - r).append("name", "n" + r));
        Table table = Parquet.read(file, Map.of("class", Kind.CATEGORICAL, "name", Kind.TEXT), TableLimits.defaults());
        assertThat(table.categorical("class").codes()).containsExactly(2, 1, 0);
        assertThat(table.text("name").text(2)).isEqualTo("n2");
        assertThatThrownBy(() -> Parquet.read(file, Map.of("name", Kind.TIME), TableLimits.defaults()))
                .hasMessageContaining("column 'name' is text in the file and cannot be read as time");
    }

    @Test
    void what_has_no_place_in_a_table_is_refused_by_name() throws IOException {
        Path bytes =
                write("required binary raw;", 1, CompressionCodecName.GZIP, (_, group) -> group.append("raw", "x"));
        assertThatThrownBy(() -> Parquet.read(bytes)).hasMessageContaining("column 'raw' is written as");
        Path nested = write(
                "required group inner { required int32 x; }",
                1,
                CompressionCodecName.GZIP,
                (_, group) -> group.addGroup("inner").append("x", 1));
        assertThatThrownBy(() -> Parquet.read(nested)).hasMessageContaining("column 'inner' holds columns or lists");
        Path huge = write("required int64 id;", 1, CompressionCodecName.GZIP, (_, g) -> g.append("id", Long.MAX_VALUE));
        assertThatThrownBy(() -> Parquet.read(huge)).hasMessageContaining("loses digits");
    }

    @Test
    void limits_are_kept() throws IOException {
        Path file = write(
                "required binary name (STRING);",
                50,
                CompressionCodecName.SNAPPY,
                (r, group) -> group.append("name", "name " + r));
        assertThatThrownBy(() -> Parquet.read(file, Map.of(), new TableLimits(49, 10, 10, 100_000)))
                .isInstanceOf(MalformedTableException.class)
                .hasMessageContaining("table.parquet: the file has 50 rows");
        assertThatThrownBy(() -> Parquet.read(file, Map.of(), new TableLimits(50, 10, 10, 1000)))
                .hasMessageContaining("column 'name'")
                .hasMessageContaining("passes 1000 bytes");
    }

    @Test
    void another_file_is_refused() throws IOException {
        Path file = folder.resolve("not.parquet");
        Files.writeString(file, "age,name\n1,2\n".repeat(10));
        assertThatThrownBy(() -> Parquet.read(file))
                .isInstanceOf(MalformedTableException.class)
                .hasMessageContaining("not.parquet: not readable as Parquet");
    }

    @Test
    void a_packing_that_we_do_not_read_is_named() throws IOException {
        Path file = write("required int32 n;", 9, CompressionCodecName.LZ4_RAW, (r, group) -> group.append("n", r));
        assertThatThrownBy(() -> Parquet.read(file))
                .isInstanceOf(MalformedTableException.class)
                .hasMessageContaining("packed by LZ4_RAW");
    }

    /** Packs what {@link Unpacking} unpacks; what it does not know it leaves as it is. */
    private static final class Packing implements CompressionCodecFactory {
        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) throws IOException {
                    byte[] plain = bytes.toByteArray();
                    return BytesInput.from(
                            switch (codec) {
                                case SNAPPY -> Snappy.compress(plain);
                                case ZSTD -> Zstd.compress(plain);
                                case GZIP -> gzip(plain);
                                default -> plain;
                            });
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return codec;
                }

                @Override
                public void release() {}
            };
        }

        private static byte[] gzip(byte[] plain) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(plain);
            }
            return packed.toByteArray();
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            throw new AssertionError("nothing is unpacked while writing");
        }

        @Override
        public void release() {}
    }
}
