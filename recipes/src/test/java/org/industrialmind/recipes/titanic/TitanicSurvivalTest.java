package org.industrialmind.recipes.titanic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Kitchen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TitanicSurvivalTest {
    @TempDir
    private Path folder;

    @Test
    void women_first_is_learned_from_a_ship_where_it_was_the_rule() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder ship = new StringBuilder("survived,pclass,name,sex,age,sibsp,parch,ticket,fare,cabin,embarked\n");
        for (int i = 0; i < 300; i++) {
            boolean woman = random.nextBoolean();
            int saved = random.nextDouble() < (woman ? 0.95 : 0.05) ? 1 : 0;
            ship.append(String.format(
                    "%d,%d,\"Name%d, %s Given\",%s,%d,0,0,T%d,%d,%s,%s%n",
                    saved,
                    1 + random.nextInt(3),
                    i,
                    woman ? "Mrs." : "Mr.",
                    woman ? "female" : "male",
                    20 + random.nextInt(40),
                    i,
                    5 + random.nextInt(50),
                    random.nextBoolean() ? "C1" : "",
                    random.nextBoolean() ? "S" : "C"));
        }
        Files.writeString(folder.resolve("titanic.csv"), ship);
        Findings findings = Kitchen.small(new TitanicSurvival(), folder);
        assertThat(findings.metrics().get("accuracy")).isGreaterThan(0.88); // 0.95 is all that can be known
        assertThat(findings.plots()).containsKeys("roc", "importance");
        assertThat(findings.tables().getFirst().rows()).hasSize(4);
    }

    @Test
    void on_the_real_ship_it_beats_knowing_the_sex() throws IOException {
        Findings findings = Kitchen.small(new TitanicSurvival(), Kitchen.publicData("titanic"));
        assertThat(findings.metrics().get("accuracy")).isGreaterThan(0.82);
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> Kitchen.small(new TitanicSurvival(), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("titanic.csv")
                .hasMessageContaining("--from");
    }
}
