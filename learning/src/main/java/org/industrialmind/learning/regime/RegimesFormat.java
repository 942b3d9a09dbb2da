package org.industrialmind.learning.regime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.format.JsonFields;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@link Regimes} as JSON, part of what is kept of a machine. Numbers come back exactly. */
public final class RegimesFormat {
    private RegimesFormat() {}

    /**
     * Writes the regimes of a machine.
     *
     * @param machine the object of the machine
     * @param each the object of each regime, in order
     */
    public static void write(Regimes regimes, ObjectNode machine, List<ObjectNode> each) {
        switch (regimes) {
            case LevelRegimes held -> {
                write(held.drives(), machine);
                for (int i = 0; i < each.size(); i++) {
                    ArrayNode levels = each.get(i).putArray("levels");
                    held.levels().get(i).forEach(levels::add);
                }
            }
            case MixtureRegimes mixed -> {
                write(mixed.drives(), machine);
                write(mixed.mixture(), machine.putObject("mixture"));
            }
        }
    }

    private static void write(Drives drives, ObjectNode machine) {
        ArrayNode list = machine.putArray("drives");
        for (DriveLevels drive : drives.levels()) {
            ObjectNode node = list.addObject()
                    .put("channel", drive.channel())
                    .put("tolerance", drive.tolerance())
                    .put("stillness", drive.stillness());
            ArrayNode low = node.putArray("low");
            ArrayNode high = node.putArray("high");
            for (DriveLevels.Level level : drive.levels()) {
                low.add(level.low());
                high.add(level.high());
            }
        }
    }

    private static void write(SettingsMixture mixture, ObjectNode into) {
        numbers(mixture.spans(), into.putArray("spans"));
        ArrayNode bells = into.putArray("bells");
        for (SettingsMixture.Bell bell : mixture.bells()) {
            ObjectNode node = bells.addObject().put("weight", bell.weight());
            ArrayNode mean = node.putArray("mean");
            bell.mean().forEach(mean::add);
            numbers(bell.covariance().toArray(), node.putArray("covariance"));
        }
    }

    private static void numbers(double[] values, ArrayNode into) {
        for (double value : values) {
            into.add(value);
        }
    }

    /**
     * Reads the regimes of a machine back.
     *
     * @param width number of channels of the schema
     * @throws org.industrialmind.learning.format.MalformedFileException if something is missing or contradicts itself
     */
    public static Regimes read(JsonFields machine, int width) throws IOException {
        List<DriveLevels> levels = new ArrayList<>();
        for (JsonFields drive : machine.objects("drives")) {
            levels.add(drive(drive, width));
        }
        Drives drives = new Drives(levels);
        try {
            if (machine.has("mixture")) {
                return new MixtureRegimes(drives, mixture(machine.object("mixture"), levels.size()));
            }
            List<List<Integer>> held = new ArrayList<>();
            for (JsonFields regime : machine.objects("regimes")) {
                held.add(Arrays.stream(regime.numbers("levels"))
                        .mapToObj(level -> (int) level)
                        .toList());
            }
            return new LevelRegimes(drives, held);
        } catch (IllegalArgumentException invalid) {
            throw machine.malformed(String.valueOf(invalid.getMessage()));
        }
    }

    private static DriveLevels drive(JsonFields drive, int width) throws IOException {
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

    private static SettingsMixture mixture(JsonFields fields, int drives) throws IOException {
        double[] spans = fields.numbers("spans");
        List<SettingsMixture.Bell> bells = new ArrayList<>();
        for (JsonFields bell : fields.objects("bells")) {
            double[] mean = bell.numbers("mean");
            double[] covariance = bell.numbers("covariance");
            if (spans.length != drives || mean.length != drives || covariance.length != drives * drives) {
                throw bell.malformed(mean.length + " means, " + covariance.length + " covariances and " + spans.length
                        + " spans: expected " + drives + ", " + drives * drives + " and " + drives);
            }
            bells.add(new SettingsMixture.Bell(
                    bell.number("weight"),
                    Arrays.stream(mean).boxed().toList(),
                    Matrix.of(drives, drives, covariance)));
        }
        return new SettingsMixture(bells, spans);
    }
}
