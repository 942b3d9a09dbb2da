package org.industrialmind.foundations.optimize;

import java.util.Optional;

/** Decides how far to go along a direction that leads down. */
sealed interface LineSearch permits Backtracking, StrongWolfe {
    /** Returns the point gone to, or nothing where no step along the direction goes down enough. */
    Optional<Position> search(Objective objective, Position from, double[] direction, double firstStep);
}
