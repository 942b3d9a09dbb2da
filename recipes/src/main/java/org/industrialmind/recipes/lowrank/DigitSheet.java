package org.industrialmind.recipes.lowrank;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * Small grey images, as a table with a row for each and laid out on a square sheet: the same numbers in two arrangements.
 *
 * @param images brightnesses in [0, 1]. Shape: [image, pixel], row after row
 * @param across how many images a row of the sheet has, and how many such rows there are
 */
record DigitSheet(Matrix images, int height, int width, int across) {
    private static final int MAGIC = 2051; // of an IDX file of bytes in three dimensions
    private static final int SHORTEST_SIDE = 5; // fewer pixels have no rank worth showing
    private static final int LONGEST_SIDE = 1024; // a header that says more is not of digits
    private static final double WHITE = 255;

    /**
     * Reads the first images of a gzipped IDX file, enough for a square sheet.
     *
     * @throws IOException if the file is cut off, is no IDX file of images or has too few of them
     */
    static DigitSheet read(Path file, int across) throws IOException {
        try (DataInputStream data = new DataInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16))) {
            int magic = data.readInt();
            int count = data.readInt();
            int height = data.readInt();
            int width = data.readInt();
            boolean sides = Math.min(height, width) >= SHORTEST_SIDE && Math.max(height, width) <= LONGEST_SIDE;
            if (magic != MAGIC || !sides || count < across * across) {
                throw new IOException(file + " says " + count + " images of " + height + " x " + width + " after "
                        + magic + ": expected " + MAGIC + ", at least " + across * across + " images and sides of "
                        + SHORTEST_SIDE + " to "
                        + LONGEST_SIDE);
            }
            byte[] bytes = new byte[across * across * height * width];
            data.readFully(bytes);
            double[] brightness = new double[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                brightness[i] = (bytes[i] & 0xff) / WHITE;
            }
            return new DigitSheet(Matrix.of(across * across, height * width, brightness), height, width, across);
        } catch (EOFException e) {
            throw new IOException(file + " ends before " + across * across + " images", e);
        }
    }

    /** Lays images out on the sheet. Shape: [image, pixel] -> [across x height, across x width]. */
    Matrix sheet(Matrix rows) {
        int line = across * width;
        double[] places = new double[across * height * line];
        for (int image = 0; image < rows.rows(); image++) {
            double[] pixels = rows.row(image);
            for (int p = 0; p < pixels.length; p++) {
                int y = image / across * height + p / width;
                int x = image % across * width + p % width;
                places[y * line + x] = pixels[p];
            }
        }
        return Matrix.of(across * height, line, places);
    }
}
