package org.industrialmind.app.training;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.FalseAlarmBudget;
import org.industrialmind.learning.anomaly.PcaFormat;
import org.industrialmind.learning.anomaly.PcaSettings;
import org.industrialmind.learning.anomaly.PcaTrainer;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.torch.anomaly.Architecture;
import org.industrialmind.torch.anomaly.AutoencoderFormat;
import org.industrialmind.torch.anomaly.AutoencoderSettings;
import org.industrialmind.torch.anomaly.AutoencoderTrainer;

/** The kinds of detector that can be trained here, by the name that users give. */
public enum DetectorKind {
    PCA("pca"),
    DENSE_AUTOENCODER("dense-autoencoder"),
    CONVOLUTIONAL_AUTOENCODER("convolutional-autoencoder");

    private final String code;

    DetectorKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException if there is no such kind; the message lists them */
    public static DetectorKind parse(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no detector '" + code + "'; next: use one of "
                        + Arrays.stream(values()).map(DetectorKind::code).collect(Collectors.joining(", "))));
    }

    /** Returns the formats of all kinds: what this program can read back. */
    public static List<DetectorFormat> formats() {
        return Arrays.stream(values()).map(DetectorKind::format).toList();
    }

    /** Returns a trainer with the kind's default settings. */
    public Trainer<WindowSet, ? extends AnomalyDetector> trainer(InstantSource clock) {
        return trainer(clock, FalseAlarmBudget.defaults());
    }

    /** Returns a trainer with the kind's default settings but for the budget that its limits are set by. */
    public Trainer<WindowSet, ? extends AnomalyDetector> trainer(InstantSource clock, FalseAlarmBudget budget) {
        return switch (this) {
            case PCA -> new PcaTrainer(withBudget(PcaSettings.defaults(), budget), clock);
            case DENSE_AUTOENCODER ->
                new AutoencoderTrainer(
                        AutoencoderSettings.of(Architecture.DENSE).withBudget(budget), clock);
            case CONVOLUTIONAL_AUTOENCODER ->
                new AutoencoderTrainer(
                        AutoencoderSettings.of(Architecture.CONVOLUTIONAL).withBudget(budget), clock);
        };
    }

    private static PcaSettings withBudget(PcaSettings settings, FalseAlarmBudget budget) {
        return new PcaSettings(settings.baseline(), settings.variance(), settings.holdOut(), budget);
    }

    public DetectorFormat format() {
        return switch (this) {
            case PCA -> new PcaFormat();
            case DENSE_AUTOENCODER -> new AutoencoderFormat(Architecture.DENSE);
            case CONVOLUTIONAL_AUTOENCODER -> new AutoencoderFormat(Architecture.CONVOLUTIONAL);
        };
    }
}
