package org.industrialmind.learning.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.HoldOut;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.evaluation.FaultKind;
import org.industrialmind.learning.evaluation.FaultTrials;
import org.industrialmind.learning.evaluation.NormalRunning;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;

/**
 * Chooses among detectors for each machine, from normal windows alone.
 *
 * <p>No detector is best on every machine, and picking the right one for each is worth more than any single architecture [1];
 * but the labels that would tell which are those that the result is to be judged by. What can be known without them is how
 * steady a detector is on normal running, and whether it sees faults that were put there on purpose [2]. So
 *
 * <ol>
 *   <li>every candidate is trained on the earlier windows of every machine ({@link HoldOut});
 *   <li>the later ones are cut into blocks of time, and the highest 99 % quantile of its score in any block is its
 *       <em>price</em>: the limit one would have to set to be left in peace by it. An unsteady detector has one bad block,
 *       and pays for it in
 *   <li>its <em>worth</em>: the share of injected faults that score above the price, averaged over the kinds of fault. All
 *       candidates are asked about the same faults.
 * </ol>
 *
 * <p>Where two are within one standard error of each other, that which comes first in the list of candidates wins: list the
 * simplest first.
 *
 * <ol>
 *   <li>Liu and Paparrizos 2024, The elephant in the room: towards a reliable time-series anomaly detection benchmark,
 *       NeurIPS 37.
 *   <li>Goswami, Challu, Callot, Minorics and Kan 2023, Unsupervised model selection for time-series anomaly detection,
 *       ICLR: injected anomalies and agreement as surrogates for labels.
 * </ol>
 */
public final class DetectorSelection {
    private static final double TAIL = 0.99;
    private static final int FEWEST_A_BLOCK = 10; // windows: fewer show no tail

    private final List<DetectorCandidate> candidates;
    private final SelectionSettings settings;

    /** @throws IllegalArgumentException if there is no candidate, or two have one name */
    public DetectorSelection(List<DetectorCandidate> candidates, SelectionSettings settings) {
        this.candidates = List.copyOf(candidates);
        this.settings = settings;
        Set<String> names = new HashSet<>();
        candidates.forEach(candidate -> names.add(candidate.name()));
        if (candidates.isEmpty() || names.size() < candidates.size()) {
            throw new IllegalArgumentException("candidates "
                    + candidates.stream().map(DetectorCandidate::name).toList()
                    + ": expected at least one, each with a name of its own");
        }
    }

    /**
     * Chooses.
     *
     * @param normal windows of normal running of machines of one class
     * @throws IllegalArgumentException if too little of them can be held out to choose by
     */
    public Selection choose(WindowSet normal, long seed) {
        HoldOut parts = HoldOut.of(normal, settings.holdOut(), settings.baseline());
        NormalRunning heldOut = NormalRunning.of(parts.calibration(), Baseline.fit(parts.fit(), settings.baseline()));
        Map<AssetId, FaultTrials> trials = new TreeMap<>();
        for (AssetId asset : heldOut.assets()) {
            long own = seed * 31 + asset.hashCode();
            trials.put(asset, FaultTrials.of(heldOut, asset, settings.severities(), settings.trials(), own));
        }
        Map<AssetId, List<Tried>> tried = new TreeMap<>();
        for (DetectorCandidate candidate : candidates) {
            AnomalyDetector detector = candidate.trainer().train(parts.fit(), seed);
            trials.forEach((asset, faults) -> tried.computeIfAbsent(asset, key -> new ArrayList<>())
                    .add(tried(candidate.name(), detector, heldOut.of(asset), faults)));
        }
        Map<AssetId, Choice> choices = new TreeMap<>();
        tried.forEach((asset, rows) -> {
            if (rows.stream().allMatch(Tried::enough)) {
                choices.put(asset, ranked(rows.stream().map(Tried::evidence).toList()));
            }
        });
        return new Selection(ranked(together(tried.values())), choices);
    }

    /** What a candidate did on one machine. */
    private record Tried(CandidateEvidence evidence, boolean enough) {}

