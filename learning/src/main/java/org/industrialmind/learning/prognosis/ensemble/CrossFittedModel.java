package org.industrialmind.learning.prognosis.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
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
    private static final int OWN_GROUP = 50; // units

    private final List<List<RemainingLifeModel>> models; // [fold][member]
    private final double[] weights;
    private final List<Judged> unseen; // as the models said it
    private final ConformalLife calibration;
    private final List<CrossFittedModel> alone;
    private final Provenance provenance;

    CrossFittedModel(
            List<List<RemainingLifeModel>> models,
            double[] weights,
            AskedLives asked,
            List<Judged> unseen,
            List<CrossFittedModel> alone,
            Provenance provenance) {
        this.models = List.copyOf(models);
        this.weights = weights;
        this.unseen = List.copyOf(unseen);
        this.calibration =
                unseen.isEmpty() ? ConformalLife.none(question()) : ConformalLife.of(question(), this.unseen, asked);
        this.alone = List.copyOf(alone);
        this.provenance = provenance;
    }

    /** Returns how much each member counts; they sum to 1. */
    public List<Double> weights() {
        return Arrays.stream(weights).boxed().toList();
    }

    /** Returns each member on its own, calibrated by itself: what a table of results shows beside the ensemble. */
    public List<CrossFittedModel> alone() {
        return alone;
    }

    /**
     * Returns forecasts along every training unit, by the models that had not seen it and calibrated without it: what may be
     * looked at to choose between methods, and to cost a policy on whole lives.
     */
    public List<Judged> heldOut() {
        return unseen.stream()
                .map(one -> new Judged(one.cut(), calibration.adjusted(one)))
                .toList();
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
     * <p>The members {@linkplain #alone() on their own} stay as they are; each can be adapted like this.
     *
     * @param asked runs as far as they are known at the question
     * @param like tells units that were learned from and are of the same group
     */
    public CrossFittedModel adaptedTo(List<RunToFailure> asked, Predicate<RunToFailure> like) {
        List<Judged> group =
                unseen.stream().filter(one -> like.test(one.cut().run())).toList();
        long units = group.stream().map(one -> one.cut().run()).distinct().count();
        List<Judged> chosen = units < OWN_GROUP ? unseen : group;
        List<Asked> questions = asked.stream()
                .map(run -> new Asked(raw(run, new int[] {run.rows()}).getFirst(), run.age(run.rows() - 1)))
                .toList();
        return new CrossFittedModel(models, weights, AskedLives.of(chosen, questions), chosen, alone, provenance);
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
    public List<LifeForecast> along(RunToFailure run, int[] lengths) {
        List<LifeForecast> raw = raw(run, lengths);
        List<LifeForecast> forecasts = new ArrayList<>();
        for (int i = 0; i < lengths.length; i++) {
            forecasts.add(calibration.adjusted(new Asked(raw.get(i), run.age(lengths[i] - 1))));
        }
        return forecasts;
    }

    @Override
    public List<ModeForecast> modesAlong(RunToFailure run, int[] lengths) {
        List<List<ModeForecast>> said = new ArrayList<>(); // [member of a fold][length]
        List<Double> weight = new ArrayList<>();
        for (List<RemainingLifeModel> ofFold : models) {
            for (int m = 0; m < weights.length; m++) {
                List<ModeForecast> forecasts = weights[m] > 0 ? ofFold.get(m).modesAlong(run, lengths) : List.of();
                if (!forecasts.isEmpty()) {
                    said.add(forecasts);
                    weight.add(weights[m]);
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
