package org.industrialmind.torch.prognosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.format.ProvenanceFormat;
import org.industrialmind.learning.format.SafeTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.feature.ColumnScale;
import org.industrialmind.learning.prognosis.feature.LifeFeatures;
import org.industrialmind.learning.prognosis.feature.LifeFeaturesFormat;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.StateDict;
import org.industrialmind.torch.onnx.OnnxNetwork;
import org.industrialmind.torch.onnx.OnnxWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps sequence models in a folder, as files that other tools can read.
 *
 * <ul>
 *   <li>{@code model.json}: architecture, settings, question, channels, modes of failure and provenance;
 *   <li>{@code weights.safetensors}: the parameters of the network;
 *   <li>{@code model.onnx}: the same network for any ONNX runtime;
 *   <li>{@code features.safetensors}: how a run is scaled, and a course with the output it had when the model was saved.
 * </ul>
 *
 * <p>A folder is believed when the network still turns the stored course into the stored output on this machine.
 */
public final class SequenceFormat {
    private static final String MODEL = "model.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String NETWORK = "model.onnx";
    private static final String FEATURES = "features.safetensors";
    private static final String COURSE_MEANS = "course.means";
    private static final String COURSE_DEVIATIONS = "course.deviations";
    private static final String SMOKE_INPUT = "smoke.input";
    private static final String SMOKE_OUTPUT = "smoke.output";
    private static final double SMOKE_TOLERANCE = 1e-4; // other processors round otherwise: 1e-6 was seen
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SequenceFormat() {}

    /** Writes the model into a folder that exists. */
    public static void save(SequenceModel model, Path folder) throws IOException {
        Files.write(folder.resolve(MODEL), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(described(model)));
        model.weights().toSafeTensors().write(folder.resolve(WEIGHTS));
        Files.write(folder.resolve(NETWORK), OnnxWriter.write(model.network().spec(), model.weights()));
        SequenceCoding coding = model.coding();
        Map<String, Tensor> tensors =
                new HashMap<>(LifeFeaturesFormat.write(coding.features()).tensors());
        tensors.put(COURSE_MEANS, row(coding.scale().means()));
        tensors.put(COURSE_DEVIATIONS, row(coding.scale().deviations()));
        float[] course = new float[coding.size()];
        for (int i = 0; i < course.length; i++) {
            course[i] = (float) Math.sin(i); // any values that use every weight
        }
        float[] answer = model.network().forward(course);
        tensors.put(SMOKE_INPUT, Tensor.of(course, course.length));
        tensors.put(SMOKE_OUTPUT, Tensor.of(answer, answer.length));
        new SafeTensors(tensors).write(folder.resolve(FEATURES));
    }

    /**
     * Reads a model.
     *
     * @throws IOException if a file is missing, is not what it should be, or the network answers otherwise than it did
     */
    public static SequenceModel load(Path folder) throws IOException {
        JsonFields model = JsonFields.read(folder.resolve(MODEL));
        try {
            SequenceArchitecture architecture = SequenceArchitecture.valueOf(model.text("architecture"));
            SequenceSettings settings = settings(model.object("settings"));
            LifeQuestion question = question(model.object("question"));
            SafeTensors kept = SafeTensors.read(folder.resolve(FEATURES));
            LifeFeatures features = LifeFeaturesFormat.read(schema(model.object("schema")), kept);
            ColumnScale scale = ColumnScale.of(
                    kept.tensor(COURSE_MEANS).doubles(),
                    kept.tensor(COURSE_DEVIATIONS).doubles());
            SequenceCoding coding = new SequenceCoding(features, scale, settings.steps(), settings.rows());
            List<String> modes = model.has("modes") ? names(model.objects("modes")) : List.of();
            NetworkSpec spec = new SequenceTrainer(question, architecture, settings).network(coding, modes);
            OnnxNetwork network = OnnxNetwork.open(Files.readAllBytes(folder.resolve(NETWORK)), spec);
            requireSameAnswer(network, kept, model);
            StateDict weights = StateDict.of(SafeTensors.read(folder.resolve(WEIGHTS)));
            return new SequenceModel(
                    architecture,
                    settings,
                    question,
                    coding,
                    modes,
                    network,
                    weights,
                    ProvenanceFormat.read(model.object("provenance")));
        } catch (IllegalArgumentException invalid) {
            throw model.malformed(String.valueOf(invalid.getMessage()));
        }
    }

    private static void requireSameAnswer(OnnxNetwork network, SafeTensors kept, JsonFields model) throws IOException {
        float[] answer = network.forward(kept.tensor(SMOKE_INPUT).floats());
        float[] then = kept.tensor(SMOKE_OUTPUT).floats();
        for (int i = 0; i < then.length; i++) {
            if (!(Math.abs(answer[i] - then[i]) <= SMOKE_TOLERANCE)) {
                throw model.malformed("the network answers " + answer[i] + " where it answered " + then[i]
                        + " when it was saved: save it again");
            }
        }
    }

    private static ObjectNode described(SequenceModel model) {
        ObjectNode root = JSON.createObjectNode();
        root.put("architecture", model.architecture().name());
        SequenceSettings settings = model.settings();
        root.putObject("settings")
                .put("steps", settings.steps())
                .put("rows", settings.rows())
                .put("width", settings.width())
                .put("stride", settings.stride())
                .put("epochs", settings.epochs())
                .put("batch", settings.batch())
                .put("learningRate", settings.learningRate());
        ObjectNode question = root.putObject("question");
        question.put("horizon", model.question().horizon());
        if (Double.isFinite(model.question().longest())) {
            question.put("longest", model.question().longest()); // JSON knows no infinity
        }
        model.question().levels().forEach(question.putArray("levels")::add);
        ObjectNode schema = root.putObject("schema");
        schema.put("fleet", model.schema().fleet())
                .put("lifeUnit", model.schema().lifeUnit());
        model.schema()
                .settings()
                .forEach(name -> schema.withArray("settings").addObject().put("name", name));
        model.schema()
                .sensors()
                .forEach(name -> schema.withArray("sensors").addObject().put("name", name));
        model.modes().forEach(name -> root.withArray("modes").addObject().put("name", name));
        ProvenanceFormat.write(model.provenance(), root.putObject("provenance"));
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

    private static LifeQuestion question(JsonFields fields) throws IOException {
        List<Double> levels = new ArrayList<>();
        for (double level : fields.numbers("levels")) {
            levels.add(level);
        }
        double longest = fields.has("longest") ? fields.number("longest") : Double.POSITIVE_INFINITY;
        return new LifeQuestion(levels, fields.number("horizon"), longest);
    }

    private static FleetSchema schema(JsonFields fields) throws IOException {
        List<String> settings = fields.has("settings") ? names(fields.objects("settings")) : List.of();
        return new FleetSchema(
                fields.text("fleet"), settings, names(fields.objects("sensors")), fields.text("lifeUnit"));
    }

    private static List<String> names(List<JsonFields> channels) throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonFields channel : channels) {
            names.add(channel.text("name"));
        }
        return names;
    }

    private static Tensor row(double[] values) {
        return Tensor.of(values, values.length);
    }
}
