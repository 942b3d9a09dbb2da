package org.industrialmind.recipes.forecasting;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.industrialmind.foundations.series.Forecast;
import org.industrialmind.foundations.series.ForecastErrors;
import org.industrialmind.foundations.series.RollingOrigin;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.recipe.RecipeCard;
import org.industrialmind.recipes.recipe.ResultTable;

/**
 * Walks along the last fifth of public series with a recurrent network and with the methods it is said to replace.
 *
 * <p>Orders, penalties, scales and weights are learned once, before the first origin; from there each method is only told
 * what came, one step at a time, and forecasts a whole horizon from every step.
 */
public final class SeriesForecasting implements Recipe {
    private static final int SMALL_SERIES = 800;

    @Override
    public RecipeCard card() {
        return new RecipeCard(
                "forecasting",
                "Does a recurrent network forecast better than ARIMA, Holt-Winters or the last value?",
                SeriesCase.ALL.stream().map(SeriesCase::file).toList(),
                "airline passengers, Melbourne temperatures and sunspots as distributed by J. Brownlee; no licence"
                        + " stated");
    }

    @Override
    public Findings run(Order order) throws IOException {
        Findings findings = new Findings();
        for (SeriesCase each : SeriesCase.ALL) {
            double[] series = SeriesFile.latest(
                    SeriesFile.read(order.file(each.file())), order.scaled(SMALL_SERIES, Integer.MAX_VALUE));
            compare(each, series, order, findings);
        }
        return findings;
    }

    private static void compare(SeriesCase each, double[] series, Order order, Findings findings) {
        int first = series.length - series.length / 5;
        RollingOrigin walk = RollingOrigin.expanding(first, each.horizon())
                .withStride(order.scaled(5, 1))
                .withRefit(Integer.MAX_VALUE);
        List<Walked> walked = Walked.along(walk, series, each.methods(order.seeds(), order.scaled(200, 1500)));
        int origins = walked.getFirst().runs().getFirst().size();
        ResultTable table = ResultTable.of(
                each.name() + ", " + each.horizon() + " steps from " + origins + " origins",
                "MAE",
                "MASE",
                "in 80 %",
                "in 95 %",
                "seconds");
        for (Walked method : walked) {
            table = table.row(
                    method.name(),
                    List.of(
                            method.cell(ForecastErrors::meanAbsolute, 2),
                            method.cell(errors -> errors.scaled(each.scaleSeason()), 3),
                            new ResultTable.Number(method.mean(errors -> errors.coverage(0.80)), 2),
                            new ResultTable.Number(method.mean(errors -> errors.coverage(0.95)), 2),
                            new ResultTable.Number(method.seconds(), 1)));
            order.progress()
                    .say(
                            "%s: %s is off by %.2f",
                            each.name(), method.name(), method.mean(ForecastErrors::meanAbsolute));
            String word = method.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
            findings.metric(
                    each.name() + "." + word + ".mase", method.mean(errors -> errors.scaled(each.scaleSeason())));
        }
        findings.table(table).plot(each.name(), chart(each, series, walked)).say(order(each, walked));
    }

    private static String order(SeriesCase each, List<Walked> walked) {
        List<Walked> best = walked.stream()
                .sorted(Comparator.comparingDouble(method -> method.mean(ForecastErrors::meanAbsolute)))
                .toList();
        int place = IntStream.range(0, best.size())
                .filter(i -> best.get(i).name().equals(SeriesCase.NETWORK))
                .findFirst()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s: %s is off least (%.2f), then %s (%.2f); the network is number %d of %d.",
                each.name(),
                best.get(0).name(),
                best.get(0).mean(ForecastErrors::meanAbsolute),
                best.get(1).name(),
                best.get(1).mean(ForecastErrors::meanAbsolute),
                place + 1,
                best.size());
    }

    /** The forecasts from the last origin. */
    private static Chart chart(SeriesCase each, double[] series, List<Walked> walked) {
        ForecastErrors arima = errors(walked, SeriesCase.ARIMA);
        int last = arima.size() - 1;
        int origin = arima.origin(last);
        int from = Math.max(0, origin - 4 * each.horizon());
        double[] times =
                IntStream.range(from, origin + each.horizon()).asDoubleStream().toArray();
        double[] values = IntStream.range(from, origin + each.horizon())
                .mapToDouble(t -> series[t])
                .toArray();
        double[] ahead = IntStream.range(origin, origin + each.horizon())
                .asDoubleStream()
                .toArray();
        Forecast forecast = arima.forecast(last);
        Chart chart = Chart.of(each.name() + ": the last forecast", "step", "value");
        for (double level : new double[] {0.95, 0.80}) {
            double[] lower = IntStream.rangeClosed(1, each.horizon())
                    .mapToDouble(step -> forecast.interval(step, level).low())
                    .toArray();
            double[] upper = IntStream.rangeClosed(1, each.horizon())
                    .mapToDouble(step -> forecast.interval(step, level).high())
                    .toArray();
            chart = chart.band(Math.round(100 * level) + " %, ARIMA", Series.of(ahead, lower), Series.of(ahead, upper));
        }
        return chart.line("came", Series.of(times, values))
                .line("ARIMA", Series.of(ahead, forecast.means()))
                .line(
                        "LSTM",
                        Series.of(
                                ahead,
                                errors(walked, SeriesCase.NETWORK)
                                        .forecast(last)
                                        .means()));
    }

    private static ForecastErrors errors(List<Walked> walked, String name) {
        return walked.stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow()
                .runs()
                .getFirst();
    }
}
