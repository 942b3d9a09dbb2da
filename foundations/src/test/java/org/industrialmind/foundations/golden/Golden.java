package org.industrialmind.foundations.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.jspecify.annotations.Nullable;

/** A golden table: numbers that another program computed, by name. The scripts in src/test/golden make the tables. */
public final class Golden {
    private final String table;
    private final Map<String, Matrix> blocks = new HashMap<>();

    private Golden(String table) {
        this.table = table;
    }

    /** Reads {@code golden/<table>.txt} from the test resources. */
    public static Golden read(String table) {
        Golden golden = new Golden(table);
        try (InputStream file = Golden.class.getResourceAsStream("/golden/" + table + ".txt")) {
            if (file == null) {
                throw new IllegalArgumentException(
                        "no golden table '" + table + "': run src/test/golden/" + table + ".py");
            }
            golden.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return golden;
    }

    private void parse(List<String> lines) {
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at++);
            if (line.startsWith("#")) {
                continue;
            }
            String[] head = line.split(" ");
            int rows = Integer.parseInt(head[1]);
            double[][] values = new double[rows][];
            for (int r = 0; r < rows; r++) {
                values[r] = Arrays.stream(lines.get(at++).split(" "))
                        .mapToDouble(Golden::number)
                        .toArray();
            }
            blocks.put(head[0], Matrix.ofRows(values));
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    public Matrix matrix(String name) {
        @Nullable Matrix block = blocks.get(name);
        if (block == null) {
            throw new IllegalArgumentException(
                    "no '" + name + "' in golden table '" + table + "', only " + blocks.keySet());
        }
        return block;
    }

    /** Returns all values of a block, row after row. */
    public double[] vector(String name) {
        return matrix(name).toArray();
    }

    /** Returns the values of a block as whole numbers. */
    public int[] integers(String name) {
        return Arrays.stream(vector(name)).mapToInt(value -> (int) value).toArray();
    }

    public double value(String name) {
        return matrix(name).get(0, 0);
    }
}
