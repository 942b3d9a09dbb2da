package org.industrialmind.foundations.linear;

/** A loss that can be followed downhill. */
interface SmoothLoss {
    int dimensions();

    /** Returns the loss at the point and overwrites the gradient. */
    double at(double[] point, double[] gradient);
}
