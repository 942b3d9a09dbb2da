package org.industrialmind.torch.anomaly;

import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.FalseAlarmBudget;
import org.industrialmind.torch.nn.FitSettings;

/**
 * How an autoencoder is built, fitted and calibrated.
 *
 * @param steps into how many means of consecutive rows a window is reduced; fewer steps, less noise
 * @param hidden width of the outer layers
 * @param bottleneck width of the middle: numbers a window for the dense, filters for the convolutional architecture
 */
public record AutoencoderSettings(
        Architecture architecture,
        int steps,
        int hidden,
        int bottleneck,
        FitSettings fit,
        BaselineSettings baseline,
        FalseAlarmBudget budget) {
    /** @throws IllegalArgumentException if there are fewer than 4 steps or a width is not positive */
    public AutoencoderSettings {
        if (steps < 4 || hidden < 1 || bottleneck < 1) {
            throw new IllegalArgumentException("autoencoder of " + steps + " steps, hidden width " + hidden
                    + " and bottleneck " + bottleneck + " is not valid: expected at least 4 steps and widths from 1");
        }
    }

    /** Returns the house settings of an architecture; see the benchmark beside the tests for what they cost. */
    public static AutoencoderSettings of(Architecture architecture) {
        FitSettings fit = FitSettings.defaults();
        BaselineSettings baseline = BaselineSettings.defaults();
        FalseAlarmBudget budget = FalseAlarmBudget.defaults();
        return switch (architecture) {
            case DENSE -> new AutoencoderSettings(architecture, 10, 64, 8, fit, baseline, budget);
            case CONVOLUTIONAL -> new AutoencoderSettings(architecture, 30, 16, 4, fit, baseline, budget);
        };
    }

    public AutoencoderSettings withFit(FitSettings other) {
        return new AutoencoderSettings(architecture, steps, hidden, bottleneck, other, baseline, budget);
    }

    public AutoencoderSettings withBudget(FalseAlarmBudget other) {
        return new AutoencoderSettings(architecture, steps, hidden, bottleneck, fit, baseline, other);
    }

    /** Returns every setting by name, for the provenance. */
    Map<String, String> asText() {
        Map<String, String> text = new TreeMap<>();
        text.put("architecture", architecture.name());
        text.put("steps", Integer.toString(steps));
        text.put("hidden", Integer.toString(hidden));
        text.put("bottleneck", Integer.toString(bottleneck));
        text.put("fit", fit.toString());
        text.put("baseline", baseline.toString());
        text.put("budget", budget.toString());
        return text;
    }
}
