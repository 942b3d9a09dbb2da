package org.industrialmind.foundations.tree;

import java.util.Arrays;

/** Classes: a node is described by their shares. */
final class ClassResponse implements Response {
    private static final double LOG_TWO = Math.log(2);

    private final int[] labels;
    private final double[] weights;
    private final Impurity measure;
    private final double[] all; // weight of each class in the node
    private final double[] left;
    private double weight;
    private double leftWeight;
    private double allOrder; // sum of squares, or of x log x, over the classes
    private double leftOrder;
    private double rightOrder;

    ClassResponse(int[] labels, double[] weights, int classes, Impurity measure) {
        this.labels = labels;
        this.weights = weights;
        this.measure = measure;
        all = new double[classes];
        left = new double[classes];
    }

    @Override
    public int outputs() {
        return all.length;
    }

    @Override
    public void open(int[] rows, int from, int to) {
        Arrays.fill(all, 0);
        weight = 0;
        for (int i = from; i < to; i++) {
            all[labels[rows[i]]] += weights[rows[i]];
            weight += weights[rows[i]];
        }
        allOrder = 0;
        for (double ofClass : all) {
            allOrder += order(ofClass);
        }
        rewind();
    }

    @Override
    public void rewind() {
        Arrays.fill(left, 0);
        leftWeight = 0;
        leftOrder = 0;
        rightOrder = allOrder;
    }

    private double order(double x) {
        return switch (measure) {
            case GINI -> x * x;
            case ENTROPY -> x > 0 ? x * Math.log(x) : 0;
        };
    }

    @Override
    public void moveLeft(int row) {
        int label = labels[row];
        double before = left[label];
        double after = before + weights[row];
        leftOrder += order(after) - order(before);
        rightOrder += order(all[label] - after) - order(all[label] - before);
        left[label] = after;
        leftWeight += weights[row];
    }

    /** Returns weight times impurity of rows of this weight and order. */
    private double disorder(double ofWeight, double order) {
        return switch (measure) {
            case GINI -> ofWeight - order / ofWeight;
            case ENTROPY -> (ofWeight * Math.log(ofWeight) - order) / LOG_TWO;
        };
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public double impurity() {
        return pure() ? 0 : Math.max(0, disorder(weight, allOrder) / weight);
    }

    @Override
    public boolean pure() {
        int present = 0;
        for (double ofClass : all) {
            present += ofClass > 0 ? 1 : 0;
        }
        return present <= 1;
    }

    @Override
    public double gain() {
        double rightWeight = weight - leftWeight;
        if (rightWeight <= 0) { // weights so far apart that the rest drowned in rounding
            return 0;
        }
        return disorder(weight, allOrder) - disorder(leftWeight, leftOrder) - disorder(rightWeight, rightOrder);
    }

    @Override
    public double[] value() {
        double[] shares = all.clone();
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= weight;
        }
        return shares;
    }
}
