package org.industrialmind.app.platform;

import java.time.Duration;
import org.industrialmind.advisor.advice.TermsTable;
import org.industrialmind.advisor.prognosis.PrognosisSettings;

/** How remaining lives are told, and what maintenance costs and takes. */
public record MaintenanceConfig(PrognosisSettings prognosis, TermsTable terms) {
    public static MaintenanceConfig defaults() {
        return new MaintenanceConfig(PrognosisSettings.defaults(), TermsTable.defaults());
    }

    /**
     * Returns the same for a simulated plant whose clock of damage runs so many times faster than a real one's: lead times
     * and reviews shrink with the lives that they are weighed against.
     */
    public MaintenanceConfig faster(double factor) {
        return new MaintenanceConfig(
                prognosis.withHorizon(
                        Duration.ofSeconds(Math.round(prognosis.horizon().toSeconds() / factor))),
                terms.faster(factor));
    }
}
