package org.industrialmind.torch.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A network from elsewhere in ONNX Runtime, of which only the shape of an example is known: one input and one output of
 * 32-bit floats, whatever their names. Safe for use by many threads.
 *
 * <p>The file is looked through before the runtime may read it ({@link OnnxInspection}), and the network is tried once on
 * zeros, so that one which cannot run says so when it is opened.
 */
public final class ForeignNetwork {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final int MOST_BYTES = 32 << 20; // a detector of a machine; a language model is another matter
    private static final long ANY = -1;

    private final OrtSession session;
    private final String input;
    private final List<Integer> exampleShape;
    private final boolean oneByOne;
    private final int inputSize;
    private int outputSize; // known after the trial

    private ForeignNetwork(OrtSession session, List<Integer> exampleShape) throws IOException, OrtException {
        Map.Entry<String, NodeInfo> only = only("input", session.getInputInfo());
        only("output", session.getOutputInfo());
        this.session = session;
        this.input = only.getKey();
        this.exampleShape = List.copyOf(exampleShape);
        this.inputSize = exampleShape.stream().reduce(1, Math::multiplyExact);
        this.oneByOne = requireShape((TensorInfo) only.getValue().getInfo());
    }

    /**
     * Reads the file of a model, which {@link #open} may then judge.
     *
     * @throws IOException if there is no such file, or it is too large; then it has not been read
     */
    public static byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    "there is no file " + file + ": expected an ONNX model; next: see whether its name is right");
        }
        requireSize(Files.size(file));
        return Files.readAllBytes(file);
    }

    private static void requireSize(long bytes) throws IOException {
        if (bytes > MOST_BYTES) {
            throw new IOException("ONNX model has " + bytes + " bytes: expected at most " + MOST_BYTES
                    + ", which is enough for a detector of one class of machines; next: export a smaller one");
        }
    }

    /**
     * Opens a model.
     *
     * @param exampleShape the shape of one example, without the batch dimension
     * @throws IOException if the bytes are damaged, too many, or hold tensors in other files or operators of other vendors;
     *     if the input or output is not as said above; or if the network fails on zeros
     */
    public static ForeignNetwork open(byte[] model, List<Integer> exampleShape) throws IOException {
        requireSize(model.length);
        OnnxInspection.requireSafe(model);
        try {
            OrtSession session = OnnxNetwork.session(model);
            try {
                ForeignNetwork network = new ForeignNetwork(session, exampleShape);
                network.outputSize = network.run(new float[network.inputSize], 1).length;
                CLEANER.register(network, () -> OnnxNetwork.close(session));
                return network;
            } catch (IOException | OrtException failed) {
                OnnxNetwork.close(session);
                throw failed;
            }
        } catch (OrtException e) {
            throw new IOException("ONNX Runtime cannot run the model: " + e.getMessage() + "; export it again", e);
        }
    }

    private static Map.Entry<String, NodeInfo> only(String what, Map<String, NodeInfo> found) throws IOException {
        if (found.size() != 1
                || !(found.values().iterator().next().getInfo() instanceof TensorInfo tensor)
                || tensor.type != OnnxJavaType.FLOAT) {
            throw new IOException("ONNX model has the " + what + "s " + found.values()
                    + ": expected a single tensor of 32-bit floats; export it with one " + what);
        }
        return found.entrySet().iterator().next();
    }

    /** Returns whether the batch dimension is fixed to a single example. */
    private boolean requireShape(TensorInfo tensor) throws IOException {
        long[] shape = tensor.getShape();
        boolean fits = shape.length == exampleShape.size() + 1 && (shape[0] == ANY || shape[0] == 1);
        for (int i = 1; fits && i < shape.length; i++) {
            fits = shape[i] == ANY || shape[i] == exampleShape.get(i - 1);
        }
        if (!fits) {
            throw new IOException(
                    "ONNX model takes " + Arrays.toString(shape) + " (-1 is any number): expected [batch, "
                            + exampleShape.toString().substring(1)
                            + "; export it for windows of that shape, or correct the manifest");
        }
        return shape[0] == 1;
    }

    /** Returns how many numbers come out for one example. */
    public int outputSize() {
        return outputSize;
    }

    /**
     * Returns the outputs for a batch of examples, one after the other.
     *
     * @throws IllegalArgumentException if the values do not fill whole examples
     */
    public float[] forward(float[] examples) {
        int rows = examples.length / inputSize;
        if (rows == 0 || examples.length != rows * inputSize) {
            throw new IllegalArgumentException(examples.length
                    + " values do not make whole examples: expected a positive multiple of " + inputSize);
        }
        try {
            return oneByOne ? each(examples, rows) : run(examples, rows);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on " + rows + " examples: " + e.getMessage(), e);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private float[] each(float[] examples, int rows) throws OrtException {
        float[] outputs = new float[rows * outputSize];
        for (int row = 0; row < rows; row++) {
            float[] one = run(Arrays.copyOfRange(examples, row * inputSize, (row + 1) * inputSize), 1);
            System.arraycopy(one, 0, outputs, row * outputSize, outputSize);
        }
        return outputs;
    }

    private float[] run(float[] examples, int rows) throws OrtException {
        long[] shape = new long[exampleShape.size() + 1];
        shape[0] = rows;
        for (int i = 1; i < shape.length; i++) {
            shape[i] = exampleShape.get(i - 1);
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor given = OnnxTensor.createTensor(environment, FloatBuffer.wrap(examples), shape);
                OrtSession.Result result = session.run(Map.of(input, given))) {
            FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            return values;
        }
    }
}
