package org.industrialmind.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/**
 * Tribuo, on one thread, which is all that it uses for these. Its logistic regression takes five passes of stochastic steps
 * and stops there, short of the optimum.
 */
final class TribuoLearners implements LearnerProgram {
    private static final long SEED = 1;
    private static final Logger LOG = Logger.getLogger("org.tribuo"); // held, or its level is forgotten

    TribuoLearners() {
        LOG.setLevel(Level.OFF);
    }

    @Override
    public String name() {
        return "tribuo";
    }

    @Override
    public Optional<Measured> measure(LearnerTask task, LearnerTable table, int threads, double seconds) {
        if (threads > 1) {
            return Optional.empty();
        }
        return switch (task) {
            case BOOSTING -> Optional.empty();
            case TREE -> Optional.of(classes(task, table, seconds, tree(1)));
            case NUMBERS -> Optional.of(numbers(table, seconds));
            case FOREST -> {
                float share = (float) (Math.sqrt(table.columns) / table.columns);
                yield Optional.of(classes(
                        task,
                        table,
                        seconds,
                        new RandomForestTrainer<>(tree(share), new VotingCombiner(), LearnerTask.TREES, SEED)));
            }
            case LOGISTIC -> Optional.of(classes(task, table, seconds, new LogisticRegressionTrainer()));
        };
    }

    private static CARTClassificationTrainer tree(float columnShare) {
        return new CARTClassificationTrainer(
                Integer.MAX_VALUE, LearnerTask.ROWS_OF_LEAF, 0, columnShare, false, new GiniIndex(), SEED);
    }

    private static Measured classes(LearnerTask task, LearnerTable table, double seconds, Trainer<Label> trainer) {
        var train =
                examples(table.trainRows, table.columns, new LabelFactory(), r -> new Label("" + table.trainLabels[r]));
        var test =
                examples(table.testRows, table.columns, new LabelFactory(), r -> new Label("" + table.testLabels[r]));
        return measure(task, table, seconds, trainer, train, test, label -> Double.parseDouble(label.getLabel()));
    }

    private static Measured numbers(LearnerTable table, double seconds) {
        Trainer<Regressor> trainer = new CARTRegressionTrainer(
                Integer.MAX_VALUE, LearnerTask.ROWS_OF_LEAF, 0, 1, false, new MeanSquaredError(), SEED);
        var train = examples(
                table.trainRows,
                table.columns,
                new RegressionFactory(),
                r -> new Regressor("number", table.trainNumbers[r]));
        var test = examples(
                table.testRows,
                table.columns,
                new RegressionFactory(),
                r -> new Regressor("number", table.testNumbers[r]));
        return measure(LearnerTask.NUMBERS, table, seconds, trainer, train, test, number -> number.getValues()[0]);
    }

    private static <T extends Output<T>> Measured measure(
            LearnerTask task,
            LearnerTable table,
            double seconds,
            Trainer<T> trainer,
            MutableDataset<T> train,
            MutableDataset<T> test,
            ToDoubleFunction<T> value) {
        return Measured.of(task, table, seconds, () -> {
            Model<T> model = trainer.train(train);
            return () -> {
                List<Prediction<T>> predictions = model.predict(test);
                return predictions.stream()
                        .mapToDouble(prediction -> value.applyAsDouble(prediction.getOutput()))
                        .toArray();
            };
        });
    }

    private static <T extends Output<T>> MutableDataset<T> examples(
            double[] rows, int columns, OutputFactory<T> factory, IntFunction<T> output) {
        String[] names = new String[columns];
        for (int c = 0; c < columns; c++) {
            names[c] = String.format(Locale.ROOT, "c%04d", c);
        }
        List<Example<T>> examples = new ArrayList<>();
        for (int r = 0; r < rows.length / columns; r++) {
            double[] row = new double[columns];
            System.arraycopy(rows, r * columns, row, 0, columns);
            examples.add(new ArrayExample<>(output.apply(r), names, row));
        }
        return new MutableDataset<>(examples, new SimpleDataSourceProvenance("benchmark", factory), factory);
    }
}
