package org.industrialmind.foundations.boosting;

import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;

class BoostedClassifierTest extends ClassifierContract {
    @Override
    protected ClassifierTrainer trainer() {
        return GradientBoosting.defaults().withTree(TreeShape.defaults().withRowsPerLeaf(5));
    }

    @Override
    protected boolean livesWithMissingValues() {
        return true;
    }
}
