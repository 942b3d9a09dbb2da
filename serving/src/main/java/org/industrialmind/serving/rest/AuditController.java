package org.industrialmind.serving.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.industrialmind.advisor.alarm.AlarmDesk;
import org.industrialmind.advisor.alarm.AuditVerdict;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the audit trail of alarms is as it was written. */
@RestController
@Tag(name = "Audit", description = "The chain of hashes through the audit trail of alarms")
public class AuditController {
    private final AlarmDesk desk;

    AuditController(AlarmDesk desk) {
        this.desk = desk;
    }

    /** What checking the chain found. */
    public record ChainView(
            boolean whole, long entries, @Nullable Long firstBroken, String head) {}

    @GetMapping("/api/v1/audit")
    @Operation(
            summary = "Checks the chain from the first entry to the last",
            description =
                    "Keep 'entries' and 'head' elsewhere: fewer entries later, or another head with as many, show that"
                            + " the newest were removed. 'firstBroken' is the sequence of the first entry that does not"
                            + " fit the one before it.")
    ChainView verify() {
        AuditVerdict verdict = desk.verifyAudit();
        return new ChainView(
                verdict.whole(), verdict.entries(), verdict.firstBroken().orElse(null), verdict.head());
    }
}
