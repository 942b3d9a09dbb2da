package org.industrialmind.learning.tabular.publicdata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.industrialmind.foundations.boosting.GradientBoosting;
import org.industrialmind.foundations.boosting.TreeShape;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.supervised.ClassShares;
import org.industrialmind.learning.tabular.pipeline.ClassifierPipeline;
import org.industrialmind.learning.tabular.table.Csv;
import org.industrialmind.learning.tabular.table.CsvFormat;
import org.industrialmind.learning.tabular.table.Kind;
import org.industrialmind.learning.tabular.table.Row;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.Columns;
import org.industrialmind.learning.tabular.transform.DropColumns;
import org.industrialmind.learning.tabular.transform.OneHot;
import org.industrialmind.learning.tabular.transform.SimpleImputer;
import org.industrialmind.learning.tabular.transform.StandardScaler;
import org.industrialmind.learning.tabular.transform.Transform;

/**
 * Who of 891 passengers of the Titanic was saved.
 *
 * <p>What the names tell is made a column: the form of address (age and rank of a person), the size of the family, and
 * through {@link CompanionFate} what became of those who travelled on the same ticket or under the same name.
 */
public final class Titanic implements PublicTable {
    private static final CsvFormat FORMAT = CsvFormat.defaults().withKind(Kind.TEXT, "name", "ticket", "cabin");
    private static final Pattern NAME = Pattern.compile("([^,]+), ([^.]+)\\..*");
    private static final Set<String> COMMON = Set.of("Mr", "Mrs", "Miss", "Master");

    @Override
    public String name() {
        return "titanic";
    }

    @Override
    public String target() {
        return "survived";
    }

    @Override
    public String positive() {
        return "1";
    }

    @Override
    public Table read(Path file) throws IOException {
        return withPersons(Csv.read(file, FORMAT));
    }

    /** Returns the table with what a reader sees in names, tickets and cabins. */
    static Table withPersons(Table table) {
        return table.derivedCategory("title", row -> title(row.text("name")))
                .derivedCategory(
                        "deck",
                        row -> row.isMissing("cabin") ? "" : row.text("cabin").substring(0, 1))
                .derived("family", row -> row.number("sibsp") + row.number("parch") + 1)
                .derivedCategory("party", row -> row.text("ticket"))
                .derivedCategory("household", Titanic::household);
    }

    private static String title(String name) {
        Matcher parts = NAME.matcher(name);
        String title = parts.matches() ? parts.group(2) : "";
        return switch (title) {
            case "Mlle", "Ms" -> "Miss";
            case "Mme" -> "Mrs";
            default -> COMMON.contains(title) ? title : "rare";
        };
    }

    /** One surname at one fare: those without a common ticket who paid alike travelled together more often than not. */
    private static String household(Row row) {
        Matcher parts = NAME.matcher(row.text("name"));
        return (parts.matches() ? parts.group(1) : row.text("name")) + " " + row.text("fare");
    }

    @Override
    public List<Method> methods() {
        Transform companions = new CompanionFate(List.of("party", "household"), positive());
        Transform words = DropColumns.named("name", "ticket", "cabin");
        ClassifierPipeline boosted = ClassifierPipeline.ofCategories(
                target(), layout -> boosting().withCategorical(layout.categoricalPositions()), companions, words);
        ClassifierPipeline linear = ClassifierPipeline.of(
                target(),
                LogisticRegression.defaults(),
                DropColumns.named("name", "ticket", "cabin", "party", "household", "deck"),
                SimpleImputer.defaults(),
                OneHot.defaults(),
                new StandardScaler());
        return List.of(
                Method.of("boosted trees", boosted),
                Method.of("logistic regression", linear),
                Method.of("sex only", sexOnly()),
                Method.of("shares of the classes", linear.withTrainer(new ClassShares())));
    }

    private ClassifierPipeline sexOnly() {
        return ClassifierPipeline.of(
                target(), LogisticRegression.defaults(), new DropColumns(Columns.allBut("sex")), OneHot.defaults());
    }

    private static GradientBoosting boosting() {
        return GradientBoosting.defaults()
                .withRounds(200)
                .withLearningRate(0.03)
                .withTree(TreeShape.defaults().withLeaves(6));
    }
}
