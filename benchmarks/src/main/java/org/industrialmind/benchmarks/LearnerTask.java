package org.industrialmind.benchmarks;

import java.util.Locale;

/** What all programs are asked to learn, with the settings that they share. */
enum LearnerTask {
    /** 100 rounds of 31 leaves of 20 rows or more, 255 bins, learning rate 0.1, on rows with missing values. */
    BOOSTING("accuracy"),
    /** A tree of classes, leaves of 5 rows or more. */
    TREE("accuracy"),
    /** A tree of numbers, leaves of 5 rows or more. */
    NUMBERS("R2"),
    /** 20 trees of classes, leaves of 5 rows or more, the root of the number of columns at a split. */
    FOREST("accuracy"),
    /** A ridge of 1 on the coefficients, to the optimum; where a program knows several searches, its fastest. */
    LOGISTIC("accuracy");

    static final int ROUNDS = 100;
    static final int LEAVES = 31;
    static final int ROWS_OF_BOOSTED_LEAF = 20;
    static final double LEARNING_RATE = 0.1;
    static final int ROWS_OF_LEAF = 5;
    static final int TREES = 20;

    private final String measure;

    LearnerTask(String measure) {
        this.measure = measure;
    }

    /** Returns what {@link #quality} is called; more is better. */
    String measure() {
        return measure;
    }

    /** Returns the name used on the command line and in reports. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the table to learn this from: only boosting lives with missing values. */
    LearnerTable table(LearnerTable original, LearnerTable complete) {
        return this == BOOSTING ? original : complete;
    }

    /** Returns how good the answers for the test rows are. Shape: [row]. */
    double quality(LearnerTable table, double[] answers) {
        return switch (this) {
            case BOOSTING, TREE, FOREST, LOGISTIC -> accuracy(table.testLabels, answers);
            case NUMBERS -> explained(table.testNumbers, answers);
        };
    }

    private static double accuracy(int[] labels, double[] answers) {
        int right = 0;
        for (int r = 0; r < labels.length; r++) {
            right += answers[r] == labels[r] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    private static double explained(double[] numbers, double[] answers) {
        double mean = 0;
        for (double number : numbers) {
            mean += number / numbers.length;
        }
        double spread = 0;
        double left = 0;
        for (int r = 0; r < numbers.length; r++) {
            spread += (numbers[r] - mean) * (numbers[r] - mean);
            left += (numbers[r] - answers[r]) * (numbers[r] - answers[r]);
        }
        return 1 - left / spread;
    }
}
