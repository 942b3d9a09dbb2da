package org.industrialmind.learning.tabular.publicdata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.industrialmind.foundations.boosting.GradientBoosting;
import org.industrialmind.foundations.boosting.TreeShape;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.supervised.ClassShares;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.tree.RandomForest;
import org.industrialmind.learning.tabular.ensemble.VotingTrainer;
import org.industrialmind.learning.tabular.pipeline.ClassifierPipeline;
import org.industrialmind.learning.tabular.table.Csv;
import org.industrialmind.learning.tabular.table.CsvFormat;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.OneHot;
import org.industrialmind.learning.tabular.transform.StandardScaler;

/**
 * Which of 1,000 loans of a German bank went bad (Hofmann 1994, Statlog). No header line; codes such as A11 are categories.
 *
 * <p>The donor states the costs: a bad customer taken for good costs five times a good one taken for bad, which puts the
 * best threshold at a risk of 1/6.
 */
public final class GermanCredit implements PublicTable {
    /** What a bad loan costs, in costs of a good customer turned away; stated by the donor. */
    public static final double COST_OF_BAD = 5;

    private static final CsvFormat FORMAT = CsvFormat.defaults()
            .withNames(
                    "checking account",
                    "months",
                    "credit history",
                    "purpose",
                    "amount",
                    "savings",
                    "employed since",
                    "instalment rate",
                    "status and sex",
                    "guarantors",
                    "residence since",
                    "property",
                    "age",
                    "other plans",
                    "housing",
                    "credits here",
                    "job",
                    "dependants",
                    "telephone",
                    "foreign worker",
                    "risk");

    @Override
    public String name() {
        return "german";
    }

    @Override
    public String target() {
        return "risk";
    }

    @Override
    public String positive() {
        return "bad";
    }

    @Override
    public Table read(Path file) throws IOException {
        return Csv.read(file, FORMAT)
                .derived("amount per month", row -> row.number("amount") / row.number("months"))
                .derivedCategory("risk", row -> row.text("risk").equals("1") ? "good" : "bad");
    }

    @Override
    public List<Method> methods() {
        ClassifierPipeline linear = ClassifierPipeline.of(
                target(), LogisticRegression.defaults().withL2(10), OneHot.defaults(), new StandardScaler());
        RandomForest forest = RandomForest.defaults().withTrees(300);
        ClassifierTrainer vote = VotingTrainer.of(LogisticRegression.defaults().withL2(10), boosting(), forest);
        return List.of(
                Method.of("vote of the three below", linear.withTrainer(vote)),
                Method.of("boosted trees", linear.withTrainer(boosting())),
                Method.of("random forest", linear.withTrainer(forest)),
                Method.of("logistic regression", linear),
                Method.of("shares of the classes", linear.withTrainer(new ClassShares())));
    }

    private static GradientBoosting boosting() {
        return GradientBoosting.defaults()
                .withRounds(150)
                .withLearningRate(0.05)
                .withTree(TreeShape.defaults().withLeaves(6))
                .withRowShare(0.5)
                .withColumnShare(0.3);
    }
}
