package org.industrialmind.foundations.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.industrialmind.foundations.algebra.DoubleOperands.DoubleView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector kernel against its twin of plain loops, to the last bit, and both against three nested loops. */
class DoubleKernelTest {
    private final DoubleKernel vector = new VectorDoubleKernel();
    private final DoubleKernel plain = new PlainDoubleKernel();

    @ParameterizedTest(name = "{0} x {2} times {2} x {1}, a turned {3}, b turned {4}")
    @CsvSource({
        "1,1,1,false,false",
        "6,16,30,false,false",
        "7,17,300,false,true",
        "13,40,513,true,false",
        "5,33,65,true,true",
        "97,31,7,false,false",
        "200,70,260,true,true",
        "4,2100,20,false,true",
        "130,150,140,false,false",
        "3,1,900,true,false",
        "1,70,600,false,false",
        "2,300,40,true,false",
        "1,70,600,false,true",
        "3,65,300,false,true",
        "0,3,4,false,false",
        "3,4,0,false,true"
    })
    void products_are_equal_to_the_last_bit(int m, int n, int k, boolean aTurned, boolean bTurned) {
        Random random = new Random(31L * m + n);
        double[] a = numbers(m * k + 5, random);
        double[] b = numbers(k * n + 3, random);
        double[] c = numbers(m * (n + 2) + 1, random);
        DoubleView left = aTurned ? new DoubleView(a, 2, 1, m) : new DoubleView(a, 2, k, 1);
        DoubleView right = bTurned ? new DoubleView(b, 3, 1, k) : new DoubleView(b, 3, n, 1);
        double[] byLoops = c.clone();
        double[] byVectors = c.clone();
        plain.multiply(new DoubleOperands(m, n, k, -0.7, left, right, new DoubleView(byLoops, 1, n + 2, 1)));
        vector.multiply(new DoubleOperands(m, n, k, -0.7, left, right, new DoubleView(byVectors, 1, n + 2, 1)));
        assertThat(byVectors).containsExactly(byLoops);
        for (int r = 0; r < m; r++) {
            for (int col = 0; col < n; col++) {
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    sum += a[left.index(r, p)] * b[right.index(p, col)];
                }
                c[1 + r * (n + 2) + col] -= 0.7 * sum;
            }
        }
        assertThat(byVectors).containsExactly(c, within(1e-13 * (k + 1)));
    }

    @ParameterizedTest(name = "{0} values")
    @ValueSource(ints = {0, 1, 2, 7, 31, 32, 33, 64, 100, 1000})
    void sums_along_rows_are_equal_to_the_last_bit(int n) {
        Random random = new Random(n);
        double[] x = numbers(n + 3, random);
        double[] y = numbers(n + 1, random);
        double dot = vector.dot(n, x, 3, y, 1);
        double distance = vector.squaredDistance(n, x, 3, y, 1);
        assertThat(dot).isEqualTo(plain.dot(n, x, 3, y, 1));
        assertThat(distance).isEqualTo(plain.squaredDistance(n, x, 3, y, 1));
        double plainDot = 0;
        double plainDistance = 0;
        for (int i = 0; i < n; i++) {
            plainDot += x[3 + i] * y[1 + i];
            plainDistance += (x[3 + i] - y[1 + i]) * (x[3 + i] - y[1 + i]);
        }
        assertThat(dot).isCloseTo(plainDot, within(1e-12));
        assertThat(distance).isCloseTo(plainDistance, within(1e-11));
    }

    @ParameterizedTest(name = "{0} values")
    @ValueSource(ints = {0, 1, 3, 8, 17, 100})
    void rows_are_added_and_rotated_equally_to_the_last_bit(int n) {
        Random random = new Random(n);
        double[] x = numbers(n + 2, random);
        double[] y = numbers(n + 2, random);
        double[] x2 = x.clone();
        double[] y2 = y.clone();
        vector.addScaled(n, 0.3, x, 1, y, 2);
        plain.addScaled(n, 0.3, x2, 1, y2, 2);
        assertThat(y).containsExactly(y2);
        vector.rotate(n, 0.6, -0.8, x, 2, y, 1);
        plain.rotate(n, 0.6, -0.8, x2, 2, y2, 1);
        assertThat(x).containsExactly(x2);
        assertThat(y).containsExactly(y2);
    }

    private static double[] numbers(int count, Random random) {
        return random.doubles(count, -1, 1).toArray();
    }
}
