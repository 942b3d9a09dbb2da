package org.industrialmind.learning.tabular.transform;

/**
 * The place of a word among a fixed number of columns, and a sign, so that words that meet in a column cancel on average
 * instead of adding up (Weinberger et al. 2009, Feature hashing for large scale multitask learning, ICML).
 */
record Bucket(int position, int sign) {
    static Bucket of(String word, int buckets) {
        long hash = 0xcbf29ce484222325L; // FNV-1a, 64 bits
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        // the finalizer of SplitMix64: the low bits of FNV-1a alone spread short words badly
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return new Bucket((int) Long.remainderUnsigned(hash >>> 1, buckets), (hash & 1) == 0 ? 1 : -1);
    }

    static int require(int buckets) {
        if (buckets < 1) {
            throw new IllegalArgumentException("hashed into " + buckets + " columns: expected at least 1");
        }
        return buckets;
    }

    /** Returns {@code name#07}: as many digits as the last column needs, so that names sort as they stand. */
    static String name(String column, int position, int buckets) {
        int digits = Integer.toString(buckets - 1).length();
        return column + "#" + ("%0" + digits + "d").formatted(position);
    }
}
