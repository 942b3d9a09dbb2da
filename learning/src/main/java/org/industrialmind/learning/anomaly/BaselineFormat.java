package org.industrialmind.learning.anomaly;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.format.SchemaFormat;
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
                .put("minWindows", settings.minWindows());
        ArrayNode assets = into.putArray("assets");
        baseline.byAsset().forEach((asset, known) -> {
            ObjectNode node = assets.addObject().put("asset", asset.value());
            ArrayNode drives = node.putArray("drives");
            known.drives().forEach(drive -> write(drive, drives.addObject()));
            ArrayNode regimes = node.putArray("regimes");
            known.regimes().forEach(regime -> write(regime, regimes.addObject()));
        });
    }

    private static void write(DriveLevels drive, ObjectNode into) {
        into.put("channel", drive.channel()).put("tolerance", drive.tolerance()).put("stillness", drive.stillness());
        ArrayNode low = into.putArray("low");
        ArrayNode high = into.putArray("high");
        for (DriveLevels.Level level : drive.levels()) {
            low.add(level.low());
            high.add(level.high());
        }
    }

    private static void write(Regime regime, ObjectNode into) {
        ArrayNode levels = into.put("windows", regime.windows()).putArray("levels");
        regime.levels().forEach(levels::add);
        ArrayNode centre = into.putArray("centre");
        ArrayNode spread = into.putArray("spread");
        for (int c = 0; c < regime.scale().width(); c++) {
            centre.add(regime.scale().centre(c));
            spread.add(regime.scale().spread(c));
        }
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
            BaselineSettings settings = new BaselineSettings(
                    set.number("clip"), set.number("minCoverage"), set.number("sameLevel"), set.integer("minWindows"));
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
        List<DriveLevels> drives = new ArrayList<>();
        for (JsonFields drive : asset.objects("drives")) {
            drives.add(readDrive(drive, width));
        }
        List<Regime> regimes = new ArrayList<>();
        for (JsonFields regime : asset.objects("regimes")) {
            regimes.add(readRegime(regime, drives.size(), width));
        }
        return new AssetBaseline(drives, regimes);
    }

    private static DriveLevels readDrive(JsonFields drive, int width) throws IOException {
        int channel = drive.integer("channel");
        double[] low = drive.numbers("low");
        double[] high = drive.numbers("high");
        if (channel < 0 || channel >= width || low.length != high.length) {
            throw drive.malformed("channel " + channel + " with " + low.length + " low and " + high.length
                    + " high ends: expected a channel below " + width + " and as many low as high ends");
        }
        List<DriveLevels.Level> levels = new ArrayList<>();
        for (int i = 0; i < low.length; i++) {
            levels.add(new DriveLevels.Level(low[i], high[i]));
        }
        return new DriveLevels(channel, drive.number("tolerance"), drive.number("stillness"), levels);
    }

    private static Regime readRegime(JsonFields regime, int drives, int width) throws IOException {
        List<Integer> levels = Arrays.stream(regime.numbers("levels"))
                .mapToObj(level -> (int) level)
                .toList();
        Scale scale = new Scale(regime.numbers("centre"), regime.numbers("spread"));
        if (levels.size() != drives || scale.width() != width) {
            throw regime.malformed("has " + levels.size() + " drive levels and the scale of " + scale.width()
                    + " channels: expected " + drives + " and " + width);
        }
        return new Regime(levels, scale, regime.integer("windows"));
    }
}
