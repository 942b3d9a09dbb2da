package org.industrialmind.learning.tabular.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.industrialmind.foundations.boosting.GradientBoosting;
import org.industrialmind.foundations.boosting.TreeShape;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.linear.Ridge;
import org.industrialmind.learning.tabular.selection.CrossValidation;
import org.industrialmind.learning.tabular.selection.KFold;
import org.industrialmind.learning.tabular.selection.Metrics;
import org.industrialmind.learning.tabular.selection.RowKeys;
import org.industrialmind.learning.tabular.selection.StratifiedKFold;
import org.industrialmind.learning.tabular.table.Csv;
import org.industrialmind.learning.tabular.table.CsvFormat;
import org.industrialmind.learning.tabular.table.Kind;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.AsCategory;
import org.industrialmind.learning.tabular.transform.Chain;
import org.industrialmind.learning.tabular.transform.Derive;
import org.industrialmind.learning.tabular.transform.DropColumns;
import org.industrialmind.learning.tabular.transform.MissingIndicator;
import org.industrialmind.learning.tabular.transform.OneHot;
import org.industrialmind.learning.tabular.transform.RareLevels;
import org.industrialmind.learning.tabular.transform.SimpleImputer;
import org.industrialmind.learning.tabular.transform.StandardScaler;
import org.industrialmind.learning.tabular.transform.Transform;
import org.junit.jupiter.api.Test;

/** Real tables, read and learned from end to end; skipped where they are not. */
class RealTablesTest {
    /** What is known of a passenger, as columns. */
    private static Transform passenger() {
        return Chain.of(
                Derive.category("title", row -> row.text("name").replaceAll(".*, (\\w+).*", "$1")),
                Derive.category(
                        "deck",
                        row -> row.isMissing("cabin") ? "" : row.text("cabin").substring(0, 1)),
                Derive.number("family", row -> 1 + row.number("sibsp") + row.number("parch")),
                AsCategory.named("pclass"),
                DropColumns.named("name", "ticket", "cabin"),
                new RareLevels(10));
    }

    @Test
    void learns_who_survived_the_titanic() throws IOException {
        Table titanic = Csv.read(file("titanic/titanic.csv"));
        assertThat(titanic.rows()).isEqualTo(891);
        assertThat(titanic.text("name").text(0)).isEqualTo("Braund, Mr. Owen Harris");
        assertThat(titanic.numeric("age").missing()).isEqualTo(177);
        assertThat(titanic.text("cabin").missing()).isEqualTo(687);
        assertThat(titanic.categorical("embarked").levels()).containsExactly("C", "Q", "S");
        ClassifierPipeline linear = ClassifierPipeline.of(
                "survived",
                LogisticRegression.defaults(),
                passenger(),
                new MissingIndicator(),
                SimpleImputer.defaults(),
                OneHot.defaults(),
                new StandardScaler());
        GradientBoosting small =
                GradientBoosting.defaults().withRounds(60).withLearningRate(0.1).withTree(TreeShape.defaults());
        ClassifierPipeline boosted = ClassifierPipeline.ofCategories(
                "survived", layout -> small.withCategorical(layout.categoricalPositions()), passenger());
        assertThat(accuracy(linear, titanic)).isGreaterThan(0.80);
        assertThat(accuracy(boosted, titanic)).isGreaterThan(0.80);
    }

    private static double accuracy(ClassifierPipeline pipeline, Table table) {
        int[] labels = pipeline.classes(table).labels();
        return CrossValidation.of(new StratifiedKFold(5), Metrics.accuracy(labels), 1)
                .run(pipeline.over(table), RowKeys.ofLabels(labels))
                .estimate(Metrics.accuracy(labels).name())
                .mean();
    }

    @Test
    void reads_a_packed_file_without_a_header() throws IOException {
        Table adult = Csv.read(
                file("adult_income/adult-train.csv.gz"),
                CsvFormat.defaults()
                        .withNames(
                                "age",
                                "workclass",
                                "weight",
                                "education",
                                "years",
                                "marital",
                                "occupation",
                                "relationship",
                                "race",
                                "sex",
                                "gain",
                                "loss",
                                "hours",
                                "country",
                                "income"));
        assertThat(adult.rows()).isGreaterThan(10_000);
        assertThat(adult.categorical("income").levels()).containsExactly("<=50K", ">50K");
        assertThat(adult.categorical("workclass").missing()).isPositive();
        assertThat(adult.numeric("age").missing()).isZero();
        ClassifierPipeline pipeline =
                ClassifierPipeline.of("income", LogisticRegression.defaults(), OneHot.defaults(), new StandardScaler());
        TabularClassifier model = pipeline.fit(adult.slice(0, 4000), 1);
        Table later = adult.slice(4000, 8000);
        int[] labels = model.labels(later);
        int[] predicted = model.predict(later);
        int right = 0;
        for (int r = 0; r < labels.length; r++) {
            right += labels[r] == predicted[r] ? 1 : 0;
        }
        assertThat(right / 4000.0).isGreaterThan(0.83);
    }

    @Test
    void predicts_the_rings_of_abalones() throws IOException {
        Table abalone = Csv.read(
                file("small_tabular/abalone.csv"),
                CsvFormat.defaults()
                        .withNames(
                                "sex", "length", "diameter", "height", "whole", "shucked", "viscera", "shell", "rings")
                        .withKind(Kind.CATEGORICAL, "sex"));
        RegressorPipeline pipeline =
                RegressorPipeline.of("rings", Ridge.defaults(), OneHot.defaults(), new StandardScaler());
        double error = CrossValidation.of(
                        new KFold(5),
                        Metrics.rootMeanSquared(abalone.numeric("rings").toArray()),
                        1)
                .run(pipeline.over(abalone), RowKeys.of(abalone.rows()))
                .scores()
                .getFirst()
                .value();
        assertThat(error).isLessThan(2.4); // the rings spread by 3.2
    }

    private static Path file(String name) {
        String said = Optional.ofNullable(System.getProperty("INDUSTRIALMIND_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("INDUSTRIALMIND_DATA")))
                .orElse("../../shared/data"); // beside the repository, seen from the module
        Path file = Path.of(said).resolve(name);
        assumeTrue(
                Files.exists(file),
                "SKIPPED: no " + name + " in " + said + "; say where the data are with -DINDUSTRIALMIND_DATA=DIR");
        return file;
    }
}
