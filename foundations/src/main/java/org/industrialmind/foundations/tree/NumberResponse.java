package org.industrialmind.foundations.tree;

/** Numbers: a node is described by their mean, and its impurity is their variance. */
final class NumberResponse implements Response {
    private final double[] targets;
    private final double[] weights;
    private double mean;
    private double weight;
    private double squares; // sum of squared distances from the mean
    private double leftWeight;
    private double leftSum; // of distances from the mean; the right sum is its negative

    NumberResponse(double[] targets, double[] weights) {
        this.targets = targets;
        this.weights = weights;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void open(int[] rows, int from, int to) {
        double first = targets[rows[from]]; // differences from one value: equal values have exactly themselves as mean
        double sum = 0;
        weight = 0;
        for (int i = from; i < to; i++) {
            sum += weights[rows[i]] * (targets[rows[i]] - first);
            weight += weights[rows[i]];
        }
        mean = first + sum / weight;
        squares = 0;
        for (int i = from; i < to; i++) {
            double away = targets[rows[i]] - mean;
            squares += weights[rows[i]] * away * away;
        }
        rewind();
    }

    @Override
    public void rewind() {
        leftWeight = 0;
        leftSum = 0;
    }

    @Override
    public void moveLeft(int row) {
        leftWeight += weights[row];
        leftSum += weights[row] * (targets[row] - mean);
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public double impurity() {
        return squares / weight;
    }

    @Override
    public boolean pure() {
        return squares == 0;
    }

    @Override
    public double gain() {
        double rightWeight = weight - leftWeight;
        if (rightWeight <= 0) { // weights so far apart that the rest drowned in rounding
            return 0;
        }
        return leftSum * leftSum / leftWeight + leftSum * leftSum / rightWeight;
    }

    @Override
    public double[] value() {
        return new double[] {mean};
    }
}
