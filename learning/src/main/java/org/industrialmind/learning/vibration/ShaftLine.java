package org.industrialmind.learning.vibration;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.foundations.spectrum.Goertzel;

/**
 * What a block holds of one multiple of the shaft's speed. Unbalance shows at 1x with a steady phase, misalignment at 2x,
 * looseness at many.
 *
 * @param order multiple of the speed
 * @param acceleration amplitude, m/s2
 * @param velocity amplitude, mm/s
 * @param phase of the cosine of the acceleration at the first reading, in radians from -pi to pi; only differences between
 *     sensors read at once, or to a key mark on the shaft, mean something
 */
public record ShaftLine(int order, double acceleration, double velocity, double phase) {
    /**
     * Measures 1x, 2x and so on, over as many whole revolutions as the block holds: then every line has whole periods and
     * none leaks into another.
     *
     * @param count how many multiples
     * @throws IllegalStateException if the speed of the shaft is not known
     * @throws IllegalArgumentException if the block holds no whole revolution, or a multiple lies above half the rate
     */
    public static List<ShaftLine> of(Waveform block, int count) {
        double speed = block.requireShaftSpeed();
        double revolutions = Math.floor(block.seconds() * speed + 1e-9);
        if (revolutions < 1) {
            throw new IllegalArgumentException("a block of " + block.seconds() + " s at " + speed
                    + " revolutions per second holds no whole one: take a longer block");
        }
        int whole = Math.min(block.size(), (int) Math.round(revolutions / speed * block.rate()));
        double[] readings = block.part(0, whole).accelerations();
        List<ShaftLine> lines = new ArrayList<>();
        for (int order = 1; order <= count; order++) {
            Goertzel line = Goertzel.of(readings, order * speed, block.rate());
            double velocity = 1000 * line.amplitude() / (2 * Math.PI * order * speed); // mm
            lines.add(new ShaftLine(order, line.amplitude(), velocity, line.phase()));
        }
        return lines;
    }
}
