package org.industrialmind.learning.prognosis.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.UnitFolds;
import org.industrialmind.learning.prognosis.model.TrainingNotes;

/**
 * Deals the fleet into folds by unit, trains every member on all folds but one, and lets all of these models answer together:
 * weighted by, and calibrated on, the units that each had not seen (cross-conformal [1]).
 *
 * <p>So no unit is lost to calibration, every unit is forecast by models that do not know it, and the models that answer in
 * the end are the very ones whose errors were measured. The mean of the folds is a little better than each; the intervals err
 * on the wide side by as much.
 *
 * <ol>
 *   <li>Vovk 2015, Cross-conformal predictors, Annals of Mathematics and Artificial Intelligence 74.
 * </ol>
 *
 * @param members at least one, all with one question
 * @param folds at least 2; fewer are dealt where there are fewer units
 */
public record CrossFittedTrainer(String name, List<RemainingLifeTrainer> members, int folds)
        implements RemainingLifeTrainer {
    private static final int SHORTEST = 10; // rows before the first forecast that is judged
    private static final int STEP = 5; // rows from one judged forecast to the next

    public CrossFittedTrainer {
        members = List.copyOf(members);
        if (members.isEmpty() || folds < 2) {
            throw new IllegalArgumentException(
                    members.size() + " members and " + folds + " folds: expected at least 1 and 2");
        }
        for (RemainingLifeTrainer member : members) {
            if (!member.question().equals(members.getFirst().question())) {
                throw new IllegalArgumentException("member " + member.name() + " answers " + member.question()
                        + ": expected " + members.getFirst().question() + ", as the first");
            }
        }
    }

    @Override
    public LifeQuestion question() {
        return members.getFirst().question();
    }

    /**
     * Trains the ensemble; with a single failure nothing can be held out, and the members count alike, uncalibrated.
     *
     * @throws IllegalArgumentException if a member cannot learn from the fleet, or all units that failed were seen too briefly
     *     to be judged
     */
    @Override
    public CrossFittedModel train(Fleet fleet, long seed) {
        int failures = fleet.failed().size();
        if (failures < 2) {
            List<RemainingLifeModel> models =
                    members.stream().map(member -> member.train(fleet, seed)).toList();
            return calibrated(fleet, List.of(models), List.of(), new HeldOutModes(fleet, members.size()), seed);
        }
        UnitFolds dealt = new UnitFolds(fleet, Math.min(folds, failures), seed);
        SplittableRandom seeds = new SplittableRandom(seed);
        List<List<Cut>> heldOut = heldOut(fleet, dealt, seed);
        List<List<RemainingLifeModel>> models = new ArrayList<>(); // [fold][member]
        List<Unseen> unseen = new ArrayList<>();
        HeldOutModes ofModes = new HeldOutModes(fleet, members.size());
        for (int fold = 0; fold < dealt.count(); fold++) {
            List<Cut> cuts = heldOut.get(fold);
            List<RemainingLifeModel> ofFold = new ArrayList<>();
            List<List<Judged>> judged = new ArrayList<>(); // [member][cut]
            for (RemainingLifeTrainer member : members) {
                RemainingLifeModel model = member.train(dealt.learned(fold), seeds.nextLong());
                judged.add(Judged.by(model, cuts));
                ofFold.add(model);
            }
            ofModes.ask(fold, ofFold, dealt.learned(fold), cuts);
            models.add(ofFold);
            for (int i = 0; i < cuts.size(); i++) {
                int cut = i;
                unseen.add(new Unseen(
                        cuts.get(i),
                        judged.stream()
                                .map(member -> member.get(cut).forecast())
                                .toList()));
            }
        }
        return calibrated(fleet, models, unseen, ofModes, seed);
    }

    /** Returns the moments of each fold that are judged. */
    private List<List<Cut>> heldOut(Fleet fleet, UnitFolds dealt, long seed) {
        LifeQuestion anywhere = question().withLongest(Double.POSITIVE_INFINITY);
        List<List<Cut>> heldOut = IntStream.range(0, dealt.count())
                .mapToObj(fold -> Cut.every(dealt.heldOut(fold), anywhere, SHORTEST, STEP, seed))
                .toList();
        if (heldOut.stream().allMatch(List::isEmpty)) {
            int longest =
                    fleet.failed().stream().mapToInt(RunToFailure::rows).max().orElse(0);
            throw new IllegalArgumentException("no unit that failed has more than " + longest
                    + " rows: expected some of " + (SHORTEST + STEP - 1)
                    + " and more, which can be judged when they are held out; next: give longer histories, or"
                    + " more rows of each");
        }
        return heldOut;
    }

    private CrossFittedModel calibrated(
            Fleet fleet, List<List<RemainingLifeModel>> models, List<Unseen> unseen, HeldOutModes ofModes, long seed) {
        return new CrossFittedModel(
                models,
                weights(asked(unseen)),
                ofModes.weights(),
                ofModes.accuracy(),
                unseen,
                TrainingNotes.of(this, fleet, seed));
    }

    private List<Unseen> asked(List<Unseen> unseen) {
        return unseen.stream().filter(one -> one.life() <= question().longest()).toList();
    }

    /** Weighs the members by both means at once: a member counts the same in every number of a forecast. */
    private double[] weights(List<Unseen> asked) {
        List<double[]> forecasts = new ArrayList<>();
        for (int m = 0; m < members.size(); m++) {
            int member = m;
            forecasts.add(asked.stream()
                    .map(one -> one.forecasts().get(member))
                    .flatMapToDouble(forecast -> DoubleStream.of(forecast.mean(), forecast.restrictedMean()))
                    .toArray());
        }
        double[] truth = asked.stream()
                .mapToDouble(Unseen::life)
                .flatMap(life -> DoubleStream.of(life, Math.min(life, question().horizon())))
                .toArray();
        return Blend.weights(forecasts, truth);
    }
}
