package org.industrialmind.foundations.tree;

import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;

class ForestClassifierTest extends ClassifierContract {
    @Override
    protected ClassifierTrainer trainer() {
        return RandomForest.defaults();
    }
}
