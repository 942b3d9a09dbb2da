package org.industrialmind.app.platform;

import java.time.Duration;
import org.industrialmind.advisor.advice.TermsTable;
import org.industrialmind.advisor.prognosis.FleetExperience;
import org.industrialmind.advisor.prognosis.PrognosisSettings;

/**
 * How remaining lives are told, and what maintenance costs and takes.
 *
 * @param experience what failed machines have taught; without any, no life is told
 */
public record MaintenanceConfig(FleetExperience experience, PrognosisSettings prognosis, TermsTable terms) {
    /** Returns what suits machines of which nobody has seen one fail yet. */
    public static MaintenanceConfig defaults() {
        return new MaintenanceConfig(FleetExperience.none(), PrognosisSettings.defaults(), TermsTable.defaults());
    }

    /** Returns what suits the simulated plant: its machines have taught how long the others last. */
    public static MaintenanceConfig ofSimulatedPlant() {
        return new MaintenanceConfig(
                FleetExperience.ofSimulatedPlant(), PrognosisSettings.defaults(), TermsTable.defaults());
    }

    /**
     * Returns the same for a simulated plant whose clock of damage runs so many times faster than a real one's: lead times
     * and reviews shrink with the lives that they are weighed against.
     */
    public MaintenanceConfig faster(double factor) {
        return new MaintenanceConfig(
                experience,
                prognosis.withHorizon(
                        Duration.ofSeconds(Math.round(prognosis.horizon().toSeconds() / factor))),
                terms.faster(factor));
    }
}
