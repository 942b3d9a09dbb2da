package org.industrialmind.learning.leaderboard;

/** The files of a data set are not as its authors describe them; the message says which, where, and what was expected. */
public final class MalformedBoardException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    MalformedBoardException(String message) {
        super(message);
    }
}
