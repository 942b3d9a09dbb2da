package org.industrialmind.torch.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam with decoupled weight decay: each value moves by its mean gradient over the root of its mean squared gradient, and
 * weights are pulled towards zero apart from that.
 *
 * <pre>
 *   m = 0.9 m + 0.1 g              v = 0.999 v + 0.001 g g
 *   w = w - rate (m / (1 - 0.9^t)) / (sqrt(v / (1 - 0.999^t)) + 1e-8) - rate decay w
 * </pre>
 *
 * <p>All parameters are one flat tensor, so a step is a handful of operations for any network.
 *
 * @see "Kingma and Ba 2015, Adam: a method for stochastic optimization, ICLR"
 * @see "Loshchilov and Hutter 2019, Decoupled weight decay regularization, ICLR"
 */
final class AdamW {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double EPSILON = 1e-8;

    private final Parameters parameters;
    private final double weightDecay;
    private final Tensor decaying;
    private final Tensor mean;
    private final Tensor square;
    private int steps;

    /** Makes an optimiser whose tensors belong to the caller's scope. */
    AdamW(Parameters parameters, double weightDecay) {
        this.parameters = parameters;
        this.weightDecay = weightDecay;
        this.mean = torch.zeros_like(parameters.values());
        this.square = torch.zeros_like(parameters.values());
        this.decaying = torch.zeros_like(parameters.values());
        long from = 0;
        for (ParameterSpec spec : parameters.specs()) {
            if (spec.decays()) {
                decaying.narrow(0, from, spec.size()).fill_(new Scalar(1.0));
            }
            from += spec.size();
        }
    }

    Tensor mean() {
        return mean;
    }

    Tensor square() {
        return square;
    }

    /** Goes on after so many steps, with the moments that were put back. */
    void resume(int made) {
        steps = made;
    }

    /** Scales the gradient down to the given norm if it is longer; returns its norm before that. */
    double clip(double longest) {
        double norm = parameters.gradients().norm().item_double();
        if (norm > longest) {
            parameters.gradients().mul_(new Scalar(longest / norm));
        }
        return norm;
    }

    /** Moves the parameters by their gradients, and sets the gradients to zero for the next backward pass. */
    void step(double rate) {
        Tensor values = parameters.values();
        Tensor gradients = parameters.gradients();
        steps++;
        if (weightDecay > 0) {
            values.addcmul_(values, decaying, new Scalar(-rate * weightDecay));
        }
        mean.mul_(new Scalar(FIRST)).add_(gradients, new Scalar(1 - FIRST));
        square.mul_(new Scalar(SECOND)).addcmul_(gradients, gradients, new Scalar(1 - SECOND));
        double unbiased = Math.sqrt(1 - Math.pow(SECOND, steps));
        Tensor deviation = square.sqrt().div_(new Scalar(unbiased)).add_(new Scalar(EPSILON));
        values.addcdiv_(mean, deviation, new Scalar(-rate / (1 - Math.pow(FIRST, steps))));
        gradients.zero_();
    }
}
