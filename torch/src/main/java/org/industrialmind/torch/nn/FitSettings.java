package org.industrialmind.torch.nn;

/**
 * How a network is fitted.
 *
 * @param epochs the most passes over the examples
 * @param batch examples in a step
 * @param learningRate of Adam
 * @param patience epochs without a better held-out loss after which fitting ends
 * @param clip the most that the norm of the gradient may be
 */
public record FitSettings(int epochs, int batch, double learningRate, int patience, double clip) {
    /** @throws IllegalArgumentException if a setting is not positive */
    public FitSettings {
        if (epochs < 1 || batch < 1 || !(learningRate > 0) || patience < 1 || !(clip > 0)) {
            throw new IllegalArgumentException("fit settings are not valid: epochs " + epochs + ", batch " + batch
                    + ", learning rate " + learningRate + ", patience " + patience + ", clip " + clip
                    + "; expected every one above zero");
        }
    }

    /** Returns settings that suit small networks: Adam's usual 1e-3, batches of 64, at most 40 epochs. */
    public static FitSettings defaults() {
        return new FitSettings(40, 64, 1e-3, 5, 1.0);
    }
}
