package org.industrialmind.torch.prognosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.ModeForecast;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.torch.nn.StateDict;
import org.industrialmind.torch.onnx.OnnxNetwork;

/** A network that reads the course of a unit; it is scored by ONNX Runtime, from any number of threads. */
public final class SequenceModel implements RemainingLifeModel {
    private static final int BATCH = 512;

    private final SequenceArchitecture architecture;
    private final SequenceSettings settings;
    private final LifeQuestion question;
    private final SequenceCoding coding;
    private final List<String> modes;
    private final OnnxNetwork network;
    private final StateDict weights;
    private final Provenance provenance;

    SequenceModel(
            SequenceArchitecture architecture,
            SequenceSettings settings,
            LifeQuestion question,
            SequenceCoding coding,
            List<String> modes,
            OnnxNetwork network,
            StateDict weights,
            Provenance provenance) {
        this.architecture = architecture;
        this.settings = settings;
        this.question = question;
        this.coding = coding;
        this.modes = List.copyOf(modes);
        this.network = network;
        this.weights = weights;
        this.provenance = provenance;
    }

    @Override
    public String kind() {
        return architecture.kind();
    }

    public SequenceArchitecture architecture() {
        return architecture;
    }

    SequenceSettings settings() {
        return settings;
    }

    SequenceCoding coding() {
        return coding;
    }

    /** Returns the modes of failure of the fleet it learned from, in the order of their scores. */
    List<String> modes() {
        return modes;
    }

    OnnxNetwork network() {
        return network;
    }

    StateDict weights() {
        return weights;
    }

    @Override
    public FleetSchema schema() {
        return coding.features().schema();
    }

    @Override
    public LifeQuestion question() {
        return question;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public Optional<RunToFailure> madeUpRun(int rows) {
        return Optional.of(coding.features().madeUpRun(rows));
    }

    @Override
    public List<LifeForecast> along(RunToFailure run, int[] lengths) {
        return answers(run, lengths, this::forecast);
    }

    @Override
    public List<ModeForecast> modesAlong(RunToFailure run, int[] lengths) {
        return modes.size() < 2 ? List.of() : answers(run, lengths, this::modeForecast);
    }

    /** What is made of the outputs of one row, which begin at a place. */
    private interface Reading<T> {
        T of(float[] outputs, int from);
    }

    private <T> List<T> answers(RunToFailure run, int[] lengths, Reading<T> reading) {
        SequenceCoding.Prepared prepared = coding.prepared(run);
        List<T> answers = new ArrayList<>();
        for (int from = 0; from < lengths.length; from += BATCH) {
            int count = Math.min(BATCH, lengths.length - from);
            float[] courses = new float[count * coding.size()];
            for (int i = 0; i < count; i++) {
                int length = lengths[from + i];
                if (length < 1 || length > run.rows()) {
                    throw new IllegalArgumentException(
                            "asked after " + length + " rows of unit " + run.unit() + ": expected 1 to " + run.rows());
                }
                prepared.write(length, courses, i * coding.size());
            }
            float[] outputs = network.forward(courses);
            for (int i = 0; i < count; i++) {
                answers.add(reading.of(outputs, i * (outputs.length / count)));
            }
        }
        return answers;
    }

    /** Reads [quantile, mean, health] in horizons. */
    private LifeForecast forecast(float[] outputs, int from) {
        int quantiles = question.levels().size();
        double[] lives = new double[quantiles];
        for (int q = 0; q < quantiles; q++) {
            lives[q] = outputs[from + q] * question.horizon();
        }
        double mean = outputs[from + quantiles] * question.horizon();
        double restricted = outputs[from + quantiles + 1] * question.horizon();
        return LifeForecast.of(question, lives, mean, restricted);
    }

    /** Reads the scores behind the health index, by softmax. */
    private ModeForecast modeForecast(float[] outputs, int from) {
        int first = from + question.levels().size() + 2;
        double[] scores = new double[modes.size()];
        for (int m = 0; m < scores.length; m++) {
            scores[m] = outputs[first + m];
        }
        return ModeForecast.ofScores(modes, scores);
    }
}
