package org.industrialmind.learning.prognosis.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.ModeForecast;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;

/**
 * What members said of the modes of units that they had not seen, by which they are weighed in naming modes: who is right
 * about the life left need not be about the mode.
 */
final class HeldOutModes {
    private final List<String> modes;
    private final List<List<Double>> chances; // [member][moment and mode]
    private final List<Double> truth = new ArrayList<>(); // 1 for the mode that came
    private final List<Integer> folds = new ArrayList<>(); // of each moment
    private final boolean[] telling; // whether a member told any fold more than how often each mode comes

    HeldOutModes(Fleet fleet, int members) {
        modes = ModeForecast.modes(fleet);
        chances = IntStream.range(0, members)
                .mapToObj(member -> (List<Double>) new ArrayList<Double>())
                .toList();
        telling = new boolean[members];
    }

    /**
     * Asks the models of a fold at moments of units that they have not seen. A model that knows too few modes to tell them apart
     * says how often each came in the fleet that it learned from.
     *
     * @param models of the fold, one of each member
     */
    void ask(int fold, List<? extends RemainingLifeModel> models, Fleet learned, List<Cut> cuts) {
        Optional<ModeForecast> shares = ModeForecast.shares(learned);
        for (List<Cut> ofRun : Cut.byRun(cuts)) {
            RunToFailure run = ofRun.getFirst().run();
            run.mode().ifPresent(came -> {
                int[] lengths = ofRun.stream().mapToInt(Cut::length).toArray();
                for (int member = 0; member < models.size(); member++) {
                    List<ModeForecast> told = models.get(member).modesAlong(run, lengths);
                    telling[member] |= !told.isEmpty();
                    for (int moment = 0; moment < lengths.length; moment++) {
                        note(member, told.isEmpty() ? shares : Optional.of(told.get(moment)));
                    }
                }
                for (int moment = 0; moment < lengths.length; moment++) {
                    folds.add(fold);
                    modes.forEach(mode -> truth.add(mode.equals(came) ? 1.0 : 0.0));
                }
            });
        }
    }

    private void note(int member, Optional<ModeForecast> said) {
        modes.forEach(mode ->
                chances.get(member).add(said.map(forecast -> forecast.of(mode)).orElse(0.0)));
    }

    /**
     * Returns how much each member counts, by the squared errors of the chances (Brier); members that said nothing count
     * nothing, and where no mode is known none counts.
     */
    double[] weights() {
        return weights(moment -> true);
    }

    private double[] weights(IntPredicate moments) {
        int[] told = IntStream.range(0, telling.length)
                .filter(member -> telling[member])
                .toArray();
        int[] places = IntStream.range(0, truth.size())
                .filter(place -> moments.test(place / modes.size()))
                .toArray();
        double[] weights = new double[telling.length];
        if (told.length > 0 && places.length > 0) {
            double[] ofTold = Blend.weights(
                    IntStream.of(told)
                            .mapToObj(member -> array(chances.get(member), places))
                            .toList(),
                    array(truth, places));
            for (int i = 0; i < told.length; i++) {
                weights[told[i]] = ofTold[i];
            }
        }
        return weights;
    }

    /**
     * Returns how often the members together named the mode of units of a fold, weighted by what they said of the others;
     * empty where no mode is known or nobody tells it.
     */
    Optional<ModeAccuracy> accuracy() {
        int right = 0;
        int told = 0;
        int[] came = new int[modes.size()];
        for (int fold : folds.stream().distinct().toList()) {
            double[] weights = weights(moment -> folds.get(moment) != fold);
            for (int moment = 0; moment < folds.size(); moment++) {
                if (folds.get(moment) == fold && Arrays.stream(weights).sum() > 0) {
                    int first = moment * modes.size();
                    int truly = IntStream.range(0, modes.size())
                            .filter(mode -> truth.get(first + mode) == 1)
                            .findFirst()
                            .orElseThrow();
                    came[truly]++;
                    told++;
                    right += likeliest(first, weights) == truly ? 1 : 0;
                }
            }
        }
        int commonest = Arrays.stream(came).max().orElse(0);
        return told > 0
                ? Optional.of(new ModeAccuracy((double) right / told, (double) commonest / told))
                : Optional.empty();
    }

    private int likeliest(int first, double[] weights) {
        int likeliest = 0;
        for (int mode = 1; mode < modes.size(); mode++) {
            likeliest = chance(first + mode, weights) > chance(first + likeliest, weights) ? mode : likeliest;
        }
        return likeliest;
    }

    private double chance(int momentAndMode, double[] weights) {
        double sum = 0;
        for (int member = 0; member < weights.length; member++) {
            sum += weights[member] > 0 ? weights[member] * chances.get(member).get(momentAndMode) : 0;
        }
        return sum;
    }

    private static double[] array(List<Double> numbers, int[] places) {
        return IntStream.of(places).mapToDouble(numbers::get).toArray();
    }
}
