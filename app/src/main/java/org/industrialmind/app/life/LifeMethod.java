package org.industrialmind.app.life;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedFormat;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedTrainer;
import org.industrialmind.learning.prognosis.format.LifeFormat;
import org.industrialmind.learning.prognosis.format.LifeFormats;
import org.industrialmind.learning.prognosis.model.ConstantTrainer;
import org.industrialmind.learning.prognosis.model.CoxTrainer;
import org.industrialmind.learning.prognosis.model.FeatureFormat;
import org.industrialmind.learning.prognosis.model.RidgeTrainer;
import org.industrialmind.learning.prognosis.model.TreesTrainer;
import org.industrialmind.learning.prognosis.model.WeibullTrainer;
import org.industrialmind.torch.prognosis.SequenceArchitecture;
import org.industrialmind.torch.prognosis.SequenceFormat;
import org.industrialmind.torch.prognosis.SequenceTrainer;

/** A method that can be a member of the ensemble; each is shown on its own as well. */
public enum LifeMethod {
    CONSTANT(ConstantTrainer::new),
    WEIBULL(WeibullTrainer::new),
    RIDGE(RidgeTrainer::of),
    COX(CoxTrainer::of),
    TREES(TreesTrainer::of),
    LSTM(question -> SequenceTrainer.of(question, SequenceArchitecture.LSTM)),
    TCN(question -> SequenceTrainer.of(question, SequenceArchitecture.TEMPORAL_CONVOLUTION)),
    TRANSFORMER(question -> SequenceTrainer.of(question, SequenceArchitecture.TWO_STAGE_TRANSFORMER));

    /** The name under which a table of results shows all members together. */
    public static final String ENSEMBLE = "ensemble";

    private static final int FOLDS = 5;

    @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
    private final Function<LifeQuestion, RemainingLifeTrainer> trainer;

    LifeMethod(Function<LifeQuestion, RemainingLifeTrainer> trainer) {
        this.trainer = trainer;
    }

    /** @throws IllegalArgumentException if there is no such method */
    public static LifeMethod parse(String name) {
        return Arrays.stream(values())
                .filter(method -> method.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown method " + name + ": expected some of "
                        + Arrays.stream(values()).map(LifeMethod::code).toList()));
    }

    /** Returns the methods that learn in minutes on one thread. */
    public static List<LifeMethod> quick() {
        return List.of(CONSTANT, WEIBULL, RIDGE, COX, TREES);
    }

    /** Returns the name on the command line. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the trainer of this method alone. */
    public RemainingLifeTrainer trainer(LifeQuestion question) {
        return trainer.apply(question);
    }

    /** Returns the trainer of the ensemble of some methods, as every command trains it. */
    public static CrossFittedTrainer ensemble(List<LifeMethod> methods, LifeQuestion question) {
        List<RemainingLifeTrainer> members =
                methods.stream().map(method -> method.trainer(question)).toList();
        return new CrossFittedTrainer(ENSEMBLE, members, FOLDS);
    }

    /** Returns the formats of all that these methods make, alone and together: what this program can read back. */
    public static LifeFormats formats() {
        List<LifeFormat> members = new ArrayList<>(FeatureFormat.all());
        members.addAll(SequenceFormat.all());
        return new LifeFormats(
                Stream.concat(members.stream(), Stream.of(new CrossFittedFormat(new LifeFormats(members))))
                        .toList());
    }
}
