package org.industrialmind.app.life;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;
import org.industrialmind.learning.prognosis.evaluation.LifeScorecard;

/**
 * Trains the ensemble that {@code evaluate rul} measures on runs of a user's own, and says what it is worth on units that it
 * had not seen.
 */
public record LifeTraining(List<LifeMethod> methods, LifeQuestion question, long seed) {
    /** What knows nothing, and what knows the age alone: the least that a model has to be better than. */
    private static final List<LifeMethod> BASELINES = List.of(LifeMethod.CONSTANT, LifeMethod.WEIBULL);

    private static final int FEWEST = 5; // failures: one in each fold
    private static final List<Double> LEVELS = List.of(0.05, 0.5, 0.95);

    public LifeTraining {
        methods = List.copyOf(methods);
    }

    /** Returns the question for a median and a 90 % interval of lives, which {@code evaluate rul} asks too. */
    public static LifeQuestion question(double horizon) {
        return new LifeQuestion(LEVELS, horizon, Double.POSITIVE_INFINITY);
    }

    /** Returns half the life of a usual unit: where nothing else is known, wear is taken not to show before. */
    public static double usualHorizon(Fleet fleet) {
        requireFailures(fleet);
        double[] lives =
                fleet.failed().stream().mapToDouble(run -> run.ending().age()).toArray();
        return Quantiles.quantile(lives, 0.5) / 2;
    }

    /**
     * Trains the ensemble.
     *
     * @throws IllegalArgumentException if too few units failed, or a method cannot learn from the fleet
     */
    public CrossFittedModel train(Fleet fleet) {
        requireFailures(fleet);
        return LifeMethod.ensemble(methods, question).train(fleet, seed);
    }

    private static void requireFailures(Fleet fleet) {
        int failures = fleet.failed().size();
        if (failures < FEWEST) {
            throw new IllegalArgumentException(failures + " of " + fleet.size() + " units failed: expected at least "
                    + FEWEST + ", of which some can be held out; next: give more runs to failure");
        }
    }

    /**
     * Returns how good the model was on units held out, then each of several members on its own, then the baselines that are
     * no members. The weights were chosen on the same units, which flatters the ensemble by little: it expresses few weights.
     */
    public Map<String, LifeScorecard> heldOut(CrossFittedModel model, Fleet fleet) {
        Map<String, LifeScorecard> cards = new LinkedHashMap<>();
        if (methods.size() > 1) {
            cards.put(LifeMethod.ENSEMBLE, card(model));
        }
        add(cards, methods, model);
        List<LifeMethod> beside =
                BASELINES.stream().filter(method -> !methods.contains(method)).toList();
        if (!beside.isEmpty()) {
            add(cards, beside, LifeMethod.ensemble(beside, question).train(fleet, seed));
        }
        return cards;
    }

    private void add(Map<String, LifeScorecard> cards, List<LifeMethod> of, CrossFittedModel model) {
        List<CrossFittedModel> alone = model.alone();
        for (int m = 0; m < of.size(); m++) {
            cards.put(of.get(m).code(), card(alone.get(m)));
        }
    }

    private LifeScorecard card(CrossFittedModel model) {
        return new LifeScorecard(model.heldOut(), question.horizon(), question.horizon());
    }
}
