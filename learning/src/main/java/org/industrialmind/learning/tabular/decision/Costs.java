package org.industrialmind.learning.tabular.decision;

/**
 * What wrong decisions cost, in any one unit.
 *
 * @param badApproved of approving a case that turns out bad
 * @param goodRefused of refusing one that would have been good
 */
public record Costs(double badApproved, double goodRefused) {
    public Costs {
        if (!(badApproved > 0) || !(goodRefused > 0) || Double.isInfinite(badApproved + goodRefused)) {
            throw new IllegalArgumentException("a bad case approved costs " + badApproved + " and a good one refused "
                    + goodRefused + ": expected finite costs above 0");
        }
    }

    /** Returns the risk at which approving and refusing cost the same, if risks mean what they say. */
    public double fairRisk() {
        return goodRefused / (goodRefused + badApproved);
    }
}
