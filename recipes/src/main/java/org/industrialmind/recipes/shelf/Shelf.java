package org.industrialmind.recipes.shelf;

import java.util.List;
import java.util.Optional;
import org.industrialmind.recipes.adult.AdultEarnings;
import org.industrialmind.recipes.bearinglives.BearingLives;
import org.industrialmind.recipes.bearings.Bearings;
import org.industrialmind.recipes.clusters.Clusters;
import org.industrialmind.recipes.digits.HandwrittenDigits;
import org.industrialmind.recipes.forecasting.SeriesForecasting;
import org.industrialmind.recipes.loanapproval.LoanApproval;
import org.industrialmind.recipes.lowrank.LowRankTables;
import org.industrialmind.recipes.millingfailure.MillingFailure;
import org.industrialmind.recipes.pumpfailure.PumpFailure;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.regression.Regression;
import org.industrialmind.recipes.titanic.TitanicSurvival;
import org.industrialmind.recipes.trading.Trading;
import org.industrialmind.recipes.trees.Trees;

/** Every recipe of the house, in the order in which one would learn from them. */
final class Shelf {
    static final List<Recipe> RECIPES = List.of(
            new TitanicSurvival(),
            new AdultEarnings(),
            new LoanApproval(),
            new MillingFailure(),
            new Regression(),
            new Trees(),
            new HandwrittenDigits(),
            new SeriesForecasting(),
            new Clusters(),
            new LowRankTables(),
            new Trading(),
            new PumpFailure(),
            new Bearings(),
            new BearingLives());

    private Shelf() {}

    static Optional<Recipe> find(String name) {
        return RECIPES.stream()
                .filter(recipe -> recipe.card().name().equals(name))
                .findFirst();
    }
}
