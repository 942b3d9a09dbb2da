package org.industrialmind.app.evaluate;

/** Which rows at the beginning of a recording are known to be normal: a detector learns from these and no others. */
public sealed interface NormalPart {
    /** Returns how many of that many rows are the normal part. */
    int of(int rows);

    /** The first so many rows. */
    record FirstRows(int count) implements NormalPart {
        public FirstRows {
            if (count < 1) {
                throw new IllegalArgumentException(
                        "a normal part of " + count + " rows is empty: expected at least one");
            }
        }

        @Override
        public int of(int rows) {
            return Math.min(count, rows);
        }

        @Override
        public String toString() {
            return "first " + count + " rows";
        }
    }

    /** The first rows that make up that share, in (0, 1). */
    record FirstShare(double share) implements NormalPart {
        public FirstShare {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException(
                        "a normal part of the share " + share + " is not valid: expected one between 0 and 1");
            }
        }

        @Override
        public int of(int rows) {
            return (int) Math.floor(share * rows);
        }

        @Override
        public String toString() {
            return "first " + Math.round(100 * share) + " % of the rows";
        }
    }
}
