package org.industrialmind.recipes.lowrank;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.recipe.RecipeCard;

/** Compresses a picture by its singular values, and guesses ratings by the few tastes behind them. */
public final class LowRankTables implements Recipe {
    private static final String IMAGES = "train-images-idx3-ubyte.gz";
    private static final int[] RANKS = {5, 10, 20, 40, 80};
    private static final int SHOWN = 20;

    @Override
    public RecipeCard card() {
        return new RecipeCard(
                "low-rank",
                "How few numbers make a picture, and how few tastes make a table of ratings?",
                List.of(IMAGES),
                "MNIST images, CC BY-SA 3.0 as usually stated (LeCun and Cortes), or where they are absent a picture by"
                        + " formula; the ratings are generated");
    }

    @Override
    public Findings run(Order order) throws IOException {
        Findings findings = new Findings();
        if (Files.isReadable(order.from().resolve(IMAGES))) {
            DigitSheet digits = DigitSheet.read(order.file(IMAGES), order.scaled(8, 30));
            compress("sheet", digits.sheet(digits.images()), UnaryOperator.identity(), order, findings);
            compress("digits", digits.images(), digits::sheet, order, findings);
        } else {
            order.progress().say("no %s there: a picture by formula in its place", IMAGES);
            compress("formula", ripples(order.scaled(128, 512)), UnaryOperator.identity(), order, findings);
        }
        Recommending.into(findings, order);
        return findings;
    }

    private static void compress(
            String name, Matrix table, UnaryOperator<Matrix> laidOut, Order order, Findings findings) {
        Compression compression = new Compression(table, laidOut, RANKS);
        Matrix shown = compression.exactly(SHOWN);
        findings.table(compression.judged(
                        name + ", " + table.rows() + " x " + table.columns(),
                        order.seeds().getFirst()))
                .plot(name + "-original", compression.picture(table))
                .plot(name + "-rank-" + SHOWN, compression.picture(shown))
                .metric(name + "Psnr", compression.psnr(shown))
                .say(String.format(
                        Locale.ROOT,
                        "%s: rank %d is %.1f dB from the original; the exact decomposition, good for every rank, took"
                                + " %.1f s.",
                        name,
                        SHOWN,
                        compression.psnr(shown),
                        compression.secondsExact()));
        order.progress().say("%s: compressed", name);
    }

    /** Returns rings around two centres, a slope of light and a dark square: smooth parts, fine parts and edges. */
    static Matrix ripples(int side) {
        double[] values = new double[side * side];
        for (int i = 0; i < values.length; i++) {
            int row = i / side;
            double y = (double) row / side;
            double x = (double) (i % side) / side;
            double rings = Math.cos(40 * Math.hypot(x - 0.3, y - 0.4)) * Math.cos(25 * Math.hypot(x - 0.8, y - 0.7));
            boolean square = Math.max(Math.abs(x - 0.65), Math.abs(y - 0.25)) < 0.12;
            values[i] = square ? 0.1 : Math.clamp(0.5 + 0.3 * rings + 0.2 * (x - y), 0, 1);
        }
        return Matrix.of(side, side, values);
    }
}
