package org.industrialmind.recipes.trees;

import java.io.IOException;
import java.util.List;
import org.industrialmind.learning.tabular.table.Csv;
import org.industrialmind.learning.tabular.table.CsvFormat;
import org.industrialmind.learning.tabular.table.Kind;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.recipe.RecipeCard;

/** One tree, a pruned one, a forest of them and a boosted sum, on a table of classes and one of numbers. */
public final class Trees implements Recipe {
    @Override
    public RecipeCard card() {
        return new RecipeCard(
                "trees",
                "What do a hundred trees tell better than one, and which way of adding them is best?",
                List.of("wine.csv", "abalone.csv"),
                "wine and abalone of the UCI repository; no licence stated where they were found");
    }

    @Override
    public Findings run(Order order) throws IOException {
        Findings findings = new Findings();
        int trees = order.scaled(20, 100);
        new Study(new Wines(wines(order), trees), order).into(findings);
        new Study(new Shells(shells(order), trees), order).into(findings);
        return findings;
    }

    private static Table wines(Order order) throws IOException {
        return Csv.read(
                order.file("wine.csv"),
                CsvFormat.defaults()
                        .withNames(
                                "alcohol",
                                "malic acid",
                                "ash",
                                "alcalinity",
                                "magnesium",
                                "phenols",
                                "flavanoids",
                                "other phenols",
                                "proanthocyanins",
                                "colour",
                                "hue",
                                "dilution", // OD280/OD315 of diluted wines
                                "proline",
                                Wines.TARGET)
                        .withKind(Kind.CATEGORICAL, Wines.TARGET));
    }

    private static Table shells(Order order) throws IOException {
        Table shells = Csv.read(
                order.file("abalone.csv"),
                CsvFormat.defaults()
                        .withNames(
                                "sex",
                                "length",
                                "diameter",
                                "height",
                                "whole",
                                "shucked",
                                "viscera",
                                "shell",
                                Shells.TARGET)
                        .withKind(Kind.CATEGORICAL, "sex"));
        return shells.slice(0, Math.min(shells.rows(), order.scaled(600, Integer.MAX_VALUE)));
    }
}
