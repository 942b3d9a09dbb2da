package org.industrialmind.recipes.forecasting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.industrialmind.foundations.series.AutoArima;
import org.industrialmind.foundations.series.ExponentialSmoothing;
import org.industrialmind.foundations.series.Forecaster;
import org.industrialmind.foundations.series.Naive;

/**
 * A series and how it is forecast. Nothing here was chosen by looking at the last fifth.
 *
 * @param season steps after which the seasonal naive forecast repeats
 * @param scaleSeason the season of the naive error that the scaled error (MASE) is measured in; 1 where seasons wander
 * @param horizon steps forecast from each origin
 * @param lags values that ridge and network look at
 * @param fromLast whether they count from the last of these, see {@link LagScale}
 * @param prepared what is done before ARIMA, ridge and network see the series, and undone afterwards
 * @param smoothing the exponential smoothing that suits the series
 */
record SeriesCase(
        String name,
        String file,
        int season,
        int scaleSeason,
        int horizon,
        int lags,
        boolean fromLast,
        UnaryOperator<Forecaster> prepared,
        AutoArima arima,
        String smoothingName,
        Forecaster smoothing) {
    static final String NETWORK = "LSTM";
    static final String ARIMA = "ARIMA";
    private static final int HIDDEN = 16;
    private static final double YEAR = 365.25;

    static final List<SeriesCase> ALL = List.of(
            new SeriesCase(
                    "airline-passengers",
                    "series/airline-passengers.csv",
                    12,
                    12,
                    12,
                    24,
                    true,
                    Logged::new,
                    new AutoArima(12, 2, 1, 20),
                    "Holt-Winters, multiplicative",
                    ExponentialSmoothing.holtWinters(ExponentialSmoothing.Season.MULTIPLICATIVE, 12)),
            new SeriesCase(
                    "daily-min-temperatures",
                    "series/daily-min-temperatures.csv",
                    365,
                    1,
                    7,
                    28,
                    false,
                    SeriesCase::withoutYear,
                    new AutoArima(1, 3, 0, 10),
                    "simple smoothing",
                    withoutYear(ExponentialSmoothing.simple())),
            new SeriesCase(
                    "monthly-sunspots",
                    "series/monthly-sunspots.csv",
                    132, // eleven years, about which it wanders
                    1,
                    12,
                    48,
                    false,
                    UnaryOperator.identity(),
                    new AutoArima(1, 3, 0, 10),
                    "smoothing, damped trend",
                    ExponentialSmoothing.damped()));

    /** A way of forecasting, by name; the network once for each seed. */
    record Method(String name, Forecaster forecaster) {}

    List<Method> methods(List<Long> seeds, int updates) {
        List<Method> methods = new ArrayList<>();
        methods.add(new Method("naive: the last value", Naive.last()));
        methods.add(new Method("naive: " + season + " steps ago", Naive.seasonal(season)));
        methods.add(new Method(smoothingName, smoothing));
        methods.add(new Method(ARIMA, prepared.apply(arima)));
        methods.add(
                new Method("ridge on lags", prepared.apply(new Lagged(lags, horizon, 1, fromLast, new RidgeOnLags()))));
        for (long seed : seeds) {
            methods.add(new Method(
                    NETWORK,
                    prepared.apply(new Lagged(lags, horizon, 1, fromLast, new LstmOnLags(HIDDEN, updates, seed)))));
        }
        return methods;
    }

    private static Forecaster withoutYear(Forecaster forecaster) {
        return new Deseasoned(forecaster, YEAR, 2);
    }
}
