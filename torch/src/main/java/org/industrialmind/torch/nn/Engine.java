package org.industrialmind.torch.nn;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The one platform thread on which libtorch works, with one native thread, on the graphics processor if there is one.
 *
 * <p>One thread, because libtorch's random generator is global (two trainings side by side would not repeat) and because
 * its two thread pools, left to themselves, spin against each other and slow a small network down thirteenfold. More cores
 * are used by more processes. The launcher sets {@code OMP_NUM_THREADS} and {@code OPENBLAS_NUM_THREADS} to 1 as well,
 * since the pools read them before Java can speak.
 */
public final class Engine {
    private static final long STEP_SECONDS = 30; // a step takes milliseconds; this is for a machine that is swapping
    private static final Engine SHARED = new Engine();

    private final ExecutorService executor;
    private volatile @Nullable Thread worker;
    private volatile boolean stopping;
    private @Nullable Device device; // seen by the worker alone

    private Engine() {
        executor = Executors.newSingleThreadExecutor(this::newThread);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("torch-stop").unstarted(this::stop));
    }

    /** Returns the engine of this process; the native libraries are loaded by its first call. */
    public static Engine shared() {
        return SHARED;
    }

    /**
     * Runs work on the engine's thread, from any thread, and waits for its result.
     *
     * @param seed of libtorch's random generator during the work
     * @throws CancellationException if the program is shutting down, or the caller's thread is interrupted
     */
    public <T> T call(long seed, Callable<T> work) {
        if (Thread.currentThread() == worker) {
            return seeded(seed, work);
        }
        Future<T> result = submitted(seed, work);
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw rethrown(e);
        } catch (InterruptedException e) {
            result.cancel(true); // a fit ends after its current step
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while libtorch was at work; it ends after its current step");
        }
    }

    private <T> Future<T> submitted(long seed, Callable<T> work) {
        try {
            return executor.submit(() -> seeded(seed, work));
        } catch (RejectedExecutionException _) {
            throw new CancellationException("libtorch takes no more work: the program is shutting down");
        }
    }

    /**
     * Runs on the engine's thread what must be done whether or not the caller is interrupted meanwhile, such as giving memory
     * back, and waits for it. While the program shuts down nothing is done: the process gives all of it back.
     */
    void finish(Runnable work) {
        if (Thread.currentThread() == worker) {
            work.run();
            return;
        }
        if (!stopping) {
            finish(executor, work);
        }
    }

    /** Waits for the work however often it is interrupted; does nothing if the executor takes no more. */
    static void finish(ExecutorService executor, Runnable work) {
        try {
            CompletableFuture.runAsync(work, executor).join();
        } catch (RejectedExecutionException _) {
            // the program began to shut down a moment ago
        } catch (CompletionException e) {
            throw rethrown(e);
        }
    }

    /** Returns what the networks of this process compute on; INDUSTRIALMIND_DEVICE in the environment decides. */
    public Processor processor() {
        return call(0, () -> device().is_cuda() ? Processor.CUDA : Processor.CPU);
    }

    /** Moves a tensor to where the networks are; the caller is on the engine's thread. */
    Tensor onDevice(Tensor tensor) {
        Device here = device();
        return here.is_cuda() ? tensor.to(here, tensor.scalar_type()) : tensor;
    }

    private Device device() {
        if (device == null) {
            String asked = System.getenv().getOrDefault(Processor.VARIABLE, "auto");
            Processor chosen = Processor.choose(asked, torch::cuda_is_available);
            try (TorchScope scope = TorchScope.open()) {
                device = scope.keep(new Device(chosen == Processor.CUDA ? "cuda" : "cpu"));
            }
        }
        return device;
    }

    /**
     * Lets long work go on to its next step; called by it, on the engine's thread.
     *
     * @param steps that it has made
     * @throws CancellationException if nobody waits for it any more, or the program is shutting down
     */
    void requireGoingOn(int steps) {
        if (stopping || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("fit ended after " + steps + " steps: "
                    + (stopping ? "the program is shutting down" : "whoever waited for it was interrupted")
                    + "; train again");
        }
    }

    private static <T> T seeded(long seed, Callable<T> work) {
        torch.manual_seed(seed);
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("work on libtorch failed: " + e.getMessage(), e);
        }
    }

    private static RuntimeException rethrown(Exception failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private Thread newThread(Runnable loop) {
        Thread thread = Thread.ofPlatform().name("torch-engine").daemon().unstarted(() -> {
            torch.set_num_threads(1);
            loop.run();
        });
        worker = thread;
        return thread;
    }

    /** Waits for the current step: a native call that outlives the JVM's exit handlers crashes it. */
    private void stop() {
        stopping = true;
        executor.shutdown();
        try {
            executor.awaitTermination(STEP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
