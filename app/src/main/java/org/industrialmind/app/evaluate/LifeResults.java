package org.industrialmind.app.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.ModeForecast;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.calibration.AdaptiveInterval;
import org.industrialmind.learning.prognosis.evaluation.LifeScorecard;
import org.industrialmind.learning.prognosis.evaluation.ReplacementCost;
import org.industrialmind.learning.prognosis.evaluation.Trajectory;

/** The forecasts of one method on one part with one seed, and the numbers that follow from them. */
final class LifeResults {
    private static final double ALPHA = 0.2; // of the life left: as the metric's authors use it
    private static final double HALF_WAY = 0.5;
    private static final double MISSES = 0.1; // of a 90 % interval
    private static final double PACE = 0.05; // of adapting: some twenty units

    private final LifeDataSet set;
    private final List<Judged> scored = new ArrayList<>();
    private final List<Judged> course = new ArrayList<>();
    private final List<Judged> wholeLives = new ArrayList<>();
    private final List<Boolean> named = new ArrayList<>(); // whether the likeliest mode was the one
    private final List<Boolean> covered = new ArrayList<>(); // by intervals that adapt
    private int adapted; // scored forecasts that they have been asked about

    LifeResults(LifeDataSet set) {
        this.set = set;
    }

    /** @param whole forecasts along units that were seen to their failure and not learned from */
    void add(List<Judged> atScoredMoments, List<Judged> along, List<Judged> whole) {
        scored.addAll(atScoredMoments);
        course.addAll(along);
        wholeLives.addAll(whole);
    }

    /** Asks for the mode at the scored moments of units of which it is known, of a model that tells modes apart. */
    void nameModes(RemainingLifeModel model, List<Cut> moments) {
        for (Cut cut : moments) {
            List<ModeForecast> said = model.modesAlong(cut.run(), new int[] {cut.length()});
            cut.run()
                    .mode()
                    .filter(mode -> !said.isEmpty())
                    .ifPresent(mode ->
                            named.add(said.getFirst().ranked().getFirst().equals(mode)));
        }
    }

    /**
     * Goes through the scored forecasts that came since, in their order, with an interval that learns from each life once it is
     * over: what a fleet would see whose machines fail one after the other.
     *
     * @param heldOut forecasts of units that were not learned from, from which the interval starts; may be none
     */
    void adapt(List<Judged> heldOut) {
        if (!heldOut.isEmpty()) {
            AdaptiveInterval interval = new AdaptiveInterval(heldOut, MISSES, PACE);
            for (List<Judged> ofUnit : byUnit(scored.subList(adapted, scored.size()))) {
                ofUnit.forEach(one -> covered.add(interval.of(one.forecast()).contains(one.life())));
                ofUnit.forEach(one -> interval.observed(one.forecast(), one.life()));
            }
        }
        adapted = scored.size();
    }

    Map<String, Double> values() {
        double horizon = set.question().horizon();
        Map<String, Double> values = new LinkedHashMap<>(new LifeScorecard(scored, horizon, set.endOfLife()).values());
        values.put("coverage_90_adaptive", share(covered));
        values.put("mode_accuracy", share(named));
        values.put("rmse_all_cycles", new LifeScorecard(course, horizon, set.endOfLife()).rmseCapped());
        List<Trajectory> units = trajectories();
        ReplacementCost prices = set.prices();
        double byAge = prices.byAge(units);
        values.put("decision_cost_ratio", prices.byCondition(units) / byAge);
        values.put("decision_cost_ratio_perfect", prices.perfect(units) / byAge);
        values.put("alpha_lambda_half_life", mean(units, unit -> unit.alphaLambda(ALPHA, HALF_WAY)));
        values.put("relative_accuracy_half_life", mean(units, unit -> unit.relativeAccuracy(HALF_WAY)));
        values.put(
                "prognostic_horizon",
                mean(units, unit -> OptionalDouble.of(unit.prognosticHorizon(ALPHA / 2, HALF_WAY))));
        return values;
    }

    private static double share(List<Boolean> answers) {
        return answers.stream().mapToDouble(yes -> yes ? 1 : 0).average().orElse(Double.NaN);
    }

    private static double mean(List<Trajectory> units, Function<Trajectory, OptionalDouble> value) {
        return units.stream()
                .map(value)
                .flatMapToDouble(OptionalDouble::stream)
                .average()
                .orElse(Double.NaN);
    }

    private List<Trajectory> trajectories() {
        return byUnit(wholeLives).stream().map(Trajectory::new).toList();
    }

    private static Collection<List<Judged>> byUnit(List<Judged> moments) {
        Map<String, List<Judged>> units = new LinkedHashMap<>();
        moments.forEach(one ->
                units.computeIfAbsent(one.unit(), unit -> new ArrayList<>()).add(one));
        return units.values();
    }
}
