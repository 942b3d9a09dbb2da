package org.industrialmind.learning.leaderboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Series of the UCR anomaly archive: one value a line, one anomaly each, told by the name of the file.
 *
 * <p>Split: the name says how many values at the beginning are normal, and at which values, counted from 1, the anomaly
 * begins and ends. The series has no clock; a second a value stands in.
 *
 * @see "Wu and Keogh 2023, Current time series anomaly detection benchmarks are flawed, IEEE TKDE 35(3)"
 */
public final class UcrArchive {
    private static final Pattern NAME = Pattern.compile("\\d+_UCR_Anomaly_(.+)_(\\d+)_(\\d+)_(\\d+)\\.txt");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int SLACK = 100; // values, by the archive's own rule of scoring

    private UcrArchive() {}

    /** @throws MalformedBoardException if there is no such file, or one's name and length do not agree */
    public static List<LabelledSeries> read(Path folder) {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new MalformedBoardException("no file in " + folder + " is named like "
                    + "135_UCR_Anomaly_NAME_TRAIN_BEGIN_END.txt; next: name the folder with --from DIR");
        }
        return files.stream().map(UcrArchive::series).toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static LabelledSeries series(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalStateException(file + " was chosen by its name");
        }
        double[][] rows = NumberFile.rows(file, BLANKS, 0);
        int train = Integer.parseInt(name.group(2));
        int begin = Integer.parseInt(name.group(3));
        int end = Integer.parseInt(name.group(4));
        if (!(0 < train && train < begin && begin <= end && end <= rows.length)) {
            throw new MalformedBoardException(file + " has " + rows.length + " values: expected normal values up to "
                    + train + " and an anomaly from " + begin + " to " + end + " after them, as its name says");
        }
        boolean[] abnormal = new boolean[rows.length - train];
        Arrays.fill(abnormal, begin - 1 - train, end - train, true);
        return new LabelledSeries(
                file.getFileName().toString().replace(".txt", ""),
                name.group(1),
                Arrays.copyOfRange(rows, 0, train),
                Arrays.copyOfRange(rows, train, rows.length),
                abnormal,
                true,
                Duration.ofSeconds(1));
    }

    /**
     * Returns the share of the series whose highest score lies within 100 values of the anomaly, which is how the archive
     * counts: each series has one anomaly, and the question is where.
     */
    public static double located(BoardResult result) {
        return result.results().stream()
                .mapToDouble(
                        one -> located(one.series().abnormal(), one.judgement().scores()) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static boolean located(boolean[] abnormal, double[] scores) {
        int highest = 0;
        for (int row = 1; row < scores.length; row++) {
            highest = scores[row] > scores[highest] ? row : highest;
        }
        for (int row = Math.max(0, highest - SLACK); row <= Math.min(scores.length - 1, highest + SLACK); row++) {
            if (abnormal[row]) {
                return true;
            }
        }
        return false;
    }
}
