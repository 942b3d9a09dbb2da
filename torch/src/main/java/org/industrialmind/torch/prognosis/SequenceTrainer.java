package org.industrialmind.torch.prognosis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.ModeForecast;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;
import org.industrialmind.learning.prognosis.UnitFolds;
import org.industrialmind.learning.prognosis.feature.ColumnScale;
import org.industrialmind.learning.prognosis.feature.LifeFeatures;
import org.industrialmind.learning.prognosis.model.TrainingNotes;
import org.industrialmind.torch.nn.Fit;
import org.industrialmind.torch.nn.FitSettings;
import org.industrialmind.torch.nn.Loss;
import org.industrialmind.torch.nn.Network;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.Schedule;
import org.industrialmind.torch.nn.StateDict;
import org.industrialmind.torch.onnx.OnnxNetwork;
import org.industrialmind.torch.onnx.OnnxWriter;

/**
 * Learns a network with several tasks at once: the quantiles of the life left by their pinball losses, its mean by squared
 * error, the health index, which is the share of the horizon that is left, and where failures are known by two modes or more,
 * the mode. Units whose mode nobody knows teach the other tasks. One in eight units is held out and says when to stop.
 */
public record SequenceTrainer(LifeQuestion question, SequenceArchitecture architecture, SequenceSettings settings)
        implements RemainingLifeTrainer {
    private static final int SHORTEST = 5; // rows: before, a course says nothing
    private static final int HELD_OUT = 8; // one unit in so many
    private static final int PATIENCE = 4; // epochs
    private static final double HEALTH_WEIGHT =
            2; // the narrowest scale of the three, and the one that is looked at most
    private static final double MODE_WEIGHT = 0.3; // a surprise is counted in nats, lives in horizons

    public static SequenceTrainer of(LifeQuestion question, SequenceArchitecture architecture) {
        return new SequenceTrainer(question, architecture, SequenceSettings.defaults());
    }

    @Override
    public String name() {
        return architecture.kind();
    }

    /** @throws IllegalArgumentException if fewer than two units failed, or those held out have too few rows to be asked */
    @Override
    public SequenceModel train(Fleet fleet, long seed) {
        int failed = fleet.failed().size();
        UnitFolds folds = new UnitFolds(fleet, Math.min(HELD_OUT, failed), seed);
        // Of all units, those that say when to stop among them: scales are a little surer for it, and the epoch is
        // chosen a little late. No forecast is judged on these units, so no published figure knows its answer.
        LifeFeatures features = LifeFeatures.of(fleet, question, seed);
        List<Cut> learned = Cut.every(folds.learned(0), question, SHORTEST, settings.stride(), seed);
        List<Cut> heldOut = Cut.every(folds.heldOut(0), question, SHORTEST, settings.stride(), seed);
        if (learned.isEmpty() || heldOut.isEmpty()) {
            throw new IllegalArgumentException(learned.size() + " moments to learn from and " + heldOut.size()
                    + " to judge by: expected some of each; units need " + SHORTEST
                    + " rows and more, with no more life left than " + question.longest());
        }
        SequenceCoding coding =
                new SequenceCoding(features, scale(learned, features), settings.steps(), settings.rows());
        List<String> modes = ModeForecast.modes(fleet);
        NetworkSpec spec = network(coding, modes);
        FitSettings fit = new FitSettings(settings.epochs(), settings.batch(), settings.learningRate(), PATIENCE, 1.0)
                .withWeightDecay(1e-3)
                .withSchedule(new Schedule.OneCycle(0.3))
                .withLoss(loss(modes));
        try (Network network = Network.create(spec, seed)) {
            Fit.run(
                    network,
                    new CutExamples(learned, coding, question, modes),
                    new CutExamples(heldOut, coding, question, modes),
                    fit,
                    seed);
            StateDict weights = network.state();
            OnnxNetwork scoring = OnnxNetwork.open(OnnxWriter.write(spec, weights), spec);
            return new SequenceModel(
                    architecture,
                    settings,
                    question,
                    coding,
                    modes,
                    scoring,
                    weights,
                    TrainingNotes.of(this, fleet, seed));
        } catch (IOException e) {
            throw new IllegalStateException("the network just written cannot be opened: " + e.getMessage(), e);
        }
    }

    NetworkSpec network(SequenceCoding coding, List<String> modes) {
        return architecture.network(
                coding.channels(),
                settings.steps(),
                settings.width(),
                question.levels().size(),
                modes.size());
    }

    private Loss loss(List<String> modes) {
        int quantiles = question.levels().size();
        List<Loss.Parts.Part> parts = new ArrayList<>(List.of(
                new Loss.Parts.Part("quantiles", quantiles, new Loss.Pinball(question.levels()), 1),
                new Loss.Parts.Part("mean", 1, new Loss.MeanSquared(), 1),
                new Loss.Parts.Part("health", 1, new Loss.MeanSquared(), HEALTH_WEIGHT)));
        if (modes.size() > 1) {
            parts.add(new Loss.Parts.Part("mode", modes.size(), new Loss.CrossEntropy(), MODE_WEIGHT));
        }
        return new Loss.Parts(parts);
    }

    private static ColumnScale scale(List<Cut> cuts, LifeFeatures features) {
        double[][] rows = new double[cuts.size()][];
        double[][] brief = new double[0][];
        for (int i = 0; i < rows.length; i++) {
            if (i == 0 || cuts.get(i).run() != cuts.get(i - 1).run()) {
                brief = features.brief(cuts.get(i).run());
            }
            rows[i] = brief[cuts.get(i).length() - 1];
        }
        return ColumnScale.of(rows);
    }
}
