package org.industrialmind.foundations.spectrum;

import java.util.Arrays;

/**
 * Stockham's self-sorting transform of a length that is a product of small numbers.
 *
 * <p>One pass of radix p takes n = p m values at stride s and writes
 *
 * <pre>y[k + s (p q + j)] = w^(s q j) * sum over r of x[k + s (q + m r)] v^(r j),   w = exp(-2 pi i / N), v = exp(-2 pi i / p)
 * </pre>
 *
 * for q in [0, m), j in [0, p), k in [0, s); then p s takes the place of s and m that of n. The output of each pass lies
 * where the next wants it, so nothing is ever shuffled by reversed digits; the price is a second array.
 */
final class MixedRadix implements Fourier.Plan {
    static final int LARGEST_RADIX = 13; // a general pass costs p squared; from about 17 on the chirp is cheaper

    private final int length;
    private final int[] factors;
    private final double[] cos;
    private final double[] sin; // of exp(-2 pi i k / n), so with the sign of the forward transform

    MixedRadix(int length, int[] factors) {
        this.length = length;
        this.factors = factors;
        cos = new double[length];
        sin = new double[length];
        for (int k = 0; k < length; k++) {
            cos[k] = Fourier.cos(k, length);
            sin[k] = -Fourier.sin(k, length);
        }
    }

    /** Returns fours, then at most one two, then the odd primes in ascending order. */
    static int[] factors(int length) {
        int[] found = new int[32];
        int count = 0;
        int rest = length;
        while (rest % 4 == 0) {
            found[count++] = 4;
            rest /= 4;
        }
        for (int prime = 2; (long) prime * prime <= rest; prime++) {
            while (rest % prime == 0) {
                found[count++] = prime;
                rest /= prime;
            }
        }
        if (rest > 1) {
            found[count++] = rest;
        }
        return Arrays.copyOf(found, count);
    }

    @Override
    public void forward(double[] re, double[] im) {
        double[] fromRe = re;
        double[] fromIm = im;
        double[] toRe = new double[length];
        double[] toIm = new double[length];
        int m = length;
        int s = 1;
        for (int p : factors) {
            m /= p;
            switch (p) {
                case 2 -> two(m, s, fromRe, fromIm, toRe, toIm);
                case 3 -> three(m, s, fromRe, fromIm, toRe, toIm);
                case 4 -> four(m, s, fromRe, fromIm, toRe, toIm);
                default -> any(p, m, s, fromRe, fromIm, toRe, toIm);
            }
            s *= p;
            double[] swapRe = fromRe;
            double[] swapIm = fromIm;
            fromRe = toRe;
            fromIm = toIm;
            toRe = swapRe;
            toIm = swapIm;
        }
        if (fromRe != re) {
            System.arraycopy(fromRe, 0, re, 0, length);
            System.arraycopy(fromIm, 0, im, 0, length);
        }
    }

    private void two(int m, int s, double[] xr, double[] xi, double[] yr, double[] yi) {
        for (int q = 0; q < m; q++) {
            double c = cos[s * q];
            double d = sin[s * q];
            for (int k = 0; k < s; k++) {
                int a = k + s * q;
                int b = a + s * m;
                int y = k + s * 2 * q;
                double dr = xr[a] - xr[b];
                double di = xi[a] - xi[b];
                yr[y] = xr[a] + xr[b];
                yi[y] = xi[a] + xi[b];
                yr[y + s] = c * dr - d * di;
                yi[y + s] = c * di + d * dr;
            }
        }
    }

    private void three(int m, int s, double[] xr, double[] xi, double[] yr, double[] yi) {
        double half = Math.sqrt(3) / 2;
        for (int q = 0; q < m; q++) {
            int w = s * q;
            for (int k = 0; k < s; k++) {
                int a = k + s * q;
                int b = a + s * m;
                int c = b + s * m;
                int y = k + s * 3 * q;
                double sumR = xr[b] + xr[c];
                double sumI = xi[b] + xi[c];
                double midR = xr[a] - sumR / 2;
                double midI = xi[a] - sumI / 2;
                double turnR = half * (xi[b] - xi[c]); // -i half (b - c)
                double turnI = -half * (xr[b] - xr[c]);
                yr[y] = xr[a] + sumR;
                yi[y] = xi[a] + sumI;
                put(yr, yi, y + s, w, midR + turnR, midI + turnI);
                put(yr, yi, y + 2 * s, 2 * w, midR - turnR, midI - turnI);
            }
        }
    }

    private void four(int m, int s, double[] xr, double[] xi, double[] yr, double[] yi) {
        for (int q = 0; q < m; q++) {
            int w = s * q;
            for (int k = 0; k < s; k++) {
                int a = k + s * q;
                int b = a + s * m;
                int c = b + s * m;
                int d = c + s * m;
                int y = k + s * 4 * q;
                double evenR = xr[a] + xr[c];
                double evenI = xi[a] + xi[c];
                double awayR = xr[a] - xr[c];
                double awayI = xi[a] - xi[c];
                double oddR = xr[b] + xr[d];
                double oddI = xi[b] + xi[d];
                double turnR = xi[b] - xi[d]; // -i (b - d)
                double turnI = xr[d] - xr[b];
                yr[y] = evenR + oddR;
                yi[y] = evenI + oddI;
                put(yr, yi, y + s, w, awayR + turnR, awayI + turnI);
                put(yr, yi, y + 2 * s, 2 * w, evenR - oddR, evenI - oddI);
                put(yr, yi, y + 3 * s, 3 * w, awayR - turnR, awayI - turnI);
            }
        }
    }

    private void any(int p, int m, int s, double[] xr, double[] xi, double[] yr, double[] yi) {
        int root = length / p;
        for (int q = 0; q < m; q++) {
            for (int k = 0; k < s; k++) {
                int x = k + s * q;
                int y = k + s * p * q;
                for (int j = 0; j < p; j++) {
                    double sumR = 0;
                    double sumI = 0;
                    for (int r = 0; r < p; r++) {
                        int v = r * j % p * root;
                        int at = x + s * m * r;
                        sumR += cos[v] * xr[at] - sin[v] * xi[at];
                        sumI += cos[v] * xi[at] + sin[v] * xr[at];
                    }
                    put(yr, yi, y + s * j, s * q * j, sumR, sumI);
                }
            }
        }
    }

    private void put(double[] yr, double[] yi, int at, int w, double r, double i) {
        yr[at] = cos[w] * r - sin[w] * i;
        yi[at] = cos[w] * i + sin[w] * r;
    }
}
