package org.industrialmind.recipes.digits;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** A pair of IDX files of simple drawings: each digit is a bright bar at a place of its own, in noise. */
final class DrawnDigits {
    static final String IMAGES = "train-images-idx3-ubyte.gz";
    static final String LABELS = "train-labels-idx1-ubyte.gz";
    static final int SIDE = 12;

    private DrawnDigits() {}

    static void write(Path folder, int count, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] labels = new byte[count];
        byte[] pixels = new byte[count * SIDE * SIDE];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(10);
            for (int p = 0; p < SIDE * SIDE; p++) {
                boolean bar = p / SIDE / 2 % 5 == labels[i] % 5 && (p % SIDE < SIDE / 2) == labels[i] < 5;
                pixels[i * SIDE * SIDE + p] = (byte) (random.nextInt(100) + (bar ? 120 : 0));
            }
        }
        idx(folder.resolve(IMAGES), pixels, 2051, count, SIDE, SIDE);
        idx(folder.resolve(LABELS), labels, 2049, count);
    }

    static void idx(Path file, byte[] values, int... header) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(bytes))) {
            for (int word : header) {
                data.writeInt(word);
            }
            data.write(values);
        }
        Files.write(file, bytes.toByteArray());
    }
}
