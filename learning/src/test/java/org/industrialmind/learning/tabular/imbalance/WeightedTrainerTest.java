package org.industrialmind.learning.tabular.imbalance;

import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;

class WeightedTrainerTest extends ClassifierContract {
    @Override
    protected ClassifierTrainer trainer() {
        return WeightedTrainer.balanced(LogisticRegression.defaults());
    }
}