    private Tried tried(String name, AnomalyDetector detector, List<Window> normal, FaultTrials faults) {
        List<Double> scores = scores(
                detector,
                normal.stream()
                        .sorted(Comparator.comparingLong(Window::endNanos))
                        .toList());
        Moments tails = Moments.NONE;
        double price = 1;
        for (int block = 0; block < settings.blocks(); block++) {
            double[] part = scores
                    .subList(block * scores.size() / settings.blocks(), (block + 1) * scores.size() / settings.blocks())
                    .stream()
                    .mapToDouble(score -> score)
                    .toArray();
            if (part.length >= FEWEST_A_BLOCK) {
                double tail = Quantiles.quantile(part, TAIL);
                tails = tails.with(Math.log(Math.max(tail, Double.MIN_NORMAL)));
                price = Math.max(price, tail);
            }
        }
        double alarms = scores.stream().filter(score -> score > 1).count();
        CandidateEvidence evidence = new CandidateEvidence(
                name,
                scores.size(),
                scores.isEmpty() ? 0 : alarms / scores.size(),
                tails.count() < 2 ? 0 : tails.deviation(),
                price,
                recall(detector, faults, price));
        return new Tried(evidence, tails.count() == settings.blocks());
    }

    private static List<Double> scores(AnomalyDetector detector, List<Window> windows) {
        return detector.judge(windows).stream()
                .filter(verdict -> verdict instanceof Verdict.Scored)
                .map(verdict -> ((Verdict.Scored) verdict).score())
                .toList();
    }

    /** A fault that a detector abstains from is one that it does not see. */
    private static Map<FaultKind, Double> recall(AnomalyDetector detector, FaultTrials faults, double price) {
        List<Verdict> verdicts = detector.judge(faults.windows());
        Map<FaultKind, Moments> found = new EnumMap<>(FaultKind.class);
        for (int i = 0; i < verdicts.size(); i++) {
            boolean seen = verdicts.get(i) instanceof Verdict.Scored scored && scored.score() > price;
            FaultKind kind = faults.trials().get(i).kind();
            found.put(kind, found.getOrDefault(kind, Moments.NONE).with(seen ? 1 : 0));
        }
        Map<FaultKind, Double> recall = new EnumMap<>(FaultKind.class);
        found.forEach((kind, moments) -> recall.put(kind, moments.mean()));
        return recall;
    }

    private List<CandidateEvidence> together(Iterable<List<Tried>> machines) {
        List<CandidateEvidence> whole = new ArrayList<>();
        for (int c = 0; c < candidates.size(); c++) {
            List<CandidateEvidence> own = new ArrayList<>();
            for (List<Tried> machine : machines) {
                own.add(machine.get(c).evidence());
            }
            Map<FaultKind, Double> recall = new EnumMap<>(FaultKind.class);
            for (FaultKind kind : FaultKind.values()) {
                own.stream()
                        .filter(row -> row.recall().containsKey(kind))
                        .mapToDouble(row -> row.recall().getOrDefault(kind, 0.0))
                        .average()
                        .ifPresent(mean -> recall.put(kind, mean));
            }
            whole.add(new CandidateEvidence(
                    candidates.get(c).name(),
                    own.stream().mapToInt(CandidateEvidence::windows).sum(),
                    mean(own.stream().mapToDouble(CandidateEvidence::alarmShare).toArray()),
                    mean(own.stream().mapToDouble(CandidateEvidence::tailSpread).toArray()),
                    mean(own.stream().mapToDouble(CandidateEvidence::price).toArray()),
                    recall));
        }
        return whole;
    }

    private static double mean(double[] values) {
        return Moments.of(values).mean();
    }

    /** Ranks by worth, then moves up the first listed among those within a standard error of the best. */
    private Choice ranked(List<CandidateEvidence> inOrder) {
        List<CandidateEvidence> ranking = new ArrayList<>(inOrder);
        ranking.sort(Comparator.comparingDouble(CandidateEvidence::worth).reversed());
        double best = ranking.getFirst().worth();
        double trials = (double) settings.trials() * FaultKind.values().length;
        double close = best - Math.sqrt(best * (1 - best) / trials);
        for (CandidateEvidence simplest : inOrder) {
            if (simplest.worth() >= close) {
                ranking.remove(simplest);
                ranking.addFirst(simplest);
                break;
            }
        }
        return new Choice(ranking);
    }
}
