package org.industrialmind.foundations.linear;

/** A loss whose curvature is known too. */
interface CurvedLoss extends SmoothLoss {
    /** Returns the matrix of second derivatives, of which the lower triangle counts. Shape: [dimensions, dimensions]. */
    double[] curvature(double[] point);
}
