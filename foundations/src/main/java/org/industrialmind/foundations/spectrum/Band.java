package org.industrialmind.foundations.spectrum;

/** Which frequencies a filter lets through, in the unit of the sampling rate. */
public sealed interface Band {
    /** Lets through what is slower. */
    record LowPass(double edge) implements Band {
        public LowPass {
            requireEdges(0, edge);
        }
    }

    /** Lets through what is faster. */
    record HighPass(double edge) implements Band {
        public HighPass {
            requireEdges(0, edge);
        }
    }

    /** Lets through what lies between. */
    record BandPass(double low, double high) implements Band {
        public BandPass {
            requireEdges(low, high);
            requireEdges(0, low);
        }
    }

    /** Lets through what lies outside. */
    record BandStop(double low, double high) implements Band {
        public BandStop {
            requireEdges(low, high);
            requireEdges(0, low);
        }
    }

    /** Returns the highest edge. */
    default double top() {
        return switch (this) {
            case LowPass band -> band.edge();
            case HighPass band -> band.edge();
            case BandPass band -> band.high();
            case BandStop band -> band.high();
        };
    }

    /**
     * Returns this band.
     *
     * @throws IllegalArgumentException unless all edges lie below half the rate
     */
    default Band requireBelow(double rate) {
        Signals.requireRate(rate);
        if (!(2 * top() < rate)) {
            throw new IllegalArgumentException(
                    "an edge at " + top() + " with a sampling rate of " + rate + ": expected less than half the rate");
        }
        return this;
    }

    private static void requireEdges(double low, double high) {
        if (!(low < high) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "edges at " + low + " and " + high + ": expected positive, finite, rising frequencies");
        }
    }
}
