package org.industrialmind.foundations.neural;

import java.util.random.RandomGenerator;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * How weights are drawn before training: so that the spread of the values neither dies out nor explodes from layer to layer,
 * forward or backward.
 */
public enum Initialiser {
    /**
     * Uniform with variance 2 / (inputs + outputs), for layers that are nearly linear around 0 (tanh, sigmoid, attention).
     *
     * @see "Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks, AISTATS"
     */
    XAVIER {
        @Override
        double[] draw(int inputs, int outputs, RandomGenerator random) {
            double bound = Math.sqrt(6.0 / (inputs + outputs));
            return random.doubles((long) inputs * outputs, -bound, bound).toArray();
        }
    },
    /**
     * Normal with variance 2 / inputs, for a relu, which lets half of the variance through.
     *
     * @see "He, Zhang, Ren and Sun 2015, Delving deep into rectifiers, ICCV"
     */
    HE {
        @Override
        double[] draw(int inputs, int outputs, RandomGenerator random) {
            double deviation = Math.sqrt(2.0 / inputs);
            return gaussians(inputs * outputs, deviation, random);
        }
    },
    /**
     * Rows or columns of length 1 and orthogonal to each other, whichever are fewer: lengths survive, however often the
     * same weights are applied. For the recurrent weights of a network over time.
     *
     * @see "Saxe, McClelland and Ganguli 2014, Exact solutions to the nonlinear dynamics of learning, ICLR"
     */
    ORTHOGONAL {
        @Override
        double[] draw(int inputs, int outputs, RandomGenerator random) {
            boolean tall = inputs >= outputs;
            int count = Math.min(inputs, outputs);
            int length = Math.max(inputs, outputs);
            double[][] vectors = new double[count][];
            for (int i = 0; i < count; i++) {
                vectors[i] = gaussians(length, 1, random);
                takeOff(vectors, i);
                takeOff(vectors, i); // a second time: the first leaves rounding errors
            }
            double[] weights = new double[inputs * outputs];
            for (int r = 0; r < inputs; r++) {
                for (int c = 0; c < outputs; c++) {
                    weights[r * outputs + c] = tall ? vectors[c][r] : vectors[r][c];
                }
            }
            return weights;
        }
    };

    /** Draws weights that lead from so many inputs to so many outputs. Shape: [inputs, outputs]. */
    abstract double[] draw(int inputs, int outputs, RandomGenerator random);

    /** Draws a parameter. Shape: [inputs, outputs]. */
    Tensor weights(int inputs, int outputs, RandomGenerator random) {
        return Tensor.parameter(draw(inputs, outputs, random), inputs, outputs);
    }

    /** Draws filters, each of which sees as many inputs as it has values. Shape: [filter, channel, place ...]. */
    Tensor filters(RandomGenerator random, int... shape) {
        int inputs = 1;
        for (int i = 1; i < shape.length; i++) {
            inputs *= shape[i];
        }
        Tensor columns = Tensor.of(draw(inputs, shape[0], random), inputs, shape[0]);
        return Tensor.parameter(columns.transposed().values(), shape);
    }

    private static double[] gaussians(int count, double deviation, RandomGenerator random) {
        double[] drawn = new double[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = deviation * random.nextGaussian();
        }
        return drawn;
    }

    /** Takes off what a vector has in common with those before it, and makes it 1 long. */
    private static void takeOff(double[][] vectors, int last) {
        double[] v = vectors[last];
        for (int i = 0; i < last; i++) {
            double dot = dot(v, vectors[i]);
            for (int k = 0; k < v.length; k++) {
                v[k] -= dot * vectors[i][k];
            }
        }
        double length = Math.sqrt(dot(v, v));
        for (int k = 0; k < v.length; k++) {
            v[k] /= length;
        }
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
