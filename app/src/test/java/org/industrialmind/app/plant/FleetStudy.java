package org.industrialmind.app.plant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.industrialmind.advisor.prognosis.FleetExperience;
import org.industrialmind.learning.prognosis.path.Experience;
import org.industrialmind.learning.prognosis.path.FailedMachine;
import org.industrialmind.signal.Assessment;

/**
 * Learns {@code advisor/src/main/resources/.../fleet-experience.json} from simulated machines that ran to failure.
 *
 * <p>Arguments: the file to write, the first seed, the last seed. The file in the repository was made with seeds 101 to 124;
 * {@link PrognosisOnPlantTest} judges it on others.
 */
final class FleetStudy {
    private static final int ENOUGH = 3;
    private static final double LOWEST_SCORE = 0.05; // as the prognosis reads scores

    private FleetStudy() {}

    public static void main(String[] args) throws IOException {
        long first = Long.parseLong(args[1]);
        long last = Long.parseLong(args[2]);
        Map<String, List<FailedMachine>> byMode = new TreeMap<>();
        Map<String, List<FailedMachine>> byClass = new TreeMap<>();
        LongStream.rangeClosed(first, last)
                .mapToObj(FailingPlant::machines)
                .flatMap(List::stream)
                .forEach(machine -> failed(machine).forEach(readings -> {
                    byMode.computeIfAbsent(machine.truth().orElseThrow().mode(), mode -> new ArrayList<>())
                            .add(readings);
                    byClass.computeIfAbsent(machine.asset().equipmentClass().code(), kind -> new ArrayList<>())
                            .add(readings);
                }));
        FleetExperience learned = new FleetExperience(
                "simulated plant, seeds " + first + " to " + last + ", judged by principal components",
                1,
                experience(byMode),
                experience(byClass));
        Files.writeString(Path.of(args[0]), learned.json() + "\n");
    }

    private static Map<String, Experience> experience(Map<String, List<FailedMachine>> failed) {
        Map<String, Experience> learned = new TreeMap<>();
        failed.forEach((name, machines) -> {
            if (machines.size() >= ENOUGH) {
                learned.put(name, Experience.learn(machines));
            }
        });
        return learned;
    }

    /** Returns the machine's way to its failure, or nothing if it did not fail or was never judged on the way. */
    private static List<FailedMachine> failed(FailingPlant machine) {
        return machine.truth()
                .filter(truth -> truth.failure().isPresent())
                .map(truth -> {
                    double onset = truth.onset().getEpochSecond();
                    double life = (truth.failure().orElseThrow().getEpochSecond() - onset) / 3600;
                    List<FailedMachine.Reading> readings = new ArrayList<>();
                    for (Assessment assessment : machine.assessments()) {
                        double hours = (assessment.windowEndNanos() / 1e9 - onset) / 3600;
                        if (hours >= 0 && hours <= life) {
                            score(assessment)
                                    .forEach(score -> readings.add(
                                            new FailedMachine.Reading(hours, Math.log(Math.max(score, LOWEST_SCORE)))));
                        }
                    }
                    return readings.isEmpty() ? List.<FailedMachine>of() : List.of(new FailedMachine(readings, life));
                })
                .orElse(List.of());
    }

    private static List<Double> score(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Normal normal -> List.of(normal.score());
            case Assessment.Abnormal abnormal -> List.of(abnormal.score());
            case Assessment.NotAssessable unseen -> List.of();
        };
    }
}
