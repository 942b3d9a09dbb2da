package org.industrialmind.foundations.tree;

import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;

class TreeRegressorTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return DecisionTree.defaults();
    }
}
