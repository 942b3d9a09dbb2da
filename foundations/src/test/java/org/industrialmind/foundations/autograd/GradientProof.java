package org.industrialmind.foundations.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.industrialmind.foundations.optimize.GradientCheck;
import org.industrialmind.foundations.optimize.Objective;

/**
 * Proves a computation's gradient by finite differences: random inputs, the outputs weighed at random into one number (so
 * that errors cannot cancel), and the gradient of that number compared in every coordinate of every input.
 */
public final class GradientProof {
    private final List<Shape> shapes = new ArrayList<>();
    private double low = -2;
    private double high = 2;

    private GradientProof() {}

    /** Begins a proof for inputs of these shapes. */
    public static GradientProof of(int[]... shapes) {
        GradientProof proof = new GradientProof();
        Arrays.stream(shapes).map(Shape::of).forEach(proof.shapes::add);
        return proof;
    }

    public static int[] shape(int... lengths) {
        return lengths;
    }

    /** Draws the inputs between these bounds, where the computation is smooth. */
    public GradientProof between(double low, double high) {
        this.low = low;
        this.high = high;
        return this;
    }

    /** Holds if the gradient of the computation agrees with differences to eight digits. */
    public void holds(long seed, Function<List<Tensor>, Tensor> computation) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] point = random.doubles(shapes.stream().mapToInt(Shape::size).sum(), low, high)
                .toArray();
        double[] weights = random.doubles(
                        computation.apply(split(point)).shape().size(), -1, 1)
                .toArray();
        Objective objective = (x, g) -> {
            List<Tensor> inputs = split(x);
            Tensor output = computation.apply(inputs);
            Tensor number =
                    output.times(Tensor.of(weights, output.shape().lengths())).sum();
            number.backward();
            int at = 0;
            for (Tensor input : inputs) {
                double[] gradient = input.gradient();
                System.arraycopy(gradient, 0, g, at, gradient.length);
                at += gradient.length;
            }
            return number.value();
        };
        GradientCheck check = GradientCheck.of(objective, point);
        assertThat(check.error()).as("%s, seed %d", check, seed).isLessThan(2e-8);
    }

    private List<Tensor> split(double[] point) {
        List<Tensor> inputs = new ArrayList<>();
        int at = 0;
        for (Shape shape : shapes) {
            inputs.add(Tensor.parameter(Arrays.copyOfRange(point, at, at + shape.size()), shape.lengths()));
            at += shape.size();
        }
        return inputs;
    }
}
