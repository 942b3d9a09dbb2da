package org.industrialmind.recipes.forecasting;

import java.util.function.UnaryOperator;

/** Learns from windows to say all steps ahead at once. */
interface WindowLearner {
    /**
     * What was learned.
     *
     * @param says the steps ahead for a window. Shape: [lag] -> [step]
     * @param deviations the root of the mean squared error of each step on windows not learned from. Shape: [step]
     */
    record Learned(UnaryOperator<double[]> says, double[] deviations) {}

    /**
     * Learns from the early windows; the late ones come after them and tell how far off the answers are.
     */
    Learned learn(Windows early, Windows late);

    /** Returns how far answers are off on windows, by step. */
    static double[] deviations(UnaryOperator<double[]> says, Windows windows) {
        double[] squares = new double[windows.targets().getFirst().length];
        for (int w = 0; w < windows.size(); w++) {
            double[] said = says.apply(windows.inputs().get(w));
            double[] came = windows.targets().get(w);
            for (int step = 0; step < squares.length; step++) {
                squares[step] += (said[step] - came[step]) * (said[step] - came[step]) / windows.size();
            }
        }
        for (int step = 0; step < squares.length; step++) {
            squares[step] = Math.sqrt(squares[step]);
        }
        return squares;
    }
}
