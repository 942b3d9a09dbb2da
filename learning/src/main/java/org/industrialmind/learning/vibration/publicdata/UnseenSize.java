package org.industrialmind.learning.vibration.publicdata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.industrialmind.foundations.linear.LinearDiscriminant;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.supervised.ClassShares;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.tree.RandomForest;
import org.industrialmind.learning.vibration.condition.BlockFeatures;
import org.industrialmind.learning.vibration.condition.EvidenceFeatures;
import org.industrialmind.learning.vibration.condition.LevelFeatures;
import org.industrialmind.learning.vibration.publicdata.CaseWesternFiles.BearingRun;
import org.industrialmind.learning.vibration.publicdata.CaseWesternFiles.Fault;

/**
 * Tells ball, inner and outer race faults apart on bearings whose fault has a size that was never seen, at all loads: each
 * size in turn is held out, with every bearing that has it.
 *
 * <p>A candidate is features, length of block and learner. Which one is used is decided by the training sizes alone, each of
 * them held out in turn among themselves; the first of equals, so simple ones come first. Every size decides for itself.
 *
 * <p>Beside it stand what knows nothing, what learns nothing, and the way most published tables were made: levels of even
 * bands in blocks of 2,048 readings and a random forest, once with the size unseen and once with the <b>leaky split</b>, the
 * first part of each recording for training and the rest for test. The leaky one is near 1 whatever one does; it
 * recognises the nine bearings.
 */
public final class UnseenSize {
    private static final int SECOND = 12_000; // readings: some thirty turns, enough to tell orders a thirtieth apart
    private static final int PUBLISHED = 2048; // readings
    private static final double TRAINED = 0.7; // of each recording, in the leaky split

    private final List<BearingRun> runs;
    private final Map<BlockFeatures, BlockTable> tables = new LinkedHashMap<>(); // what is computed once

    /**
     * What was measured when one size was held out.
     *
     * @param size in thousandths of an inch
     * @param chosen the candidate that the training sizes have chosen
     * @param accuracy on the held-out size: share of its blocks told right
     * @param byLoad the same at each load, in horsepower
     * @param byFault the same of each fault
     */
    public record Fold(
            int size, String chosen, double accuracy, Map<Integer, Double> byLoad, Map<Fault, Double> byFault) {}

    private record Candidate(String name, BlockFeatures features, int readings, ClassifierTrainer trainer) {}

    private final List<Candidate> candidates;
    private final Map<String, Candidate> beside = new LinkedHashMap<>();

    /** @throws IllegalArgumentException unless there are at least three sizes, each with all three faults */
    public UnseenSize(List<BearingRun> runs) {
        this.runs = List.copyOf(runs);
        for (int size : sizes()) {
            long faults = runs.stream()
                    .filter(run -> run.size() == size)
                    .map(BearingRun::fault)
                    .distinct()
                    .count();
            if (faults != BlockTable.CLASSES || sizes().size() < 3) {
                throw new IllegalArgumentException(
                        "size " + size + " has " + faults + " faults, and there are the sizes " + sizes()
                                + ": expected ball, inner and outer of at least three sizes");
            }
        }
        EvidenceFeatures whitened = EvidenceFeatures.whitened(CaseWesternFiles.driveEnd());
        BlockFeatures both = EvidenceFeatures.both(CaseWesternFiles.driveEnd());
        BlockFeatures levels = new LevelFeatures(32); // with the five of shape the 37 of the published figure
        candidates = List.of(
                new Candidate("evidence_discriminant", whitened, SECOND, LinearDiscriminant.defaults()),
                new Candidate("evidence_logistic", whitened, SECOND, LogisticRegression.defaults()),
                new Candidate("evidence_forest", whitened, SECOND, RandomForest.defaults()),
                new Candidate("both_discriminant", both, SECOND, LinearDiscriminant.defaults()),
                new Candidate("both_logistic", both, SECOND, LogisticRegression.defaults()),
                new Candidate("both_forest", both, SECOND, RandomForest.defaults()));
        List.of(
                        new Candidate("class_shares", whitened, SECOND, new ClassShares()),
                        new Candidate("geometry_alone", whitened, SECOND, new RaceRule(whitened)),
                        new Candidate("levels_forest", levels, PUBLISHED, RandomForest.defaults()))
                .forEach(candidate -> beside.put(candidate.name(), candidate));
        candidates.forEach(candidate -> beside.put(candidate.name(), candidate));
    }

