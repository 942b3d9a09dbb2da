package org.industrialmind.advisor.diagnosis;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.industrialmind.knowledge.graph.EquipmentKnowledge;
import org.industrialmind.knowledge.graph.FailureMode;
import org.industrialmind.knowledge.graph.PlantGraph;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Episode;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the failure modes of a machine by how well their signs fit what was seen.
 *
 * <p>Each mode of the class is a row of the fault-sensor sign matrix: what it does to each channel (1 raises, -1 lowers,
 * 0 leaves alone because a controller holds it). What was seen is a vector too: each channel's deviation, divided by the
 * six deviations at which more would not convince anybody further, and cut to [-1, 1]; within two deviations it is 0.
 * The score of a mode is the cosine between the two, with every deviating channel that the mode says is held counting
 * against it:
 *
 * <pre>   score = (sum of sign * seen  -  sum over held channels of |seen|) / (|signs| * |seen|)</pre>
 *
 * <p>It is 1 if exactly the mode's signs are seen, falls with every sign that is missing, with every deviation that the
 * mode does not explain and with every one that speaks against it, and is negative where more speaks against than for.
 * Nothing is learned, so an engineer can check every number by hand; the price is that it knows no prior rates and no
 * order of events. Scores close together are told as "undetermined" and not as a winner.
 *
 * <p>Where the detector has found that a sensor is suspect, the {@linkplain InstrumentFault fault of the instrument} is
 * told instead: what a wrong sensor reads is no evidence for a failure of the machine.
 *
 * @see "Gertler 1998, Fault Detection and Diagnosis in Engineering Systems, chapter 5 (structured residuals)"
 */
public final class Diagnoser {
    private static final double CONVINCING = 6; // robust deviations; beyond, noise is out of the question anyway
    private static final double WORTH_TELLING =
            0.15; // below, a mode shares hardly more than one sign with what was seen
    private static final int MODES_TOLD = 5;

    private final PlantGraph graph;

    public Diagnoser(PlantGraph graph) {
        this.graph = graph;
    }

    /**
     * Returns what fits the episode's contributions so far.
     *
     * @throws org.industrialmind.knowledge.graph.GraphUnavailableException if the graph is down
     */
    public Diagnosis diagnose(Episode episode) {
        return InstrumentFault.of(episode).map(InstrumentFault::diagnosis).orElseGet(() -> ofTheMachine(episode));
    }

    private Diagnosis ofTheMachine(Episode episode) {
        Optional<Asset> asset = graph.asset(episode.asset());
        if (asset.isEmpty()) {
            return Diagnosis.unknown("the plant graph does not know " + episode.asset()
                    + "; add it to the plant so that its failure modes can be looked up");
        }
        return graph.knowledge(asset.get().equipmentClass())
                .map(knowledge -> rank(knowledge, episode.contributions()))
                .orElseGet(() -> Diagnosis.unknown("no failure modes are known for the equipment class "
                        + asset.get().equipmentClass()));
    }

    static Diagnosis rank(EquipmentKnowledge knowledge, List<Contribution> contributions) {
        Map<String, Contribution> deviating = new TreeMap<>();
        contributions.stream()
                .filter(contribution -> contribution.sign() != 0)
                .forEach(contribution -> deviating.put(contribution.channel(), contribution));
        List<RankedMode> ranked = knowledge.modes().stream()
                .map(mode -> ranked(mode, deviating))
                .filter(mode -> mode.score() >= WORTH_TELLING)
                .sorted(comparingDouble(RankedMode::score).reversed().thenComparing(RankedMode::id))
                .limit(MODES_TOLD)
                .toList();
        List<String> sensors = deviating.values().stream()
                .sorted(comparingDouble((Contribution c) -> -Math.abs(c.deviation()))
                        .thenComparing(Contribution::channel))
                .map(Contribution::channel)
                .toList();
        return new Diagnosis(ranked, sensors, citations(knowledge, ranked), missing(ranked, sensors));
    }

