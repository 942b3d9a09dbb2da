package org.industrialmind.foundations.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Takes places that are far away together, as one place of their number (Barnes and Hut 1986, Nature 324). */
final class Quadtree implements Repulsion {
    private static final int DEEPEST = 48; // halvings: places nearer than that are one

    private final double angle;

    Quadtree(double angle) {
        this.angle = angle;
    }

    @Override
    public double of(double[] places, double[] pushes) {
        Cells cells = new Cells(places);
        int n = places.length / 2;
        double[] sums = new double[n];
        IntStream.range(0, n).parallel().forEach(r -> sums[r] = cells.push(r, pushes) - 1); // without itself
        return Arrays.stream(sums).sum();
    }

    /** Cells in arrays; the four quarters of a cell lie together, 0 stands for none. */
    private final class Cells {
        private final double[] places;
        private int size = 1;
        private int[] quarters;
        private int[] counts;
        private double[] sumX;
        private double[] sumY;
        private double[] widths;

        Cells(double[] places) {
            this.places = places;
            int room = 2 * places.length + 16;
            quarters = new int[room];
            counts = new int[room];
            sumX = new double[room];
            sumY = new double[room];
            widths = new double[room];
            double lowX = Double.POSITIVE_INFINITY;
            double lowY = Double.POSITIVE_INFINITY;
            double highX = Double.NEGATIVE_INFINITY;
            double highY = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < places.length; i += 2) {
                lowX = Math.min(lowX, places[i]);
                highX = Math.max(highX, places[i]);
                lowY = Math.min(lowY, places[i + 1]);
                highY = Math.max(highY, places[i + 1]);
            }
            widths[0] = Math.max(highX - lowX, highY - lowY);
            for (int i = 0; i < places.length; i += 2) {
                insert(places[i], places[i + 1], (lowX + highX) / 2, (lowY + highY) / 2);
            }
        }

        private void insert(double x, double y, double middleX, double middleY) {
            int cell = 0;
            double cx = middleX;
            double cy = middleY;
            for (int depth = 0; ; depth++) {
                double beforeX = counts[cell] == 0 ? x : sumX[cell] / counts[cell];
                double beforeY = counts[cell] == 0 ? y : sumY[cell] / counts[cell];
                boolean one = quarters[cell] == 0 && (beforeX == x && beforeY == y || depth == DEEPEST);
                if (quarters[cell] == 0 && !one) { // a leaf with another place: it moves down
                    divide(cell);
                    int moved = quarters[cell] + quarter(beforeX, beforeY, cx, cy);
                    counts[moved] = counts[cell];
                    sumX[moved] = sumX[cell];
                    sumY[moved] = sumY[cell];
                }
                counts[cell]++;
                sumX[cell] += x;
                sumY[cell] += y;
                if (one) {
                    return;
                }
                double step = widths[cell] / 4;
                int quarter = quarter(x, y, cx, cy);
                cell = quarters[cell] + quarter;
                cx += (quarter & 1) == 0 ? -step : step;
                cy += (quarter & 2) == 0 ? -step : step;
            }
        }

        private static int quarter(double x, double y, double cx, double cy) {
            return (x < cx ? 0 : 1) + (y < cy ? 0 : 2);
        }

        private void divide(int cell) {
            if (size + 4 > counts.length) {
                int room = 2 * counts.length;
                quarters = Arrays.copyOf(quarters, room);
                counts = Arrays.copyOf(counts, room);
                sumX = Arrays.copyOf(sumX, room);
                sumY = Arrays.copyOf(sumY, room);
                widths = Arrays.copyOf(widths, room);
            }
            quarters[cell] = size;
            Arrays.fill(widths, size, size + 4, widths[cell] / 2);
            size += 4;
        }

        /** Writes the push on a place; returns the sum of q, itself counted as 1. */
        double push(int r, double[] pushes) {
            int[] waiting = new int[3 * DEEPEST + 8];
            int waits = 1;
            double sum = 0;
            double x = 0;
            double y = 0;
            while (waits > 0) {
                int cell = waiting[--waits];
                double dx = places[2 * r] - sumX[cell] / counts[cell];
                double dy = places[2 * r + 1] - sumY[cell] / counts[cell];
                double squared = dx * dx + dy * dy;
                int first = quarters[cell];
                if (first == 0 || widths[cell] * widths[cell] < angle * angle * squared) {
                    double q = 1 / (1 + squared);
                    sum += counts[cell] * q;
                    x += counts[cell] * q * q * dx;
                    y += counts[cell] * q * q * dy;
                    continue;
                }
                for (int c = first; c < first + 4; c++) {
                    if (counts[c] > 0) {
                        waiting[waits++] = c;
                    }
                }
            }
            pushes[2 * r] = x;
            pushes[2 * r + 1] = y;
            return sum;
        }
    }
}
