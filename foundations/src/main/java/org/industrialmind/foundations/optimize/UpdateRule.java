package org.industrialmind.foundations.optimize;

/**
 * How parameters follow a gradient that is only an estimate, step after step and without looking back: what trains a
 * network on mini-batches, where a line search would chase the noise of one batch.
 */
public sealed interface UpdateRule permits GradientDescent, Adam {
    /** Returns a run of this rule over as many parameters, with nothing remembered yet. */
    Run start(int parameters);

    /** One run: remembers velocities and the like between its steps. Not safe to share between threads. */
    interface Run {
        /**
         * Moves the parameters one step against the gradient.
         *
         * @param factor scales the rate of this step: what a schedule says; 1 for none
         */
        void step(double[] parameters, double[] gradient, double factor);
    }
}
