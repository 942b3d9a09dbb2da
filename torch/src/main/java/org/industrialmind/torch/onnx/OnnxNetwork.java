package org.industrialmind.torch.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.Map;
import org.industrialmind.torch.nn.NetworkSpec;

/**
 * A network in ONNX Runtime: arrays of floats in, arrays of floats out, from any number of threads at once.
 *
 * <p>It uses one native thread of the caller and never spins, so it shares a machine politely. Its native memory goes when
 * the object does; scorers swap models while others still score, and nobody could say when to close.
 */
public final class OnnxNetwork {
    private static final Cleaner CLEANER = Cleaner.create();

    private final OrtSession session;
    private final NetworkSpec spec;

    private OnnxNetwork(OrtSession session, NetworkSpec spec) {
        this.session = session;
        this.spec = spec;
        CLEANER.register(this, () -> close(session));
    }

    /**
     * Opens an ONNX model after looking for what it must not hold.
     *
     * @param spec what the model is expected to take and give
     * @throws IOException if the bytes are damaged, hold tensors in other files or operators of other vendors, or have
     *     other shapes
     */
    public static OnnxNetwork open(byte[] model, NetworkSpec spec) throws IOException {
        try {
            return new OnnxNetwork(checked(model, spec), spec);
        } catch (OrtException e) {
            throw unopened(e);
        }
    }

    /**
     * Returns the outputs for one batch of examples and closes the model again; what is refused is as in {@link #open}.
     *
     * @throws IOException if the bytes are damaged, hold what they must not, or have other shapes
     */
    public static float[] answer(byte[] model, NetworkSpec spec, float[] examples) throws IOException {
        try (OrtSession session = checked(model, spec)) {
            return run(session, spec, examples);
        } catch (OrtException e) {
            throw unopened(e);
        }
    }

    private static IOException unopened(OrtException e) {
        return new IOException("ONNX Runtime cannot open the model: " + e.getMessage() + "; export it again", e);
    }

    private static OrtSession checked(byte[] model, NetworkSpec spec) throws IOException, OrtException {
        OnnxInspection.requireSafe(model);
        OrtSession session = session(model);
        try {
            requireShape(OnnxWriter.INPUT, session.getInputInfo(), spec.inputSize());
            requireShape(OnnxWriter.OUTPUT, session.getOutputInfo(), spec.outputSize());
            return session;
        } catch (IOException | OrtException e) {
            close(session);
            throw e;
        }
    }

    /** Opens a session that works on the caller's thread alone and is silent. */
    static OrtSession session(byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL); // we throw; it need not print as well
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return OrtEnvironment.getEnvironment().createSession(model, options);
        }
    }

    public NetworkSpec spec() {
        return spec;
    }

    /**
     * Returns the outputs for a batch of examples, one after the other.
     *
     * @throws IllegalArgumentException if the values do not fill whole examples
     * @throws ArithmeticException if an output is no finite number
     */
    public float[] forward(float[] examples) {
        try {
            return requireFinite(run(session, spec, examples), spec);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "ONNX Runtime failed on " + examples.length + " values: " + e.getMessage(), e);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private static float[] run(OrtSession session, NetworkSpec spec, float[] examples) throws OrtException {
        int rows = rows(spec, examples);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(examples), shape(spec, rows));
                OrtSession.Result result = session.run(Map.of(OnnxWriter.INPUT, input))) {
            float[] values = new float[rows * spec.outputSize()];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(values);
            return values;
        }
    }

    /**
     * Returns the outputs as they are: what is no number must not pass for an answer, and least of all for a normal one.
     *
     * @throws ArithmeticException if one is not finite
     */
    static float[] requireFinite(float[] outputs, NetworkSpec spec) {
        for (int i = 0; i < outputs.length; i++) {
            if (!Float.isFinite(outputs[i])) {
                throw new ArithmeticException("network gives " + outputs[i] + " as value " + i % spec.outputSize()
                        + " of example " + i / spec.outputSize()
                        + ": expected finite numbers; train it again, on readings like those it is asked about");
            }
        }
        return outputs;
    }

    /** Returns how many examples the values make. */
    static int rows(NetworkSpec spec, float[] examples) {
        int rows = examples.length / spec.inputSize();
        if (rows == 0 || examples.length != rows * spec.inputSize()) {
            throw new IllegalArgumentException(examples.length
                    + " values do not make whole examples: expected a positive multiple of " + spec.inputSize());
        }
        return rows;
    }

    /** Returns the shape of a batch. */
    static long[] shape(NetworkSpec spec, int rows) {
        long[] shape = new long[spec.inputShape().size() + 1];
        shape[0] = rows;
        for (int i = 1; i < shape.length; i++) {
            shape[i] = spec.inputShape().get(i - 1);
        }
        return shape;
    }

    private static void requireShape(String name, Map<String, NodeInfo> found, int size) throws IOException {
        NodeInfo node = found.get(name);
        if (found.size() != 1 || node == null || !(node.getInfo() instanceof TensorInfo tensor)) {
            throw new IOException(
                    "ONNX model has the values " + found.keySet() + ": expected one tensor named " + name);
        }
        long[] shape = tensor.getShape(); // the symbolic batch dimension comes as -1
        long elements = 1;
        for (int i = 1; i < shape.length; i++) {
            elements *= shape[i];
        }
        if (shape.length < 2 || shape[0] != -1 || elements != size) {
            throw new IOException("ONNX model has the " + name + " " + tensor + ": expected [batch, ...] of " + size
                    + " values an example");
        }
    }

    static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot close a session: " + e.getMessage(), e);
        }
    }
}
