package org.industrialmind.foundations.tree;

/**
 * What a tree learns to tell, and how well a division of rows tells it. A sweep opens a node with all its rows on the right
 * and moves them to the left one by one; every question is answered from sums kept on the way.
 */
interface Response {
    /** Returns how many numbers describe a node. */
    int outputs();

    /** Takes rows [from, to) of a list as the node, all on the right. */
    void open(int[] rows, int from, int to);

    /** Puts all rows of the node back on the right. */
    void rewind();

    void moveLeft(int row);

    /** Returns the weight of the node. */
    double weight();

    /** Returns the mean disorder of the node: 0 where all rows are alike. */
    double impurity();

    /** Whether no division can tell more. */
    boolean pure();

    /** Returns by how much the division as it stands lowers weight times impurity. */
    double gain();

    /** Returns the numbers that describe the node. Shape: [output]. */
    double[] value();
}
