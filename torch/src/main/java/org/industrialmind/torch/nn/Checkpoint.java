package org.industrialmind.torch.nn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.zip.CRC32C;
import org.bytedeco.pytorch.Tensor;
import org.industrialmind.learning.format.MalformedFileException;
import org.industrialmind.learning.format.SafeTensors;

/**
 * The state of a fit between two epochs, in one safetensors file: parameters, moments and the losses so far. The file is
 * written aside and moved into place, so that it is whole or not there.
 */
sealed interface Checkpoint {
    /**
     * Puts back what was saved, and returns the epochs that it had seen; none if nothing was saved.
     *
     * @param state the tensors of the fit by name, each a row of floats
     */
    List<LossCurve.Epoch> restore(Map<String, Tensor> state);

    void save(Map<String, Tensor> state, List<LossCurve.Epoch> curve);

    /** Returns a checkpoint that keeps nothing. */
    static Checkpoint none() {
        return new None();
    }

    /**
     * Returns the checkpoint of a fit in a folder of many.
     *
     * @param fit what makes the fit the one it is, in words; the file is named by it
     */
    static Checkpoint in(Path folder, Map<String, String> fit) {
        UUID name = UUID.nameUUIDFromBytes(new TreeMap<>(fit).toString().getBytes(StandardCharsets.UTF_8));
        return new InFile(folder.resolve("fit-" + name + ".safetensors"), Map.copyOf(fit));
    }

    /** Returns how many examples there are and a checksum of their values: enough to tell them from others. */
    static String summary(ExampleSource source) {
        float[] inputs = new float[source.inputSize()];
        float[] targets = new float[source.targetSize()];
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * (inputs.length + targets.length + 1));
        CRC32C sum = new CRC32C();
        for (int row = 0; row < source.rows(); row++) {
            source.read(row, inputs, 0, targets, 0);
            bytes.asFloatBuffer().put(inputs).put(targets).put(source.weight(row));
            sum.update(bytes.array());
        }
        return source.rows() + " with checksum " + Long.toHexString(sum.getValue());
    }

    record None() implements Checkpoint {
        @Override
        public List<LossCurve.Epoch> restore(Map<String, Tensor> state) {
            return List.of();
        }

        @Override
        public void save(Map<String, Tensor> state, List<LossCurve.Epoch> curve) {}
    }

    /** @param fit what makes the fit the one it is, in words */
    record InFile(Path file, Map<String, String> fit) implements Checkpoint {
        private static final String CURVE = "curve";
        private static final int NUMBERS = 4; // of an epoch in the file

        @Override
        public List<LossCurve.Epoch> restore(Map<String, Tensor> state) {
            if (!Files.exists(file)) {
                return List.of();
            }
            try {
                SafeTensors saved = SafeTensors.read(file);
                if (!saved.metadata().equals(fit)) {
                    throw new MalformedFileException(
                            file, "holds the fit " + saved.metadata() + ": expected " + fit + "; remove the file");
                }
                for (Map.Entry<String, Tensor> entry : state.entrySet()) {
                    put(saved.tensor(entry.getKey()).floats(), entry.getKey(), entry.getValue());
                }
                return curve(saved.tensor(CURVE).doubles());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void put(float[] values, String name, Tensor into) throws IOException {
            if (values.length != into.numel()) {
                throw new MalformedFileException(
                        file, "holds " + values.length + " values as " + name + ": expected " + into.numel());
            }
            try (TorchScope scope = TorchScope.inference()) {
                into.copy_(Tensor.create(values, values.length));
            }
        }

        @Override
        public void save(Map<String, Tensor> state, List<LossCurve.Epoch> curve) {
            Map<String, org.industrialmind.learning.format.Tensor> tensors = new TreeMap<>();
            state.forEach((name, tensor) -> tensors.put(name, copy(tensor)));
            tensors.put(CURVE, curve(curve));
            try {
                Path aside = Files.createTempFile(file.getParent(), "fit-", ".part"); // another worker may be at it too
                try {
                    new SafeTensors(tensors, fit).write(aside);
                    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(aside);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("checkpoint " + file + " cannot be written: " + e.getMessage(), e);
            }
        }

        private static org.industrialmind.learning.format.Tensor copy(Tensor tensor) {
            try (TorchScope scope = TorchScope.inference()) {
                float[] values = Network.toArray(tensor);
                return org.industrialmind.learning.format.Tensor.of(values, values.length);
            }
        }

        private static org.industrialmind.learning.format.Tensor curve(List<LossCurve.Epoch> curve) {
            double[] numbers = curve.stream()
                    .flatMapToDouble(
                            epoch -> DoubleStream.of(epoch.number(), epoch.rate(), epoch.training(), epoch.heldOut()))
                    .toArray();
            return org.industrialmind.learning.format.Tensor.of(numbers, curve.size(), NUMBERS);
        }

        private static List<LossCurve.Epoch> curve(double[] numbers) {
            List<LossCurve.Epoch> curve = new ArrayList<>();
            for (int i = 0; i < numbers.length; i += NUMBERS) {
                curve.add(new LossCurve.Epoch((int) numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]));
            }
            return curve;
        }
    }
}
