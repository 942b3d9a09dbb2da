package org.industrialmind.app.training;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.FalseAlarmBudget;
import org.industrialmind.learning.anomaly.GaussianDetector;
import org.industrialmind.learning.anomaly.GaussianFormat;
import org.industrialmind.learning.anomaly.GaussianSettings;
import org.industrialmind.learning.anomaly.GaussianTrainer;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.decision.DecisionSettings;
import org.industrialmind.learning.novelty.Aakr;
import org.industrialmind.learning.novelty.DynamicPca;
import org.industrialmind.learning.novelty.IsolationTrees;
import org.industrialmind.learning.novelty.LaggedDistance;
import org.industrialmind.learning.novelty.LinearForecast;
import org.industrialmind.learning.novelty.NearestPatch;
import org.industrialmind.learning.novelty.NoveltyFormat;
import org.industrialmind.learning.novelty.NoveltyMethod;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;
import org.industrialmind.learning.novelty.PatchMemory;
import org.industrialmind.learning.novelty.Pca;
import org.industrialmind.learning.novelty.RobustDistance;
import org.industrialmind.learning.novelty.StretchProfile;
import org.industrialmind.learning.prepared.PreparedFormat;
import org.industrialmind.learning.prepared.PreparedTrainer;
import org.industrialmind.learning.selection.BestDetector;
import org.industrialmind.learning.selection.BestFormat;
import org.industrialmind.learning.selection.BestTrainer;
import org.industrialmind.learning.selection.DetectorCandidate;
import org.industrialmind.learning.selection.EnsembleFormat;
import org.industrialmind.learning.selection.EnsembleTrainer;
import org.industrialmind.learning.selection.SelectionSettings;
import org.industrialmind.torch.imported.ImportedMethod;
import org.industrialmind.torch.imported.ImportedTrainer;
import org.industrialmind.torch.nn.Logbook;
import org.industrialmind.torch.novelty.AdversarialPair;
import org.industrialmind.torch.novelty.DeepNovelty;
import org.industrialmind.torch.novelty.FittedMethod;
import org.industrialmind.torch.novelty.PatchEmbedding;
import org.industrialmind.torch.novelty.WindowNetwork;

/** The kinds of detector that can be trained here, by the name that users give. */
public enum DetectorKind {
    /** Levels and restlessness together, of windows prepared by quality, physics and surroundings. */
    GAUSSIAN(new Prepared()),
    PCA(new Method(Pca.defaults())),
    DYNAMIC_PCA(new Method(DynamicPca.defaults())),
    LAGGED_DISTANCE(new Method(LaggedDistance.defaults())),
    LINEAR_FORECAST(new Method(LinearForecast.defaults())),
    ROBUST_DISTANCE(new Method(RobustDistance.defaults())),
    AAKR(new Method(Aakr.defaults())),
    NEAREST_PATCH(new Method(NearestPatch.defaults())),
    PATCH_MEMORY(new Method(PatchMemory.defaults())),
    MATRIX_PROFILE(new Method(StretchProfile.defaults())),
    ISOLATION_FOREST(new Method(IsolationTrees.defaults())),
    LSTM_FORECAST(new Method(DeepNovelty.of(WindowNetwork.LSTM_FORECAST))),
    LSTM_AUTOENCODER(new Method(DeepNovelty.of(WindowNetwork.LSTM_AUTOENCODER))),
    VARIATIONAL_AUTOENCODER(new Method(DeepNovelty.of(WindowNetwork.VARIATIONAL_AUTOENCODER))),
    TRANSFORMER_AUTOENCODER(new Method(DeepNovelty.of(WindowNetwork.TRANSFORMER_AUTOENCODER))),
    ADVERSARIAL_PAIR(new Method(AdversarialPair.defaults())),
    PATCH_EMBEDDING(new Method(PatchEmbedding.defaults())),
    DENSE_AUTOENCODER(new Method(DeepNovelty.of(WindowNetwork.DENSE_AUTOENCODER))),
    CONVOLUTIONAL_AUTOENCODER(new Method(DeepNovelty.of(WindowNetwork.CONVOLUTIONAL_AUTOENCODER))),
    /** A user's own network, of which only the limits are learned; see {@link ImportedTrainer}. */
    ONNX(new Method(ImportedMethod.reading())),
    /**
     * The prepared Gaussian under a policy with a promise to the fleet: of what is called abnormal, no more than a tenth is
     * false. For fleets whose operators hear too much; it finds fewer faults.
     */
    ENSEMBLE(new Promising()),
    /**
     * {@link #JOINT} under one policy: a window counts as far as the two that it surprises most agree. For recordings; two of
     * the three know nothing of the weather that machines of a plant stand in.
     */
    JOINED(new Joined()),
    /** Whichever of {@link #CANDIDATES} suits the machines, told from their normal windows and faults put into them. */
    BEST(new Contest());

    /** What {@link #BEST} chooses from: the simplest first, none that takes more than seconds to learn. */
    private static final List<DetectorKind> CANDIDATES =
            List.of(PCA, LAGGED_DISTANCE, LINEAR_FORECAST, AAKR, ISOLATION_FOREST, GAUSSIAN);

