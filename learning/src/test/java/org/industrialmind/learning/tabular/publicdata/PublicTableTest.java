package org.industrialmind.learning.tabular.publicdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.tabular.table.Table;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicTableTest {
    @TempDir
    private Path folder;

    @Test
    void the_test_part_of_adult_begins_with_a_remark_and_ends_its_classes_with_a_dot() throws IOException {
        Path file = file(
                "|1x3 Cross validator\n20, Private, 1, HS-grad, 9, Never-married, Sales, Own-child, White, Male, 0, 0, 40, ?, <=50K.\n"
                        + "50, ?, 2, Masters, 14, Divorced, ?, Unmarried, Black, Female, 9, 0, 60, France, >50K.\n");
        AdultIncome adult = new AdultIncome();
        Table table = adult.read(file);
        assertThat(adult.positives(table)).containsExactly(false, true);
        assertThat(table.column("workclass").isMissing(1)).isTrue();
        assertThat(table.numeric("hours-per-week").toArray()).containsExactly(40, 60);
    }

    @Test
    void a_milling_machine_gets_its_physics_and_loses_what_is_known_too_late() throws IOException {
        Path file = file("UDI,Product ID,Type,Air temperature [K],Process temperature [K],Rotational speed [rpm],"
                + "Torque [Nm],Tool wear [min],Machine failure,TWF,HDF,PWF,OSF,RNF\n"
                + "1,M1,M,300,310.5,1500,40,100,1,0,0,0,1,0\n");
        Table table = new MachineFailure().read(file);
        assertThat(table.numeric("Temperature difference [K]").value(0)).isEqualTo(10.5);
        assertThat(table.numeric("Power [W]").value(0)).isCloseTo(40 * Math.PI * 50, within(1e-9)); // 25 turns a second
        assertThat(table.numeric("Strain [Nm min]").value(0)).isEqualTo(4000);
        assertThat(table.names()).doesNotContain("OSF", "UDI", "Product ID");
    }

    @Test
    void a_passenger_is_told_by_title_family_and_deck() throws IOException {
        Path file = file("survived,pclass,name,sex,age,sibsp,parch,ticket,fare,cabin,embarked\n"
                + "1,1,\"Example, Mme. Anna (Berta)\",female,30,1,2,PC 1,50.5,C12 C14,C\n"
                + "0,3,\"Sample, Capt. Carl\",male,,0,0,A/5,7,,S\n");
        Table table = new Titanic().read(file);
        assertThat(table.column("title").text(0)).isEqualTo("Mrs");
        assertThat(table.column("title").text(1)).isEqualTo("rare");
        assertThat(table.numeric("family").toArray()).containsExactly(4, 1);
        assertThat(table.column("deck").text(0)).isEqualTo("C");
        assertThat(table.column("deck").isMissing(1)).isTrue();
        assertThat(table.column("household").text(0)).isEqualTo("Example 50.5");
    }

    @Test
    void a_loan_is_good_or_bad_and_has_a_monthly_rate() throws IOException {
        Path file = file("A11,18,A32,A43,1800,A61,A73,4,A94,A101,3,A121,26,A141,A152,1,A173,1,A191,A201,2\n"
                + "A14,6,A34,A42,1200,A65,A73,1,A94,A101,2,A122,27,A143,A152,2,A173,1,A191,A201,1\n");
        GermanCredit german = new GermanCredit();
        Table table = german.read(file);
        assertThat(german.positives(table)).containsExactly(true, false);
        assertThat(table.numeric("amount per month").toArray()).containsExactly(100, 200);
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> PublicTable.named("iris"))
                .hasMessageContaining("'iris'")
                .hasMessageContaining("titanic, german, adult, ai4i");
    }

    /** The bars of the field, each by cross-validation within the file; see docs and guides for the full runs. */
    @Test
    void what_was_chosen_passes_the_bars_of_the_field() throws IOException {
        assertThat(chosen("titanic", "titanic/titanic.csv", 10, "accuracy")).isGreaterThan(0.841);
        assertThat(chosen("german", "german_credit/german_train.csv", 10, "auc"))
                .isGreaterThan(0.79);
        assertThat(chosen("ai4i", "ai4i/ai4i_train.csv", 5, "mcc")).isGreaterThan(0.82);
    }

    private static double chosen(String name, String file, int folds, String metric) throws IOException {
        String told = Optional.ofNullable(System.getenv("INDUSTRIALMIND_DATA")).orElse("../../shared/data");
        Path path = Path.of(told, file);
        Assumptions.assumeTrue(
                Files.isReadable(path),
                () -> "no " + file + " in " + told + ": set INDUSTRIALMIND_DATA to the folder that has it");
        PublicTable definition = new ChosenOnly(PublicTable.named(name));
        Comparison comparison = new Comparison(definition, List.of(1L), said -> {});
        return comparison
                .crossValidated(definition.read(path), folds)
                .getFirst()
                .values(metric)[0];
    }

    /** A public table without the methods that the chosen one is compared with. */
    private record ChosenOnly(PublicTable whole) implements PublicTable {
        @Override
        public String name() {
            return whole.name();
        }

        @Override
        public String target() {
            return whole.target();
        }

        @Override
        public String positive() {
            return whole.positive();
        }

        @Override
        public Table read(Path file) throws IOException {
            return whole.read(file);
        }

        @Override
        public List<Method> methods() {
            return whole.methods().subList(0, 1);
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("part.csv"), text);
    }
}
