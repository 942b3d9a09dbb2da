package org.industrialmind.foundations.tree;

import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;

class ExtraTreesRegressorTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return ExtraTrees.defaults();
    }
}
