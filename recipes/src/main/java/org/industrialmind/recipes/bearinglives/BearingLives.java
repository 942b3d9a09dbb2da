package org.industrialmind.recipes.bearinglives;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.learning.vibration.health.HealthIndex;
import org.industrialmind.learning.vibration.health.IndexQuality;
import org.industrialmind.learning.vibration.health.SnapshotTable;
import org.industrialmind.learning.vibration.publicdata.FemtoFiles;
import org.industrialmind.learning.vibration.publicdata.FemtoFiles.BearingLife;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.recipe.RecipeCard;
import org.industrialmind.recipes.recipe.ResultTable;

/** Follows bearings until they fail by an index of wear that the lives of the other bearings have weighed. */
public final class BearingLives implements Recipe {
    private static final String LEVEL = "horizontal_rms";

    @Override
    public RecipeCard card() {
        return new RecipeCard(
                "bearing-lives",
                "How worn is a bearing, told by what the lives of other bearings have taught?",
                List.of("index.csv", "and the recordings that it names"),
                "FEMTO-ST, PHM challenge 2012, published openly, no licence stated");
    }

    @Override
    public Findings run(Order order) throws IOException {
        order.file("index.csv");
        List<SnapshotTable> lives = FemtoFiles.read(order.from()).stream()
                .map(BearingLife::snapshots)
                .toList();
        order.progress().say("%d bearings read", lives.size());
        HealthIndex level = HealthIndex.ofOne(LEVEL, FemtoFiles.features(), HealthIndex.Settings.defaults());
        List<double[]> others = new ArrayList<>();
        List<double[]> levels = new ArrayList<>();
        Chart chart = Chart.of("Wear by the lives of the others", "share of its life", "index: 1 is a factor e");
        for (SnapshotTable life : lives) {
            double[] index = ofOthers(life, lives).of(life);
            others.add(index);
            levels.add(level.of(life));
            chart = chart.line(life.machine(), overLife(index));
        }
        IndexQuality learned = IndexQuality.of(others);
        IndexQuality naive = IndexQuality.of(levels);
        return new Findings()
                .plot("wear", chart)
                .table(new ResultTable(
                        "an index of wear, 1 is best",
                        List.of("monotone", "one shape", "fails at one value"),
                        List.of(row("level of vibration", naive), row("weighed by the others", learned))))
                .metric("trendability", learned.trendability())
                .metric("prognosability", learned.prognosability())
                .say("Bearings differ in how loud they are when new and in what grows as they wear. Each feature is"
                        + " held against the bearing's own beginning, and weighed by how steadily it rose over the"
                        + " lives of others.")
                .say("An index that is good to look at need not help a forecast: " + (lives.size() - 1) + " lives are"
                        + " too few to learn both the weights and what they mean.");
    }

    /** Returns the index that all lives but this one have weighed. */
    private static HealthIndex ofOthers(SnapshotTable life, List<SnapshotTable> lives) {
        List<SnapshotTable> others =
                lives.stream().filter(other -> other != life).toList();
        return HealthIndex.learn(others, HealthIndex.Settings.defaults());
    }

    private static Series overLife(double[] index) {
        double[] shares = IntStream.range(0, index.length)
                .mapToDouble(s -> (double) s / (index.length - 1))
                .toArray();
        return Series.of(shares, index);
    }

    private static ResultTable.Row row(String name, IndexQuality quality) {
        return new ResultTable.Row(
                name,
                List.of(
                        ResultTable.score(quality.monotonicity()),
                        ResultTable.score(quality.trendability()),
                        ResultTable.score(quality.prognosability())));
    }
}
