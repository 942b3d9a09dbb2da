package org.industrialmind.telemetry.store;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * The head of an array as the body of a request, sent in slices of the array itself; the publisher that Java brings copies
 * everything into new buffers of 16 KiB first, which for a body of megabytes was most of the client's cost.
 */
record ArrayBody(byte[] bytes, int length) implements HttpRequest.BodyPublisher {
    private static final int SLICE = 1 << 17; // the socket's native copy of a slice stays in the processor's cache

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Slices(subscriber));
    }

    private final class Slices implements Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private long demand;
        private boolean emitting;
        private int at;
        private boolean done;

        Slices(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long more) {
            synchronized (this) {
                demand += more;
                if (emitting) {
                    return; // the thread that is handing out slices sees the new demand
                }
                emitting = true;
            }
            while (mayEmit()) {
                int size = Math.min(SLICE, length - at);
                ByteBuffer slice = ByteBuffer.wrap(bytes, at, size).asReadOnlyBuffer();
                at += size;
                subscriber.onNext(slice);
            }
        }

        private boolean mayEmit() {
            boolean complete;
            boolean emits;
            synchronized (this) {
                complete = !done && at == length;
                done |= complete;
                emits = !done && demand > 0;
                emitting = emits;
                demand -= emits ? 1 : 0;
            }
            if (complete) {
                subscriber.onComplete();
            }
            return emits;
        }

        @Override
        public synchronized void cancel() {
            done = true;
        }
    }
}
