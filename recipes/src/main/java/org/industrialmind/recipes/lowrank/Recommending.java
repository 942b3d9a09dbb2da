package org.industrialmind.recipes.lowrank;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.industrialmind.foundations.decomposition.AlternatingLeastSquares;
import org.industrialmind.foundations.decomposition.Ratings;
import org.industrialmind.foundations.decomposition.RecommenderModel;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.ResultTable;

/** Guesses ratings held out: by means, by alternating least squares of every rank, and by whoever knows the truth. */
final class Recommending {
    private static final String CHOSEN = "ALS, rank chosen";
    private static final String TRUTH = "the truth itself";

    private final Order order;
    private final int highest;
    private final double[] known; // mean error over seeds by rank, 1 first
    private final double[] held;
    private final Map<String, double[]> errors = new TreeMap<>();
    private final double[] ranks;

    private Recommending(Order order) {
        this.order = order;
        highest = order.scaled(5, 8);
        known = new double[highest];
        held = new double[highest];
        ranks = new double[order.seeds().size()];
    }

    static void into(Findings findings, Order order) {
        Recommending contest = new Recommending(order);
        for (int s = 0; s < order.seeds().size(); s++) {
            contest.enter(s);
        }
        contest.report(findings);
    }

    private void enter(int s) {
        long seed = order.seeds().get(s);
        GeneratedRatings ratings =
                GeneratedRatings.of(order.scaled(200, 1000), order.scaled(100, 500), order.small() ? 0.3 : 0.1, seed);
        note("mean of all", s, naive(ratings, false, false));
        note("mean of the user", s, naive(ratings, true, false));
        note("mean of the item", s, naive(ratings, false, true));
        note("offsets of both", s, naive(ratings, true, true));
        for (int rank = 1; rank <= highest; rank++) {
            RecommenderModel model = AlternatingLeastSquares.of(rank).fit(ratings.known(), seed);
            known[rank - 1] += model.error(ratings.known()) / order.seeds().size();
            held[rank - 1] += model.error(ratings.held()) / order.seeds().size();
            if (rank == 1 || rank == GeneratedRatings.TASTES || rank == highest) {
                note("ALS, rank " + rank, s, model.error(ratings.held()));
            }
        }
        int rank = chosen(ratings.known(), seed);
        ranks[s] = rank;
        note(
                CHOSEN,
                s,
                AlternatingLeastSquares.of(rank).fit(ratings.known(), seed).error(ratings.held()));
        note(TRUTH, s, ratings.floor());
        order.progress().say("ratings of seed %d: rank %d chosen", seed, rank);
    }

    private static double naive(GeneratedRatings ratings, boolean users, boolean items) {
        return Means.error(Means.of(ratings.known(), users, items)::guess, ratings.held());
    }

    private void note(String name, int s, double error) {
        of(name)[s] = error;
    }

    private double[] of(String name) {
        return errors.computeIfAbsent(name, any -> new double[ranks.length]);
    }

    /** Returns the rank of least error on a tenth of the known ratings, learned from the rest: those held play no part. */
    private int chosen(Ratings ratings, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] lots =
                IntStream.range(0, ratings.size()).map(i -> random.nextInt(10)).toArray();
        Ratings rest = ratings.select(
                IntStream.range(0, lots.length).filter(i -> lots[i] > 0).toArray());
        Ratings tenth = ratings.select(
                IntStream.range(0, lots.length).filter(i -> lots[i] == 0).toArray());
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int rank = 1; rank <= highest; rank++) {
            double error = AlternatingLeastSquares.of(rank).fit(rest, seed).error(tenth);
            if (error < least) {
                best = rank;
                least = error;
            }
        }
        return best;
    }

    private void report(Findings findings) {
        ResultTable table = ResultTable.of("ratings held out", "RMSE");
        for (String name : List.of(
                "mean of all",
                "mean of the user",
                "mean of the item",
                "offsets of both",
                "ALS, rank 1",
                "ALS, rank " + GeneratedRatings.TASTES,
                "ALS, rank " + highest,
                CHOSEN,
                TRUTH)) {
            table = table.row(name, List.of(ResultTable.Spread.of(of(name), 3)));
        }
        double[] axis = IntStream.rangeClosed(1, highest).asDoubleStream().toArray();
        double floor = mean(TRUTH);
        findings.table(table)
                .plot(
                        "ratings",
                        Chart.of("How many tastes are in the ratings?", "rank", "RMSE")
                                .line("learned from", Series.of(axis, known))
                                .line("held out", Series.of(axis, held))
                                .line(
                                        TRUTH,
                                        Series.of(
                                                axis,
                                                IntStream.range(0, highest)
                                                        .mapToDouble(i -> floor)
                                                        .toArray())))
                .metric("rmse", mean(CHOSEN))
                .metric("rmseOffsets", mean("offsets of both"))
                .metric("rmseFloor", floor)
                .metric("rank", ResultTable.Spread.of(ranks, 1).mean());
    }

    private double mean(String name) {
        return ResultTable.Spread.of(of(name), 3).mean();
    }
}
