package org.industrialmind.learning.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {
    private Path file;

    @BeforeEach
    void place(@TempDir Path folder) {
        file = folder.resolve("x.safetensors");
    }

    @Test
    void come_back_as_they_were() throws IOException {
        SafeTensors written = new SafeTensors(
                Map.of(
                        "weights", Tensor.of(new float[] {1, -2, Float.NaN, 4, 5, 6}, 2, 3),
                        "bias", Tensor.of(new double[] {Math.PI, -0.0}, 2),
                        "steps", Tensor.of(new long[] {Long.MIN_VALUE}),
                        "empty", Tensor.of(new float[0], 0, 7)),
                Map.of("made by", "a test", "umlaut", "\u00e4"));
        written.write(file);
        SafeTensors read = SafeTensors.read(file);
        assertThat(read).isEqualTo(written);
        assertThat(read.tensor("weights").floats()).containsExactly(1, -2, Float.NaN, 4, 5, 6);
        assertThat(read.tensor("weights").shape()).containsExactly(2L, 3L);
        assertThat(read.tensor("steps").longs()).containsExactly(Long.MIN_VALUE);
        assertThat(read.tensor("bias").doubles()).containsExactly(Math.PI, -0.0);
        assertThatThrownBy(() -> read.tensor("other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no tensor other among [bias, empty, steps, weights]");
    }

    @Test
    void are_laid_out_as_the_format_says() throws IOException {
        new SafeTensors(Map.of("a", Tensor.of(new float[] {1.5f}, 1), "b", Tensor.of(new double[] {2}, 1))).write(file);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) bytes.getLong();
        byte[] header = new byte[length];
        bytes.get(header);
        assertThat(new String(header, StandardCharsets.UTF_8).strip())
                .isEqualTo("{\"b\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}");
        assertThat((8 + length) % 8).isZero();
        assertThat(bytes.getDouble()).isEqualTo(2);
        assertThat(bytes.getFloat()).isEqualTo(1.5f);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void come_back_whatever_their_sizes(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Tensor> tensors = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            int rows = random.nextInt(5);
            int columns = 1 + random.nextInt(4);
            double[] values = random.doubles((long) rows * columns).toArray();
            tensors.put("t" + i, Tensor.of(values, rows, columns));
        }
        new SafeTensors(tensors).write(file);
        assertThat(SafeTensors.read(file).tensors()).isEqualTo(tensors);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}|4|takes 8 bytes, but its data_offsets span 4
        {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}|8|its tensors take 4 bytes, but 8 follow
        {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}|0|its tensors take 4 bytes, but 0 follow
        {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}|8|begins at 4, but the one before it ends at 0
        {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}|4|no overlap
        {"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}|0|has -4 in its data_offsets
        {"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}|4|has -1 in its shape
        {"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}|4|has 1.5 in its shape
        {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}|4|the first not after the second
        {"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}|4|expected two
        {"a":{"dtype":"F32","shape":[9223372036854775807,3],"data_offsets":[0,4]}}|4|more than any file can hold
        {"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}|4|has the type F16: expected one of
        {"a":{"dtype":"F32","shape":[1]}}|4|has no field a.data_offsets
        {"a":{"dtype":7,"shape":[1],"data_offsets":[0,4]}}|4|a.dtype holds 7: expected a text
        {"a":[1]}|4|a holds [1]: expected a JSON object
        {"a":{"dtype":"F32","shape":"1","data_offsets":[0,4]}}|4|a.shape holds "1": expected a list
        {"__metadata__":{"n":1}}|0|__metadata__.n holds 1: expected a text
        {"a":1,"a":1}|0|is not valid JSON
        {"a":|0|is not valid JSON
        []|0|does not begin with '{'
        """)
    void refuse_a_header_that_lies(String header, int data, String complaint) throws IOException {
        Files.write(file, fileOf(header.getBytes(StandardCharsets.UTF_8), data));
        assertThatThrownBy(() -> SafeTensors.read(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("x.safetensors: ")
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest(name = "length {0}")
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 100_000_000, 16 << 20, 3})
    void refuse_a_header_length_that_the_file_cannot_hold(long length) throws IOException {
        Files.write(
                file,
                ByteBuffer.allocate(10)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(length)
                        .array());
        assertThatThrownBy(() -> SafeTensors.read(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("claims a header of");
    }

    @Test
    void refuse_every_truncation_of_a_good_file() throws IOException {
        new SafeTensors(Map.of("a", Tensor.of(new float[] {1, 2}, 2))).write(file);
        byte[] good = Files.readAllBytes(file);
        for (int length = 0; length < good.length; length++) {
            Files.write(file, Arrays.copyOf(good, length));
            assertThatThrownBy(() -> SafeTensors.read(file)).isInstanceOf(MalformedFileException.class);
        }
    }

    @Test
    void refuse_values_that_do_not_fill_their_shape() {
        assertThatThrownBy(() -> Tensor.of(new float[3], 2, 2)).hasMessageContaining("3 values do not fill");
        assertThatThrownBy(() -> Tensor.of(new long[1], -1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tensor.of(new float[1], 1).doubles())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("holds F32, not F64");
        assertThatThrownBy(() -> new SafeTensors(Map.of("__metadata__", Tensor.of(new float[1], 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] fileOf(byte[] header, int data) {
        return ByteBuffer.allocate(8 + header.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .array();
    }
}
