package org.industrialmind.serving.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.industrialmind.advisor.advice.Advice;
import org.industrialmind.advisor.advice.AdviceDesk;
import org.industrialmind.advisor.diagnosis.RankedMode;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.serving.security.Caller;
import org.industrialmind.serving.web.Problem;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How long machines will last, what to do by when, and what people decide on it. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Advice", description = "Remaining life, dates to act by and work order proposals")
public class AdviceController {
    private static final int MOST = 1000;

    private final AssetDirectory directory;
    private final AdviceDesk desk;

    AdviceController(AssetDirectory directory, AdviceDesk desk) {
        this.directory = directory;
        this.desk = desk;
    }

    /** What a person says about a proposal; a reason is needed to decline it. */
    public record Remark(@Nullable String remark) {}

    /** One line of a proposal's audit trail. */
    public record EntryView(long sequence, Instant at, String actor, String from, String to, String remark) {}

    @GetMapping("/assets/{id}/advice")
    @Operation(summary = "Returns what to do with the machine, by when and why, with the numbers behind it")
    AdviceView advice(@PathVariable String id) {
        Asset asset = asset(id);
        return AdviceView.of(advice(asset), desk.proposal(asset.id()).orElse(null));
    }

    @GetMapping("/assets/{id}/remaining-life")
    @Operation(summary = "Returns how long the machine will still do its work, as quantiles; null is no end in sight")
    AdviceView.LifeView remainingLife(@PathVariable String id) {
        Advice advice = advice(asset(id));
        return AdviceView.life(
                advice.prognosis(), advice.mode().map(RankedMode::name).orElse(null));
    }

    @GetMapping("/assets/{id}/maintenance-terms")
    @Operation(summary = "Returns what maintenance of the machine costs and how long it takes")
    TermsBody terms(@PathVariable String id) {
        return TermsBody.of(desk.terms(asset(id)));
    }

    @PutMapping("/assets/{id}/maintenance-terms")
    @Operation(summary = "Sets what maintenance of the machine costs and how long it takes")
    TermsBody setTerms(@PathVariable String id, @RequestBody TermsBody body, @AuthenticationPrincipal Caller caller) {
        Asset asset = asset(id);
        desk.setTerms(asset, body.terms(), caller.name());
        return TermsBody.of(desk.terms(asset));
    }

    @GetMapping("/proposals")
    @Operation(summary = "Lists work order proposals, those that wait for a person first")
    List<ProposalView> proposals(@RequestParam(defaultValue = "200") int limit) {
        return desk.proposals(Math.clamp(limit, 1, MOST)).stream()
                .map(ProposalView::of)
                .toList();
    }

    @GetMapping("/proposals/{id}/history")
    @Operation(summary = "Returns who did what to the proposal, oldest first")
    List<EntryView> history(@PathVariable String id) {
        return desk.history(proposalId(id)).stream()
                .map(entry -> new EntryView(
                        entry.sequence(),
                        entry.at(),
                        entry.actor(),
                        entry.from().code(),
                        entry.to().code(),
                        entry.remark()))
                .toList();
    }

    @PostMapping("/proposals/{id}/accept")
    @Operation(summary = "Accepts a proposal; the work order itself is made elsewhere")
    ProposalView accept(@PathVariable String id, @RequestBody Remark said, @AuthenticationPrincipal Caller caller) {
        return decide(id, true, said, caller);
    }

    @PostMapping("/proposals/{id}/decline")
    @Operation(summary = "Declines a proposal, with a reason")
    ProposalView decline(@PathVariable String id, @RequestBody Remark said, @AuthenticationPrincipal Caller caller) {
        return decide(id, false, said, caller);
    }

    private ProposalView decide(String id, boolean accept, Remark said, Caller caller) {
        String remark = Optional.ofNullable(said.remark()).orElse("");
        return ProposalView.of(desk.decide(proposalId(id), accept, remark, caller.name()));
    }

    private Advice advice(Asset asset) {
        return desk.of(asset)
                .orElseThrow(() -> Problem.notFound(
                        "no window of " + asset.id() + " has been judged yet",
                        "wait until a model has learned what is normal for it"));
    }

    private Asset asset(String id) {
        return directory
                .find(new AssetId(id))
                .orElseThrow(() -> Problem.notFound("there is no asset '" + id + "'", "GET /api/v1/plant lists them"));
    }

    private static UUID proposalId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound("'" + id + "' is not the id of a proposal", "GET /api/v1/proposals lists them");
        }
    }
}
