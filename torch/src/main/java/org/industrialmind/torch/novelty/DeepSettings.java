package org.industrialmind.torch.novelty;

import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.torch.nn.FitSettings;
import org.industrialmind.torch.nn.Schedule;

/**
 * How a network is fitted to normal windows.
 *
 * @param epochs the most passes over the windows
 * @param patience epochs without a better held-out loss after which the fit ends
 * @param learningRate at its highest
 * @param windows the most that are learned from; of more, some are taken evenly
 */
public record DeepSettings(int epochs, int patience, double learningRate, int windows) {
    private static final int BATCH = 64;
    private static final double CLIP = 1;
    private static final double WARM_UP = 0.1; // of the steps

    /** @throws IllegalArgumentException if a number is not positive */
    public DeepSettings {
        if (epochs < 1 || patience < 1 || !(learningRate > 0) || windows < 1) {
            throw new IllegalArgumentException("epochs " + epochs + ", patience " + patience + ", learning rate "
                    + learningRate + ", windows " + windows + ": expected every one above zero");
        }
    }

    /** Returns the house settings, for networks of some ten thousand weights. */
    public static DeepSettings defaults() {
        return new DeepSettings(30, 6, 4e-3, 3000);
    }

    FitSettings fit() {
        return new FitSettings(epochs, BATCH, learningRate, patience, CLIP).withSchedule(new Schedule.Cosine(WARM_UP));
    }

    int batch() {
        return BATCH;
    }

    Map<String, String> described() {
        return new TreeMap<>(Map.of(
                "epochs", Integer.toString(epochs),
                "patience", Integer.toString(patience),
                "learningRate", Double.toString(learningRate),
                "windows", Integer.toString(windows)));
    }
}
