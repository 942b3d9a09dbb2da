package org.industrialmind.learning.vibration.publicdata;

import java.util.List;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.learning.vibration.condition.EvidenceFeatures;

/**
 * What an analyst says with nothing but the bearing's geometry, told that there is a fault: the race whose lines stand out
 * more, above three deviations; where neither does, the ball, whose faults are known to show the least. Learns nothing.
 *
 * @param features that a row holds
 */
record RaceRule(EvidenceFeatures features) implements ClassifierTrainer {
    private static final double STANDS_OUT = Math.log1p(3); // as the features have it

    @Override
    public Classifier fit(LabelledRows rows, long seed) {
        List<String> names = features.names();
        return new Rule(rows.columns(), names.indexOf("bpfi"), names.indexOf("bpfo"));
    }

    private record Rule(int columns, int innerRace, int outerRace) implements Classifier {
        @Override
        public int classes() {
            return BlockTable.CLASSES;
        }

        @Override
        public double[] probabilities(double[] row) {
            double inner = row[innerRace];
            double outer = row[outerRace];
            if (Math.max(inner, outer) < STANDS_OUT) {
                return new double[] {1, 0, 0};
            }
            return inner >= outer ? new double[] {0, 1, 0} : new double[] {0, 0, 1};
        }
    }
}
