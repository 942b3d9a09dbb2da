package org.industrialmind.foundations.series;

import org.industrialmind.foundations.series.ExponentialSmoothing.Season;
import org.junit.jupiter.api.Nested;

/** Every forecaster of the package keeps the contract. */
class ForecastersContractTest {
    @Nested
    class NaiveTest extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return Naive.last();
        }
    }

    @Nested
    class SeasonalNaiveTest extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return Naive.seasonal(4);
        }
    }

    @Nested
    class DriftTest extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return Naive.drift();
        }
    }

    @Nested
    class SimpleSmoothingTest extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return ExponentialSmoothing.simple();
        }
    }

    @Nested
    class DampedSmoothingTest extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return ExponentialSmoothing.damped();
        }
    }

    @Nested
    class AdditiveSeasonTest extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return ExponentialSmoothing.holtWinters(Season.ADDITIVE, 4);
        }
    }

    @Nested
    class MultiplicativeSeasonTest extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return ExponentialSmoothing.holtWinters(Season.MULTIPLICATIVE, 4);
        }
    }

    @Nested
    class ArimaTest extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return Arima.of(ArimaOrder.of(1, 1, 1).seasonal(0, 1, 1, 4));
        }

        @Override
        protected boolean livesWithGaps() {
            return true;
        }
    }

    @Nested
    class AutoArimaTest extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return new AutoArima(4, 1, 1, 6);
        }
    }

    @Nested
    class LocalLevelTest extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return LocalTrend.level();
        }

        @Override
        protected boolean livesWithGaps() {
            return true;
        }
    }

    @Nested
    class LocalSlopeTest extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return LocalTrend.withSlope();
        }

        @Override
        protected boolean livesWithGaps() {
            return true;
        }
    }

    @Nested
    class AutoRegressionTest extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return series -> Values.constant(series) ? Naive.last().fit(series) : AutoRegression.burg(series, 3);
        }
    }
}
