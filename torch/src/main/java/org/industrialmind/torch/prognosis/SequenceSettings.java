package org.industrialmind.torch.prognosis;

/**
 * How a sequence model is made.
 *
 * @param steps of a course; a multiple of 4
 * @param rows of the run in one step: their mean is what the step shows of a sensor
 * @param width of the network
 * @param stride rows of the run from one example to the next
 * @param epochs the most passes over the examples
 * @param batch examples in a step of the fit
 * @param learningRate at its highest
 */
public record SequenceSettings(int steps, int rows, int width, int stride, int epochs, int batch, double learningRate) {
    /** @throws IllegalArgumentException if a number is too small, or the steps are no multiple of 4 */
    public SequenceSettings {
        if (steps < 4 || steps % 4 != 0 || rows < 1 || width < 4 || width % 4 != 0 || stride < 1) {
            throw new IllegalArgumentException("steps " + steps + ", rows " + rows + ", width " + width + ", stride "
                    + stride + ": expected steps and width in multiples of 4, rows and stride from 1");
        }
    }

    /** Seventy rows of history in twelve steps, for networks of some ten thousand parameters. */
    public static SequenceSettings defaults() {
        return new SequenceSettings(12, 6, 32, 8, 12, 64, 4e-3);
    }

    public SequenceSettings withEpochs(int most) {
        return new SequenceSettings(steps, rows, width, stride, most, batch, learningRate);
    }
}
