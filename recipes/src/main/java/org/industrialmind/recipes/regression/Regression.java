package org.industrialmind.recipes.regression;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.tabular.table.Csv;
import org.industrialmind.learning.tabular.table.CsvFormat;
import org.industrialmind.learning.tabular.table.Kind;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.recipe.RecipeCard;

/** Linear and logistic regression on three classic tables, beside what knows nothing and what bends. */
public final class Regression implements Recipe {
    private static final String OTHER_KIND = "Iris-setosa"; // told from the others by any line at all
    private static final String POSITIVE = "Iris-virginica";

    @Override
    public RecipeCard card() {
        return new RecipeCard(
                "regression",
                "How far does a straight line get, and how sure may one be of its slopes?",
                List.of("abalone.csv", "auto-insurance.csv", "iris.csv"),
                "abalone and iris of the UCI repository, Swedish auto insurance; no licence stated where they were found");
    }

    @Override
    public Findings run(Order order) throws IOException {
        Findings findings = new Findings();
        new Abalone(abalone(order), order).into(findings);
        OneColumn claims = claims(order);
        double[] slope = claims.model().intervals(0.95)[1];
        findings.plot("claims", claims.chart("Claims and what they cost", "claims", "payment, thousand kronor"))
                .say(String.format(
                        Locale.ROOT,
                        "A claim costs %.2f thousand kronor more (95 %%: %.2f to %.2f); the line explains %.0f %% of the"
                                + " variance.",
                        claims.model().coefficients()[0],
                        slope[0],
                        slope[1],
                        100 * claims.model().rSquared()));
        irises(order).into(findings, order);
        return findings;
    }

    private static Table abalone(Order order) throws IOException {
        Table shells = Csv.read(
                order.file("abalone.csv"),
                CsvFormat.defaults()
                        .withNames(
                                "sex", "length", "diameter", "height", "whole", "shucked", "viscera", "shell", "rings")
                        .withKind(Kind.CATEGORICAL, "sex"));
        return shells.slice(0, Math.min(shells.rows(), order.scaled(600, Integer.MAX_VALUE)));
    }

    private static OneColumn claims(Order order) throws IOException {
        Table claims =
                Csv.read(order.file("auto-insurance.csv"), CsvFormat.defaults().withNames("claims", "payment"));
        return new OneColumn(
                claims.numeric("claims").toArray(), claims.numeric("payment").toArray());
    }

    private static TwoIrises irises(Order order) throws IOException {
        Table all = Csv.read(
                order.file("iris.csv"),
                CsvFormat.defaults()
                        .withNames("sepal length", "sepal width", "petal length", "petal width", "kind")
                        .withKind(Kind.CATEGORICAL, "kind"));
        int[] two = IntStream.range(0, all.rows())
                .filter(r -> !all.categorical("kind").text(r).equals(OTHER_KIND))
                .toArray();
        Table irises = all.select(two);
        double[][] rows = new double[two.length][];
        int[] labels = new int[two.length];
        for (int r = 0; r < two.length; r++) {
            rows[r] = new double[] {
                irises.numeric("petal length").value(r),
                irises.numeric("petal width").value(r)
            };
            labels[r] = irises.categorical("kind").text(r).equals(POSITIVE) ? 1 : 0;
        }
        return new TwoIrises(Matrix.ofRows(rows), labels);
    }
}
