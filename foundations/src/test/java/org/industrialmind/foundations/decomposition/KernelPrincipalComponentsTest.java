package org.industrialmind.foundations.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.kernel.Kernel;
import org.junit.jupiter.api.Test;

class KernelPrincipalComponentsTest {
    private static final Golden GOLDEN = Golden.read("decomposition");

    @Test
    void places_new_rows_where_another_program_does() {
        Matrix x = GOLDEN.matrix("x");
        double[] moved = Arrays.copyOf(x.toArray(), 30);
        Arrays.setAll(moved, i -> moved[i] + 0.5);
        Map<String, Kernel> kernels = Map.of(
                "rbf", new Kernel.Rbf(0.05),
                "polynomial", new Kernel.Polynomial(2, 0.1, 1),
                "linear", new Kernel.Linear(),
                "sigmoid", new Kernel.Sigmoid(0.01, 0.1));
        kernels.forEach((name, kernel) -> {
            KernelComponentsModel model = new KernelPrincipalComponents(3, kernel).fit(x);
            double[] expected = GOLDEN.vector("kernel_values_" + name);
            assertThat(model.values()).as(name).containsExactly(expected, within(1e-9 * expected[0]));
            PrincipalComponentsTest.assertSame(
                    model.transform(Matrix.of(6, 5, moved)), GOLDEN.matrix("kernel_transformed_" + name));
        });
    }

    @Test
    void the_linear_kernel_gives_plain_principal_components() {
        Matrix rows = PrincipalComponentsTest.random(30, 4, 5);
        Matrix plain = PrincipalComponents.of(3).fit(rows).transform(rows);
        PrincipalComponentsTest.assertSame(
                new KernelPrincipalComponents(3, new Kernel.Linear()).fit(rows).transform(rows), plain);
    }

    @Test
    void a_ring_and_its_centre_part_along_one_curved_component() {
        double[] values = new double[160];
        for (int r = 0; r < 80; r++) {
            double distance = r < 40 ? 0.3 : 3;
            values[2 * r] = distance * Math.cos(r * Math.PI / 20);
            values[2 * r + 1] = distance * Math.sin(r * Math.PI / 20);
        }
        Matrix rows = Matrix.of(80, 2, values);
        double[] first = new KernelPrincipalComponents(1, new Kernel.Rbf(0.5))
                .fit(rows)
                .transform(rows)
                .column(0);
        double[] centre = Arrays.copyOf(first, 40);
        double[] ring = Arrays.copyOfRange(first, 40, 80);
        boolean apart = Arrays.stream(centre).min().orElseThrow()
                        > Arrays.stream(ring).max().orElseThrow()
                || Arrays.stream(centre).max().orElseThrow()
                        < Arrays.stream(ring).min().orElseThrow();
        assertThat(apart).isTrue();
    }

    @Test
    void rows_that_do_not_differ_lie_at_the_origin() {
        Matrix rows = Matrix.of(3, 2, new double[6]);
        KernelComponentsModel model = new KernelPrincipalComponents(2, Kernel.AUTOMATIC).fit(rows);
        assertThat(model.transform(rows).toArray()).containsOnly(0);
        assertThatThrownBy(() -> new KernelPrincipalComponents(4, Kernel.AUTOMATIC).fit(rows))
                .hasMessageContaining("4 components");
    }
}
