package org.industrialmind.learning.tabular.ensemble;

import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;

class BaggingTrainerTest extends ClassifierContract {
    @Override
    protected ClassifierTrainer trainer() {
        return BaggingTrainer.bootstrap(LogisticRegression.defaults(), 5);
    }
}
