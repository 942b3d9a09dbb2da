package org.industrialmind.recipes.digits;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.plot.Picture;
import org.industrialmind.recipes.recipe.ResultTable;

/** The images about which a network was surest and wrong, the worst first: some are its fault, some the writer's. */
final class Mistakes {
    private static final int COLUMNS = 6;
    private static final int ROWS = 4;
    private static final int GAP = 2;
    private static final int ZOOM = 3;

    private final DigitImages test;
    private final List<Mistake> worst;

    /** @param said what the network took the image for, with that probability */
    record Mistake(int image, int said, double probability) {}

    private Mistakes(DigitImages test, List<Mistake> worst) {
        this.test = test;
        this.worst = worst;
    }

    static Mistakes of(DigitImages test, DigitNetwork.Trained network) {
        int[] answers = network.answers();
        List<Mistake> worst = IntStream.range(0, answers.length)
                .filter(i -> answers[i] != test.label(i))
                .mapToObj(i -> new Mistake(i, answers[i], network.probabilities()[i][answers[i]]))
                .sorted(Comparator.comparingDouble(Mistake::probability).reversed())
                .limit((long) ROWS * COLUMNS)
                .toList();
        return new Mistakes(test, worst);
    }

    boolean none() {
        return worst.isEmpty();
    }

    List<Mistake> worst() {
        return worst;
    }

    /** Returns the images on one sheet, row after row as the table lists them. */
    Picture sheet() {
        int high = test.height() + GAP;
        int wide = test.width() + GAP;
        double[] paper = new double[ROWS * high * COLUMNS * wide];
        for (int p = 0; p < paper.length; p++) {
            int y = p / (COLUMNS * wide);
            int x = p % (COLUMNS * wide);
            int place = y / high * COLUMNS + x / wide;
            boolean inside = y % high < test.height() && x % wide < test.width() && place < worst.size();
            paper[p] = inside ? test.brightness(worst.get(place).image(), y % high, x % wide) : 1;
        }
        return Picture.of(Matrix.of(ROWS * high, COLUMNS * wide, paper), ZOOM);
    }

    ResultTable table() {
        ResultTable table =
                ResultTable.of("worst mistakes, as on the sheet", "test image", "is", "called", "sure of it");
        for (int place = 0; place < worst.size(); place++) {
            Mistake mistake = worst.get(place);
            table = table.row(
                    "row " + (place / COLUMNS + 1) + ", column " + (place % COLUMNS + 1),
                    List.of(
                            new ResultTable.Number(mistake.image(), 0),
                            new ResultTable.Number(test.label(mistake.image()), 0),
                            new ResultTable.Number(mistake.said(), 0),
                            new ResultTable.Number(mistake.probability(), 3)));
        }
        return table;
    }
}
