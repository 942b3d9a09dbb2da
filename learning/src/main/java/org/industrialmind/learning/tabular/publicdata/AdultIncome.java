package org.industrialmind.learning.tabular.publicdata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.industrialmind.foundations.boosting.GradientBoosting;
import org.industrialmind.foundations.boosting.TreeShape;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.supervised.ClassShares;
import org.industrialmind.learning.tabular.pipeline.ClassifierPipeline;
import org.industrialmind.learning.tabular.table.Csv;
import org.industrialmind.learning.tabular.table.CsvFormat;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.DropColumns;
import org.industrialmind.learning.tabular.transform.OneHot;
import org.industrialmind.learning.tabular.transform.SimpleImputer;
import org.industrialmind.learning.tabular.transform.StandardScaler;

/**
 * Who earns more than 50,000 dollars a year, of 48,842 adults in the United States census of 1994 (Kohavi 1996, Scaling up
 * the accuracy of naive-Bayes classifiers, KDD). No header line; "?" is missing; the official test part begins with a
 * remark ("|1x3 Cross validator") and ends its classes with a dot, both of which are dropped here.
 */
public final class AdultIncome implements PublicTable {
    private static final CsvFormat FORMAT = CsvFormat.defaults()
            .withComment('|')
            .withNames(
                    "age",
                    "workclass",
                    "fnlwgt",
                    "education",
                    "education-num",
                    "marital-status",
                    "occupation",
                    "relationship",
                    "race",
                    "sex",
                    "capital-gain",
                    "capital-loss",
                    "hours-per-week",
                    "native-country",
                    "income");

    @Override
    public String name() {
        return "adult";
    }

    @Override
    public String target() {
        return "income";
    }

    @Override
    public String positive() {
        return ">50K";
    }

    @Override
    public Table read(Path file) throws IOException {
        return Csv.read(file, FORMAT)
                .derivedCategory("income", row -> row.text("income").replace(".", ""));
    }

    @Override
    public List<Method> methods() {
        ClassifierPipeline boosted = ClassifierPipeline.ofCategories(
                target(), layout -> boosting().withCategorical(layout.categoricalPositions()));
        ClassifierPipeline linear = ClassifierPipeline.of(
                target(),
                LogisticRegression.defaults(),
                DropColumns.named("fnlwgt"), // a sampling weight of the census, no trait of the person
                SimpleImputer.defaults(),
                OneHot.defaults(),
                new StandardScaler());
        return List.of(
                Method.of("boosted trees", boosted),
                Method.of("logistic regression", linear),
                Method.of("shares of the classes", linear.withTrainer(new ClassShares())));
    }

    private static GradientBoosting boosting() {
        return GradientBoosting.defaults()
                .withRounds(300)
                .withLearningRate(0.05)
                .withTree(TreeShape.defaults().withLeaves(15));
    }
}
