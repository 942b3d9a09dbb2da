package org.industrialmind.foundations.tree;

import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;

class ExtraTreesClassifierTest extends ClassifierContract {
    @Override
    protected ClassifierTrainer trainer() {
        return ExtraTrees.defaults();
    }
}
