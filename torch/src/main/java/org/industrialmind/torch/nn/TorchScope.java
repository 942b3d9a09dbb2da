package org.industrialmind.torch.nn;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.jspecify.annotations.Nullable;

/**
 * A block of code at whose end every native object made inside it is given back.
 *
 * <p>The garbage collector knows nothing of the bytes behind a tensor: without a scope a small training loop leaks 226 KB a
 * step and no collection helps. So every public entry of this package opens a scope, and {@link #keep} is the only way out
 * of it. Scopes nest, belong to the thread that opened them, and close in the reverse order.
 */
final class TorchScope implements AutoCloseable {
    private final PointerScope pointers = new PointerScope();
    private final @Nullable NoGradGuard noGradients;

    private TorchScope(boolean gradients) {
        noGradients = gradients ? null : new NoGradGuard();
    }

    /** Opens a scope in which operations on parameters are recorded for the backward pass. */
    static TorchScope open() {
        return new TorchScope(true);
    }

    /**
     * Opens a scope in which nothing is recorded.
     *
     * @throws IllegalStateException on a virtual thread: libtorch keeps this mode with the carrier thread, so another
     *     virtual thread on the same carrier would train without gradients
     */
    static TorchScope inference() {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("inference on the virtual thread " + Thread.currentThread()
                    + ": expected a platform thread; go through Engine.call");
        }
        return new TorchScope(false);
    }

    /** Lets a native object outlive the scope; whoever asked for it closes it. */
    <P extends Pointer> P keep(P pointer) {
        pointer.retainReference();
        return pointer;
    }

    @Override
    public void close() {
        if (noGradients != null) {
            noGradients.close();
        }
        pointers.close();
    }
}
