package org.industrialmind.learning.tabular.selection;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Splits several times with seeds drawn from the one given: the spread between repetitions is what luck of the draw adds.
 *
 * @param splitter what is repeated; one that draws nothing gives the same splits each time
 * @param times how often; at least 1
 */
public record Repeated(Splitter splitter, int times) implements Splitter {
    public Repeated {
        if (times < 1) {
            throw new IllegalArgumentException("seen " + times + " repetitions: expected at least 1");
        }
    }

    @Override
    public List<Split> split(RowKeys rows, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        return Stream.generate(seeds::nextLong)
                .limit(times)
                .flatMap(each -> splitter.split(rows, each).stream())
                .toList();
    }
}
