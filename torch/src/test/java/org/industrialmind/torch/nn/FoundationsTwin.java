package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.industrialmind.foundations.autograd.Shape;

/**
 * The same computation in libtorch and in the foundations, on the same numbers drawn by chance: outputs and the gradients of
 * all inputs must agree. Both sides work in doubles, so that the tolerance is that of sums taken in another order.
 */
final class FoundationsTwin {
    private static final double TOLERANCE = 1e-9;

    /** A computation of the foundations. */
    @FunctionalInterface
    interface Readable {
        org.industrialmind.foundations.autograd.Tensor of(List<org.industrialmind.foundations.autograd.Tensor> inputs);
    }

    /** The same in libtorch, of the same inputs in the same layout. */
    @FunctionalInterface
    interface Native {
        Tensor of(List<Tensor> inputs);
    }

    /** Output and gradients, in the order of the inputs. */
    record Outcome(double[] output, List<double[]> gradients) {}

    private final List<int[]> shapes;
    private final List<double[]> values = new ArrayList<>();
    private final Random random;

    FoundationsTwin(long seed, int[]... shapes) {
        this.shapes = List.of(shapes);
        random = new Random(seed);
        for (int[] shape : shapes) {
            values.add(draw(Shape.of(shape).size()));
        }
    }

    private double[] draw(int size) {
        return random.doubles(size, -1, 1).toArray();
    }

    void agree(Readable readable, Native other) {
        List<org.industrialmind.foundations.autograd.Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            inputs.add(org.industrialmind.foundations.autograd.Tensor.parameter(values.get(i), shapes.get(i)));
        }
        var output = readable.of(inputs);
        double[] weights = draw(output.shape().size());
        output.times(org.industrialmind.foundations.autograd.Tensor.of(
                        weights, output.shape().lengths()))
                .sum()
                .backward();
        Outcome expected = run(other, output.shape(), weights);
        requireClose("output", output.values(), expected.output);
        for (int i = 0; i < inputs.size(); i++) {
            requireClose("gradient of input " + i, inputs.get(i).gradient(), expected.gradients.get(i));
        }
    }

    private Outcome run(Native other, Shape shape, double[] weights) {
        return Engine.shared().call(0, () -> {
            try (TorchScope scope = TorchScope.open()) {
                List<Tensor> inputs = new ArrayList<>();
                for (int i = 0; i < shapes.size(); i++) {
                    Tensor input = create(values.get(i), shapes.get(i));
                    input.set_requires_grad(true);
                    inputs.add(input);
                }
                Tensor output = other.of(inputs);
                assertThat(output.shape()).containsExactly(longs(shape.lengths()));
                output.mul(create(weights, shape.lengths())).sum().backward();
                return new Outcome(
                        toArray(output),
                        inputs.stream().map(input -> toArray(input.grad())).toList());
            }
        });
    }

    static Tensor create(double[] values, int... shape) {
        return Tensor.create(values, longs(shape));
    }

    private static long[] longs(int[] shape) {
        long[] sizes = new long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            sizes[i] = shape[i];
        }
        return sizes;
    }

    static double[] toArray(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.numel())];
        tensor.contiguous().data_ptr_double().get(values, 0, values.length);
        return values;
    }

    static void requireClose(String what, double[] seen, double[] expected) {
        assertThat(seen).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < seen.length; i++) {
            double error = Math.abs(seen[i] - expected[i]) / Math.max(1, Math.abs(expected[i]));
            assertThat(error)
                    .as("%s at %d: %s, libtorch %s", what, i, seen[i], expected[i])
                    .isLessThan(TOLERANCE);
        }
    }
}
