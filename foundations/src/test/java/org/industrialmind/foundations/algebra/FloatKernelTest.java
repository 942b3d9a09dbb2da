package org.industrialmind.foundations.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.industrialmind.foundations.algebra.FloatOperands.FloatView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector kernel against its twin of plain loops, to the last bit, and against sums in double precision. */
class FloatKernelTest {
    private final FloatKernel vector = new VectorFloatKernel();
    private final FloatKernel plain = new PlainFloatKernel();

    @ParameterizedTest(name = "{0} x {2} times {2} x {1}, a turned {3}, b turned {4}")
    @CsvSource({
        "1,1,1,false,false",
        "6,32,30,false,false",
        "7,35,300,false,true",
        "13,70,513,true,false",
        "200,70,260,true,true",
        "4,2100,20,false,true",
        "130,150,140,false,false",
        "1,70,600,false,false",
        "3,65,300,false,true",
        "3,4,0,false,true"
    })
    void products_are_equal_to_the_last_bit(int m, int n, int k, boolean aTurned, boolean bTurned) {
        Random random = new Random(31L * m + n);
        float[] a = numbers(m * k + 5, random);
        float[] b = numbers(k * n + 3, random);
        float[] c = numbers(m * (n + 2) + 1, random);
        FloatView left = aTurned ? new FloatView(a, 2, 1, m) : new FloatView(a, 2, k, 1);
        FloatView right = bTurned ? new FloatView(b, 3, 1, k) : new FloatView(b, 3, n, 1);
        float[] byLoops = c.clone();
        float[] byVectors = c.clone();
        plain.multiply(new FloatOperands(m, n, k, 2, left, right, new FloatView(byLoops, 1, n + 2, 1)));
        vector.multiply(new FloatOperands(m, n, k, 2, left, right, new FloatView(byVectors, 1, n + 2, 1)));
        assertThat(byVectors).containsExactly(byLoops);
        for (int r = 0; r < m; r++) {
            for (int col = 0; col < n; col++) {
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    sum += (double) a[left.index(r, p)] * b[right.index(p, col)];
                }
                int at = 1 + r * (n + 2) + col;
                assertThat((double) byVectors[at]).isCloseTo(c[at] + 2 * sum, within(1e-6 * (k + 1)));
            }
        }
    }

    @ParameterizedTest(name = "{0} values")
    @ValueSource(ints = {0, 1, 7, 63, 64, 65, 200, 1000})
    void sums_along_rows_are_equal_to_the_last_bit(int n) {
        Random random = new Random(n);
        float[] x = numbers(n + 3, random);
        float[] y = numbers(n + 1, random);
        float dot = vector.dot(n, x, 3, y, 1);
        float distance = vector.squaredDistance(n, x, 3, y, 1);
        assertThat(dot).isEqualTo(plain.dot(n, x, 3, y, 1));
        assertThat(distance).isEqualTo(plain.squaredDistance(n, x, 3, y, 1));
        double exactDot = 0;
        double exactDistance = 0;
        for (int i = 0; i < n; i++) {
            exactDot += (double) x[3 + i] * y[1 + i];
            exactDistance += ((double) x[3 + i] - y[1 + i]) * ((double) x[3 + i] - y[1 + i]);
        }
        assertThat((double) dot).isCloseTo(exactDot, within(1e-6 * (n + 1)));
        assertThat((double) distance).isCloseTo(exactDistance, within(1e-6 * (n + 1)));
        float[] byVectors = y.clone();
        vector.addScaled(n, 0.3f, x, 2, byVectors, 1);
        plain.addScaled(n, 0.3f, x, 2, y, 1);
        assertThat(byVectors).containsExactly(y);
    }

    private static float[] numbers(int count, Random random) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat(-1, 1);
        }
        return numbers;
    }
}
