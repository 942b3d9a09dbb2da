package org.industrialmind.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.industrialmind.app.life.LifeFolder;
import org.industrialmind.app.life.LifeMethod;
import org.industrialmind.app.life.LifeTraining;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;
import org.industrialmind.learning.prognosis.evaluation.LifeScorecard;
import org.industrialmind.learning.prognosis.table.RunTable;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.tabular.table.NumericColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a model of remaining life on a table of runs to failure and keeps it in a folder. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the ensemble that 'evaluate rul' measures on a table of your own runs to failure, and keeps it.",
            "The table has a row for each moment of each unit: unit, age (a number) or time (ISO 8601), and a number in"
                    + " every other column.",
            "Column failed (1 or 0 at a unit's last row) tells units that still run; column mode says what failed."
        })
final class LifeTrainCommand implements Callable<Integer> {
    @Option(names = "--from", required = true, paramLabel = "FILE", description = "The table, as CSV.")
    private Path from = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder to be made; the platform serves those in DATA/life-models.")
    private Path out = Path.of("");

    @Option(
            names = "--settings",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that say how a unit was run, such as speed; all others are sensors.")
    private List<String> settings = List.of();

    @Option(names = "--without", split = ",", paramLabel = "COLUMN", description = "Columns to leave out.")
    private List<String> without = List.of();

    @Option(
            names = "--fleet",
            paramLabel = "NAME",
            description = "What these machines are called (default: the file's name).")
    private Optional<String> fleet = Optional.empty();

    @Option(
            names = "--life-unit",
            paramLabel = "WORD",
            description = "What ages are counted in, such as cycle (default: hour).")
    private Optional<String> lifeUnit = Optional.empty();

    @Option(
            names = "--horizon",
            paramLabel = "N",
            description = "The life beyond which nobody cares how long (default: half of a usual life).")
    private Optional<Double> horizon = Optional.empty();

    @Option(
            names = "--longest",
            paramLabel = "N",
            description = "No question is asked with more life left than this (default: any may be).")
    private Optional<Double> longest = Optional.empty();

    @Option(
            names = "--members",
            split = ",",
            converter = Words.Life.class,
            paramLabel = "NAME",
            description = "Members of the ensemble: constant, weibull, ridge, cox, trees, lstm, tcn, transformer"
                    + " (default: those that learn in minutes, which are the first five).")
    private List<LifeMethod> members = LifeMethod.quick();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the training (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        LifeFolder folder = new LifeFolder(out);
        folder.requireFree();
        Progress progress = new Progress(System.out);
        RunTable table = RunTable.read(from);
        String unit = lifeUnit.or(table::lifeUnit).orElse("hour");
        FleetSchema schema =
                Words.understood(spec, () -> table.schema(fleet.orElseGet(() -> name(from)), settings, without, unit));
        Fleet runs = table.fleet(schema);
        progress.say(
                "%d units of %s, %d failed, %d rows; settings %s, sensors %s",
                runs.size(), schema.fleet(), runs.failed().size(), table.rows(), schema.settings(), schema.sensors());
        double most = horizon.orElseGet(() -> LifeTraining.usualHorizon(runs));
        LifeQuestion question = Words.understood(
                spec, () -> LifeTraining.question(most).withLongest(longest.orElse(Double.POSITIVE_INFINITY)));
        LifeTraining training = new LifeTraining(members, question, seed);
        CrossFittedModel model = training.train(runs);
        progress.say("learned, seed %d: weights %s", seed, weights(model));
        print(training.heldOut(model, runs), question, unit, progress);
        model.modeAccuracy()
                .ifPresent(named -> progress.say(
                        "the mode of failure was named in %.3f of those moments; the commonest alone is right in %.3f",
                        named.share(), named.ofCommonest()));
        folder.save(model);
        progress.say("kept in %s; next: life forecast --model %s --from HISTORY.csv", out, out);
        return 0;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.csv(\\.gz)?$", "");
    }

    private static String weights(CrossFittedModel model) {
        return IntStream.range(0, model.members().size())
                .mapToObj(m -> String.format(
                        Locale.ROOT,
                        "%s %.2f",
                        model.members().get(m),
                        model.weights().get(m)))
                .collect(Collectors.joining(", "));
    }

    private static void print(Map<String, LifeScorecard> cards, LifeQuestion question, String unit, Progress progress) {
        progress.line("");
        progress.line("  along units that were held out, in %ss:", unit);
        progress.line("  %-12s%14s%14s%14s%14s", "", "RMSE", "RMSE", "inside", "width of");
        progress.line(
                "  %-12s%14s%14s%14s%14s",
                "", "up to " + NumericColumn.plain(question.horizon()), "true lives", "the 90 %", "the 90 %");
        cards.forEach((method, card) -> progress.line(
                "  %-12s%14.3f%14.3f%14.3f%14.2f",
                method, card.rmseCapped(), card.rmseTrue(), card.coverage(), card.width()));
        progress.line("  constant knows nothing, weibull the age alone; the weights were chosen on these units too");
        progress.line("");
    }
}
