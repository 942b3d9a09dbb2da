package org.industrialmind.learning.prognosis.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
final class SaidOfModes {
    private final List<String> modes;
    private final List<List<Double>> chances; // [member][moment and mode]
    private final List<Double> truth = new ArrayList<>(); // 1 for the mode that came

    SaidOfModes(Fleet fleet, int members) {
        modes = ModeForecast.modes(fleet);
        chances = IntStream.range(0, members)
                .mapToObj(member -> (List<Double>) new ArrayList<Double>())
                .toList();
    }

    /** Asks a model of a member at moments of units that it has not seen; the first member is asked before the others. */
    void ask(int member, RemainingLifeModel model, List<Cut> cuts) {
        for (List<Cut> ofRun : Cut.byRun(cuts)) {
            RunToFailure run = ofRun.getFirst().run();
            run.mode().ifPresent(came -> {
                int[] lengths = ofRun.stream().mapToInt(Cut::length).toArray();
                model.modesAlong(run, lengths)
                        .forEach(said ->
                                modes.forEach(mode -> chances.get(member).add(said.of(mode))));
                if (member == 0) {
                    ofRun.forEach(moment -> modes.forEach(mode -> truth.add(mode.equals(came) ? 1.0 : 0.0)));
                }
            });
        }
    }

    /**
     * Returns how much each member counts, by the squared errors of the chances (Brier); members that said nothing count
     * nothing, and where nothing can be told the others count alike.
     */
    double[] weights() {
        List<Integer> telling = IntStream.range(0, chances.size())
                .filter(member -> !modes.isEmpty() && chances.get(member).size() == truth.size())
                .boxed()
                .toList();
        double[] weights = new double[chances.size()];
        if (!telling.isEmpty()) {
            double[] ofTelling = Blend.weights(
                    telling.stream().map(member -> array(chances.get(member))).toList(), array(truth));
            for (int i = 0; i < ofTelling.length; i++) {
                weights[telling.get(i)] = ofTelling[i];
            }
        }
        return weights;
    }

    /** Returns how often the members together named the mode; empty where no mode is known or nobody tells it. */
    Optional<ModesNamed> named(double[] weights) {
        int moments = modes.isEmpty() ? 0 : truth.size() / modes.size();
        int right = 0;
        int[] came = new int[modes.size()];
        for (int moment = 0; moment < moments; moment++) {
            int likeliest = 0;
            int first = moment * modes.size();
            for (int mode = 0; mode < modes.size(); mode++) {
                came[mode] += truth.get(first + mode) == 1 ? 1 : 0;
                likeliest = chance(first + mode, weights) > chance(first + likeliest, weights) ? mode : likeliest;
            }
            right += truth.get(first + likeliest) == 1 ? 1 : 0;
        }
        boolean told = moments > 0 && Arrays.stream(weights).sum() > 0;
        int commonest = Arrays.stream(came).max().orElse(0);
        return told
                ? Optional.of(new ModesNamed((double) right / moments, (double) commonest / moments))
                : Optional.empty();
    }

    private double chance(int momentAndMode, double[] weights) {
        double sum = 0;
        for (int member = 0; member < weights.length; member++) {
            sum += weights[member] > 0 ? weights[member] * chances.get(member).get(momentAndMode) : 0;
        }
        return sum;
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(number -> number).toArray();
    }
}
