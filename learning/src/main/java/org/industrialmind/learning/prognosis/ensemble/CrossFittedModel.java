package org.industrialmind.learning.prognosis.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.ModeForecast;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.calibration.Asked;
import org.industrialmind.learning.prognosis.calibration.AskedLives;
import org.industrialmind.learning.prognosis.calibration.ConformalLife;

/** The members of all folds, answering together with the weights and the calibration that their unseen units gave. */
public final class CrossFittedModel implements RemainingLifeModel {
    static final String KIND = "cross-fitted";

    private static final int OWN_GROUP = 50; // units

    private final List<List<RemainingLifeModel>> models; // [fold][member]
    private final double[] weights;
    private final double[] modeWeights;
    private final Optional<ModeAccuracy> modeAccuracy;
    private final List<Unseen> unseen;
    private final List<Judged> mixed; // what the members said together of the unseen
    private final ConformalLife calibration;
    private final Provenance provenance;

    /**
     * Takes the weights as they are.
     *
     * @param models of each fold, a model of each member; all of one schema and question
     * @param modeWeights how much each member counts in the mode of failure; all 0 where none tells it
     * @param unseen what the models said of units they had not seen; may be none
     */
    CrossFittedModel(
            List<List<RemainingLifeModel>> models,
            double[] weights,
            double[] modeWeights,
            Optional<ModeAccuracy> modeAccuracy,
            List<Unseen> unseen,
            Provenance provenance) {
        this.models = models.stream().map(List::copyOf).toList();
        this.weights = weights;
        this.modeWeights = modeWeights;
        this.modeAccuracy = modeAccuracy;
        this.unseen = List.copyOf(unseen);
        this.mixed = this.unseen.stream()
                .map(one -> one.judged(Mixture.of(question(), one.forecasts(), weights)))
                .toList();
        this.calibration = mixed.isEmpty()
                ? ConformalLife.none(question())
                : ConformalLife.of(question(), mixed, AskedLives.anyMoment());
        this.provenance = provenance;
    }

    /** Returns the models. Shape: [fold][member]. */
    List<List<RemainingLifeModel>> models() {
        return models;
    }

    List<Unseen> unseen() {
        return unseen;
    }

    /** Returns the kinds of the members. */
    public List<String> members() {
        return models.getFirst().stream().map(RemainingLifeModel::kind).toList();
    }

    /** Returns how much each member counts; they sum to 1. */
    public List<Double> weights() {
        return Arrays.stream(weights).boxed().toList();
    }

    /** Returns how much each member counts in the mode of failure; they sum to 1, or are all 0 where no member tells it. */
    public List<Double> modeWeights() {
        return Arrays.stream(modeWeights).boxed().toList();
    }

    /** Returns how often the mode of a unit that was held out was named; empty where none is known, and for a member alone. */
    public Optional<ModeAccuracy> modeAccuracy() {
        return modeAccuracy;
    }

    /** Returns each member on its own, calibrated by itself: what a table of results shows beside the ensemble. */
    public List<CrossFittedModel> alone() {
        List<CrossFittedModel> alone = new ArrayList<>();
        for (int m = 0; m < weights.length; m++) {
            double[] one = new double[weights.length];
            one[m] = 1;
            alone.add(new CrossFittedModel(models, one, one, Optional.empty(), unseen, provenance));
        }
        return alone;
    }

    /**
     * Returns forecasts along every training unit, by the models that had not seen it and calibrated without it: what may be
     * looked at to choose between methods, and to cost a policy on whole lives.
     */
    public List<Judged> heldOut() {
        return IntStream.range(0, mixed.size()).mapToObj(this::heldOut).toList();
    }

    Judged heldOut(int moment) {
        Judged one = mixed.get(moment);
        return new Judged(one.unit(), one.age(), one.life(), calibration.adjusted(one));
    }

