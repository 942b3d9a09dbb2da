package org.industrialmind.torch.prognosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.format.MalformedFileException;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.SafeTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.feature.ColumnScale;
import org.industrialmind.learning.prognosis.feature.LifeFeatures;
import org.industrialmind.learning.prognosis.feature.LifeFeaturesFormat;
import org.industrialmind.learning.prognosis.format.LifeFormat;
import org.industrialmind.learning.prognosis.format.LifeHead;
import org.industrialmind.learning.prognosis.format.SmokeAnswers;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.StateDict;
import org.industrialmind.torch.onnx.OnnxNetwork;
import org.industrialmind.torch.onnx.OnnxWriter;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps sequence models in a folder, as files that other tools can read.
 *
 * <ul>
 *   <li>{@code model.json}: settings, question, channels, modes of failure and provenance;
 *   <li>{@code weights.safetensors}: the parameters of the network;
 *   <li>{@code model.onnx}: the same network for any ONNX runtime;
 *   <li>{@code features.safetensors}: how a run is scaled, a course with the output it had when the model was saved, and what
 *       the model said then of a run that no unit had.
 * </ul>
 *
 * <p>A folder is believed when the network still turns the stored course into the stored output on this machine, and the model
 * says the same of the run.
 */
public final class SequenceFormat implements LifeFormat {
    private static final String WEIGHTS = "weights.safetensors";
    private static final String NETWORK = "model.onnx";
    private static final String FEATURES = "features.safetensors";
    private static final String COURSE = "course";
    private static final String SMOKE = "smoke";
    private static final String SMOKE_INPUT = "smoke.input";
    private static final String SMOKE_OUTPUT = "smoke.output";
    private static final double SMOKE_TOLERANCE = 1e-4; // other processors round otherwise: 1e-6 was seen
    private static final long LARGEST_NETWORK = 32L << 20; // a thousand times what the networks here have
    private static final int VERSION = 2; // 1 did not keep what was said of modes

    private final SequenceArchitecture architecture;

    public SequenceFormat(SequenceArchitecture architecture) {
        this.architecture = architecture;
    }

    /** Returns the formats of all architectures. */
    public static List<SequenceFormat> all() {
        return Arrays.stream(SequenceArchitecture.values())
                .map(SequenceFormat::new)
                .toList();
    }

    @Override
    public String kind() {
        return architecture.kind();
    }

    @Override
    public void save(RemainingLifeModel saved, Path folder) throws IOException {
        if (!(saved instanceof SequenceModel model) || model.architecture() != architecture) {
            throw new IllegalArgumentException(
                    "a model of kind " + saved.kind() + " cannot be kept here: expected " + kind());
        }
        JsonFields.write(described(model), folder.resolve(MODEL));
        model.weights().toSafeTensors().write(folder.resolve(WEIGHTS));
        Files.write(folder.resolve(NETWORK), OnnxWriter.write(model.network().spec(), model.weights()));
        SequenceCoding coding = model.coding();
        Map<String, Tensor> tensors =
                new HashMap<>(LifeFeaturesFormat.write(coding.features()).tensors());
        coding.scale().keep(COURSE, tensors);
        float[] course = new float[coding.size()];
        for (int i = 0; i < course.length; i++) {
            course[i] = (float) Math.sin(i); // any values that use every weight
        }
        float[] answer = model.network().forward(course);
        tensors.put(SMOKE_INPUT, Tensor.of(course, course.length));
        tensors.put(SMOKE_OUTPUT, Tensor.of(answer, answer.length));
        SmokeAnswers.keep(model, SMOKE, tensors);
        new SafeTensors(tensors).write(folder.resolve(FEATURES));
    }

    @Override
    public SequenceModel load(Path folder) throws IOException {
        JsonFields root = JsonFields.read(folder.resolve(MODEL));
        LifeHead head = LifeHead.read(root, kind(), VERSION);
        SafeTensors kept = SafeTensors.read(folder.resolve(FEATURES));
        SafeTensors weights = SafeTensors.read(folder.resolve(WEIGHTS));
        try {
            SequenceSettings settings = settings(root.object("settings"));
            NamedTensors tensors = new NamedTensors(kept.tensors());
            LifeFeatures features = LifeFeaturesFormat.read(head.schema(), kept);
            ColumnScale scale = ColumnScale.kept(COURSE, features.briefNames().size(), tensors);
            SequenceCoding coding = new SequenceCoding(features, scale, settings.steps(), settings.rows());
            List<String> modes = root.texts("modes");
            NetworkSpec spec = new SequenceTrainer(head.question(), architecture, settings).network(coding, modes);
            OnnxNetwork network = OnnxNetwork.open(bytes(folder.resolve(NETWORK)), spec);
            requireSameAnswer(network, tensors, coding.size());
            SequenceModel model = new SequenceModel(
                    architecture,
                    settings,
                    head.question(),
                    coding,
                    modes,
                    network,
                    StateDict.of(weights),
                    head.provenance());
            SmokeAnswers.requireSame(model, SMOKE, tensors, SmokeAnswers.SINGLE);
            return model;
        } catch (IllegalArgumentException invalid) {
            throw root.malformed("does not fit the files beside it: " + invalid.getMessage());
        }
    }

    private static byte[] bytes(Path network) throws IOException {
        long size = Files.size(network);
        if (size > LARGEST_NETWORK) {
            throw new MalformedFileException(
                    network, "has " + size + " bytes: expected at most " + LARGEST_NETWORK + "; save the model again");
        }
        return Files.readAllBytes(network);
    }

    private static void requireSameAnswer(OnnxNetwork network, NamedTensors kept, int size) {
        float[] answer = network.forward(kept.floats(SMOKE_INPUT, size));
        float[] then = kept.floats(SMOKE_OUTPUT, answer.length);
        for (int i = 0; i < then.length; i++) {
            if (!(Math.abs(answer[i] - then[i]) <= SMOKE_TOLERANCE)) {
                throw new IllegalArgumentException("the network answers " + answer[i] + " where it answered " + then[i]
                        + " when it was saved: save it again");
            }
        }
    }

    private static ObjectNode described(SequenceModel model) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        LifeHead.write(model, VERSION, root);
        SequenceSettings settings = model.settings();
        root.putObject("settings")
                .put("steps", settings.steps())
                .put("rows", settings.rows())
                .put("width", settings.width())
                .put("stride", settings.stride())
                .put("epochs", settings.epochs())
                .put("batch", settings.batch())
                .put("learningRate", settings.learningRate());
        model.modes().forEach(root.putArray("modes")::add);
        return root;
    }

    private static SequenceSettings settings(JsonFields fields) throws IOException {
        return new SequenceSettings(
                fields.integer("steps"),
                fields.integer("rows"),
                fields.integer("width"),
                fields.integer("stride"),
                fields.integer("epochs"),
                fields.integer("batch"),
                fields.number("learningRate"));
    }
}
