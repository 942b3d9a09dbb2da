package org.industrialmind.foundations.statistics;

import java.util.stream.LongStream;

/**
 * Whether two groupings of the same things have to do with each other.
 *
 * <p>Pearson's chi-squared compares counts with what independence expects; it wants at least 5 expected in most cells. Fisher's
 * test of four cells is exact for any counts. McNemar's is for pairs: only those that changed count.
 *
 * <ol>
 *   <li>Pearson 1900, On the criterion that a given system of deviations ... Philosophical Magazine 50.
 *   <li>Fisher 1922, On the interpretation of chi-squared from contingency tables, JRSS 85.
 *   <li>McNemar 1947, Note on the sampling error of the difference between correlated proportions, Psychometrika 12.
 * </ol>
 */
public final class ContingencyTest {
    private static final double AS_RARE = 1 + 1e-7; // probabilities that differ by rounding only are equal

    private ContingencyTest() {}

    /**
     * What Pearson's test says.
     *
     * @param effect Cramer's V, in [0, 1]: 0 is independence, 1 each determines the other
     * @param leastExpected smallest count that independence expects; below 5 the p value is rough
     */
    public record Independence(double statistic, double degrees, double pValue, double effect, double leastExpected) {}

    /**
     * What Fisher's test says.
     *
     * @param oddsRatio of the sample: odds of the first row by those of the second; infinite or NaN where cells are empty
     */
    public record Exact(double oddsRatio, double pValue) {}

    /**
     * Tests independence by chi-squared, without a correction for continuity.
     *
     * @param counts shape [row, column]
     * @throws IllegalArgumentException if there are fewer than two rows or columns, rows differ in length, a count is
     *     negative, or a row or column is empty
     */
    public static Independence independence(long[][] counts) {
        int rows = counts.length;
        int columns = rows == 0 ? 0 : counts[0].length;
        if (rows < 2 || columns < 2) {
            throw new IllegalArgumentException(
                    "a table of " + rows + " rows and " + columns + " columns: expected at least two of both");
        }
        double[] rowSums = new double[rows];
        double[] columnSums = new double[columns];
        double total = sums(counts, rowSums, columnSums);
        double statistic = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double expected = rowSums[r] * columnSums[c] / total;
                if (expected == 0) {
                    throw new IllegalArgumentException(
                            "row " + r + " or column " + c + " of the table is empty: leave it out");
                }
                double away = counts[r][c] - expected;
                statistic += away * away / expected;
                least = Math.min(least, expected);
            }
        }
        double degrees = (rows - 1.0) * (columns - 1.0);
        double effect = Math.sqrt(statistic / (total * (Math.min(rows, columns) - 1)));
        return new Independence(statistic, degrees, new ChiSquared(degrees).tail(statistic), effect, least);
    }

    private static double sums(long[][] counts, double[] rowSums, double[] columnSums) {
        double total = 0;
        for (int r = 0; r < rowSums.length; r++) {
            if (counts[r].length != columnSums.length) {
                throw new IllegalArgumentException("row " + r + " of the table has " + counts[r].length
                        + " counts, row 0 has " + columnSums.length);
            }
            for (int c = 0; c < columnSums.length; c++) {
                if (counts[r][c] < 0) {
                    throw new IllegalArgumentException(
                            "the count in row " + r + ", column " + c + " is " + counts[r][c]);
                }
                rowSums[r] += counts[r][c];
                columnSums[c] += counts[r][c];
                total += counts[r][c];
            }
        }
        return total;
    }

    /**
     * Tests four cells exactly: tables with these sums are hypergeometric.
     *
     * @param a count of first row, first column
     * @param b of first row, second column
     * @param c of second row, first column
     * @param d of second row, second column
     */
    public static Exact fisher(long a, long b, long c, long d, Alternative alternative) {
        if (Math.min(Math.min(a, b), Math.min(c, d)) < 0) {
            throw new IllegalArgumentException(
                    "counts " + a + ", " + b + ", " + c + ", " + d + ": expected none negative");
        }
        long first = a + b;
        long column = a + c;
        long total = a + b + c + d;
        long low = Math.max(0, first + column - total);
        long high = Math.min(first, column);
        double own = hypergeometric(a, first, column, total);
        double p = LongStream.rangeClosed(low, high)
                .filter(k -> switch (alternative) {
                    case LESS -> k <= a;
                    case GREATER -> k >= a;
                    case DIFFERENT -> hypergeometric(k, first, column, total) <= own * AS_RARE;
                })
                .mapToDouble(k -> hypergeometric(k, first, column, total))
                .sum();
        return new Exact((double) a * d / ((double) b * c), Math.min(1, p));
    }

    private static double hypergeometric(long k, long first, long column, long total) {
        return Math.exp(logChoose(first, k) + logChoose(total - first, column - k) - logChoose(total, column));
    }

    private static double logChoose(long n, long k) {
        return LogGamma.of(n + 1.0) - LogGamma.of(k + 1.0) - LogGamma.of(n - k + 1.0);
    }

    /**
     * Tests exactly whether pairs change one way more than the other.
     *
     * @param onlyFirst pairs of which only the first is so
     * @param onlySecond pairs of which only the second is so
     * @return the p value, 1 where no pair changed
     */
    public static double mcNemar(long onlyFirst, long onlySecond) {
        long changed = onlyFirst + onlySecond;
        if (changed == 0) {
            return 1;
        }
        return Math.min(1, 2 * new Binomial(changed, 0.5).cdf(Math.min(onlyFirst, onlySecond)));
    }
}
