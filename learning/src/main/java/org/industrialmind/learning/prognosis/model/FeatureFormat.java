package org.industrialmind.learning.prognosis.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.SafeTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.ModeForecast;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.feature.LifeFeatures;
import org.industrialmind.learning.prognosis.feature.LifeFeaturesFormat;
import org.industrialmind.learning.prognosis.format.LifeFormat;
import org.industrialmind.learning.prognosis.format.LifeHead;
import org.industrialmind.learning.prognosis.format.SmokeAnswers;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the models of one method that looks at features: {@code model.json} for what a person may want to read, and
 * {@code model.safetensors} for what was learned, with what the model said of a made-up run when it was saved. A folder is
 * believed when the model says it again.
 */
public final class FeatureFormat implements LifeFormat {
    private static final String TENSORS = "model.safetensors";
    private static final String SMOKE = "smoke";
    private static final String MODES = "modes"; // with the share of each
    private static final String TOLD_APART = "modesToldApart"; // by name, in the order of their scores
    private static final int VERSION = 2; // 1 did not keep what was said of modes

    private final FeatureMethod method;

    private FeatureFormat(FeatureMethod method) {
        this.method = method;
    }

    /** Returns the formats of all methods that look at features. */
    public static List<FeatureFormat> all() {
        return Arrays.stream(FeatureMethod.values()).map(FeatureFormat::new).toList();
    }

    @Override
    public String kind() {
        return method.kind();
    }

    @Override
    public void save(RemainingLifeModel saved, Path folder) throws IOException {
        if (!(saved instanceof FeatureModel model) || model.answers().method() != method) {
            throw new IllegalArgumentException(
                    "a model of kind " + saved.kind() + " cannot be kept here: expected " + kind());
        }
        Map<String, Tensor> tensors = new HashMap<>(model.answers().tensors());
        model.features()
                .ifPresent(features ->
                        tensors.putAll(LifeFeaturesFormat.write(features).tensors()));
        SmokeAnswers.keep(model, SMOKE, tensors);
        new SafeTensors(tensors).write(folder.resolve(TENSORS));
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        LifeHead.write(model, VERSION, root);
        model.modes().ifPresent(modes -> {
            ObjectNode chances = root.putObject(MODES);
            modes.chances().forEach(chances::put);
        });
        if (!model.answers().modes().isEmpty()) {
            model.answers().modes().forEach(root.putArray(TOLD_APART)::add);
        }
        JsonFields.write(root, folder.resolve(MODEL));
    }

    @Override
    public RemainingLifeModel load(Path folder) throws IOException {
        JsonFields root = JsonFields.read(folder.resolve(MODEL));
        LifeHead head = LifeHead.read(root, kind(), VERSION);
        SafeTensors file = SafeTensors.read(folder.resolve(TENSORS));
        try {
            NamedTensors tensors = new NamedTensors(file.tensors());
            Optional<LifeFeatures> features = method.needsFeatures()
                    ? Optional.of(LifeFeaturesFormat.read(head.schema(), file))
                    : Optional.empty();
            FeatureModel model = new FeatureModel(
                    head.schema(),
                    head.question(),
                    features,
                    method.restore(
                            head.question(),
                            root.has(TOLD_APART) ? root.texts(TOLD_APART) : List.of(),
                            features,
                            tensors),
                    root.has(MODES) ? Optional.of(modes(root.object(MODES))) : Optional.empty(),
                    head.provenance());
            SmokeAnswers.requireSame(model, SMOKE, tensors, SmokeAnswers.DOUBLE);
            return model;
        } catch (IllegalArgumentException invalid) {
            throw root.malformed("does not fit " + TENSORS + ": " + invalid.getMessage());
        }
    }

    private static ModeForecast modes(JsonFields fields) throws IOException {
        Map<String, Double> chances = new TreeMap<>();
        for (String mode : fields.names()) {
            chances.put(mode, fields.number(mode));
        }
        return new ModeForecast(chances);
    }
}
