package org.industrialmind.recipes.adult;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Kitchen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdultEarningsTest {
    @TempDir
    private Path folder;

    @Test
    void tells_earnings_that_follow_education_and_audits_them_by_sex() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        try (Writer people = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("adult-train.csv.gz"))),
                StandardCharsets.UTF_8)) {
            for (int i = 0; i < 500; i++) {
                int years = 6 + random.nextInt(10);
                boolean rich = random.nextDouble() < 1 / (1 + Math.exp(12 - years));
                people.write(String.format(
                        "%d, Private, 100, School, %d, Divorced, %s, Unmarried, White, %s, 0, 0, 40, %s, %s%n",
                        20 + random.nextInt(40),
                        years,
                        random.nextBoolean() ? "Sales" : "Craft-repair",
                        random.nextBoolean() ? "Female" : "Male",
                        random.nextInt(9) == 0 ? "?" : "France",
                        rich ? ">50K" : "<=50K"));
            }
        }
        Findings findings = Kitchen.small(new AdultEarnings(), folder);
        assertThat(findings.metrics().get("auc")).isGreaterThan(0.85);
        assertThat(findings.tables().getLast().rows())
                .extracting(row -> row.name())
                .containsExactly("Female", "Male");
        assertThat(findings.plots()).containsKey("reliability");
    }

    @Test
    void a_part_of_the_census_is_enough_for_nine_in_ten() throws IOException {
        Findings findings = Kitchen.small(new AdultEarnings(), Kitchen.publicData("adult_income"));
        assertThat(findings.metrics().get("auc")).isGreaterThan(0.89);
    }
}
