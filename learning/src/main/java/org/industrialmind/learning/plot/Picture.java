package org.industrialmind.learning.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.industrialmind.foundations.algebra.Matrix;

/** A grey picture, black at 0 and white at 1. */
public final class Picture implements Plot {
    private final Matrix brightness;
    private final int zoom;

    private Picture(Matrix brightness, int zoom) {
        this.brightness = brightness;
        this.zoom = zoom;
    }

    /**
     * Makes a picture of brightnesses; what lies outside [0, 1] is shown as the nearer end.
     *
     * @param zoom how many dots wide and high each value is drawn
     */
    public static Picture of(Matrix brightness, int zoom) {
        if (zoom < 1) {
            throw new IllegalArgumentException("zoom is " + zoom + ": expected at least 1");
        }
        return new Picture(brightness.requireFinite(), zoom);
    }

    @Override
    public String ending() {
        return "png";
    }

    @Override
    public byte[] bytes() {
        int width = brightness.columns() * zoom;
        int height = brightness.rows() * zoom;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = Math.clamp(brightness.get(y / zoom, x / zoom), 0, 1);
                image.getRaster().setSample(x, y, 0, (int) Math.round(255 * value));
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
