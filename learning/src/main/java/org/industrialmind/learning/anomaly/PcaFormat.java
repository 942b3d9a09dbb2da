package org.industrialmind.learning.anomaly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.format.MalformedFileException;
import org.industrialmind.learning.format.ProvenanceFormat;
import org.industrialmind.learning.format.SafeTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.signal.AssetId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps {@link PcaDetector}s: {@code model.json} for what a person may want to read, {@code model.safetensors} for the
 * components and the feature scales.
 */
public final class PcaFormat implements DetectorFormat {
    private static final String MODEL = "model.json";
    private static final String TENSORS = "model.safetensors";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String kind() {
        return PcaDetector.KIND;
    }

    @Override
    public void save(AnomalyDetector detector, Path folder) throws IOException {
        if (!(detector instanceof PcaDetector pca)) {
            throw new IllegalArgumentException(
                    "detector of kind " + detector.kind() + " cannot be kept here: expected " + PcaDetector.KIND);
        }
        tensors(pca).write(folder.resolve(TENSORS));
        ObjectNode root = JSON.createObjectNode();
        root.put("kind", PcaDetector.KIND).put("format", VERSION);
        ProvenanceFormat.write(pca.provenance(), root.putObject("provenance"));
        ObjectNode metrics = root.putObject("metrics");
        new TreeMap<>(pca.metrics()).forEach(metrics::put);
        write(pca.fit().score(), root.putObject("score"));
        LimitsFormat.write(pca.limits(), root.putObject("limits"));
        BaselineFormat.write(pca.fit().baseline(), root.putObject("baseline"));
        byte[] text =
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve(MODEL), text);
    }

    private static void write(WindowScore score, ObjectNode into) {
        PrincipalComponents components = score.components();
        into.put("t2Limit", components.t2Limit())
                .put("speLimit", components.speLimit())
                .put("g", components.normal().g())
                .put("h", components.normal().h())
                .put("together", score.units().together())
                .put("level", score.units().level())
                .put("restlessness", score.units().restlessness());
    }

    private static SafeTensors tensors(PcaDetector pca) {
        PrincipalComponents components = pca.fit().score().components();
        int size = pca.fit().score().size();
        Map<String, Tensor> tensors = new HashMap<>();
        tensors.put("mean", Tensor.of(components.mean(), components.size()));
        tensors.put("loadings", Tensor.of(components.loadings(), components.kept(), components.size()));
        tensors.put("variances", Tensor.of(components.variances(), components.kept()));
        pca.fit().scales().byAsset().forEach((asset, regimes) -> {
            long[] shape = {regimes.size(), size};
            tensors.put("centre/" + asset, Tensor.of(joined(regimes, FeatureScale::centre), shape));
            tensors.put("below/" + asset, Tensor.of(joined(regimes, FeatureScale::below), shape));
            tensors.put("above/" + asset, Tensor.of(joined(regimes, FeatureScale::above), shape));
        });
        return new SafeTensors(tensors);
    }

    private static double[] joined(List<FeatureScale> regimes, Function<FeatureScale, double[]> part) {
        return regimes.stream().map(part).flatMapToDouble(Arrays::stream).toArray();
    }

    @Override
    public PcaDetector load(Path folder) throws IOException {
        JsonFields root = JsonFields.read(folder.resolve(MODEL));
        if (!root.text("kind").equals(PcaDetector.KIND) || root.integer("format") != VERSION) {
            throw root.malformed("holds kind " + root.text("kind") + " in format " + root.integer("format")
                    + ": expected " + PcaDetector.KIND + " in format " + VERSION);
        }
        Baseline baseline = BaselineFormat.read(root.object("baseline"));
        Limits limits = LimitsFormat.read(root.object("limits"));
        Map<String, Double> metrics = new TreeMap<>();
        JsonFields kept = root.object("metrics");
        for (String name : kept.names()) {
            metrics.put(name, kept.number(name));
        }
        Doubles doubles = new Doubles(folder.resolve(TENSORS));
        try {
            WindowScore score = readScore(root.object("score"), doubles);
            Map<AssetId, List<FeatureScale>> scales = new TreeMap<>();
            for (AssetId asset : baseline.assets()) {
                scales.put(asset, doubles.scales(asset, score.size()));
            }
            return new PcaDetector(
                    new PcaFit(baseline, new FeatureScales(scales), score),
                    limits,
                    ProvenanceFormat.read(root.object("provenance")),
                    metrics);
        } catch (IllegalArgumentException invalid) {
            throw root.malformed(String.valueOf(invalid.getMessage()));
        }
    }

    private static WindowScore readScore(JsonFields fields, Doubles doubles) throws IOException {
        PrincipalComponents components = new PrincipalComponents(
                doubles.of("mean"),
                doubles.of("loadings"),
                doubles.of("variances"),
                fields.number("t2Limit"),
                fields.number("speLimit"),
                new PrincipalComponents.Box(fields.number("g"), fields.number("h")));
        return new WindowScore(
                components,
                new WindowScore.Units(
                        fields.number("together"), fields.number("level"), fields.number("restlessness")));
    }

    /** The tensors of one file, all of them doubles. */
    private static final class Doubles {
        private final Path file;
        private final SafeTensors tensors;

        Doubles(Path file) throws IOException {
            this.file = file;
            this.tensors = SafeTensors.read(file);
        }

        double[] of(String name) throws IOException {
            Tensor tensor = tensors.tensors().get(name);
            if (tensor == null || tensor.type() != Tensor.Type.F64) {
                throw new MalformedFileException(
                        file,
                        "has " + (tensor == null ? "no tensor " : tensor + " as ") + name
                                + ": expected 64-bit floats of that name");
            }
            return tensor.doubles();
        }

        List<FeatureScale> scales(AssetId asset, int size) throws IOException {
            double[] centres = of("centre/" + asset);
            double[] below = of("below/" + asset);
            double[] above = of("above/" + asset);
            if (centres.length != below.length || centres.length != above.length || centres.length % size != 0) {
                throw new MalformedFileException(
                        file,
                        "has " + centres.length + " levels, " + below.length + " and " + above.length + " spreads of "
                                + asset + ": expected as many of each, in rows of " + size);
            }
            List<FeatureScale> scales = new ArrayList<>();
            for (int at = 0; at < centres.length; at += size) {
                scales.add(new FeatureScale(
                        Arrays.copyOfRange(centres, at, at + size),
                        Arrays.copyOfRange(below, at, at + size),
                        Arrays.copyOfRange(above, at, at + size)));
            }
            return scales;
        }
    }
}
