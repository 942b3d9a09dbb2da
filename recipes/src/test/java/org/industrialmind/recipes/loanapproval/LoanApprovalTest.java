package org.industrialmind.recipes.loanapproval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.industrialmind.recipes.recipe.DecisionFile;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Kitchen;
import org.industrialmind.recipes.recipe.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoanApprovalTest {
    @TempDir
    private Path folder;

    @Test
    void drawing_the_line_by_cost_is_cheaper_than_lending_to_all_or_none() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder loans = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            int months = 6 + random.nextInt(54);
            int risk = random.nextDouble() < Math.pow(months / 65.0, 2) ? 2 : 1;
            loans.append(String.format(
                    "A1%d,%d,A32,A43,%d,A61,A73,4,A94,A101,3,A121,%d,A143,A152,1,A173,1,A191,A201,%d%n",
                    1 + random.nextInt(4), months, 500 + random.nextInt(9000), 20 + random.nextInt(40), risk));
        }
        Files.writeString(folder.resolve("german_train.csv"), loans);
        Findings findings = Kitchen.small(new LoanApproval(), folder);
        ResultTable policies = findings.tables().get(1);
        double fair = cost(policies, 2);
        assertThat(fair).isLessThanOrEqualTo(cost(policies, 0) + 0.02).isLessThan(cost(policies, 4));
        assertThat(cost(policies, 3)).isLessThanOrEqualTo(fair);
        assertThat(findings.tables().get(2).rows())
                .extracting(row -> row.name())
                .containsExactly("older", "up to 25");
        JsonNode saved = JsonMapper.shared().readTree(findings.files().get(DecisionFile.NAME));
        assertThat(saved.path("costs").path("badApproved").asDouble()).isEqualTo(5);
        assertThat(saved.path("cases").size()).isEqualTo(400);
    }

    @Test
    void the_public_loans_are_told_from_each_other() throws IOException {
        Findings findings = Kitchen.small(new LoanApproval(), Kitchen.publicData("german_credit"));
        assertThat(findings.metrics().get("auc")).isGreaterThan(0.75);
    }

    private static double cost(ResultTable policies, int row) {
        return policies.rows().get(row).cells().getLast() instanceof ResultTable.Number number
                ? number.value()
                : Double.NaN;
    }
}
