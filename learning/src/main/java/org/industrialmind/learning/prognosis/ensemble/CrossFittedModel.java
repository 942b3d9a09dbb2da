package org.industrialmind.learning.prognosis.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.calibration.ConformalLife;

/** The members of all folds, answering together with the weights and the calibration that their unseen units gave. */
public final class CrossFittedModel implements RemainingLifeModel {
    private final List<List<RemainingLifeModel>> models; // [fold][member]
    private final double[] weights;
    private final ConformalLife calibration;
    private final List<Judged> heldOut;
    private final List<CrossFittedModel> alone;
    private final Provenance provenance;

    CrossFittedModel(
            List<List<RemainingLifeModel>> models,
            double[] weights,
            ConformalLife calibration,
            List<Judged> heldOut,
            List<CrossFittedModel> alone,
            Provenance provenance) {
        this.models = List.copyOf(models);
        this.weights = weights;
        this.calibration = calibration;
        this.heldOut = List.copyOf(heldOut);
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
     * Returns forecasts along every training unit, by the models that had not seen it: what may be looked at to choose
     * between methods, and to cost a policy on whole lives.
     */
    public List<Judged> heldOut() {
        return heldOut;
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
        return mixtures.stream()
                .map(mixture -> calibration.adjusted(mixture.forecast()))
                .toList();
    }
}
