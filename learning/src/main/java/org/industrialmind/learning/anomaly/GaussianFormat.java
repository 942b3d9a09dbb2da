package org.industrialmind.learning.anomaly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.signal.AssetId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keeps {@link GaussianDetector}s as one {@code model.json}. Numbers come back exactly. */
public final class GaussianFormat implements DetectorFormat {
    private static final String MODEL = "model.json";
    private static final int VERSION = 2; // in 1 restlessness was about the mean of a block, not its line

    @Override
    public String kind() {
        return GaussianDetector.KIND;
    }

    @Override
    public void save(AnomalyDetector detector, Path folder) throws IOException {
        if (!(detector instanceof GaussianDetector gaussian)) {
            throw new IllegalArgumentException(
                    "detector of kind " + detector.kind() + " cannot be kept here: expected " + GaussianDetector.KIND);
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        DetectorHead.write(gaussian, VERSION, root);
        GaussianFit fit = gaussian.fit();
        root.putObject("units")
                .put("together", fit.units().together())
                .put("level", fit.units().level())
                .put("restlessness", fit.units().restlessness());
        put(root.putArray("covariance"), fit.index().covariance());
        put(
                root.putArray("driftPerDay"),
                fit.drift().perDay().stream().mapToDouble(each -> each).toArray());
        ArrayNode regimes = root.putArray("regimes");
        for (AssetId asset : fit.baseline().assets()) {
            for (int i = 0; i < fit.baseline().regimes(asset); i++) {
                FeatureScale scale = fit.scales().of(asset, i);
                ObjectNode regime = regimes.addObject()
                        .put("asset", asset.value())
                        .put(
                                "bornNanos",
                                fit.born().getOrDefault(asset, List.of()).get(i));
                put(regime.putArray("centre"), scale.centre());
                put(regime.putArray("below"), scale.below());
                put(regime.putArray("above"), scale.above());
            }
        }
        LimitsFormat.write(gaussian.limits(), root.putObject("limits"));
        BaselineFormat.write(fit.baseline(), root.putObject("baseline"));
        JsonFields.write(root, folder.resolve(MODEL));
    }

    private static void put(ArrayNode into, double[] values) {
        Arrays.stream(values).forEach(into::add);
    }

    @Override
    public GaussianDetector load(Path folder) throws IOException {
        JsonFields root = JsonFields.read(folder.resolve(MODEL));
        DetectorHead head = DetectorHead.read(root, GaussianDetector.KIND, VERSION);
        Baseline baseline = BaselineFormat.read(root.object("baseline"));
        Limits limits = LimitsFormat.read(root.object("limits"));
        Map<AssetId, List<FeatureScale>> scales = new TreeMap<>();
        Map<AssetId, List<Long>> born = new TreeMap<>();
        try {
            for (JsonFields regime : root.objects("regimes")) {
                AssetId asset = new AssetId(regime.text("asset"));
                scales.computeIfAbsent(asset, key -> new ArrayList<>())
                        .add(new FeatureScale(
                                regime.numbers("centre"), regime.numbers("below"), regime.numbers("above")));
                born.computeIfAbsent(asset, key -> new ArrayList<>()).add(regime.whole("bornNanos"));
            }
            JsonFields units = root.object("units");
            GaussianFit fit = new GaussianFit(
                    baseline,
                    new FeatureScales(scales),
                    new CalibrationDrift(
                            Arrays.stream(root.numbers("driftPerDay")).boxed().toList()),
                    born,
                    new GaussianIndex(root.numbers("covariance")),
                    new GaussianFit.Units(
                            units.number("together"), units.number("level"), units.number("restlessness")));
            return new GaussianDetector(fit, limits, head.provenance(), head.metrics());
        } catch (IllegalArgumentException invalid) {
            throw root.malformed(String.valueOf(invalid.getMessage()));
        }
    }
}
