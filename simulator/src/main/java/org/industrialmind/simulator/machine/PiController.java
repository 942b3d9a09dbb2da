package org.industrialmind.simulator.machine;

/**
 * A proportional-integral controller with limits, which stops integrating where the limit is already reached, and an
 * actuator that moves at most five percent of its range a second.
 *
 * @see "Astrom and Hagglund 2006, Advanced PID Control, chapter 3 (conditional integration)"
 */
final class PiController {
    private static final double RATE = 0.05; // of the range, a second

    private final double gain;
    private final double integralTime;
    private final double low;
    private final double high;
    private double integral;
    private double output;

    /** @param integralTime in seconds */
    PiController(double gain, double integralTime, double low, double high) {
        this.gain = gain;
        this.integralTime = integralTime;
        this.low = low;
        this.high = high;
        this.integral = low;
    }

    /** Returns the position of the actuator one second later, for an error as a share of the measuring range. */
    double act(double error) {
        double wanted = gain * error + integral;
        boolean pushesOut = wanted > high && error > 0 || wanted < low && error < 0;
        if (!pushesOut) {
            integral += gain * error / integralTime;
        }
        return move(Math.clamp(wanted, low, high));
    }

    /** Runs the actuator down to zero and forgets the past, as a stop command does. */
    double stop() {
        integral = low;
        return move(0);
    }

    /** Runs the actuator down to zero, to return to where it stood when the plant starts again. */
    double pause() {
        return move(0);
    }

    private double move(double target) {
        output += Math.clamp(target - output, -RATE * high, RATE * high);
        return output;
    }
}
