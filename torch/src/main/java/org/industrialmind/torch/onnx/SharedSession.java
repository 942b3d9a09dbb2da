package org.industrialmind.torch.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.ParameterSpec;
import org.industrialmind.torch.onnx.LearnedTensor.Piece;
import org.jspecify.annotations.Nullable;

/** The session of all {@link SharedNetwork}s of the same layers. It goes when the last of them does. */
final class SharedSession {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final Map<NetworkSpec, WeakReference<SharedSession>> SHARED = new ConcurrentHashMap<>();

    private final NetworkSpec spec;
    private final List<LearnedTensor> learned;
    private final Map<String, Integer> begins = new HashMap<>(); // where each parameter lies among the weights
    private final OrtSession session;
    private final Queue<Desk> free = new ConcurrentLinkedQueue<>();

    private SharedSession(NetworkSpec spec) {
        OnnxWriter writer = OnnxWriter.withoutWeights(spec);
        this.spec = spec;
        this.learned = writer.learned();
        int at = 0;
        for (ParameterSpec parameter : spec.parameters()) {
            begins.put(parameter.name(), at);
            at += parameter.size();
        }
        try {
            session = OnnxNetwork.session(writer.bytes());
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot open the network " + spec + ": " + e.getMessage(), e);
        }
        CLEANER.register(this, new Closing(session, free));
    }

    private record Closing(OrtSession session, Queue<Desk> desks) implements Runnable {
        @Override
        public void run() {
            desks.forEach(Desk::close);
            OnnxNetwork.close(session);
        }
    }

    static SharedSession of(NetworkSpec spec) {
        SharedSession found = find(spec);
        while (found == null) {
            SHARED.compute(
                    spec,
                    (_, kept) ->
                            kept == null || kept.get() == null ? new WeakReference<>(new SharedSession(spec)) : kept);
            found = find(spec);
        }
        SHARED.values().removeIf(kept -> kept.get() == null);
        return found;
    }

    private static @Nullable SharedSession find(NetworkSpec spec) {
        WeakReference<SharedSession> kept = SHARED.get(spec);
        return kept == null ? null : kept.get();
    }

    NetworkSpec spec() {
        return spec;
    }

    /**
     * Returns the outputs for a batch of examples, to the last bit what each would have alone.
     *
     * @param weights the parameters end to end; never changed once they were given here
     */
    float[] run(float[] weights, float[] examples) {
        int rows = OnnxNetwork.rows(spec, examples);
        Desk desk = free.poll();
        try {
            if (desk == null) {
                desk = new Desk(learned);
            }
            desk.lay(weights, learned, begins);
            // one row alone takes another way through the runtime, and its last bit with it: so it never is
            float[] asked = rows > 1 ? examples : Arrays.copyOf(examples, 2 * examples.length);
            long[] shape = OnnxNetwork.shape(spec, Math.max(2, rows));
            return OnnxNetwork.requireFinite(
                    desk.run(session, shape, asked, new float[rows * spec.outputSize()]), spec);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on " + rows + " examples: " + e.getMessage(), e);
        } finally {
            if (desk != null) {
                free.add(desk);
            }
            Reference.reachabilityFence(this);
        }
    }

    /** Room for one call's weights, outside the heap, where the runtime can read them. */
    private static final class Desk {
        private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
        private final FloatBuffer room;
        private final Map<String, OnnxTensor> inputs = new HashMap<>();
        private float @Nullable [] lies; // the weights that were laid here last

        Desk(List<LearnedTensor> learned) throws OrtException {
            int size = learned.stream().mapToInt(LearnedTensor::size).sum();
            room = ByteBuffer.allocateDirect(size * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            int at = 0;
            for (LearnedTensor tensor : learned) {
                FloatBuffer own = room.slice(at, tensor.size());
                long[] shape =
                        tensor.shape().stream().mapToLong(length -> length).toArray();
                inputs.put(tensor.name(), OnnxTensor.createTensor(environment, own, shape));
                at += tensor.size();
            }
        }

        @SuppressWarnings("ReferenceEquality") // the same array, not equal numbers: finding that out costs a copy
        void lay(float[] weights, List<LearnedTensor> learned, Map<String, Integer> begins) {
            if (lies == weights) {
                return;
            }
            lies = null; // a copy that breaks off must not pass for these weights
            int at = 0;
            for (LearnedTensor tensor : learned) {
                for (Piece piece : tensor.pieces()) {
                    int from = begins.getOrDefault(piece.parameter(), 0) + piece.from();
                    room.put(at, weights, from, piece.count());
                    at += piece.count();
                }
            }
            lies = weights;
        }

        float[] run(OrtSession session, long[] shape, float[] examples, float[] outputs) throws OrtException {
            Map<String, OnnxTensor> all = new HashMap<>(inputs);
            try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(examples), shape)) {
                all.put(OnnxWriter.INPUT, input);
                try (OrtSession.Result result = session.run(all)) {
                    ((OnnxTensor) result.get(0)).getFloatBuffer().get(outputs);
                    return outputs;
                }
            }
        }

        void close() {
            inputs.values().forEach(OnnxTensor::close);
        }
    }
}
