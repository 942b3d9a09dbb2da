package org.industrialmind.torch.nn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.bytedeco.pytorch.Tensor;
import org.industrialmind.learning.format.MalformedFileException;
import org.industrialmind.learning.format.SafeTensors;

/**
 * The state of a fit between two epochs, in one safetensors file: the parameters, those that did best, the moments of AdamW
 * and the losses so far. The file is written aside and moved into place, so that it is whole or not there.
 */
sealed interface Checkpoint {
    /** Puts back what was saved, and returns the epochs that it had seen; none if nothing was saved. */
    List<LossCurve.Epoch> restore(Tensor values, Tensor best, AdamW adam);

    void save(Tensor values, Tensor best, AdamW adam, List<LossCurve.Epoch> curve);

    /** Returns a checkpoint that keeps nothing. */
    static Checkpoint none() {
        return new None();
    }

    /** Returns the checkpoint of that fit in that file. */
    static Checkpoint in(
            Path file, NetworkSpec spec, FitSettings settings, long seed, int trainingRows, int heldOutRows) {
        Map<String, String> fit = new TreeMap<>();
        fit.put("network", spec.toString());
        fit.put("settings", settings.toString());
        fit.put("seed", Long.toString(seed));
        fit.put("examples", trainingRows + " and " + heldOutRows + " held out");
        return new InFile(file, Map.copyOf(fit));
    }

    record None() implements Checkpoint {
        @Override
        public List<LossCurve.Epoch> restore(Tensor values, Tensor best, AdamW adam) {
            return List.of();
        }

        @Override
        public void save(Tensor values, Tensor best, AdamW adam, List<LossCurve.Epoch> curve) {}
    }

    /** @param fit what makes the fit the one it is, in words */
    record InFile(Path file, Map<String, String> fit) implements Checkpoint {
        private static final int NUMBERS = 4; // of an epoch in the file

        @Override
        public List<LossCurve.Epoch> restore(Tensor values, Tensor best, AdamW adam) {
            if (!Files.exists(file)) {
                return List.of();
            }
            try {
                SafeTensors saved = SafeTensors.read(file);
                requireThisFit(saved.metadata());
                put(saved, "values", values);
                put(saved, "best", best);
                put(saved, "mean", adam.mean());
                put(saved, "square", adam.square());
                adam.resume((int) saved.tensor("steps").longs()[0]);
                return curve(saved.tensor("curve").doubles());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void requireThisFit(Map<String, String> saved) {
            for (String key : new TreeMap<>(fit).keySet()) {
                String seen = saved.getOrDefault(key, "none");
                if (!seen.equals(fit.get(key))) {
                    throw new IllegalArgumentException("checkpoint " + file + " is that of another fit, with the " + key
                            + " " + seen + ": expected " + fit.get(key) + "; remove the file to begin anew");
                }
            }
        }

        private void put(SafeTensors saved, String name, Tensor into) throws IOException {
            float[] values = saved.tensor(name).floats();
            if (values.length != into.numel()) {
                throw new MalformedFileException(
                        file, "holds " + values.length + " values as " + name + ": expected " + into.numel());
            }
            try (TorchScope scope = TorchScope.inference()) {
                into.copy_(Tensor.create(values, values.length));
            }
        }

        @Override
        public void save(Tensor values, Tensor best, AdamW adam, List<LossCurve.Epoch> curve) {
            Map<String, org.industrialmind.learning.format.Tensor> tensors = new TreeMap<>();
            tensors.put("values", copy(values));
            tensors.put("best", copy(best));
            tensors.put("mean", copy(adam.mean()));
            tensors.put("square", copy(adam.square()));
            tensors.put("steps", org.industrialmind.learning.format.Tensor.of(new long[] {adam.steps()}, 1));
            tensors.put("curve", curve(curve));
            try {
                Path aside = file.resolveSibling(file.getFileName() + ".part");
                new SafeTensors(tensors, fit).write(aside);
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
