package org.industrialmind.foundations.autograd;

import java.util.random.RandomGenerator;

/**
 * Which values are put out: each with the same chance, the others scaled by 1 / (1 - share), so that a network sees the same
 * mean in training and afterwards, when nothing is put out.
 *
 * <ol>
 *   <li>Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014, Dropout, JMLR 15.
 * </ol>
 */
final class Dropout {
    private Dropout() {}

    static Tensor mask(Shape shape, double share, RandomGenerator random) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("a share of " + share + " to put out: expected a number in [0, 1)");
        }
        double[] mask = new double[shape.size()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < share ? 0 : 1 / (1 - share);
        }
        return Tensor.of(mask, shape.lengths());
    }
}
