package org.industrialmind.recipes.pumpfailure;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.industrialmind.learning.anomaly.PcaSettings;
import org.industrialmind.learning.anomaly.PcaTrainer;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.Window;
import org.industrialmind.torch.anomaly.Architecture;
import org.industrialmind.torch.anomaly.AutoencoderSettings;
import org.industrialmind.torch.anomaly.AutoencoderTrainer;

/** Trains each detector on the history of simulated pump stations and prints what it found in the hours that followed. */
public final class PumpFailure {
    static final List<Long> HELD_OUT_SEEDS = List.of(101L, 102L, 103L); // no setting was chosen by looking at these
    private static final Duration HISTORY = Duration.ofHours(8);
    private static final InstantSource CLOCK = InstantSource.system();

    private PumpFailure() {}

    /** Something that learns from a history and then judges. */
    interface Contestant extends Function<WindowSet, Function<List<Window>, List<Verdict>>> {}

    public static void main(String[] arguments) {
        List<Long> seeds = arguments.length == 0
                ? HELD_OUT_SEEDS
                : List.of(arguments).stream().map(Long::valueOf).toList();
        System.out.println("detector                       found      delay   false  precision  recall     F1  judged");
        compare(seeds, HISTORY).forEach((name, tally) -> System.out.println(tally.row(name)));
    }

    static SequencedMap<String, Tally> compare(List<Long> seeds, Duration history) {
        SequencedMap<String, Tally> tallies = new LinkedHashMap<>();
        for (long seed : seeds) {
            PumpStation station = PumpStation.simulate(seed, history);
            contestants(seed)
                    .forEach((name, contestant) -> tallies.computeIfAbsent(name, first -> new Tally())
                            .add(station, contestant.apply(station.history()).apply(station.live())));
        }
        return tallies;
    }

    private static SequencedMap<String, Contestant> contestants(long seed) {
        SequencedMap<String, Contestant> all = new LinkedHashMap<>();
        all.put("always abnormal", history -> OneLiners::always);
        all.put("random", history -> windows -> OneLiners.random(windows, seed));
        all.put("moving variance", OneLiners::movingVariance);
        all.put("pca", history -> new PcaTrainer(PcaSettings.defaults(), CLOCK).train(history, seed)::judge);
        for (Architecture architecture : Architecture.values()) {
            AutoencoderTrainer trainer = new AutoencoderTrainer(AutoencoderSettings.of(architecture), CLOCK);
            all.put(architecture.kind(), history -> trainer.train(history, seed)::judge);
        }
        return all;
    }
}
