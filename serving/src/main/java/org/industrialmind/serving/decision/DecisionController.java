package org.industrialmind.serving.decision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.industrialmind.learning.tabular.decision.Costs;
import org.industrialmind.serving.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Decisions with an adjustable risk threshold: any two-class model's scores of cases whose outcome is known. */
@RestController
@RequestMapping("/api/v1/decisions")
@Tag(name = "Decisions", description = "From risk to yes or no: what a threshold costs and whom it hits")
public class DecisionController {
    private static final double APPROVE_ALL = 1.01; // a risk of 1 is refused at 1, so that something above it must do
    private static final int MOST_STEPS = 1000;

    private final Decisions decisions;

    DecisionController(Decisions decisions) {
        this.decisions = decisions;
    }

    @GetMapping
    @Operation(summary = "Lists the decisions with the groups of their cases, by name")
    List<DecisionSummary> all() {
        return decisions.all();
    }

    @GetMapping("/{name}")
    @Operation(
            summary = "Returns what a threshold costs and whom it hits",
            description =
                    "Cases of a risk below the threshold are approved. Without a threshold it is the one that the"
                            + " costs say, without costs they are those that are kept; the curve has one point more than steps.")
    DecisionView one(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Double threshold,
            @RequestParam(required = false) @Nullable Double badApproved,
            @RequestParam(required = false) @Nullable Double goodRefused,
            @RequestParam(defaultValue = "100") int steps) {
        if (threshold != null && !(threshold >= 0 && threshold <= APPROVE_ALL)) {
            throw new IllegalArgumentException("parameter 'threshold' is " + threshold
                    + ": expected a risk from 0 (refuse all) to " + APPROVE_ALL + " (approve all)");
        }
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "parameter 'steps' is " + steps + ": expected 1 to " + MOST_STEPS + " steps of the curve");
        }
        Decision decision = decisions.find(name).orElseThrow(() -> unknown(name));
        Costs costs = Decision.costs(
                Objects.requireNonNullElse(badApproved, decision.costs().badApproved()),
                Objects.requireNonNullElse(goodRefused, decision.costs().goodRefused()));
        return DecisionView.of(decision, costs, Objects.requireNonNullElse(threshold, costs.fairRisk()), steps);
    }

    @PutMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keeps scored cases for a decision, in place of those that had its name")
    void put(@PathVariable String name, @RequestBody DecisionBody body) {
        decisions.put(body.named(name));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forgets a decision and its cases")
    void delete(@PathVariable String name) {
        if (!decisions.delete(name)) {
            throw unknown(name);
        }
    }

    private static Problem unknown(String name) {
        return Problem.notFound("there is no decision '" + name + "'", "list the decisions");
    }
}
