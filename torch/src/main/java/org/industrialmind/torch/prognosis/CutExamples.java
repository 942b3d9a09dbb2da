package org.industrialmind.torch.prognosis;

import java.util.IdentityHashMap;
import java.util.List;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.torch.nn.ExampleSource;
import org.industrialmind.torch.nn.Loss;

/**
 * Courses of units up to moments of their lives, made ahead of their use while the engine works: courses overlap, and what is
 * held is the runs, however closely the moments follow each other.
 *
 * <p>Shape of an input [channel, step] as in {@link SequenceCoding}; of a target [life, life, health], all in horizons, and the
 * number of the mode where there are several.
 */
final class CutExamples implements ExampleSource {
    private final List<Cut> cuts;
    private final SequenceCoding coding;
    private final LifeQuestion question;
    private final List<String> modes;
    private final IdentityHashMap<RunToFailure, SequenceCoding.Prepared> prepared = new IdentityHashMap<>();

    CutExamples(List<Cut> cuts, SequenceCoding coding, LifeQuestion question, List<String> modes) {
        this.cuts = List.copyOf(cuts);
        this.coding = coding;
        this.question = question;
        this.modes = List.copyOf(modes);
        cuts.forEach(cut -> prepared.computeIfAbsent(cut.run(), coding::prepared));
    }

    @Override
    public int rows() {
        return cuts.size();
    }

    @Override
    public int inputSize() {
        return coding.size();
    }

    @Override
    public int targetSize() {
        return modes.size() > 1 ? 4 : 3; // life for the quantiles and the mean, health, mode
    }

    @Override
    public void read(int row, float[] inputs, int inputFrom, float[] targets, int targetFrom) {
        Cut cut = cuts.get(row);
        SequenceCoding.Prepared run = prepared.get(cut.run());
        if (run == null) {
            throw new IllegalStateException("unit " + cut.run().unit() + " was not prepared");
        }
        run.write(cut.length(), inputs, inputFrom);
        double life = cut.life() / question.horizon();
        targets[targetFrom] = (float) life;
        targets[targetFrom + 1] = (float) life;
        targets[targetFrom + 2] = (float) Math.min(life, 1);
        if (modes.size() > 1) {
            targets[targetFrom + 3] = cut.run().mode().map(modes::indexOf).orElse(Loss.CrossEntropy.NO_CLASS);
        }
    }
}
