package org.industrialmind.recipes.forecasting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import org.industrialmind.foundations.series.ForecastErrors;
import org.industrialmind.foundations.series.RollingOrigin;
import org.industrialmind.recipes.forecasting.SeriesCase.Method;
import org.industrialmind.recipes.recipe.ResultTable;

/**
 * How a method fared along the test part, once for each seed if it has any.
 *
 * @param seconds to learn and to forecast from every origin, the mean over seeds
 */
record Walked(String name, List<ForecastErrors> runs, double seconds) {
    Walked {
        runs = List.copyOf(runs);
    }

    /** Walks with all methods at the same time; each learns once, from what lies before the first origin. */
    static List<Walked> along(RollingOrigin walk, double[] series, List<Method> methods) {
        record Run(Method method, ForecastErrors errors, double seconds) {}
        List<CompletableFuture<Run>> runs = new ArrayList<>();
        try (ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Method method : methods) {
                runs.add(CompletableFuture.supplyAsync(
                        () -> {
                            long began = System.nanoTime();
                            ForecastErrors errors = walk.evaluate(method.forecaster(), series);
                            return new Run(method, errors, (System.nanoTime() - began) / 1e9);
                        },
                        cores));
            }
        }
        Map<String, List<Run>> byName = new LinkedHashMap<>();
        runs.forEach(run -> byName.computeIfAbsent(run.join().method().name(), name -> new ArrayList<>())
                .add(run.join()));
        return byName.entrySet().stream()
                .map(each -> new Walked(
                        each.getKey(),
                        each.getValue().stream().map(Run::errors).toList(),
                        each.getValue().stream()
                                .mapToDouble(Run::seconds)
                                .average()
                                .orElse(Double.NaN)))
                .toList();
    }

    /** Returns the mean of a measure over the seeds. */
    double mean(ToDoubleFunction<ForecastErrors> measure) {
        return runs.stream().mapToDouble(measure).average().orElseThrow();
    }

    /** Returns a measure as a cell: a number, or mean and spread over seeds. */
    ResultTable.Cell cell(ToDoubleFunction<ForecastErrors> measure, int digits) {
        double[] values = runs.stream().mapToDouble(measure).toArray();
        return values.length == 1 ? new ResultTable.Number(values[0], digits) : ResultTable.Spread.of(values, digits);
    }
}
