package org.industrialmind.recipes.digits;

/**
 * Three parts of the images that share none: the last sixth is the test (10,000 of 60,000), and of the rest the last ones
 * tell during training when it has been enough.
 */
record DigitSplit(DigitImages learned, DigitImages judging, DigitImages test) {
    private static final int TEST_SHARE = 6;
    private static final int JUDGING_SHARE = 10;
    private static final int MOST_JUDGING = 2000;

    /** Splits the images and keeps the first of each part, so many at the most. */
    static DigitSplit of(DigitImages all, int mostLearned, int mostTested) {
        if (all.size() < TEST_SHARE * JUDGING_SHARE) {
            throw new IllegalArgumentException(
                    all.size() + " images cannot be split: expected at least " + TEST_SHARE * JUDGING_SHARE);
        }
        int testFrom = all.size() - all.size() / TEST_SHARE;
        int judgingFrom = testFrom - Math.min(MOST_JUDGING, testFrom / JUDGING_SHARE);
        return new DigitSplit(
                all.slice(0, Math.min(mostLearned, judgingFrom)),
                all.slice(judgingFrom, testFrom),
                all.slice(testFrom, Math.min(all.size(), testFrom + mostTested)));
    }
}
