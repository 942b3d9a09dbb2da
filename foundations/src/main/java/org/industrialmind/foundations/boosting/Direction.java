package org.industrialmind.foundations.boosting;

/** Which way a prediction may go while one column grows and all others stay. */
public enum Direction {
    RISING(1),
    FALLING(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    int sign() {
        return sign;
    }
}
