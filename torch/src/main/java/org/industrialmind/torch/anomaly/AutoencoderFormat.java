package org.industrialmind.torch.anomaly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.BaselineFormat;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.DetectorHead;
import org.industrialmind.learning.anomaly.FalseAlarmBudget;
import org.industrialmind.learning.anomaly.Limits;
import org.industrialmind.learning.anomaly.LimitsFormat;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.format.MalformedFileException;
import org.industrialmind.learning.format.SafeTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.signal.AssetId;
import org.industrialmind.torch.anomaly.ResidualProfile.Usual;
import org.industrialmind.torch.nn.FitSettings;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.StateDict;
import org.industrialmind.torch.onnx.OnnxNetwork;
import org.industrialmind.torch.onnx.OnnxWriter;
import org.industrialmind.torch.onnx.SharedNetwork;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps autoencoders in a folder, as files that other tools can read.
 *
 * <ul>
 *   <li>{@code model.json}: settings, provenance, baseline and limits;
 *   <li>{@code weights.safetensors}: the parameters, named as a {@code Sequential} names them;
 *   <li>{@code model.onnx}: the same network for any ONNX runtime;
 *   <li>{@code profile.safetensors}: the usual residuals of each machine;
 *   <li>{@code smoke.safetensors}: an input and the output it had when the model was saved;
 *   <li>{@code SHA256SUMS}: the checksums of all of these.
 * </ul>
 *
 * <p>A folder is believed when the checksums agree, the ONNX file holds nothing it should not, and the network still turns
 * the stored input into the stored output on this machine.
 */
public final class AutoencoderFormat implements DetectorFormat {
    private static final int VERSION = 1;
    private static final String MODEL = "model.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String NETWORK = "model.onnx";
    private static final String PROFILE = "profile.safetensors";
    private static final String SMOKE = "smoke.safetensors";
    private static final List<String> FILES = List.of(MODEL, WEIGHTS, NETWORK, PROFILE, SMOKE);

    private static final String CLASS = "class";
    private static final String ASSET = "asset/";
    private static final int SMOKE_WINDOWS = 4;
    private static final double SMOKE_TOLERANCE = 1e-4; // other processors round otherwise: 1e-6 was seen
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Architecture architecture;

    public AutoencoderFormat(Architecture architecture) {
        this.architecture = architecture;
    }

    @Override
    public String kind() {
        return architecture.kind();
    }

    @Override
    public void save(AnomalyDetector detector, Path folder) throws IOException {
        if (!(detector instanceof AutoencoderDetector autoencoder)
                || !detector.kind().equals(kind())) {
            throw new IllegalArgumentException(
                    "a detector of kind " + detector.kind() + " cannot be kept as " + kind() + ": use its own format");
        }
        NetworkSpec spec = autoencoder.reconstruction().network().spec();
        Files.write(folder.resolve(MODEL), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(model(autoencoder)));
        autoencoder.weights().toSafeTensors().write(folder.resolve(WEIGHTS));
        Files.write(folder.resolve(NETWORK), OnnxWriter.write(spec, autoencoder.weights()));
        profile(autoencoder.profile()).write(folder.resolve(PROFILE));
        smoke(autoencoder.reconstruction().network()).write(folder.resolve(SMOKE));
        Checksums.write(folder, FILES);
    }

    @Override
    public AutoencoderDetector load(Path folder) throws IOException {
        Checksums.verify(folder, FILES);
        JsonFields model = JsonFields.read(folder.resolve(MODEL));
        DetectorHead head = DetectorHead.read(model, kind(), VERSION);
        try {
            Baseline baseline = BaselineFormat.read(model.object("baseline"));
            AutoencoderSettings settings = settings(model, baseline.settings());
            Limits limits = LimitsFormat.read(model.object("limits"));
            WindowCoding coding = WindowCoding.of(baseline.schema(), baseline.windowLength(), settings.steps());
            NetworkSpec spec = AutoencoderTrainer.network(settings, coding);
            SharedNetwork network = SharedNetwork.of(spec, StateDict.of(SafeTensors.read(folder.resolve(WEIGHTS))));
            requireSameAnswers(network, Files.readAllBytes(folder.resolve(NETWORK)), folder.resolve(SMOKE));
            ResidualProfile profile =
                    profile(folder.resolve(PROFILE), coding.judged().size());
            Reconstruction reconstruction = new Reconstruction(coding, network);
            return new AutoencoderDetector(
                    settings, baseline, reconstruction, profile, limits, head.provenance(), head.metrics());
        } catch (IllegalArgumentException invalid) {
            throw model.malformed(String.valueOf(invalid.getMessage()));
        }
    }

