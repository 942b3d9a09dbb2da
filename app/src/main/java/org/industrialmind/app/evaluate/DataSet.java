package org.industrialmind.app.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.telemetry.ingest.CsvReadings;
import org.industrialmind.telemetry.ingest.CsvRow;

/** The kinds of recorded data that can be replayed, by the name that users give; each file is one machine. */
public enum DataSet {
    /**
     * The Skoltech Anomaly Benchmark: a pump in a water loop, an experiment a file, in the folders {@code valve1},
     * {@code valve2}, {@code other} and {@code anomaly-free}, of which any may be missing. The rows of the last are known
     * to be normal and do not count in the benchmark's table.
     */
    SKAB("skab", new EquipmentClass("skab-rig"), List.of("anomaly-free", "other", "valve1", "valve2")) {
        @Override
        NormalPart usualNormalPart() {
            return new NormalPart.FirstRows(400); // the protocol of the benchmark's authors
        }

        /**
         * Nothing controls the temperature of the rig's water: it wanders by ten times its spread within minutes of sound
         * running (anomaly-free.csv), of which 400 seconds of learning show nothing.
         */
        @Override
        Set<String> usuallyWithout() {
            return Set.of("thermocouple");
        }
    },
    /** Every CSV file of a folder: a column of time, sensors, and perhaps a column of labels. */
    CSV("csv", new EquipmentClass("recorded-machine"), List.of("")) {
        @Override
        NormalPart usualNormalPart() {
            return new NormalPart.FirstShare(0.35); // about what 400 rows are of an experiment of the benchmark
        }

        @Override
        Set<String> usuallyWithout() {
            return Set.of();
        }
    };

    private static final String ANOMALY_FREE = "anomaly-free";
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final String code;
    private final EquipmentClass equipment;
    private final List<String> folders;

    DataSet(String code, EquipmentClass equipment, List<String> folders) {
        this.code = code;
        this.equipment = equipment;
        this.folders = folders;
    }

    public String code() {
        return code;
    }

    /** Returns which rows of a file are known to be normal unless the user says otherwise. */
    abstract NormalPart usualNormalPart();

    /** Returns the channels that are left out unless the user says otherwise. */
    abstract Set<String> usuallyWithout();

    /** @throws IllegalArgumentException if there is no such kind; the message lists them */
    public static DataSet parse(String code) {
        return Arrays.stream(values())
                .filter(set -> set.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no data set '" + code
                        + "'; next: use one of "
                        + Arrays.stream(values()).map(DataSet::code).collect(Collectors.joining(", "))));
    }

    /**
     * Returns the files of the data set in that folder, in the order of their names.
     *
     * @throws IllegalArgumentException if there are none; the message says where they were looked for
     */
    public List<Path> files(Path from) {
        if (!Files.isDirectory(from)) {
            throw new IllegalArgumentException("there is no folder " + from.toAbsolutePath()
                    + ": expected one with the files of '" + code + "'; next: name it with --from DIR");
        }
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            files.addAll(csv(from.resolve(folder)));
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no .csv file in " + from.toAbsolutePath() + ": expected at least one"
                    + (this == SKAB ? " in one of the folders " + String.join(", ", folders) : "")
                    + "; next: name the folder that holds them with --from DIR");
        }
        return files;
    }

    private static List<Path> csv(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".csv"))
                    .sorted(Comparator.comparing(DataSet::sortable))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** Numbers are padded, so that 10.csv comes after 2.csv. */
    private static String sortable(Path file) {
        return NUMBER.matcher(file.getFileName().toString())
                .replaceAll(number -> String.format("%12s", number.group()));
    }

    /**
     * Reads all files.
     *
     * @param without the names of channels that are left out
     * @throws IllegalArgumentException if there are none
     * @throws org.industrialmind.telemetry.ingest.CsvFormatException if a row is not of the expected form
     */
    public List<Recording> read(Path from, Set<String> without) {
        return files(from).stream().map(file -> recording(from, file, without)).toList();
    }

    private Recording recording(Path from, Path file, Set<String> without) {
        String name = from.relativize(file).toString().replace('\\', '/');
        boolean sound = this == SKAB && name.startsWith(ANOMALY_FREE);
        try (CsvReadings readings = CsvReadings.open(file, equipment)) {
            List<CsvRow> rows = Stream.generate(readings::next)
                    .takeWhile(Optional::isPresent)
                    .map(Optional::get)
                    .toList();
            return new Recording(name, asset(name), readings.schema(), without, !sound, rows);
        }
    }

    private Asset asset(String name) {
        String stem = name.substring(0, name.length() - ".csv".length());
        String tag = stem.replace('/', '-').replaceAll("[^A-Za-z0-9._-]+", "-");
        int room = 120 - code.length(); // a tag has at most 128 characters
        AssetId id = new AssetId(code + "/" + tag.substring(0, Math.min(tag.length(), room)));
        return new Asset(id, stem, equipment, new PlantPath("Replay", code, "recorded"), 1);
    }
}
