package org.industrialmind.serving.backtest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.industrialmind.serving.security.Caller;
import org.industrialmind.serving.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a changed rule or version would have alarmed. */
@RestController
@RequestMapping("/api/v1/backtests")
@Tag(name = "Backtests", description = "Stored history through a changed rule or version, before it is armed")
public class BacktestController {
    private static final int MOST = 200;

    private final Backtests backtests;

    BacktestController(Backtests backtests) {
        this.backtests = backtests;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Queues a backtest; ask for it by its id until it is done")
    BacktestView submit(@RequestBody BacktestBody asked, @AuthenticationPrincipal Caller caller) {
        return backtests.submit(asked, caller.name());
    }

    @GetMapping
    @Operation(summary = "Lists backtests without their results, newest first")
    List<BacktestView> list(@RequestParam(defaultValue = "50") int limit) {
        return backtests.newest(Math.clamp(limit, 1, MOST));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Returns one backtest, with its result once it is done")
    BacktestView one(@PathVariable UUID id) {
        return backtests
                .find(id)
                .orElseThrow(() -> Problem.notFound("there is no backtest " + id, "list the backtests"));
    }
}
