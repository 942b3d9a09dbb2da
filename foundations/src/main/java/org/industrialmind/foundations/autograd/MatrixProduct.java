package org.industrialmind.foundations.autograd;

import java.util.List;
import org.industrialmind.foundations.algebra.Gemm;

/**
 * Products of matrices in the two innermost axes, one for each entry of the outer axes. A right side without outer axes is
 * shared by all, and all rows of the left side then form one tall matrix.
 *
 * <p>Backward of y = a b: da = dy b', db = a' dy.
 */
record MatrixProduct(Tensor left, Tensor right, int count, int m, int k, int n) implements Operation {
    static Tensor of(Tensor left, Tensor right) {
        Shape a = left.shape();
        Shape b = right.shape();
        if (a.rank() < 2 || b.rank() < 2 || a.length(-1) != b.length(-2)) {
            throw misfit(a, b);
        }
        int outer = a.rank() - 2;
        boolean shared = b.rank() == 2;
        if (!shared && !a.with(-1, 1).with(-2, 1).equals(b.with(-1, 1).with(-2, 1))) {
            throw misfit(a, b);
        }
        int count = shared ? 1 : a.product(0, outer);
        int m = shared ? a.product(0, outer + 1) : a.length(-2);
        return new MatrixProduct(left, right, count, m, a.length(-1), b.length(-1)).forward();
    }

    private static IllegalArgumentException misfit(Shape a, Shape b) {
        return new IllegalArgumentException("cannot multiply the matrices of " + a + " by those of " + b
                + ": expected [..., m, k] times [k, n], or times [..., k, n] with the same outer axes");
    }

    private Tensor forward() {
        double[] y = new double[count * m * n];
        for (int i = 0; i < count; i++) {
            Gemm.add(m, n, k, 1, left.values, i * m * k, k, 1, right.values, i * k * n, n, 1, y, i * m * n, n);
        }
        return Tensor.made(y, left.shape().with(-1, n), this);
    }

    @Override
    public List<Tensor> inputs() {
        return List.of(left, right);
    }

    @Override
    public void backward(Tensor output) {
        double[] dy = output.slot();
        for (int i = 0; i < count; i++) {
            if (left.learns()) {
                Gemm.add(m, k, n, 1, dy, i * m * n, n, 1, right.values, i * k * n, 1, n, left.slot(), i * m * k, k);
            }
            if (right.learns()) {
                Gemm.add(k, n, m, 1, left.values, i * m * k, 1, k, dy, i * m * n, n, 1, right.slot(), i * k * n, n);
            }
        }
    }
}
