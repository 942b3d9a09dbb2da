package org.industrialmind.recipes.pumpfailure;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.novelty.NoveltyMethod;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;
import org.industrialmind.learning.novelty.Pca;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.recipe.RecipeCard;
import org.industrialmind.recipes.recipe.ResultTable;
import org.industrialmind.recipes.recipe.ResultTable.Cell;
import org.industrialmind.recipes.recipe.ResultTable.Number;
import org.industrialmind.recipes.recipe.ResultTable.Words;
import org.industrialmind.signal.Window;
import org.industrialmind.torch.novelty.DeepNovelty;
import org.industrialmind.torch.novelty.WindowNetwork;

/** Trains each detector on the history of simulated pump stations and tells what it found in the hours that followed. */
public final class PumpFailure implements Recipe {
    private static final List<Long> HELD_OUT_SEEDS =
            List.of(101L, 102L, 103L); // no setting was chosen by looking at these
    private static final Duration HISTORY = Duration.ofHours(8);
    private static final InstantSource CLOCK = InstantSource.system();

    /** Something that learns from a history and then judges. */
    interface Contestant extends Function<WindowSet, Function<List<Window>, List<Verdict>>> {}

    @Override
    public RecipeCard card() {
        return new RecipeCard(
                "pumpfailure",
                "Which detector finds a failing pump in time, and at how many false alarms?",
                List.of(),
                "simulated by IndustrialMind itself");
    }

    @Override
    public List<Long> seeds() {
        return HELD_OUT_SEEDS;
    }

    @Override
    public Findings run(Order order) {
        Duration history = order.small() ? HISTORY.dividedBy(2) : HISTORY;
        ResultTable table =
                ResultTable.of("detector", "found", "delay min", "false", "precision", "recall", "F1", "judged");
        Findings findings = new Findings();
        for (Map.Entry<String, Tally> entry : compare(order.seeds(), history).entrySet()) {
            table = table.row(entry.getKey(), cells(entry.getValue()));
            findings.metric(
                    "f1_" + entry.getKey().replace(' ', '_'), entry.getValue().f1());
        }
        return findings.table(table)
                .say("Half of the judged windows are faulty, so an alarm that never ends has an F1 above 0.7: "
                        + "read the columns together.");
    }

    private static List<Cell> cells(Tally tally) {
        return List.of(
                new Words(tally.found() + "/" + tally.faults()),
                new Number(tally.delayMinutes(), 1),
                new Number(tally.falseEpisodes(), 0),
                new Number(tally.precision(), 2),
                new Number(tally.recall(), 2),
                new Number(tally.f1(), 2),
                new Number(tally.judgedShare(), 2));
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
        List<NoveltyMethod> methods = List.of(
                Pca.defaults(),
                DeepNovelty.of(WindowNetwork.DENSE_AUTOENCODER),
                DeepNovelty.of(WindowNetwork.CONVOLUTIONAL_AUTOENCODER));
        for (NoveltyMethod method : methods) {
            NoveltyTrainer trainer = new NoveltyTrainer(method, NoveltySettings.defaults(), CLOCK);
            all.put(method.kind(), history -> trainer.train(history, seed)::judge);
        }
        return all;
    }
}
