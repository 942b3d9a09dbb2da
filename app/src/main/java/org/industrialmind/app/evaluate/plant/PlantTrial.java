package org.industrialmind.app.evaluate.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.learning.decision.FleetRun;
import org.industrialmind.learning.decision.FleetWatch;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Window;

/** Lets a judge learn from the quiet history of a plant and watch its live part. */
final class PlantTrial {
    /** Ten minutes: the mean of sixty readings. */
    static final int WINDOW_ROWS = 60;

    /** A verdict every two minutes. */
    static final int STRIDE_ROWS = 12;

    /** How long before the live part machines are followed, so that one that comes back cold is known to have been away. */
    private static final Duration RUN_IN = Duration.ofDays(1);

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
            Map<AssetId, List<SeenEpisode>> episodes = episodes(machines, judge);
            for (MachineLog machine : machines) {
                AssetId asset = machine.asset().id();
                tallies.add(MachineScore.of(
                        Truth.of(asset, log),
                        episodes.getOrDefault(asset, List.of()),
                        log.scenario().liveStart()));
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

    /** Returns what would have been told of the machines of a class in the live part, all living through it together. */
    Map<AssetId, List<SeenEpisode>> episodes(List<MachineLog> machines, Judge judge) {
        Duration round = judge.policy()
                .filter(policy -> policy.fleet().isPresent())
                .map(DecisionPolicy::block)
                .orElse(Duration.ofDays(1));
        FleetRun fleet = new FleetRun(judge.policy());
        Map<AssetId, EpisodeFollower> followers = new TreeMap<>();
        Instant end = log.scenario().end();
        Instant live = log.scenario().liveStart();
        for (Instant from = live.minus(RUN_IN); from.isBefore(end); from = from.plus(round)) {
            Instant until = from.plus(round);
            for (MachineLog machine : machines) {
                AssetId asset = machine.asset().id();
                EpisodeFollower follower =
                        followers.computeIfAbsent(asset, tag -> new EpisodeFollower(tag, EpisodeRule.defaults()));
                List<Window> windows = machine.windows(
                        from.minusSeconds((long) (WINDOW_ROWS - STRIDE_ROWS) * PlantLog.PERIOD_SECONDS),
                        until.isBefore(end) ? until : end,
                        WINDOW_ROWS,
                        STRIDE_ROWS);
                List<Verdict> verdicts = judge.judge(windows);
                for (int i = 0; i < windows.size(); i++) {
                    if (verdicts.get(i) instanceof Verdict.Scored scored) {
                        follower.see(windows.get(i).endNanos(), decided(fleet, follower, windows.get(i), scored));
                    }
                }
            }
        }
        Map<AssetId, List<SeenEpisode>> told = new TreeMap<>();
        followers.forEach((asset, follower) -> told.put(
                asset,
                follower.until(Truth.nanos(end)).stream()
                        .filter(episode -> episode.endNanos() > Truth.nanos(live))
                        .toList()));
        return told;
    }

    private static Verdict.Scored decided(
            FleetRun fleet, EpisodeFollower follower, Window window, Verdict.Scored scored) {
        FleetWatch.Judged judged =
                new FleetWatch.Judged(window.asset(), window.endNanos(), scored.score(), scored.suspect());
        return new Verdict.Scored(
                fleet.next(judged, follower.openOnMachine()), scored.contributions(), scored.suspect());
    }
}
