package org.industrialmind.serving.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.industrialmind.serving.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands events to every browser that listens, without ever waiting for one of them.
 *
 * <p>Each listener has a bounded queue and a virtual thread that writes from it. A listener whose queue is full is cut:
 * it reconnects and reloads, which is better than a slow screen that holds up the others or shows the past as the present.
 */
public final class LiveFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final int QUEUE = 1024;
    private static final int MOST_LISTENERS = 500;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    private record Event(String name, String json) {}

    /** Sends the event to everyone who listens now; its body is written as JSON once, here. */
    public void publish(String name, Object body) {
        if (listeners.isEmpty()) {
            return;
        }
        Event event = new Event(name, JsonMapper.shared().writeValueAsString(body));
        for (Listener listener : listeners) {
            if (!listener.queue.offer(event)) {
                LOG.info("event=listener_cut reason=too_slow queued={}", QUEUE);
                listener.cut();
            }
        }
    }

    public int listeners() {
        return listeners.size();
    }

    /**
     * Returns a connection on which the events from now on are written for as long as the listener may hear them;
     * refused when there are too many already.
     */
    SseEmitter connect(BooleanSupplier allowed) {
        if (listeners.size() >= MOST_LISTENERS) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "there are " + listeners.size() + " listeners, which is as many as are served",
                    "close some, or ask the API instead");
        }
        Listener listener = new Listener(allowed);
        listeners.add(listener);
        listener.emitter.onCompletion(listener::cut);
        listener.emitter.onError(gone -> listener.cut());
        listener.emitter.onTimeout(listener::cut);
        Thread.ofVirtual().name("live-feed").start(listener::run);
        return listener.emitter;
    }

    @Override
    public void close() {
        listeners.forEach(Listener::cut);
    }

    private final class Listener {
        private final SseEmitter emitter = new SseEmitter(0L); // no time limit: heartbeats find the dead
        private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);
        private final BooleanSupplier allowed;
        private volatile boolean open = true;

        private Listener(BooleanSupplier allowed) {
            this.allowed = allowed;
        }

        private void run() {
            try {
                emitter.send(SseEmitter.event().comment("connected").reconnectTime(2000));
                while (open) {
                    Event event = queue.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                    if (!allowed.getAsBoolean()) {
                        open = false;
                    } else if (event == null) {
                        emitter.send(SseEmitter.event().comment("alive"));
                    } else if (open) {
                        emitter.send(SseEmitter.event().name(event.name()).data(event.json()));
                    }
                }
                emitter.complete();
            } catch (IOException | IllegalStateException gone) {
                LOG.debug(
                        "event=listener_gone reason=\"{}\"", gone.toString()); // the server ends the request by itself
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } finally {
                cut();
            }
        }

        private void cut() {
            open = false;
            listeners.remove(this);
        }
    }
}
