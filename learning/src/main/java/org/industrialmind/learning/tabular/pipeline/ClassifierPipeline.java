package org.industrialmind.learning.tabular.pipeline;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.learning.tabular.selection.FoldMethod;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.ClassTarget;
import org.industrialmind.learning.tabular.transform.Transform;

/** A {@link Pipeline} that ends in a classifier. */
public final class ClassifierPipeline implements Pipeline<TabularClassifier> {
    private final Plan plan;
    private final Learner<ClassifierTrainer> learner;

    private ClassifierPipeline(Plan plan, Learner<ClassifierTrainer> learner) {
        this.plan = plan;
        this.learner = learner;
    }

    /** Makes a pipeline for a method that reads numbers: every other column must have become one on the way. */
    public static ClassifierPipeline of(String target, ClassifierTrainer trainer, Transform... steps) {
        return new ClassifierPipeline(Plan.of(target, steps), Learner.ofNumbers(trainer));
    }

    /** Makes a pipeline for a method that reads category codes; the layout says in which columns they stand. */
    public static ClassifierPipeline ofCategories(
            String target, Function<FeatureLayout, ClassifierTrainer> trainer, Transform... steps) {
        return new ClassifierPipeline(Plan.of(target, steps), new Learner<>(true, trainer));
    }

    @Override
    public String target() {
        return plan.target();
    }

    @Override
    public Optional<String> weights() {
        return plan.weights();
    }

    @Override
    public List<Transform> steps() {
        return plan.steps();
    }

    /** Returns the pipeline with a further step before the learner. */
    public ClassifierPipeline with(Transform step) {
        return new ClassifierPipeline(plan.with(step), learner);
    }

    /** Returns the pipeline with another method of learning, one that reads numbers. */
    public ClassifierPipeline withTrainer(ClassifierTrainer trainer) {
        return new ClassifierPipeline(plan, Learner.ofNumbers(trainer));
    }

    /** Returns the pipeline that lets each row count as often as this column says. */
    public ClassifierPipeline weightedBy(String column) {
        return new ClassifierPipeline(plan.weightedBy(column), learner);
    }

    /** Returns the pipeline that names the source of the rows in the provenance of its models. */
    public ClassifierPipeline from(String source) {
        return new ClassifierPipeline(plan.from(source), learner);
    }

    /** Returns the pipeline that dates its models by another clock. */
    public ClassifierPipeline at(InstantSource clock) {
        return new ClassifierPipeline(plan.at(clock), learner);
    }

    /** Returns the class of each row of a table, and the names of all classes. */
    public ClassTarget classes(Table table) {
        return ClassTarget.of(table.column(target()));
    }

    @Override
    public TabularClassifier fit(Table table, long seed) {
        return fit(table, classes(table), seed);
    }

    @Override
    public TabularClassifier fitRows(Table table, int[] rows, long seed) {
        return fit(table.select(rows), classes(table).select(rows), seed);
    }

    @Override
    public FoldMethod over(Table table) {
        return FoldMethod.of(
                (train, seed) -> fitRows(table, train, seed), (model, test) -> model.probabilities(table.select(test)));
    }

    private TabularClassifier fit(Table table, ClassTarget classes, long seed) {
        FeatureEncoder.Training training = FeatureEncoder.fit(plan.steps(), plan.features(table), classes);
        FeatureEncoder encoder = training.encoder();
        ClassifierTrainer trainer = learner.with(encoder.layout());
        LabelledRows rows = LabelledRows.weighted(
                training.rows(),
                classes.labels(),
                plan.weights(table),
                classes.levels().size());
        Classifier classifier = trainer.fit(rows, seed);
        return new TabularClassifier(
                target(), classes.levels(), encoder, classifier, plan.provenance(table, trainer, seed));
    }
}
