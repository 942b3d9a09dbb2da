package org.industrialmind.learning.prognosis.ensemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.SafeTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.format.ForecastRows;
import org.industrialmind.learning.prognosis.format.SmokeAnswers;

/**
 * What members said of units they had not seen, as tensors: at each moment the unit, its age, the life it had left, and the
 * forecast of each member; and what a kept model is believed by: what the calibration made of some of it, and what each model
 * and all together say of a run that no unit had.
 *
 * @param units names, by the numbers in the tensors
 */
record HeldOutTensors(List<String> units, Map<String, Tensor> tensors) {
    private static final String UNITS = "units"; // [moment]
    private static final String AGES = "ages"; // [moment]
    private static final String LIVES = "lives"; // [moment]
    private static final String FORECASTS = "forecasts.member_"; // [moment, number]
    private static final String SMOKE = "smoke.answers"; // [moment, number]
    private static final String SMOKE_TOGETHER = "smoke.ensemble";
    private static final int SMOKE_MOMENTS = 10;

    static HeldOutTensors of(CrossFittedModel model) {
        List<Unseen> unseen = model.unseen();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        long[] units = new long[unseen.size()];
        double[] ages = new double[units.length];
        double[] lives = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            Unseen one = unseen.get(i);
            units[i] = numbers.computeIfAbsent(one.unit(), unit -> numbers.size());
            ages[i] = one.age();
            lives[i] = one.life();
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(UNITS, Tensor.of(units, units.length));
        tensors.put(AGES, Tensor.of(ages, ages.length));
        tensors.put(LIVES, Tensor.of(lives, lives.length));
        for (int m = 0; m < model.weights().size(); m++) {
            int member = m;
            List<LifeForecast> said =
                    unseen.stream().map(one -> one.forecasts().get(member)).toList();
            tensors.put(FORECASTS + (m + 1), ForecastRows.of(said, model.question()));
        }
        tensors.put(SMOKE, ForecastRows.of(smoke(model), model.question()));
        asked(model).forEach((name, one) -> SmokeAnswers.keep(one, name, tensors));
        return new HeldOutTensors(List.copyOf(numbers.keySet()), tensors);
    }

    /** @throws IllegalArgumentException if the tensors do not hold what so many members said of units by these names */
    static List<Unseen> read(SafeTensors file, List<String> names, int members, LifeQuestion question) {
        NamedTensors tensors = new NamedTensors(file.tensors());
        long[] units = tensors.longs(UNITS, NamedTensors.ANY);
        double[] ages = tensors.doubles(AGES, units.length);
        double[] lives = tensors.doubles(LIVES, units.length);
        List<List<LifeForecast>> said = new ArrayList<>(); // [member][moment]
        for (int m = 0; m < members; m++) {
            List<LifeForecast> ofMember = ForecastRows.read(tensors, FORECASTS + (m + 1), question);
            if (ofMember.size() != units.length) {
                throw new IllegalArgumentException("member " + (m + 1) + " said " + ofMember.size() + " forecasts of "
                        + units.length + " moments: expected one of each");
            }
            said.add(ofMember);
        }
        List<Unseen> unseen = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            if (units[i] < 0 || units[i] >= names.size() || !(ages[i] >= 0) || !(lives[i] >= 0)) {
                throw new IllegalArgumentException("moment " + i + " is of unit " + units[i] + " of " + names.size()
                        + " at the age " + ages[i] + " with the life " + lives[i]
                        + ": expected a unit that is named, and numbers from 0");
            }
            int moment = i;
            unseen.add(new Unseen(
                    names.get((int) units[i]),
                    ages[i],
                    lives[i],
                    said.stream().map(member -> member.get(moment)).toList()));
        }
        return unseen;
    }

    /** @throws IllegalArgumentException if a model or the calibration says something else than it did */
    static void requireSame(CrossFittedModel model, SafeTensors file) {
        NamedTensors tensors = new NamedTensors(file.tensors());
        ForecastRows.requireSame(smoke(model), tensors, SMOKE, model.question(), SmokeAnswers.DOUBLE);
        asked(model).forEach((name, one) -> SmokeAnswers.requireSame(one, name, tensors, SmokeAnswers.SINGLE));
    }

    /** Returns all models together and each on its own, by the names under which their answers are kept. */
    private static Map<String, RemainingLifeModel> asked(CrossFittedModel model) {
        Map<String, RemainingLifeModel> asked = new LinkedHashMap<>();
        asked.put(SMOKE_TOGETHER, model);
        for (int fold = 0; fold < model.models().size(); fold++) {
            List<RemainingLifeModel> ofFold = model.models().get(fold);
            for (int m = 0; m < ofFold.size(); m++) {
                asked.put("smoke.fold_" + (fold + 1) + ".member_" + (m + 1), ofFold.get(m));
            }
        }
        return asked;
    }

    /** Returns what the calibrated model should have said at some of the moments. */
    private static List<LifeForecast> smoke(CrossFittedModel model) {
        int moments = model.unseen().size();
        List<LifeForecast> some = new ArrayList<>();
        for (int i = 0; i < moments; i += Math.max(1, moments / SMOKE_MOMENTS)) {
            some.add(model.heldOut(i).forecast());
        }
        return some;
    }
}
