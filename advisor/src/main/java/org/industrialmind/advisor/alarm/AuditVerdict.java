package org.industrialmind.advisor.alarm;

import java.util.Optional;

/**
 * What checking the audit trail found.
 *
 * @param entries how many entries were checked
 * @param firstBroken the sequence at which the chain breaks, or empty if it is whole
 * @param head the hash of the newest entry in hexadecimal; kept elsewhere, it shows whether newest entries were removed
 */
public record AuditVerdict(long entries, Optional<Long> firstBroken, String head) {
    public boolean whole() {
        return firstBroken.isEmpty();
    }
}
