package org.industrialmind.learning.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.anomaly.CalibrationScore;
import org.industrialmind.signal.AssetId;

/** Calibrates what a {@link DecisionPolicy} does with blocks. */
final class BlockCalibration {
    private static final double MONTH_NANOS = Duration.ofDays(30).toNanos();
    private static final double SHORTEST_RUN = 10; // of blocks between false alarms: below, a sum decides nothing

    private final Map<AssetId, List<Block>> blocks;
    private final int fewestWindows;
    private final DecisionSettings settings;

    private BlockCalibration(Map<AssetId, List<Block>> blocks, int fewestWindows, DecisionSettings settings) {
        this.blocks = blocks;
        this.fewestWindows = fewestWindows;
        this.settings = settings;
    }

    /** Gathers the blocks: those with at least half as many windows as usual. */
    static BlockCalibration of(List<CalibrationScore> surprises, DecisionSettings settings) {
        Map<AssetId, Map<Long, Block>> gathered = new TreeMap<>();
        long nanos = settings.block().toNanos();
        for (CalibrationScore window : surprises) {
            long index = Block.indexOf(window.windowEndNanos(), nanos);
            Map<Long, Block> own = gathered.computeIfAbsent(window.asset(), asset -> new TreeMap<>());
            own.put(index, own.getOrDefault(index, Block.empty(index)).with(window.regime(), window.score()));
        }
        double usual = Quantiles.median(gathered.values().stream()
                .flatMap(own -> own.values().stream())
                .mapToDouble(Block::windows)
                .toArray());
        int fewest = Math.max(1, (int) Math.ceil(usual / 2));
        Map<AssetId, List<Block>> blocks = new TreeMap<>();
        gathered.forEach((asset, own) -> blocks.put(
                asset,
                own.values().stream().filter(block -> block.windows() >= fewest).toList()));
        return new BlockCalibration(blocks, fewest, settings);
    }

    BlockMaxima maxima() {
        Map<Standing, List<Double>> maxima = new TreeMap<>();
        blocks.forEach((asset, own) -> own.forEach(
                block -> maxima.computeIfAbsent(new Standing(asset, block.regime()), standing -> new ArrayList<>())
                        .add(block.maximum())));
        Map<Standing, double[]> arrays = new TreeMap<>();
        maxima.forEach((standing, own) ->
                arrays.put(standing, own.stream().mapToDouble(m -> m).toArray()));
        BudgetKeeper budget = BudgetKeeper.of(settings.budget().episodesPerAssetMonth());
        return new BlockMaxima(arrays, budget.blocksNeeded(settings.block()));
    }

    /** Returns the cumulative sum; empty if the settings want none, or there are too few blocks to know normal ones by. */
    Optional<SlowEvidence> slow() {
        double[] means = blocks.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Block::mean)
                .toArray();
        double monthly = settings.budget().episodesPerAssetMonth() * settings.slowShare();
        double runLength = MONTH_NANOS / settings.block().toNanos() / monthly;
        if (means.length < TailFit.FEWEST || !(runLength >= SHORTEST_RUN) || Double.isInfinite(runLength)) {
            return Optional.empty();
        }
        Tail tail = TailFit.of(means);
        double memory = memory(tail);
        double designed = RunLength.cumulativeSumLimit(settings.slack(), Math.min(runLength, RunLength.LONGEST));
        double limit = Math.max(designed, replayed(tail, memory, means.length / runLength));
        return Optional.of(
                new SlowEvidence(tail, memory, fewestWindows, new Evidence.CumulativeSum(settings.slack(), limit)));
    }

    /** Returns the correlation of a block with the one right before it. */
    private double memory(Tail tail) {
        double products = 0;
        double squares = 0;
        for (List<Block> own : blocks.values()) {
            for (int i = 1; i < own.size(); i++) {
                if (own.get(i).index() == own.get(i - 1).index() + 1) {
                    double before = SlowEvidence.value(tail, own.get(i - 1).mean());
                    double now = SlowEvidence.value(tail, own.get(i).mean());
                    products += before * now;
                    squares += (before * before + now * now) / 2;
                }
            }
        }
        return squares == 0 ? 0 : Math.clamp(products / squares, 0, SlowEvidence.MOST_MEMORY);
    }

    /**
     * Returns the limit that the blocks of calibration themselves would have passed no more often than so many times: the
     * design takes values to be normal and independent, and this is what checks it.
     */
    private double replayed(Tail tail, double memory, double tolerated) {
        List<Double> peaks = new ArrayList<>();
        for (List<Block> own : blocks.values()) {
            double evidence = 0;
            double before = 0;
            double peak = 0;
            long last = DecisionState.NEVER;
            for (Block block : own) {
                double value = SlowEvidence.value(tail, block.mean());
                double fresh = block.index() - 1 == last ? SlowEvidence.whitened(value, before, memory) : value;
                evidence = Math.max(0, evidence + fresh - settings.slack());
                if (evidence == 0) {
                    peaks.add(peak);
                    peak = 0;
                }
                peak = Math.max(peak, evidence);
                before = value;
                last = block.index();
            }
            peaks.add(peak);
        }
        double[] ascending = peaks.stream().mapToDouble(peak -> peak).toArray();
        Arrays.sort(ascending);
        int spent = (int) Math.floor(tolerated);
        return ascending[Math.max(0, ascending.length - 1 - spent)];
    }
}