    private ObjectNode model(AutoencoderDetector detector) {
        ObjectNode root = JSON.createObjectNode();
        DetectorHead.write(detector, VERSION, root);
        AutoencoderSettings settings = detector.settings();
        ObjectNode written = root.putObject("settings");
        written.put("steps", settings.steps()).put("hidden", settings.hidden());
        written.put("bottleneck", settings.bottleneck());
        written.putObject("fit")
                .put("epochs", settings.fit().epochs())
                .put("batch", settings.fit().batch())
                .put("learningRate", settings.fit().learningRate())
                .put("patience", settings.fit().patience())
                .put("clip", settings.fit().clip());
        written.putObject("budget")
                .put("episodesPerAssetMonth", settings.budget().episodesPerAssetMonth())
                .put("needed", settings.budget().needed())
                .put("of", settings.budget().of());
        BaselineFormat.write(detector.baseline(), root.putObject("baseline"));
        LimitsFormat.write(detector.limits(), root.putObject("limits"));
        return root;
    }

    private AutoencoderSettings settings(JsonFields model, BaselineSettings baseline) throws IOException {
        JsonFields settings = model.object("settings");
        JsonFields fit = settings.object("fit");
        JsonFields budget = settings.object("budget");
        return new AutoencoderSettings(
                architecture,
                settings.integer("steps"),
                settings.integer("hidden"),
                settings.integer("bottleneck"),
                new FitSettings(
                        fit.integer("epochs"),
                        fit.integer("batch"),
                        fit.number("learningRate"),
                        fit.integer("patience"),
                        fit.number("clip")),
                baseline,
                new FalseAlarmBudget(
                        budget.number("episodesPerAssetMonth"), budget.integer("needed"), budget.integer("of")));
    }

    private static SafeTensors profile(ResidualProfile profile) {
        Map<String, Tensor> tensors = new HashMap<>();
        tensors.put(CLASS, tensor(profile.ofClass()));
        profile.byAsset().forEach((asset, usual) -> tensors.put(ASSET + asset.value(), tensor(usual)));
        return new SafeTensors(tensors);
    }

    private static Tensor tensor(Usual usual) {
        float[] values = usual.values();
        return Tensor.of(values, Usual.ROWS, values.length / Usual.ROWS);
    }

    private static ResidualProfile profile(Path file, int judged) throws IOException {
        Map<String, Tensor> tensors = SafeTensors.read(file).tensors();
        Map<AssetId, Usual> byAsset = new TreeMap<>();
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            if (entry.getKey().startsWith(ASSET)) {
                AssetId asset = new AssetId(entry.getKey().substring(ASSET.length()));
                byAsset.put(asset, new Usual(floats(file, tensors, entry.getKey(), Usual.ROWS, judged)));
            }
        }
        return new ResidualProfile(byAsset, new Usual(floats(file, tensors, CLASS, Usual.ROWS, judged)));
    }

    /** Notes what the network makes of some noise. */
    private static SafeTensors smoke(SharedNetwork network) {
        NetworkSpec spec = network.spec();
        Random random = new Random(spec.inputSize());
        float[] input = new float[SMOKE_WINDOWS * spec.inputSize()];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
        }
        return new SafeTensors(Map.of(
                "input", Tensor.of(input, SMOKE_WINDOWS, spec.inputSize()),
                "output", Tensor.of(network.forward(input), SMOKE_WINDOWS, spec.outputSize())));
    }

    private static void requireSameAnswers(SharedNetwork network, byte[] exported, Path file) throws IOException {
        NetworkSpec spec = network.spec();
        Map<String, Tensor> tensors = SafeTensors.read(file).tensors();
        float[] input = floats(file, tensors, "input", SMOKE_WINDOWS, spec.inputSize());
        float[] expected = floats(file, tensors, "output", SMOKE_WINDOWS, spec.outputSize());
        requireSame(WEIGHTS, network.forward(input), expected, file);
        requireSame(NETWORK, OnnxNetwork.answer(exported, spec, input), expected, file);
    }

    private static void requireSame(String from, float[] seen, float[] expected, Path file)
            throws MalformedFileException {
        for (int i = 0; i < seen.length; i++) {
            if (!(Math.abs(seen[i] - expected[i]) <= SMOKE_TOLERANCE * (1 + Math.abs(expected[i])))) {
                throw new MalformedFileException(
                        file,
                        "the network gives " + seen[i] + " where it gave " + expected[i] + " when it was saved: " + from
                                + " is damaged or computes otherwise here; train the model again");
            }
        }
    }

    private static float[] floats(Path file, Map<String, Tensor> tensors, String name, long rows, long columns)
            throws IOException {
        Tensor found = tensors.get(name);
        if (found == null || found.type() != Tensor.Type.F32 || !found.shape().equals(List.of(rows, columns))) {
            throw new MalformedFileException(
                    file, "holds " + found + " as " + name + ": expected F32 of shape [" + rows + ", " + columns + "]");
        }
        return found.floats();
    }
}
