package org.industrialmind.learning.novelty;

import org.industrialmind.learning.anomaly.StandardWindow;

/**
 * The shape of the windows that a method works with.
 *
 * @param rows in a window; 1 is a single reading of each channel
 * @param channels that are judged, which are all that a method is shown
 * @param places how many pairs of a machine and one of its ways of running there are
 */
public record Layout(int rows, int channels, int places) {
    /** @throws IllegalArgumentException if there is none of something */
    public Layout {
        if (rows < 1 || channels < 1 || places < 1) {
            throw new IllegalArgumentException("a layout of " + rows + " rows, " + channels + " channels and " + places
                    + " places is not valid: expected at least one of each");
        }
    }

    /** @throws IllegalArgumentException if the window has another shape or the place is not one of these */
    void require(int place, StandardWindow window) {
        if (window.length() != rows || window.width() != channels || place < 0 || place >= places) {
            throw new IllegalArgumentException("seen a window of " + window.length() + " rows and " + window.width()
                    + " channels at place " + place + ": expected " + rows + " rows, " + channels
                    + " channels and a place below " + places);
        }
    }
}
