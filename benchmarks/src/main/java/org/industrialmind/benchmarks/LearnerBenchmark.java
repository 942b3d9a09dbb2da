package org.industrialmind.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Learners of tables, ours against scikit-learn, XGBoost and Tribuo, one after another on the same rows and number of
 * threads.
 *
 * <p>Every program gets its rows in the form it likes best before the clock starts; what it then makes of them (bins, ranks,
 * columns) is part of learning.
 */
public final class LearnerBenchmark {
    private static final long SEED = 20261120;

    private LearnerBenchmark() {}

    /** What a run is asked for. */
    private static final class Wanted {
        int rows = 100_000;
        int columns = 30;
        double seconds = 6;
        String from = "";
        String to = "benchmarks/target/reports";
        String script = "benchmarks/src/main/python/learners.py";
        List<Integer> threads = List.of(Runtime.getRuntime().availableProcessors(), 1);
        List<LearnerTask> tasks = List.of(LearnerTask.values());
        List<String> programs = List.of("ours", "sklearn", "xgboost", "tribuo");

        void read(String name, String value) {
            switch (name) {
                case "--rows" -> rows = Integer.parseInt(value);
                case "--columns" -> columns = Integer.parseInt(value);
                case "--seconds" -> seconds = Double.parseDouble(value);
                case "--from" -> from = value;
                case "--to" -> to = value;
                case "--threads" ->
                    threads = values(value).map(Integer::valueOf).toList();
                case "--tasks" ->
                    tasks = values(value)
                            .map(task -> LearnerTask.valueOf(task.toUpperCase(Locale.ROOT)))
                            .toList();
                case "--programs" -> programs = values(value).toList();
                default ->
                    throw new IllegalArgumentException(
                            "unknown option " + name
                                    + ": expected --rows, --columns, --seconds, --from, --to, --threads, --tasks or --programs");
            }
        }

        private static Stream<String> values(String list) {
            return Arrays.stream(list.split(",", -1));
        }
    }

    /**
     * Runs all tasks, prints the table and writes the report.
     *
     * @param arguments pairs of a name and a value: {@code --from} a file of {@link LearnerTable#read}, or {@code --rows}
     *     and {@code --columns} of drawn ones; {@code --threads}, {@code --tasks} and {@code --programs} as lists with
     *     commas; {@code --seconds} for each; {@code --to} the folder of the report
     */
    public static void main(String[] arguments) throws IOException {
        Wanted wanted = new Wanted();
        for (int i = 0; i < arguments.length; i += 2) {
            wanted.read(arguments[i], i + 1 < arguments.length ? arguments[i + 1] : "");
        }
        LearnerTable table = wanted.from.isEmpty()
                ? LearnerTable.synthetic(wanted.rows, wanted.columns, SEED)
                : LearnerTable.read(Path.of(wanted.from));
        System.out.printf("%d rows to learn from, %d columns%n", table.trainLabels.length, table.columns);
        LearnerReport report =
                compare(table, programs(wanted.programs, wanted.script), wanted.tasks, wanted.threads, wanted.seconds);
        System.out.println(report.table());
        System.out.println(report.write(Path.of(wanted.to)));
    }

    private static List<LearnerProgram> programs(List<String> names, String script) {
        List<LearnerProgram> programs = new ArrayList<>();
        programs.add(new OurLearners());
        if (names.contains("sklearn")) {
            if (ScikitLearners.present()) {
                programs.add(new ScikitLearners(Path.of(script)));
            } else {
                System.out.println("NOTE: no scikit-learn (Debian's python3-sklearn): not compared with it.");
            }
        }
        if (names.contains("xgboost")) {
            programs.add(new XgboostLearners());
        }
        if (names.contains("tribuo")) {
            programs.add(new TribuoLearners());
        }
        return programs;
    }

    /** Lets every program do each task, those of one task right after each other. */
    static LearnerReport compare(
            LearnerTable table,
            List<LearnerProgram> programs,
            List<LearnerTask> tasks,
            List<Integer> threads,
            double seconds) {
        LearnerTable complete = table.complete();
        LearnerReport report = new LearnerReport();
        for (int count : threads) {
            for (LearnerTask task : tasks) {
                for (LearnerProgram program : programs) {
                    program.measure(task, task.table(table, complete), count, seconds)
                            .ifPresent(measured -> report.add(task, count, program.name(), measured));
                }
            }
        }
        return report;
    }
}
