package org.industrialmind.foundations.tree;

/** Nothing to tell: every cut is as good as any other, and a node is pure when its row is alone. */
final class IsolationResponse implements Response {
    private int rows;

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void open(int[] all, int from, int to) {
        rows = to - from;
    }

    @Override
    public void rewind() {
        // no side is counted
    }

    @Override
    public void moveLeft(int row) {
        // no side is counted
    }

    @Override
    public double weight() {
        return rows;
    }

    @Override
    public double impurity() {
        return 0;
    }

    @Override
    public boolean pure() {
        return rows < 2;
    }

    @Override
    public double gain() {
        return 0;
    }

    @Override
    public double[] value() {
        return new double[1];
    }
}