    /** Returns the fault sizes of the recordings, in thousandths of an inch. */
    public SortedSet<Integer> sizes() {
        SortedSet<Integer> sizes = new TreeSet<>();
        runs.stream().filter(run -> run.fault() != Fault.NORMAL).forEach(run -> sizes.add(run.size()));
        return sizes;
    }

    /** Holds out each size in turn. */
    public List<Fold> folds(long seed) {
        List<Fold> folds = new ArrayList<>();
        for (int size : sizes()) {
            Candidate chosen = chosenWithout(size, seed);
            BlockTable test = table(chosen).where(row -> row.run().size() == size);
            Classifier classifier = trainedWithout(List.of(size), chosen, seed);
            Map<Integer, Double> byLoad = new TreeMap<>();
            Map<Fault, Double> byFault = new TreeMap<>();
            for (BearingRun run : runs) {
                if (run.size() == size && run.fault() != Fault.NORMAL) {
                    byLoad.computeIfAbsent(
                            run.load(),
                            load -> test.where(row -> row.run().load() == load).accuracy(classifier));
                    byFault.computeIfAbsent(
                            run.fault(),
                            fault -> test.where(row -> row.run().fault() == fault)
                                    .accuracy(classifier));
                }
            }
            folds.add(new Fold(size, chosen.name(), test.accuracy(classifier), byLoad, byFault));
        }
        return folds;
    }

    /** Returns the mean accuracy over held-out sizes of each candidate and of what stands beside them. */
    public Map<String, Double> beside(long seed) {
        Map<String, Double> accuracies = new LinkedHashMap<>();
        beside.forEach((name, candidate) -> accuracies.put(name, mean(candidate, sizes(), List.of(), seed)));
        return accuracies;
    }

    /** Returns the accuracies of the same methods where the rest of each recording is the test: what not to do. */
    public Map<String, Double> leaky(long seed) {
        Map<String, Double> accuracies = new LinkedHashMap<>();
        for (String name : List.of("levels_forest", "evidence_forest")) {
            Candidate candidate = Objects.requireNonNull(beside.get(name), "named in the constructor");
            BlockTable all = table(candidate);
            Classifier classifier = candidate
                    .trainer()
                    .fit(all.where(row -> row.moment() < TRAINED).labelled(), seed);
            accuracies.put(name, all.where(row -> row.moment() >= TRAINED).accuracy(classifier));
        }
        return accuracies;
    }

    private Candidate chosenWithout(int heldOut, long seed) {
        SortedSet<Integer> others = sizes();
        others.remove(heldOut);
        Candidate best = candidates.getFirst();
        double most = -1;
        for (Candidate candidate : candidates) {
            double accuracy = mean(candidate, others, List.of(heldOut), seed);
            if (accuracy > most) {
                most = accuracy;
                best = candidate;
            }
        }
        return best;
    }

    /** Returns the mean accuracy over sizes, each tested by a classifier that has seen neither it nor the hidden ones. */
    private double mean(Candidate candidate, SortedSet<Integer> sizes, List<Integer> hidden, long seed) {
        return sizes.stream()
                .mapToDouble(size -> {
                    List<Integer> unseen = new ArrayList<>(hidden);
                    unseen.add(size);
                    return table(candidate)
                            .where(row -> row.run().size() == size)
                            .accuracy(trainedWithout(unseen, candidate, seed));
                })
                .average()
                .orElse(Double.NaN);
    }

    private Classifier trainedWithout(List<Integer> unseen, Candidate candidate, long seed) {
        BlockTable training =
                table(candidate).where(row -> !unseen.contains(row.run().size()));
        return candidate.trainer().fit(training.labelled(), seed);
    }

    private BlockTable table(Candidate candidate) {
        return tables.computeIfAbsent(
                candidate.features(), features -> BlockTable.of(runs, features, candidate.readings()));
    }
}
