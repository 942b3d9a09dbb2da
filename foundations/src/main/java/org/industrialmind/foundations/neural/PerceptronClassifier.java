package org.industrialmind.foundations.neural;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.autograd.Tensor;
import org.industrialmind.foundations.supervised.Classifier;

/** A network that says how probable each class is; a class it has seen no row of has probability 0. */
public final class PerceptronClassifier implements Classifier {
    private final Scaling scaling;
    private final Layer network;
    private final int[] present; // the classes that the network's outputs stand for
    private final int classes;

    PerceptronClassifier(Scaling scaling, Layer network, int[] present, int classes) {
        this.scaling = scaling;
        this.network = network;
        this.present = present;
        this.classes = classes;
    }

    @Override
    public int columns() {
        return scaling.columns();
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public double[] probabilities(double[] row) {
        return probabilities(Matrix.ofRows(row)).row(0);
    }

    @Override
    public Matrix probabilities(Matrix rows) {
        Tensor shares = network.forward(scaling.apply(rows), Pass.asking()).softmax();
        double[] known = shares.values();
        double[] all = new double[rows.rows() * classes];
        for (int i = 0; i < known.length; i++) {
            all[i / present.length * classes + present[i % present.length]] = known[i];
        }
        return Matrix.of(rows.rows(), classes, all);
    }
}