    /**
     * Returns this model for a population of questions: calibrated on the held-out units that are like those asked about, which
     * is a promise of its own for each group of a fleet (Mondrian [1]), and for how much life is left at moments like these,
     * which {@link AskedLives} tell from what the models say of them. Nothing is learned from how these runs ended.
     *
     * <p>A group of fewer than fifty units is calibrated on all: its own promise would be a few of its worst units.
     *
     * <ol>
     *   <li>Vovk, Lindsay, Nouretdinov and Gammerman 2003, Mondrian confidence machine.
     * </ol>
     *
     * @param asked runs as far as they are known at the question
     * @param like tells the names of units that were learned from and are of the same group
     */
    public RemainingLifeModel adaptedTo(List<RunToFailure> asked, Predicate<String> like) {
        List<Judged> group = mixed.stream().filter(one -> like.test(one.unit())).toList();
        long units = group.stream().map(Judged::unit).distinct().count();
        List<Judged> chosen = units < OWN_GROUP ? mixed : group;
        List<Asked> questions = asked.stream().map(this::asked).toList();
        return chosen.isEmpty()
                ? this
                : new AdaptedModel(this, ConformalLife.of(question(), chosen, AskedLives.of(chosen, questions)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public FleetSchema schema() {
        return models.getFirst().getFirst().schema();
    }

    @Override
    public LifeQuestion question() {
        return models.getFirst().getFirst().question();
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public Optional<RunToFailure> madeUpRun(int rows) {
        return models.getFirst().stream()
                .flatMap(member -> member.madeUpRun(rows).stream())
                .findFirst();
    }

    @Override
    public List<LifeForecast> along(RunToFailure run, int[] lengths) {
        return along(run, lengths, calibration);
    }

    List<LifeForecast> along(RunToFailure run, int[] lengths, ConformalLife calibrated) {
        List<LifeForecast> raw = raw(run, lengths);
        List<LifeForecast> forecasts = new ArrayList<>();
        for (int i = 0; i < lengths.length; i++) {
            forecasts.add(calibrated.adjusted(new Asked(raw.get(i), run.age(lengths[i] - 1))));
        }
        return forecasts;
    }

    @Override
    public Outlook outlook(RunToFailure run, double time) {
        return outlook(run, time, calibration);
    }

    /** Asks the members once for both. */
    Outlook outlook(RunToFailure run, double time, ConformalLife calibrated) {
        Asked asked = asked(run);
        return new Outlook(calibrated.adjusted(asked), calibrated.failureWithin(asked, time));
    }

    private Asked asked(RunToFailure run) {
        int last = run.rows();
        return new Asked(raw(run, new int[] {last}).getFirst(), run.age(last - 1));
    }

    @Override
    public List<ModeForecast> modesAlong(RunToFailure run, int[] lengths) {
        List<List<ModeForecast>> said = new ArrayList<>(); // [member of a fold][length]
        List<Double> weight = new ArrayList<>();
        for (List<RemainingLifeModel> ofFold : models) {
            for (int m = 0; m < modeWeights.length; m++) {
                List<ModeForecast> forecasts =
                        modeWeights[m] > 0 ? ofFold.get(m).modesAlong(run, lengths) : List.of();
                if (!forecasts.isEmpty()) {
                    said.add(forecasts);
                    weight.add(modeWeights[m]);
                }
            }
        }
        List<ModeForecast> means = new ArrayList<>();
        for (int i = 0; i < lengths.length && !said.isEmpty(); i++) {
            int at = i;
            means.add(ModeForecast.mean(
                    said.stream().map(forecasts -> forecasts.get(at)).toList(), weight));
        }
        return means;
    }

    /** Returns what the members say together. */
    private List<LifeForecast> raw(RunToFailure run, int[] lengths) {
        List<Mixture> mixtures = new ArrayList<>();
        Arrays.stream(lengths).forEach(length -> mixtures.add(new Mixture(question())));
        for (List<RemainingLifeModel> ofFold : models) {
            for (int m = 0; m < weights.length; m++) {
                if (weights[m] > 0) {
                    List<LifeForecast> forecasts = ofFold.get(m).along(run, lengths);
                    for (int i = 0; i < lengths.length; i++) {
                        mixtures.get(i).add(forecasts.get(i), weights[m]);
                    }
                }
            }
        }
        return mixtures.stream().map(Mixture::forecast).toList();
    }
}