    /** What {@link #JOINED} joins: levels with restlessness, relations between channels, and how both go on in time. */
    private static final List<DetectorKind> JOINT = List.of(GAUSSIAN, PCA, LAGGED_DISTANCE);

    private static final double FALSE_SHARE = 0.1; // of what is called abnormal in a fleet

    /** What is behind a kind. */
    private sealed interface Source {}

    private record Method(NoveltyMethod method) implements Source {}

    private record Prepared() implements Source {}

    private record Promising() implements Source {}

    private record Joined() implements Source {}

    private record Contest() implements Source {}

    private final Source source;

    DetectorKind(Source source) {
        this.source = source;
    }

    public String code() {
        return switch (source) {
            case Method(NoveltyMethod method) -> method.kind();
            case Prepared() -> GaussianDetector.KIND;
            case Promising() -> "ensemble";
            case Joined() -> "joined";
            case Contest() -> BestDetector.KIND;
        };
    }

    /** @throws IllegalArgumentException if there is no such kind; the message lists them */
    public static DetectorKind parse(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no detector '" + code + "'; next: use one of " + String.join(", ", codes())));
    }

    /** Returns the names of all kinds. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(DetectorKind::code).toList();
    }

    /** Returns the formats of all kinds: what this program can read back. */
    public static List<DetectorFormat> formats() {
        return Arrays.stream(values()).map(DetectorKind::format).toList();
    }

    /** Returns whether the kind wants a file beside the readings to learn from. */
    public boolean imported() {
        return this == ONNX;
    }

    /**
     * Returns a trainer of a user's own network, of this kind, with the default settings. The quality gate stands before it:
     * what somebody else has trained knows nothing of broken sensors.
     */
    public Trainer<WindowSet, ? extends AnomalyDetector> trainer(Path network, InstantSource clock) {
        return prepared(new ImportedTrainer(network, NoveltySettings.defaults(), clock), PreparedTrainer.Depth.GATE);
    }

    /** Returns a trainer with the kind's default settings. */
    public Trainer<WindowSet, ? extends AnomalyDetector> trainer(InstantSource clock) {
        return trainer(clock, FalseAlarmBudget.defaults());
    }

    /** Returns a trainer with the kind's default settings, which notes in the logbook what networks it fits. */
    public Trainer<WindowSet, ? extends AnomalyDetector> trainer(InstantSource clock, Logbook logbook) {
        return source instanceof Method(FittedMethod method)
                ? new NoveltyTrainer(method.notedIn(logbook), NoveltySettings.defaults(), clock)
                : trainer(clock);
    }

    /** Returns a trainer with the kind's default settings but for the budget that its limits are set by. */
    public Trainer<WindowSet, ? extends AnomalyDetector> trainer(InstantSource clock, FalseAlarmBudget budget) {
        return switch (source) {
            case Method(NoveltyMethod method) ->
                new NoveltyTrainer(method, NoveltySettings.defaults().withBudget(budget), clock);
            case Prepared() ->
                prepared(
                        new GaussianTrainer(GaussianSettings.defaults().withBudget(budget), clock),
                        PreparedTrainer.Depth.EXPLAINED);
            case Promising() -> ensemble(List.of(GAUSSIAN), single(budget).withFalseShare(FALSE_SHARE), clock);
            case Joined() -> ensemble(JOINT, single(budget), clock);
            case Contest() -> new BestTrainer(candidates(CANDIDATES, clock, budget), SelectionSettings.defaults());
        };
    }

    private static PreparedTrainer prepared(
            Trainer<WindowSet, ? extends AnomalyDetector> trainer, PreparedTrainer.Depth depth) {
        return new PreparedTrainer(trainer, depth, BaselineSettings.defaults(), EpisodeRule.defaults());
    }

    /** The detector's own limits, which know how it ages, and no sum of what is small: both found more on plants. */
    private static DecisionSettings single(FalseAlarmBudget budget) {
        return DecisionSettings.defaults()
                .withBudget(budget)
                .withoutSlowEvidence()
                .withLimitsOfDetectors();
    }

    private EnsembleTrainer ensemble(List<DetectorKind> members, DecisionSettings settings, InstantSource clock) {
        return new EnsembleTrainer(code(), candidates(members, clock, settings.budget()), settings, clock);
    }

    private static List<DetectorCandidate> candidates(
            List<DetectorKind> kinds, InstantSource clock, FalseAlarmBudget budget) {
        return kinds.stream().map(kind -> kind.candidate(clock, budget)).toList();
    }

    private static List<DetectorFormat> formats(List<DetectorKind> kinds) {
        return kinds.stream().map(DetectorKind::format).toList();
    }

    private DetectorCandidate candidate(InstantSource clock, FalseAlarmBudget budget) {
        return new DetectorCandidate(code(), trainer(clock, budget));
    }

    public DetectorFormat format() {
        return switch (source) {
            case Method(NoveltyMethod method) ->
                imported() ? new PreparedFormat(new NoveltyFormat(method)) : new NoveltyFormat(method);
            case Prepared() -> new PreparedFormat(new GaussianFormat());
            case Promising() -> new EnsembleFormat(code(), List.of(GAUSSIAN.format()));
            case Joined() -> new EnsembleFormat(code(), formats(JOINT));
            case Contest() -> new BestFormat(formats(CANDIDATES));
        };
    }
}
