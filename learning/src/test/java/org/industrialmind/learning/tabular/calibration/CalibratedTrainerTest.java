package org.industrialmind.learning.tabular.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.industrialmind.foundations.metrics.ProbabilityMetrics;
import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.industrialmind.learning.tabular.selection.NaiveNormal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibratedTrainerTest extends ClassifierContract {
    @Override
    protected ClassifierTrainer trainer() {
        return CalibratedTrainer.of(NaiveNormal.honest(), new PlattScaling());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lowers_the_log_loss_of_a_classifier_that_is_too_sure(long seed) {
        LabelledRows train = SyntheticRows.clouds(600, 3, 2, 1, seed);
        LabelledRows test = SyntheticRows.clouds(2000, 3, 2, 1, seed + 100);
        ClassifierTrainer sure = new NaiveNormal(6);
        double raw =
                ProbabilityMetrics.logLoss(test.labels(), sure.fit(train, seed).probabilities(test.rows()));
        for (CalibrationMethod method :
                new CalibrationMethod[] {new PlattScaling(), new BetaCalibration(), new TemperatureScaling()}) {
            double mapped = ProbabilityMetrics.logLoss(
                    test.labels(),
                    CalibratedTrainer.of(sure, method).fit(train, seed).probabilities(test.rows()));
            assertThat(mapped).as(method.toString()).isLessThan(raw / 1.5);
        }
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> new CalibratedTrainer(NaiveNormal.honest(), new PlattScaling(), 1))
                .hasMessageContaining("1 folds");
        LabelledRows one = SyntheticRows.clouds(1, 2, 1, 1, 1);
        assertThatThrownBy(() -> trainer().fit(one, 1)).hasMessageContaining("1 rows for 2 folds");
    }
}
