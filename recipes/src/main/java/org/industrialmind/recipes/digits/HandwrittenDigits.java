package org.industrialmind.recipes.digits;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.industrialmind.foundations.metrics.ConfusionMatrix;
import org.industrialmind.foundations.neural.Epoch;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.recipes.digits.DigitNetwork.Trained;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.recipe.RecipeCard;
import org.industrialmind.recipes.recipe.ResultTable;

/** Reads handwritten digits with networks written from scratch, and shows where even the best of them is wrong. */
public final class HandwrittenDigits implements Recipe {
    private static final String IMAGES = "train-images-idx3-ubyte.gz";
    private static final String LABELS = "train-labels-idx1-ubyte.gz";
    private static final int LOOKED_THROUGH = 10_000; // every answer looks at each of them

    @Override
    public RecipeCard card() {
        return new RecipeCard(
                "digits",
                "Which digit did a hand write, and how much does each layer of a network help to see it?",
                List.of(IMAGES, LABELS),
                "MNIST, the 60,000 training images of LeCun and Cortes, CC BY-SA 3.0 as usually stated");
    }

    @Override
    public Findings run(Order order) throws IOException {
        DigitImages all = DigitImages.read(order.file(IMAGES), order.file(LABELS));
        DigitSplit split = DigitSplit.of(all, order.scaled(3000, all.size()), order.scaled(1000, all.size()));
        order.progress()
                .say(
                        "%d images to learn from, %d for the test",
                        split.learned().size(), split.test().size());
        Map<DigitNetwork, List<Trained>> networks = train(split, order);
        Findings findings = new Findings().table(compared(split, networks, order, new Scoring(split)));
        Trained best =
                networks.getOrDefault(DigitNetwork.CONVOLUTION, List.of()).getFirst();
        ConfusionMatrix confusion = ConfusionMatrix.of(split.test().labels(), best.answers(), DigitImages.CLASSES);
        findings.table(confusionTable(confusion)).plot("loss", losses(networks));
        Mistakes mistakes = Mistakes.of(split.test(), best);
        if (!mistakes.none()) {
            findings.table(mistakes.table()).plot("mistakes", mistakes.sheet());
        }
        return say(findings, networks, split);
    }

