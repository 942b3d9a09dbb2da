package org.industrialmind.foundations.optimize;

/** An objective that also knows its curvature: what {@link Newton} minimises. */
public interface CurvedObjective extends Objective {
    /** Writes the second derivatives at a point. Shape: point [n], hessian [n, n], row after row; only its lower half is read. */
    void curvature(double[] point, double[] hessian);
}
