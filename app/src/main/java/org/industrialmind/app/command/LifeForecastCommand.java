package org.industrialmind.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.industrialmind.app.life.LifeFolder;
import org.industrialmind.learning.prognosis.LifeAnswer;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;
import org.industrialmind.learning.prognosis.table.RunTable;
import org.industrialmind.learning.tabular.table.NumericColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Asks a kept model how long units will last that are known so far. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description = {
            "Tells how long units will last: the expected life left, its interval, the chance of a failure within a"
                    + " time, and the likeliest mode.",
            "The table is as for 'life train'; each unit is asked about after its last row. The first to fail come"
                    + " first."
        })
final class LifeForecastCommand implements Callable<Integer> {
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "What 'life train' has made.")
    private Path model = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "The table of units so far, as CSV.")
    private Path from = Path.of("");

    @Option(
            names = "--within",
            paramLabel = "N",
            description = "Time for the chance of a failure (default: the horizon of the model).")
    private Optional<Double> within = Optional.empty();

    @Option(
            names = "--together",
            description = "Let these units tell how much life is left at moments like these (20 units and more).")
    private boolean together;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (within.isPresent() && !(within.get() >= 0 && within.get() < Double.POSITIVE_INFINITY)) {
            throw new ParameterException(
                    spec.commandLine(), "--within is " + within.get() + ": expected a finite time from 0");
        }
        CrossFittedModel kept = new LifeFolder(model).load();
        List<RunToFailure> units = RunTable.read(from).stillRunning(kept.schema());
        RemainingLifeModel asked = together ? kept.adaptedTo(units, unit -> true) : kept;
        double time = within.orElse(kept.question().horizon());
        List<LifeAnswer> answers = units.stream()
                .map(unit -> LifeAnswer.of(asked, unit, time))
                .sorted(Comparator.comparingDouble(LifeAnswer::mean))
                .toList();
        PrintWriter to = spec.commandLine().getOut();
        if (json) {
            to.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(answers));
        } else {
            print(answers, kept, time, to);
        }
        return 0;
    }

    private static void print(List<LifeAnswer> answers, CrossFittedModel model, double within, PrintWriter to) {
        to.printf(
                Locale.ROOT,
                "life left of %s in %ss, after the last row of each unit%n",
                model.schema().fleet(),
                model.schema().lifeUnit());
        to.printf(
                Locale.ROOT,
                "%-20s%10s%10s%10s%22s%20s  %s%n",
                "unit",
                "age",
                "expected",
                "median",
                String.format(
                        Locale.ROOT, "%.0f %% interval", 100 * model.question().held()),
                "fails within " + NumericColumn.plain(within),
                "likeliest mode");
        answers.forEach(answer -> to.printf(
                Locale.ROOT,
                "%-20s%10.4g%10.4g%10.4g%22s%20.3f  %s%n",
                answer.unit(),
                answer.age(),
                answer.mean(),
                answer.median(),
                String.format(Locale.ROOT, "%.4g to %.4g", answer.low(), answer.high()),
                answer.failureWithin(),
                answer.modes().stream()
                        .findFirst()
                        .map(first -> String.format(Locale.ROOT, "%s (%.2f)", first.mode(), first.chance()))
                        .orElse("-")));
    }
}
