package org.industrialmind.learning.tabular.pipeline;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;
import org.industrialmind.learning.tabular.selection.FoldMethod;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.NumberTarget;
import org.industrialmind.learning.tabular.transform.Transform;

/** A {@link Pipeline} that ends in a regressor. */
public final class RegressorPipeline implements Pipeline<TabularRegressor> {
    private final Plan plan;
    private final Learner<RegressorTrainer> learner;

    private RegressorPipeline(Plan plan, Learner<RegressorTrainer> learner) {
        this.plan = plan;
        this.learner = learner;
    }

    /** Makes a pipeline for a method that reads numbers: every other column must have become one on the way. */
    public static RegressorPipeline of(String target, RegressorTrainer trainer, Transform... steps) {
        return new RegressorPipeline(Plan.of(target, steps), Learner.ofNumbers(trainer));
    }

    /** Makes a pipeline for a method that reads category codes; the layout says in which columns they stand. */
    public static RegressorPipeline ofCategories(
            String target, Function<FeatureLayout, RegressorTrainer> trainer, Transform... steps) {
        return new RegressorPipeline(Plan.of(target, steps), new Learner<>(true, trainer));
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
    public RegressorPipeline with(Transform step) {
        return new RegressorPipeline(plan.with(step), learner);
    }

    /** Returns the pipeline with another method of learning, one that reads numbers. */
    public RegressorPipeline withTrainer(RegressorTrainer trainer) {
        return new RegressorPipeline(plan, Learner.ofNumbers(trainer));
    }

    /** Returns the pipeline that lets each row count as often as this column says. */
    public RegressorPipeline weightedBy(String column) {
        return new RegressorPipeline(plan.weightedBy(column), learner);
    }

    /** Returns the pipeline that names the source of the rows in the provenance of its models. */
    public RegressorPipeline from(String source) {
        return new RegressorPipeline(plan.from(source), learner);
    }

    /** Returns the pipeline that dates its models by another clock. */
    public RegressorPipeline at(InstantSource clock) {
        return new RegressorPipeline(plan.at(clock), learner);
    }

    @Override
    public TabularRegressor fit(Table table, long seed) {
        NumberTarget numbers = NumberTarget.of(table.numeric(target()));
        FeatureEncoder.Training training = FeatureEncoder.fit(plan.steps(), plan.features(table), numbers);
        FeatureEncoder encoder = training.encoder();
        RegressorTrainer trainer = learner.with(encoder.layout());
        TargetRows rows = TargetRows.weighted(training.rows(), numbers.values(), plan.weights(table));
        return new TabularRegressor(target(), encoder, trainer.fit(rows, seed), plan.provenance(table, trainer, seed));
    }

    @Override
    public TabularRegressor fitRows(Table table, int[] rows, long seed) {
        return fit(table.select(rows), seed);
    }

    @Override
    public FoldMethod over(Table table) {
        return FoldMethod.of((train, seed) -> fitRows(table, train, seed), (model, test) -> {
            double[] predicted = model.predict(table.select(test));
            return Matrix.of(predicted.length, 1, predicted);
        });
    }
}
