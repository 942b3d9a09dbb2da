package org.industrialmind.simulator.machine;

import java.util.Arrays;

/** What is really so at each measuring point of one machine, before any instrument has looked at it. */
public final class Truth {
    private final double[] values;
    private final double[] unrest;

    public Truth(int channels) {
        this.values = new double[channels];
        this.unrest = new double[channels];
        Arrays.fill(unrest, 1);
    }

    void put(Tag tag, double value) {
        values[tag.ordinal()] = value;
    }

    void put(Tag tag, double value, double roughness) {
        values[tag.ordinal()] = value;
        unrest[tag.ordinal()] = roughness;
    }

    public double value(int channel) {
        return values[channel];
    }

    /** Returns by how much the process itself is rougher than in quiet operation: a factor on the noise. */
    public double unrest(int channel) {
        return unrest[channel];
    }
}
