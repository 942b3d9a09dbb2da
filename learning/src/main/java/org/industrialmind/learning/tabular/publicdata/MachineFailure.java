package org.industrialmind.learning.tabular.publicdata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.industrialmind.foundations.boosting.GradientBoosting;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.supervised.ClassShares;
import org.industrialmind.foundations.tree.RandomForest;
import org.industrialmind.learning.tabular.pipeline.ClassifierPipeline;
import org.industrialmind.learning.tabular.table.Csv;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.DropColumns;
import org.industrialmind.learning.tabular.transform.OneHot;
import org.industrialmind.learning.tabular.transform.StandardScaler;
import org.industrialmind.learning.tabular.transform.Transform;

/**
 * Which runs of a milling machine end in failure: AI4I 2020, 10,000 synthetic runs, 3.4 % of them failures (Matzka 2020,
 * Explainable artificial intelligence for predictive maintenance applications, AI4I).
 *
 * <p>What a mechanic would compute is added: the temperature difference that carries the heat away, the mechanical power at
 * the spindle, and the strain of a worn tool under torque. Serial numbers are left out, and so are the columns that name
 * the mode of a failure: they are known only after it.
 */
public final class MachineFailure implements PublicTable {
    private static final String[] KNOWN_TOO_LATE = {"TWF", "HDF", "PWF", "OSF", "RNF"};
    private static final String[] NAMES_OF_THE_PIECE = {"UDI", "Product ID"};

    @Override
    public String name() {
        return "ai4i";
    }

    @Override
    public String target() {
        return "Machine failure";
    }

    @Override
    public String positive() {
        return "1";
    }

    @Override
    public Table read(Path file) throws IOException {
        return withPhysics(Csv.read(file).without(KNOWN_TOO_LATE).without(NAMES_OF_THE_PIECE));
    }

    /** Returns the table with temperature difference in kelvin, power in watt, and strain in newton metre minutes. */
    static Table withPhysics(Table table) {
        return table.derived(
                        "Temperature difference [K]",
                        row -> row.number("Process temperature [K]") - row.number("Air temperature [K]"))
                .derived(
                        "Power [W]",
                        row -> row.number("Torque [Nm]") * row.number("Rotational speed [rpm]") * 2 * Math.PI / 60)
                .derived("Strain [Nm min]", row -> row.number("Torque [Nm]") * row.number("Tool wear [min]"));
    }

    @Override
    public List<Method> methods() {
        ClassifierPipeline forest =
                ClassifierPipeline.of(target(), RandomForest.defaults().withTrees(300), OneHot.defaults());
        Transform sensorsOnly = DropColumns.named("Temperature difference [K]", "Power [W]", "Strain [Nm min]");
        ClassifierPipeline linear =
                ClassifierPipeline.of(target(), LogisticRegression.defaults(), OneHot.defaults(), new StandardScaler());
        return List.of(
                Method.of("random forest", forest),
                Method.of("boosted trees", forest.withTrainer(boosting())),
                Method.of(
                        "boosted trees without physics",
                        ClassifierPipeline.of(target(), boosting(), sensorsOnly, OneHot.defaults())),
                Method.of("logistic regression", linear),
                Method.of("shares of the classes", linear.withTrainer(new ClassShares())));
    }

    private static GradientBoosting boosting() {
        return GradientBoosting.defaults().withRounds(200);
    }
}
