package org.industrialmind.foundations.boosting;

import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;

class BoostedRegressorTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return GradientBoosting.defaults().withTree(TreeShape.defaults().withRowsPerLeaf(5));
    }

    @Override
    protected boolean livesWithMissingValues() {
        return true;
    }
}
