package org.industrialmind.learning.anomaly;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.format.SchemaFormat;
import org.industrialmind.learning.regime.RegimeMethod;
import org.industrialmind.learning.regime.RegimeSettings;
import org.industrialmind.learning.regime.RegimesFormat;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A {@link Baseline} as JSON, part of the model file of every detector that uses one. Numbers come back exactly. */
public final class BaselineFormat {
    private BaselineFormat() {}

    /** Writes the baseline into an empty object. */
    public static void write(Baseline baseline, ObjectNode into) {
        SchemaFormat.write(baseline.schema(), into.putObject("schema"));
        into.put("windowLength", baseline.windowLength());
        BaselineSettings settings = baseline.settings();
        into.putObject("settings")
                .put("clip", settings.clip())
                .put("minCoverage", settings.minCoverage())
                .put("sameLevel", settings.sameLevel())
                .put("minWindows", settings.minWindows())
                .put("regimes", settings.regimes().method().code());
        ArrayNode assets = into.putArray("assets");
        baseline.byAsset().forEach((asset, known) -> {
            ObjectNode node = assets.addObject().put("asset", asset.value());
            ArrayNode list = node.putArray("regimes");
            List<ObjectNode> regimes = known.norms().stream()
                    .map(norm -> write(norm, list.addObject()))
                    .toList();
            RegimesFormat.write(known.regimes(), node, regimes);
        });
    }

    private static ObjectNode write(RegimeNorm norm, ObjectNode into) {
        into.put("windows", norm.windows());
        ArrayNode centre = into.putArray("centre");
        ArrayNode spread = into.putArray("spread");
        for (int c = 0; c < norm.scale().width(); c++) {
            centre.add(norm.scale().centre(c));
            spread.add(norm.scale().spread(c));
        }
        return into;
    }

    /**
     * Reads a baseline back.
     *
     * @throws org.industrialmind.learning.format.MalformedFileException if something is missing or contradicts itself
     */
    public static Baseline read(JsonFields fields) throws IOException {
        FrameSchema schema = SchemaFormat.read(fields.object("schema"));
        try {
            JsonFields set = fields.object("settings");
            RegimeMethod method = // files older than the choice say nothing
                    set.has("regimes") ? RegimeMethod.parse(set.text("regimes")) : RegimeMethod.LEVELS;
            BaselineSettings settings = new BaselineSettings(
                    set.number("clip"),
                    set.number("minCoverage"),
                    new RegimeSettings(method, set.number("sameLevel"), set.integer("minWindows")));
            Map<AssetId, AssetBaseline> assets = new TreeMap<>();
            for (JsonFields asset : fields.objects("assets")) {
                assets.put(new AssetId(asset.text("asset")), readAsset(asset, schema.width()));
            }
            int length = fields.integer("windowLength");
            if (length < 1 || assets.isEmpty()) {
                throw fields.malformed("window length " + length + " and " + assets.size()
                        + " machines: expected at least one of each");
            }
            return new Baseline(schema, length, settings, assets);
        } catch (IllegalArgumentException invalid) {
            throw fields.malformed(String.valueOf(invalid.getMessage()));
        }
    }

    private static AssetBaseline readAsset(JsonFields asset, int width) throws IOException {
        List<RegimeNorm> norms = new ArrayList<>();
        for (JsonFields regime : asset.objects("regimes")) {
            norms.add(readNorm(regime, width));
        }
        return new AssetBaseline(RegimesFormat.read(asset, width), norms);
    }

    private static RegimeNorm readNorm(JsonFields regime, int width) throws IOException {
        Scale scale = new Scale(regime.numbers("centre"), regime.numbers("spread"));
        if (scale.width() != width) {
            throw regime.malformed("has the scale of " + scale.width() + " channels: expected " + width);
        }
        return new RegimeNorm(scale, regime.integer("windows"));
    }
}
