package org.industrialmind.torch.nn;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Makes the next batches on a thread of its own while the engine works on this one. What it makes depends on the order alone,
 * so a fit is the same however fast the threads are.
 */
record Prefetch(ExampleSource source, List<Integer> inputShape) implements Batches {
    private static final int AHEAD = 2; // one being taken and one ready; more would only take memory

    /** What the thread hands over. */
    private sealed interface Made {
        /** A batch as arrays; they belong to the one who takes them. */
        final class Rows implements Made {
            private final float[] inputs;
            private final float[] targets;
            private final float[] weights;
            private final int rows;

            private Rows(ExampleSource source, long[] order, int from, int rows) {
                inputs = new float[rows * source.inputSize()];
                targets = new float[rows * source.targetSize()];
                weights = new float[source.weighted() ? rows : 0];
                this.rows = rows;
                for (int i = 0; i < rows; i++) {
                    int row = (int) order[from + i];
                    source.read(row, inputs, i * source.inputSize(), targets, i * source.targetSize());
                    if (weights.length > 0) {
                        weights[i] = source.weight(row);
                    }
                }
            }
        }

        record Failure(RuntimeException cause) implements Made {}
    }

    @Override
    public void each(long[] order, int size, Consumer<Batch> step) {
        BlockingQueue<Made> ready = new ArrayBlockingQueue<>(AHEAD);
        Thread maker = Thread.ofPlatform().name("torch-prefetch").daemon().start(() -> make(order, size, ready));
        try {
            for (int from = 0; from < order.length; from += size) {
                switch (ready.take()) {
                    case Made.Rows rows -> take(rows, step);
                    case Made.Failure(RuntimeException cause) -> throw cause;
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for examples");
        } finally {
            maker.interrupt();
        }
    }

    private void make(long[] order, int size, BlockingQueue<Made> ready) {
        try {
            for (int from = 0; from < order.length; from += size) {
                ready.put(made(order, from, Math.min(size, order.length - from)));
            }
        } catch (InterruptedException noLongerNeeded) {
            Thread.currentThread().interrupt();
        }
    }

    private Made made(long[] order, int from, int rows) {
        try {
            return new Made.Rows(source, order, from, rows);
        } catch (RuntimeException e) {
            return new Made.Failure(e);
        } catch (Error e) { // unsaid, it would leave the engine waiting for ever
            return new Made.Failure(new IllegalStateException("examples cannot be made: " + e, e));
        }
    }

    private void take(Made.Rows made, Consumer<Batch> step) {
        try (TorchScope scope = TorchScope.open()) {
            step.accept(new Batch(
                    Network.toTensor(made.inputs, made.rows, inputShape),
                    Network.toTensor(made.targets, made.rows, List.of(source.targetSize())),
                    made.weights.length == 0 ? null : Network.toTensor(made.weights, made.rows, List.of())));
        }
    }
}