    /** Networks and seeds are independent of each other, so they are trained at the same time, the longest first. */
    private static Map<DigitNetwork, List<Trained>> train(DigitSplit split, Order order) {
        record Job(DigitNetwork network, long seed) {}
        List<Job> jobs = new ArrayList<>();
        for (DigitNetwork network : List.of(DigitNetwork.CONVOLUTION, DigitNetwork.PERCEPTRON, DigitNetwork.SOFTMAX)) {
            order.seeds().stream()
                    .limit(network.dear() ? 1 : Long.MAX_VALUE)
                    .forEach(seed -> jobs.add(new Job(network, seed)));
        }
        List<CompletableFuture<Trained>> results = new ArrayList<>();
        try (ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Job job : jobs) {
                String who = job.network().title() + ", seed " + job.seed();
                Consumer<Epoch> watcher = epoch ->
                        order.progress().say("%s: loss %.4f after epoch %d", who, epoch.loss(), epoch.number());
                results.add(CompletableFuture.supplyAsync(
                        () -> job.network().train(split, order.small(), job.seed(), watcher), cores));
            }
        }
        Map<DigitNetwork, List<Trained>> networks = new EnumMap<>(DigitNetwork.class);
        IntStream.range(0, jobs.size())
                .forEach(i -> networks.computeIfAbsent(jobs.get(i).network(), network -> new ArrayList<>())
                        .add(results.get(i).join()));
        return networks;
    }

    /** Makes rows of the table of methods. */
    private record Scoring(DigitSplit split) {
        double accuracy(int[] answers) {
            return ConfusionMatrix.of(split.test().labels(), answers, DigitImages.CLASSES)
                    .accuracy();
        }

        List<ResultTable.Cell> cells(double[] accuracies, int learnedFrom, double parameters, double seconds) {
            return List.of(
                    accuracies.length == 1
                            ? new ResultTable.Number(accuracies[0], 4)
                            : ResultTable.Spread.of(accuracies, 4),
                    new ResultTable.Number(
                            100 * (1 - ResultTable.Spread.of(accuracies, 4).mean()), 2),
                    new ResultTable.Number(learnedFrom, 0),
                    new ResultTable.Number(parameters, 0),
                    new ResultTable.Number(seconds, 1));
        }

        List<ResultTable.Cell> naive(DigitImages from, BiFunction<DigitImages, DigitImages, int[]> method) {
            long began = System.nanoTime();
            double accuracy = accuracy(method.apply(from, split.test()));
            return cells(new double[] {accuracy}, from.size(), Double.NaN, (System.nanoTime() - began) / 1e9);
        }
    }

    private static ResultTable compared(
            DigitSplit split, Map<DigitNetwork, List<Trained>> networks, Order order, Scoring scoring) {
        DigitImages learned = split.learned();
        DigitImages few = learned.slice(0, Math.min(order.scaled(1000, LOOKED_THROUGH), learned.size()));
        ResultTable table = ResultTable.of("method", "accuracy", "wrong %", "learned from", "parameters", "seconds")
                .row("most frequent digit", scoring.naive(learned, NaiveDigits::mostFrequent))
                .row("nearest class mean", scoring.naive(learned, NaiveDigits::nearestMean))
                .row("nearest image", scoring.naive(few, NaiveDigits::nearestImage));
        for (Map.Entry<DigitNetwork, List<Trained>> each : networks.entrySet()) {
            List<Trained> trained = each.getValue();
            double[] accuracies = trained.stream()
                    .mapToDouble(one -> scoring.accuracy(one.answers()))
                    .toArray();
            double seconds =
                    trained.stream().mapToDouble(Trained::seconds).average().orElse(Double.NaN);
            table = table.row(
                    each.getKey().title(),
                    scoring.cells(accuracies, learned.size(), trained.getFirst().parameters(), seconds));
        }
        return table;
    }

    private static ResultTable confusionTable(ConfusionMatrix confusion) {
        String[] columns = IntStream.rangeClosed(0, DigitImages.CLASSES)
                .mapToObj(k -> k < DigitImages.CLASSES ? Integer.toString(k) : "found")
                .toArray(String[]::new);
        ResultTable table = ResultTable.of("convolutional network: is (down), called (across)", columns);
        for (int label = 0; label < DigitImages.CLASSES; label++) {
            List<ResultTable.Cell> cells = new ArrayList<>();
            for (int said = 0; said < DigitImages.CLASSES; said++) {
                cells.add(new ResultTable.Number(confusion.weight(label, said), 0));
            }
            cells.add(new ResultTable.Number(confusion.recall(label), 3));
            table = table.row(Integer.toString(label), cells);
        }
        return table;
    }

    private static Chart losses(Map<DigitNetwork, List<Trained>> networks) {
        Chart chart = Chart.of("Loss on images held out from training, first seed", "epoch", "cross entropy");
        for (Map.Entry<DigitNetwork, List<Trained>> each : networks.entrySet()) {
            List<Epoch> epochs = each.getValue().getFirst().epochs();
            double[] numbers = epochs.stream().mapToDouble(Epoch::number).toArray();
            double[] heldOut = epochs.stream()
                    .mapToDouble(epoch -> epoch.heldOutLoss().orElse(Double.NaN))
                    .toArray();
            Series series = Series.of(numbers, heldOut);
            chart = chart.line(each.getKey().title(), series).dots("", series);
        }
        return chart;
    }

    private static Findings say(Findings findings, Map<DigitNetwork, List<Trained>> networks, DigitSplit split) {
        Scoring scoring = new Scoring(split);
        networks.forEach((network, trained) -> {
            double[] accuracies = trained.stream()
                    .mapToDouble(one -> scoring.accuracy(one.answers()))
                    .toArray();
            String name = network.title().replace(' ', '_') + "_accuracy";
            findings.metric(name, ResultTable.Spread.of(accuracies, 4).mean());
        });
        return findings.say(
                        "A layer that looks for the same stroke everywhere needs fewer parameters than one that looks"
                                + " at every pixel by itself, and is wrong less often: what it knows of images was built"
                                + " in, not learned.")
                .say("The digits are clean, centred and of one size. Photographs of number plates are none of that;"
                        + " expect nothing of these figures there.");
    }
}
