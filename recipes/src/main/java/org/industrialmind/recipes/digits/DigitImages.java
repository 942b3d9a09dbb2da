package org.industrialmind.recipes.digits;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * Small grey images and the digit that each shows, from a pair of gzipped IDX files.
 *
 * <p>An IDX file is a magic number (2051 for images, 2049 for labels), the sizes as big-endian ints, and a byte for each value
 * [1]. The bytes are kept as they are, a double for each would be eight times the memory, and become brightnesses in [0, 1]
 * a batch at a time.
 *
 * <ol>
 *   <li>LeCun, Bottou, Bengio and Haffner 1998, Gradient-based learning applied to document recognition, Proc. IEEE 86(11).
 * </ol>
 */
final class DigitImages {
    static final int CLASSES = 10;
    private static final int IMAGES_MAGIC = 2051;
    private static final int LABELS_MAGIC = 2049;
    private static final int LONGEST_SIDE = 1024; // a header that says more is not of digits
    private static final double WHITE = 255;

    private final byte[] pixels;
    private final int[] labels;
    private final int height;
    private final int width;

    private DigitImages(byte[] pixels, int[] labels, int height, int width) {
        this.pixels = pixels;
        this.labels = labels;
        this.height = height;
        this.width = width;
    }

    /** @throws IOException if a file is cut off or is not what its name says; the message says which */
    static DigitImages read(Path imageFile, Path labelFile) throws IOException {
        try (DataInputStream images = open(imageFile, IMAGES_MAGIC);
                DataInputStream labels = open(labelFile, LABELS_MAGIC)) {
            int count = images.readInt();
            int height = side(imageFile, images.readInt());
            int width = side(imageFile, images.readInt());
            int labelled = labels.readInt();
            if (count != labelled || count < 1) {
                throw new IOException(imageFile + " has " + count + " images and " + labelFile + " " + labelled
                        + " labels: expected as many of each, and at least one");
            }
            byte[] pixels = exactly(images, imageFile, Math.multiplyExact(count, height * width));
            byte[] digits = exactly(labels, labelFile, count);
            int[] shown = new int[count];
            for (int i = 0; i < count; i++) {
                shown[i] = digits[i] & 0xff;
                if (shown[i] >= CLASSES) {
                    throw new IOException("label " + i + " in " + labelFile + " is " + shown[i] + ": expected 0 to 9");
                }
            }
            return new DigitImages(pixels, shown, height, width);
        } catch (EOFException e) {
            throw new IOException(imageFile + " or " + labelFile + " ends within its header", e);
        }
    }

    private static DataInputStream open(Path file, int magic) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            DataInputStream data = new DataInputStream(new GZIPInputStream(bytes, 1 << 16));
            int seen = data.readInt();
            if (seen != magic) {
                throw new IOException(file + " begins with " + seen + ": expected " + magic + " of an IDX file");
            }
            return data;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static int side(Path file, int length) throws IOException {
        if (length < 1 || length > LONGEST_SIDE) {
            throw new IOException(file + " has images with a side of " + length + ": expected 1 to " + LONGEST_SIDE);
        }
        return length;
    }

    private static byte[] exactly(InputStream data, Path file, int count) throws IOException {
        byte[] bytes = data.readNBytes(count);
        if (bytes.length < count) {
            throw new IOException(file + " ends after " + bytes.length + " of " + count + " values");
        }
        return bytes;
    }

    int size() {
        return labels.length;
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    int label(int image) {
        return labels[image];
    }

    /** Returns all labels; a copy. */
    int[] labels() {
        return labels.clone();
    }

    /** Returns the images from one place to before another. */
    DigitImages slice(int from, int to) {
        int size = height * width;
        return new DigitImages(
                Arrays.copyOfRange(pixels, from * size, to * size),
                Arrays.copyOfRange(labels, from, to),
                height,
                width);
    }

    double brightness(int image, int row, int column) {
        return (pixels[(image * height + row) * width + column] & 0xff) / WHITE;
    }

    /** Returns brightnesses. Shape: [image, pixel], row after row. */
    Tensor tensor(int... images) {
        return Tensor.of(brightnesses(images), images.length, height * width);
    }

    /** Returns the brightnesses of all. Shape: [image, pixel], row after row. */
    Matrix matrix() {
        int[] all = new int[size()];
        Arrays.setAll(all, i -> i);
        return Matrix.of(size(), height * width, brightnesses(all));
    }

    private double[] brightnesses(int[] images) {
        int size = height * width;
        double[] values = new double[images.length * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (pixels[images[i / size] * size + i % size] & 0xff) / WHITE;
        }
        return values;
    }
}
