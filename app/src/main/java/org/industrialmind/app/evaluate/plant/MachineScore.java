package org.industrialmind.app.evaluate.plant;

import static org.industrialmind.simulator.fault.FaultLabel.Kind.NUISANCE;
import static org.industrialmind.simulator.fault.FaultLabel.Kind.PROCESS;
import static org.industrialmind.simulator.fault.FaultLabel.Kind.SENSOR;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.industrialmind.app.evaluate.plant.Tally.Count;
import org.industrialmind.simulator.fault.FaultLabel;

/** Holds the episodes told of one machine against what was really wrong with it. */
final class MachineScore {
    private static final double NANOS_A_MONTH = Duration.ofDays(30).toNanos();

    private final Truth truth;
    private final List<SeenEpisode> episodes;
    private final Tally tally = new Tally();

    private MachineScore(Truth truth, List<SeenEpisode> episodes) {
        this.truth = truth;
        this.episodes = episodes.stream()
                .sorted(Comparator.comparingLong(SeenEpisode::openedNanos))
                .toList();
    }

    /** Counts what was right and wrong from that time on. */
    static Tally of(Truth truth, List<SeenEpisode> episodes, Instant from) {
        MachineScore score = new MachineScore(truth, episodes);
        truth.of(PROCESS).filter(fault -> fault.detectable().isPresent()).forEach(score::fault);
        truth.of(SENSOR).filter(truth::plainBias).forEach(score::bias);
        episodes.forEach(score::episode);
        score.time(Truth.nanos(from), Truth.nanos(truth.until()));
        return score.tally;
    }

    private void fault(FaultLabel fault) {
        Optional<SeenEpisode> told = first(fault);
        Optional<SeenEpisode> found = episodes.stream()
                .filter(episode -> !episode.sensor() && truth.finds(episode, fault))
                .findFirst();
        tally.addFault(truth.level(fault), found.isPresent());
        if (fault.severity() != FaultLabel.Severity.FULL) {
            tally.add(Count.INCIPIENT, 1);
            tally.add(Count.INCIPIENT_FOUND, found.isPresent() ? 1 : 0);
            return;
        }
        tally.add(Count.FAULTS, 1);
        told.ifPresent(first -> {
            tally.add(Count.FAULTS_TOLD, 1);
            tally.add(Count.FAULTS_AS_MACHINE, first.sensor() ? 0 : 1);
        });
        found.ifPresent(episode -> found(fault, episode));
    }

    private void found(FaultLabel fault, SeenEpisode episode) {
        tally.add(Count.FOUND, 1);
        long late = episode.openedNanos() - Truth.nanos(fault.detectable().orElseThrow());
        tally.addDelay(Math.max(0, late) / 1e9);
        List<String> foremost = episode.channels().stream().limit(3).toList();
        List<String> moved = truth.channels(fault);
        tally.add(Count.TOP3, moved.stream().anyMatch(foremost::contains) ? 1 : 0);
        tally.add(Count.TOP3_FIRST, foremost.contains(moved.getFirst()) ? 1 : 0);
    }

    private void bias(FaultLabel fault) {
        tally.add(Count.BIASES, 1);
        first(fault).ifPresent(first -> {
            tally.add(Count.BIASES_TOLD, 1);
            tally.add(Count.BIASES_AS_SENSOR, first.sensor() ? 1 : 0);
        });
    }

    private Optional<SeenEpisode> first(FaultLabel fault) {
        return episodes.stream().filter(episode -> truth.finds(episode, fault)).findFirst();
    }

    private void episode(SeenEpisode episode) {
        boolean machine = truth.of(PROCESS).anyMatch(fault -> truth.explains(fault, episode));
        boolean sensor = truth.of(SENSOR).anyMatch(fault -> truth.explains(fault, episode));
        if (episode.sensor()) {
            tally.add(Count.SENSOR_EPISODES, 1);
            tally.add(Count.SENSOR_RIGHT, sensor ? 1 : 0);
            return;
        }
        tally.add(Count.EPISODES, 1);
        if (machine) {
            tally.add(Count.RIGHT, 1);
        } else if (sensor) {
            tally.add(Count.FALSE_AT_SENSOR_FAULT, 1);
        } else if (truth.all().stream().anyMatch(label -> label.kind() == NUISANCE && truth.explains(label, episode))) {
            tally.add(Count.FALSE_AT_NUISANCE, 1);
        }
    }

    /** Measures the time outside of all faults, minute by minute. */
    private void time(long from, long until) {
        long minute = Duration.ofMinutes(1).toNanos();
        tally.add(Count.MONTHS, (until - from) / NANOS_A_MONTH);
        for (long at = from; at < until; at += minute) {
            long now = at;
            boolean normal = truth.faults().stream()
                    .noneMatch(fault -> Truth.nanos(fault.onset()) <= now
                            && now < Truth.nanos(truth.end(fault).plus(Truth.COOLING)));
            if (normal) {
                boolean alarm = episodes.stream().anyMatch(each -> each.openedNanos() <= now && now < each.endNanos());
                tally.add(Count.NORMAL_MONTHS, minute / NANOS_A_MONTH);
                tally.add(Count.ALARM_MONTHS_ON_NORMAL, alarm ? minute / NANOS_A_MONTH : 0);
            }
        }
    }
}