    private static RankedMode ranked(FailureMode mode, Map<String, Contribution> deviating) {
        return new RankedMode(
                mode.id(),
                mode.name(),
                mode.iso14224(),
                mode.item(),
                mode.action(),
                score(mode, deviating),
                evidence(mode, deviating));
    }

    private static double score(FailureMode mode, Map<String, Contribution> deviating) {
        double agreement = 0;
        double signs = 0;
        for (FailureMode.Symptom symptom : mode.symptoms()) {
            double seen = seen(deviating.get(symptom.channel()));
            agreement += symptom.sign() == 0 ? -Math.abs(seen) : symptom.sign() * seen;
            signs += Math.abs(symptom.sign());
        }
        double seenSquared = deviating.values().stream()
                .mapToDouble(Diagnoser::seen)
                .map(x -> x * x)
                .sum();
        double norm = Math.sqrt(signs * seenSquared);
        return norm == 0 ? 0 : Math.clamp(agreement / norm, -1, 1);
    }

    private static double seen(@Nullable Contribution contribution) {
        return contribution == null ? 0 : Math.clamp(contribution.deviation() / CONVINCING, -1, 1);
    }

    private static List<Evidence> evidence(FailureMode mode, Map<String, Contribution> deviating) {
        Map<String, Contribution> unexplained = new TreeMap<>(deviating);
        List<Evidence> evidence = new ArrayList<>();
        for (FailureMode.Symptom symptom : mode.symptoms()) {
            Contribution contribution = unexplained.remove(symptom.channel());
            if (contribution != null || symptom.sign() != 0) {
                double deviation = contribution == null ? 0 : contribution.deviation();
                boolean supports = contribution != null && symptom.sign() == contribution.sign();
                evidence.add(new Evidence(symptom.channel(), symptom.sign(), deviation, supports));
            }
        }
        unexplained.values().forEach(c -> evidence.add(new Evidence(c.channel(), 0, c.deviation(), false)));
        evidence.sort(comparing(Evidence::supports)
                .reversed()
                .thenComparing(
                        comparingDouble((Evidence e) -> Math.abs(e.deviation())).reversed())
                .thenComparing(Evidence::channel));
        return evidence;
    }

    private static List<Citation> citations(EquipmentKnowledge knowledge, List<RankedMode> ranked) {
        Map<String, FailureMode> byId =
                knowledge.modes().stream().collect(Collectors.toMap(FailureMode::id, mode -> mode));
        return ranked.stream()
                .map(mode -> byId.get(mode.id()))
                .map(mode -> new Citation(
                        mode.source(),
                        mode.name() + " (" + mode.iso14224() + "): "
                                + mode.symptoms().stream()
                                        .map(Diagnoser::inWords)
                                        .collect(Collectors.joining(", "))))
                .toList();
    }

    private static String inWords(FailureMode.Symptom symptom) {
        return symptom.channel()
                + switch (symptom.sign()) {
                    case 1 -> " rises";
                    case -1 -> " falls";
                    default -> " stays";
                };
    }

    private static List<String> missing(List<RankedMode> ranked, List<String> sensors) {
        List<String> missing = new ArrayList<>();
        if (ranked.isEmpty()) {
            missing.add("undetermined: no known failure mode fits what was seen");
        } else if (new Diagnosis(ranked, sensors, List.of(), List.of())
                .leading()
                .isEmpty()) {
            missing.add("undetermined: "
                    + ranked.stream()
                            .limit(2)
                            .map(mode -> String.format(
                                    Locale.ROOT, "%s fits %.2f", mode.name().toLowerCase(Locale.ROOT), mode.score()))
                            .collect(Collectors.joining(", ")));
        }
        if (sensors.size() == 1) {
            missing.add("only " + sensors.getFirst()
                    + " deviates: compare it with a second instrument, since the sensor itself may be at fault");
        }
        return missing;
    }
}
