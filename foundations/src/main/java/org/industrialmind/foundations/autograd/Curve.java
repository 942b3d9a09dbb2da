package org.industrialmind.foundations.autograd;

/**
 * A function of one number and its slope; the slope may use the value already computed. One class with a switch and not one
 * class for each kind, so that the loop over the values calls nothing.
 *
 * @param parameter a factor or an exponent, for the kinds that have one
 * @param shift what a line adds
 */
record Curve(Kind kind, double parameter, double shift) {
    enum Kind {
        LINE,
        POWER,
        SQUARE,
        EXP,
        LOG,
        TANH,
        SIGMOID,
        RELU,
        GELU,
        SOFTPLUS
    }

    static Curve line(double factor, double shift) {
        return new Curve(Kind.LINE, factor, shift);
    }

    static Curve power(double exponent) {
        return new Curve(Kind.POWER, exponent, 0);
    }

    static Curve of(Kind kind) {
        return new Curve(kind, 1, 0);
    }

    double value(double x) {
        return switch (kind) {
            case LINE -> parameter * x + shift;
            case POWER -> parameter == 0.5 ? Math.sqrt(x) : Math.pow(x, parameter);
            case SQUARE -> x * x;
            case EXP -> Math.exp(x);
            case LOG -> Math.log(x);
            case TANH -> Math.tanh(x);
            case SIGMOID -> sigmoid(x);
            case RELU -> x < 0 ? 0 : x; // NaN stays NaN
            case GELU -> x * NormalShares.below(x);
            case SOFTPLUS -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
        };
    }

    double slope(double x, double y) {
        return switch (kind) {
            case LINE -> parameter;
            case POWER -> parameter == 0.5 ? 0.5 / y : parameter * Math.pow(x, parameter - 1);
            case SQUARE -> 2 * x;
            case EXP -> y;
            case LOG -> 1 / x;
            case TANH -> 1 - y * y;
            case SIGMOID -> y * (1 - y);
            case RELU -> x > 0 ? 1 : 0;
            case GELU -> NormalShares.below(x) + x * NormalShares.density(x);
            case SOFTPLUS -> sigmoid(x);
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x)); // far left e^-x is infinite and the quotient 0, as it should be
    }
}
