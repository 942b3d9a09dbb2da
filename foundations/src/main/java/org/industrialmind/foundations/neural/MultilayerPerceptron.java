package org.industrialmind.foundations.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.industrialmind.foundations.autograd.Tensor;
import org.industrialmind.foundations.optimize.Adam;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Dense layers with bends in between: learns any smooth dependence of a class or a number on the columns, given rows enough.
 *
 * <p>Columns are standardised first, and so are targets, so that one rate suits every unit; a column that is constant is left
 * out of account. Trees need less care on tables of mixed columns; this one is at its best where columns are alike and act
 * together: spectra, images, windows.
 *
 * <ol>
 *   <li>Rumelhart, Hinton and Williams 1986, Learning representations by back-propagating errors, Nature 323.
 * </ol>
 *
 * @param hidden the widths of the hidden layers, first to last; none is a linear model
 * @param dropout the share of each hidden layer that is put out in training
 */
public record MultilayerPerceptron(List<Integer> hidden, Activation activation, double dropout, Training training)
        implements ClassifierTrainer, RegressorTrainer {
    public MultilayerPerceptron {
        hidden = List.copyOf(hidden);
        hidden.forEach(width -> Checks.requirePositive("hidden width", width));
        Checks.requireShare("dropout", dropout);
    }

    /** One hidden layer of 64 with relu; Adam at 0.003 for 100 epochs of batches of 32. */
    public static MultilayerPerceptron defaults() {
        return new MultilayerPerceptron(
                List.of(64), Activation.RELU, 0, Training.defaults().withRule(Adam.of(3e-3)));
    }

    /** @throws IllegalArgumentException if a value is missing */
    @Override
    public PerceptronClassifier fit(LabelledRows rows, long seed) {
        rows.requireComplete();
        double[] classWeights = rows.classWeights();
        int[] present = IntStream.range(0, rows.classes())
                .filter(k -> classWeights[k] > 0)
                .toArray();
        int[] labels = rows.labels();
        for (int r = 0; r < labels.length; r++) {
            labels[r] = Math.max(0, Arrays.binarySearch(present, labels[r])); // a class of no weight counts nothing
        }
        Scaling scaling = Scaling.of(rows.rows(), rows.weights());
        SplittableRandom random = new SplittableRandom(seed);
        Layer network = network(rows.columns(), present.length, random);
        double[] weights = rows.weights();
        Tensor inputs = scaling.apply(rows.rows());
        Loss loss = (examples, pass) -> network.forward(inputs.rows(examples), pass)
                .crossEntropy(pick(labels, examples), pick(weights, examples));
        training.fit(network, rows.size(), loss, random.nextLong());
        return new PerceptronClassifier(scaling, network, present, rows.classes());
    }

    /** @throws IllegalArgumentException if a value is missing */
    @Override
    public PerceptronRegressor fit(TargetRows rows, long seed) {
        rows.requireComplete();
        Scaling scaling = Scaling.of(rows.rows(), rows.weights());
        Scaling targetScaling = Scaling.of(rows.targets(), rows.weights());
        SplittableRandom random = new SplittableRandom(seed);
        Layer network = network(rows.columns(), 1, random);
        double[] weights = rows.weights();
        Tensor inputs = scaling.apply(rows.rows());
        Tensor targets = targetScaling.apply(rows.targets());
        Loss loss = (examples, pass) -> {
            double[] some = pick(weights, examples);
            double total = Math.max(Double.MIN_NORMAL, Arrays.stream(some).sum());
            Tensor errors = network.forward(inputs.rows(examples), pass).minus(targets.rows(examples));
            return errors.squared().times(Tensor.of(some, some.length, 1)).sum().times(1 / total);
        };
        training.fit(network, rows.size(), loss, random.nextLong());
        return new PerceptronRegressor(scaling, network, targetScaling);
    }

    private Layer network(int inputs, int outputs, RandomGenerator random) {
        List<Layer> layers = new ArrayList<>();
        int width = inputs;
        for (int next : hidden) {
            layers.add(Dense.of(width, next, activation.initialiser(), random));
            layers.add(activation);
            layers.add(new Stateless.Dropout(dropout));
            width = next;
        }
        layers.add(Dense.of(width, outputs, Initialiser.XAVIER, random));
        return new Sequential(layers);
    }

    private static int[] pick(int[] from, int[] places) {
        return Arrays.stream(places).map(i -> from[i]).toArray();
    }

    private static double[] pick(double[] from, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> from[i]).toArray();
    }
}
