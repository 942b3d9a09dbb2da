package org.industrialmind.learning.tabular.ensemble;

import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.learning.tabular.selection.NaiveNormal;

class StackingTrainerTest extends ClassifierContract {
    @Override
    protected ClassifierTrainer trainer() {
        return StackingTrainer.of(LogisticRegression.defaults(), NaiveNormal.honest(), LogisticRegression.defaults());
    }
}
