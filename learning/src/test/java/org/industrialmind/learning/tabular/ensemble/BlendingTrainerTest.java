package org.industrialmind.learning.tabular.ensemble;

import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.learning.tabular.selection.NaiveNormal;

class BlendingTrainerTest extends ClassifierContract {
    @Override
    protected ClassifierTrainer trainer() {
        return BlendingTrainer.of(NaiveNormal.honest(), LogisticRegression.defaults());
    }
}
