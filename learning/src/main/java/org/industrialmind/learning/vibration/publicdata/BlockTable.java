package org.industrialmind.learning.vibration.publicdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.learning.vibration.Waveform;
import org.industrialmind.learning.vibration.condition.BlockFeatures;
import org.industrialmind.learning.vibration.publicdata.CaseWesternFiles.BearingRun;
import org.industrialmind.learning.vibration.publicdata.CaseWesternFiles.Fault;

/** The blocks of all bearings with a fault as rows of features, each with where it comes from. */
record BlockTable(List<Row> rows) {
    /** Ball, inner race, outer race. */
    static final int CLASSES = 3;

    /**
     * A block.
     *
     * @param moment how far into its recording it begins, from 0 to below 1
     */
    record Row(BearingRun run, double moment, List<Double> features) {
        int label() {
            return switch (run.fault()) {
                case BALL -> 0;
                case INNER -> 1;
                case OUTER -> 2;
                case NORMAL -> throw new IllegalStateException("a normal recording is in no class of faults");
            };
        }
    }

    BlockTable {
        rows = List.copyOf(rows);
    }

    static BlockTable of(List<BearingRun> runs, BlockFeatures features, int readings) {
        List<Row> rows = new ArrayList<>();
        for (BearingRun run : runs) {
            if (run.fault() == Fault.NORMAL) {
                continue;
            }
            List<Waveform> blocks = run.blocks(readings);
            for (int b = 0; b < blocks.size(); b++) {
                List<Double> row =
                        Arrays.stream(features.row(blocks.get(b))).boxed().toList();
                rows.add(new Row(run, (double) b / blocks.size(), row));
            }
        }
        return new BlockTable(rows);
    }

    BlockTable where(Predicate<Row> wanted) {
        return new BlockTable(rows.stream().filter(wanted).toList());
    }

    LabelledRows labelled() {
        double[][] values = rows.stream().map(BlockTable::values).toArray(double[][]::new);
        return LabelledRows.of(
                Matrix.ofRows(values), rows.stream().mapToInt(Row::label).toArray(), CLASSES);
    }

    /** Returns the share of rows that a classifier tells right; NaN of no rows. */
    double accuracy(Classifier classifier) {
        return rows.stream()
                .mapToDouble(row -> classifier.predict(values(row)) == row.label() ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static double[] values(Row row) {
        return row.features().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
