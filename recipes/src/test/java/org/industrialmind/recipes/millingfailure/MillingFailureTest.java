package org.industrialmind.recipes.millingfailure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Kitchen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MillingFailureTest {
    @TempDir
    private Path folder;

    @Test
    void finds_failures_that_come_of_strain() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder runs = new StringBuilder("UDI,Product ID,Type,Air temperature [K],Process temperature [K],"
                + "Rotational speed [rpm],Torque [Nm],Tool wear [min],Machine failure,TWF,HDF,PWF,OSF,RNF\n");
        for (int i = 0; i < 600; i++) {
            double torque = 40 + 10 * random.nextGaussian();
            double wear = 250 * random.nextDouble();
            int fails = torque * wear > 9500 ? 1 : 0;
            runs.append(String.format(
                    "%d,L%d,L,300.1,310.2,%d,%.1f,%.0f,%d,0,0,0,%d,0%n",
                    i, i, 1400 + random.nextInt(300), torque, wear, fails, fails));
        }
        Files.writeString(folder.resolve("ai4i_train.csv"), runs);
        Findings findings = Kitchen.small(new MillingFailure(), folder);
        assertThat(findings.metrics().get("mcc")).isGreaterThan(0.8); // strain is a column, so one cut tells nearly all
        assertThat(findings.plots()).containsKey("precision-recall");
    }

    @Test
    void on_the_public_runs_the_rare_class_is_found() throws IOException {
        Findings findings = Kitchen.small(new MillingFailure(), Kitchen.publicData("ai4i"));
        assertThat(findings.metrics().get("mcc")).isGreaterThan(0.6);
    }
}
