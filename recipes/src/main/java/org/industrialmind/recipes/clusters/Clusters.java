package org.industrialmind.recipes.clusters;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.industrialmind.learning.tabular.table.Csv;
import org.industrialmind.learning.tabular.table.CsvFormat;
import org.industrialmind.learning.tabular.table.Kind;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.recipe.RecipeCard;
import org.industrialmind.recipes.recipe.ResultTable;

/** Groups irises and wines without being told of their kinds, and judges by the kinds what was found. */
public final class Clusters implements Recipe {
    private static final String KIND = "kind";

    @Override
    public RecipeCard card() {
        return new RecipeCard(
                "clusters",
                "Do measurements fall into the kinds that people see, if nobody tells of kinds?",
                List.of("iris.csv", "wine.csv"),
                "iris and wine of the UCI repository; no licence stated where they were found");
    }

    @Override
    public Findings run(Order order) throws IOException {
        Findings findings = new Findings();
        ResultTable next =
                ResultTable.of("nearest row of the same kind", "all columns", "two components", "t-SNE", "after UMAP");
        for (Specimens specimens : List.of(irises(order), wines(order))) {
            String name = specimens.name();
            NumberOfGroups number = NumberOfGroups.upTo(
                    order.scaled(5, 8), specimens.rows(), order.seeds().getFirst());
            group(specimens, number, order, findings);
            order.progress().say("%s: grouped", name);
            Maps maps = Maps.of(specimens, order);
            maps.into(findings);
            order.progress().say("%s: mapped", name);
            next = next.row(name, maps.sameKindNext());
        }
        return findings.table(next)
                .say(
                        "The kinds judge and colour; no method sees them. Noise counts as a group of its own in ARI and NMI,"
                                + " and is left out of the silhouette.");
    }

    private static void group(Specimens specimens, NumberOfGroups number, Order order, Findings findings) {
        String name = specimens.name();
        Groupings groupings = new Groupings(specimens, number);
        findings.table(groupings.judged(groupings.ways(), order.seeds()))
                .plot(name + "-silhouette", number.silhouetteChart(name))
                .plot(name + "-bic", number.bicChart(name))
                .metric(name + "Ari", groupings.agreement(groupings.kMeans(), order.seeds()))
                .metric(name + "BySilhouette", number.bySilhouette())
                .metric(name + "ByBic", number.byBic())
                .say(String.format(
                        Locale.ROOT,
                        "%s: the silhouette speaks for %d groups, BIC for %d bells (%s); there are %d kinds.",
                        name,
                        number.bySilhouette(),
                        number.byBic(),
                        number.shape(number.byBic()).name().toLowerCase(Locale.ROOT),
                        specimens.names().size()));
    }

    private static Specimens irises(Order order) throws IOException {
        Table table = Csv.read(
                order.file("iris.csv"),
                CsvFormat.defaults()
                        .withNames("sepal length", "sepal width", "petal length", "petal width", KIND)
                        .withKind(Kind.CATEGORICAL, KIND));
        return Specimens.of("iris", table, KIND);
    }

    private static Specimens wines(Order order) throws IOException {
        Table table = Csv.read(
                order.file("wine.csv"),
                CsvFormat.defaults()
                        .withNames(
                                "alcohol",
                                "malic acid",
                                "ash",
                                "alkalinity of ash",
                                "magnesium",
                                "phenols",
                                "flavonoids",
                                "other phenols",
                                "proanthocyanins",
                                "colour",
                                "hue",
                                "OD280/OD315",
                                "proline",
                                KIND)
                        .withKind(Kind.CATEGORICAL, KIND));
        return Specimens.of("wine", table, KIND);
    }
}
