package org.industrialmind.torch.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** Walks through examples, batch by batch, on the engine's thread. */
sealed interface Batches permits Batches.Resident, Prefetch {
    /**
     * Hands batch after batch to the step, each in a scope of its own.
     *
     * @param order the rows in the order wanted
     */
    void each(long[] order, int size, Consumer<Batch> step);

    /** Takes what lies in memory as one tensor, and anything else row by row, ahead of its use. */
    static Batches of(ExampleSource source, List<Integer> inputShape) {
        return source instanceof Examples examples
                ? Resident.of(examples, inputShape)
                : new Prefetch(source, inputShape);
    }

    /** Returns the rows in a random order. */
    static long[] shuffled(int rows, long seed) {
        Random random = new Random(seed);
        long[] shuffled = new long[rows];
        for (int i = 0; i < rows; i++) {
            int j = random.nextInt(i + 1); // inside-out Fisher-Yates
            shuffled[i] = shuffled[j];
            shuffled[j] = i;
        }
        return shuffled;
    }

    /** All examples as tensors of the caller's scope. */
    record Resident(Tensor inputs, Tensor targets, @Nullable Tensor weights) implements Batches {
        static Resident of(Examples examples, List<Integer> inputShape) {
            int rows = examples.rows();
            return new Resident(
                    Network.toTensor(examples.inputs(), rows, inputShape),
                    Network.toTensor(examples.targets(), rows, List.of(examples.targetSize())),
                    examples.weighted() ? Network.toTensor(examples.weights(), rows, List.of()) : null);
        }

        @Override
        public void each(long[] order, int size, Consumer<Batch> step) {
            for (int from = 0; from < order.length; from += size) {
                long[] rows = Arrays.copyOfRange(order, from, Math.min(from + size, order.length));
                try (TorchScope scope = TorchScope.open()) {
                    Tensor index = Engine.shared().onDevice(Tensor.create(rows));
                    step.accept(new Batch(
                            inputs.index_select(0, index),
                            targets.index_select(0, index),
                            weights == null ? null : weights.index_select(0, index)));
                }
            }
        }
    }
}
