package org.industrialmind.foundations.spectrum;

import java.util.ArrayList;
import java.util.List;

/**
 * The design of the filter that is flattest where it passes: |H(w)|^2 = 1 / (1 + (w / edge)^(2 order)).
 *
 * <p>The poles of the analog low pass lie evenly on the left half of a circle. A change of variable turns it into any of
 * the four bands, and the bilinear transform s = 2 rate (z - 1) / (z + 1) brings it to sampled time; the edges are bent
 * beforehand so that they land where they were asked for. The result is a cascade of second-order sections: as one
 * polynomial, a filter of order 8 with low edges would lose all its digits in its own coefficients.
 *
 * <p>A band pass or stop of order n has 2 n poles.
 *
 * <ol>
 *   <li>Butterworth 1930, On the theory of filter amplifiers, Experimental Wireless 7.
 *   <li>Oppenheim and Schafer 2009, Discrete-Time Signal Processing, 3rd ed., section 7.2.
 * </ol>
 *
 * @param order poles of the low pass it comes from
 * @param band which frequencies pass; at the edges the amplitude is 1 / sqrt(2)
 */
public record Butterworth(int order, Band band) {
    private static final double REAL = 1e-9; // poles nearer to the real axis are on it, but for rounding

    /** @throws IllegalArgumentException unless the order is 1 to 20 */
    public Butterworth {
        if (order < 1 || order > 20) { // steeper ones ring for so long that a signal has no middle
            throw new IllegalArgumentException("a Butterworth filter of order " + order + ": expected 1 to 20");
        }
    }

    /**
     * Returns the filter for signals of a sampling rate.
     *
     * @param rate readings per unit of time
     * @throws IllegalArgumentException unless the edges lie below half the rate
     */
    public Sections design(double rate) {
        band.requireBelow(rate);
        List<Complex> poles = new ArrayList<>();
        for (int k = 0; k < order; k++) {
            Complex circle = Complex.turn(Math.PI * (2 * k + order + 1) / (2.0 * order));
            for (Complex analog : transformed(circle, rate)) {
                poles.add(bilinear(analog));
            }
        }
        return new Sections(sections(poles, rate));
    }

    /** Returns the poles that the band makes of one pole of the low pass with edge 1; time runs so that 2 rate = 1. */
    private List<Complex> transformed(Complex pole, double rate) {
        return switch (band) {
            case Band.LowPass(double edge) -> List.of(pole.times(bent(edge, rate)));
            case Band.HighPass(double edge) -> List.of(new Complex(bent(edge, rate), 0).over(pole));
            case Band.BandPass(double low, double high) ->
                split(pole.times((bent(high, rate) - bent(low, rate)) / 2), bent(low, rate) * bent(high, rate));
            case Band.BandStop(double low, double high) ->
                split(
                        new Complex((bent(high, rate) - bent(low, rate)) / 2, 0).over(pole),
                        bent(low, rate) * bent(high, rate));
        };
    }

    private static double bent(double edge, double rate) {
        return Math.tan(Math.PI * edge / rate);
    }

    /** Returns the solutions of s^2 - 2 half s + square = 0. */
    private static List<Complex> split(Complex half, double square) {
        Complex root = half.times(half).minus(new Complex(square, 0)).root();
        return List.of(half.plus(root), half.minus(root));
    }

    private static Complex bilinear(Complex s) {
        Complex one = new Complex(1, 0);
        return one.plus(s).over(one.minus(s));
    }

    private List<double[]> sections(List<Complex> poles, double rate) {
        List<double[]> sections = new ArrayList<>();
        List<Complex> real = new ArrayList<>();
        for (Complex pole : poles) {
            if (Math.abs(pole.im()) < REAL) {
                real.add(pole);
            } else if (pole.im() > 0) { // its conjugate is among the poles too
                sections.add(section(-2 * pole.re(), pole.re() * pole.re() + pole.im() * pole.im(), 2, rate));
            }
        }
        for (int i = 0; i + 1 < real.size(); i += 2) {
            double a = real.get(i).re();
            double b = real.get(i + 1).re();
            sections.add(section(-a - b, a * b, 2, rate));
        }
        if (real.size() % 2 == 1) {
            sections.add(section(-real.getLast().re(), 0, 1, rate));
        }
        return sections;
    }

    /** Returns b0, b1, b2, a1, a2 of a section with these poles, the zeros of the band and gain 1 where it passes. */
    private double[] section(double a1, double a2, int degree, double rate) {
        double centre = 2 * Math.atan(Math.sqrt(centreSquare(rate)));
        double[] zeros = switch (band) {
            case Band.LowPass low -> degree == 2 ? new double[] {1, 2, 1} : new double[] {1, 1, 0};
            case Band.HighPass high -> degree == 2 ? new double[] {1, -2, 1} : new double[] {1, -1, 0};
            case Band.BandPass pass -> new double[] {1, 0, -1};
            case Band.BandStop stop -> new double[] {1, -2 * Math.cos(centre), 1};
        };
        double reference = switch (band) {
            case Band.LowPass low -> 0;
            case Band.HighPass high -> Math.PI;
            case Band.BandPass pass -> centre;
            case Band.BandStop stop -> 0;
        };
        double gain = Sections.response(zeros[0], zeros[1], zeros[2], a1, a2, reference)
                .magnitude();
        return new double[] {zeros[0] / gain, zeros[1] / gain, zeros[2] / gain, a1, a2};
    }

    private double centreSquare(double rate) {
        return switch (band) {
            case Band.LowPass low -> 0;
            case Band.HighPass high -> 0;
            case Band.BandPass(double low, double high) -> bent(low, rate) * bent(high, rate);
            case Band.BandStop(double low, double high) -> bent(low, rate) * bent(high, rate);
        };
    }
}
