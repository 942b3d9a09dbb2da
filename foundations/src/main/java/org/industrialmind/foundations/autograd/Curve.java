package org.industrialmind.foundations.autograd;

import org.industrialmind.foundations.statistics.Normal;

/** A function of one number and its slope; the slope may use the value already computed. */
sealed interface Curve {
    double value(double x);

    double slope(double x, double y);

    record Line(double factor, double shift) implements Curve {
        @Override
        public double value(double x) {
            return factor * x + shift;
        }

        @Override
        public double slope(double x, double y) {
            return factor;
        }
    }

    record Power(double exponent) implements Curve {
        @Override
        public double value(double x) {
            return exponent == 0.5 ? Math.sqrt(x) : Math.pow(x, exponent);
        }

        @Override
        public double slope(double x, double y) {
            return exponent == 0.5 ? 0.5 / y : exponent * Math.pow(x, exponent - 1);
        }
    }

    enum Named implements Curve {
        SQUARE {
            @Override
            public double value(double x) {
                return x * x;
            }

            @Override
            public double slope(double x, double y) {
                return 2 * x;
            }
        },
        EXP {
            @Override
            public double value(double x) {
                return Math.exp(x);
            }

            @Override
            public double slope(double x, double y) {
                return y;
            }
        },
        LOG {
            @Override
            public double value(double x) {
                return Math.log(x);
            }

            @Override
            public double slope(double x, double y) {
                return 1 / x;
            }
        },
        TANH {
            @Override
            public double value(double x) {
                return Math.tanh(x);
            }

            @Override
            public double slope(double x, double y) {
                return 1 - y * y;
            }
        },
        SIGMOID {
            @Override
            public double value(double x) {
                return 1 / (1 + Math.exp(-x)); // far left e^-x is infinite and the quotient 0, as it should be
            }

            @Override
            public double slope(double x, double y) {
                return y * (1 - y);
            }
        },
        RELU {
            @Override
            public double value(double x) {
                return x < 0 ? 0 : x; // NaN stays NaN
            }

            @Override
            public double slope(double x, double y) {
                return x > 0 ? 1 : 0;
            }
        },
        GELU {
            private static final double PEAK = 1 / Math.sqrt(2 * Math.PI); // of the normal density

            @Override
            public double value(double x) {
                return x * Normal.cdf(x);
            }

            @Override
            public double slope(double x, double y) {
                return Normal.cdf(x) + x * PEAK * Math.exp(-x * x / 2);
            }
        },
        SOFTPLUS {
            @Override
            public double value(double x) {
                return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            }

            @Override
            public double slope(double x, double y) {
                return SIGMOID.value(x);
            }
        }
    }
}
