package org.industrialmind.foundations.bayes;

import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;

class GaussianNaiveBayesTest extends ClassifierContract {
    @Override
    protected ClassifierTrainer trainer() {
        return GaussianNaiveBayes.defaults();
    }
}
