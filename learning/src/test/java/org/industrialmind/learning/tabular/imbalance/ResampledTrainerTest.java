package org.industrialmind.learning.tabular.imbalance;

import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.learning.tabular.selection.NaiveNormal;

class ResampledTrainerTest extends ClassifierContract {
    @Override
    protected ClassifierTrainer trainer() {
        return new ResampledTrainer(NaiveNormal.honest(), Smote.defaults());
    }
}
