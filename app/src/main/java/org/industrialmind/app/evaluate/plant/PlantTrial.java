package org.industrialmind.app.evaluate.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Window;

/** Lets a judge learn from the quiet history of a plant and watch its live part. */
final class PlantTrial {
    /** Ten minutes: the mean of sixty readings. */
    static final int WINDOW_ROWS = 60;

    /** A verdict every two minutes. */
    static final int STRIDE_ROWS = 12;

    private final PlantLog log;

    PlantTrial(PlantLog log) {
        this.log = log;
    }

    /** Returns the tally of each machine, in the order of their tags. */
    List<Tally> run(Judge.School school) {
        List<Tally> tallies = new ArrayList<>();
        log.byClass().forEach((equipment, machines) -> {
            Judge judge =
                    school.learn(history(equipment, machines), log.scenario().seed());
            for (MachineLog machine : machines) {
                Truth truth = Truth.of(machine.asset().id(), log);
                tallies.add(MachineScore.of(
                        truth, episodes(machine, judge), log.scenario().liveStart()));
            }
        });
        return tallies;
    }

    private WindowSet history(EquipmentClass equipment, List<MachineLog> machines) {
        List<Window> windows = new ArrayList<>();
        for (MachineLog machine : machines) {
            windows.addAll(
                    machine.windows(log.scenario().start(), log.scenario().liveStart(), WINDOW_ROWS, STRIDE_ROWS));
        }
        return new WindowSet(
                "history of the " + equipment + " class of simulated plant "
                        + log.scenario().seed(),
                windows);
    }

    /** Returns what would have been told of the machine in the live part. */
    List<SeenEpisode> episodes(MachineLog machine, Judge judge) {
        EpisodeFollower follower = new EpisodeFollower(machine.asset().id(), EpisodeRule.defaults());
        Instant end = log.scenario().end();
        for (Instant from = log.scenario().liveStart(); from.isBefore(end); from = from.plus(Duration.ofDays(1))) {
            Instant until = from.plus(Duration.ofDays(1));
            List<Window> windows = machine.windows(
                    from.minusSeconds((long) (WINDOW_ROWS - STRIDE_ROWS) * PlantLog.PERIOD_SECONDS),
                    until.isBefore(end) ? until : end,
                    WINDOW_ROWS,
                    STRIDE_ROWS);
            List<Verdict> verdicts = judge.judge(windows);
            for (int i = 0; i < windows.size(); i++) {
                follower.see(windows.get(i).endNanos(), verdicts.get(i));
            }
        }
        return follower.until(Truth.nanos(end));
    }
}
