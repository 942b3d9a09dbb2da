package org.industrialmind.app.command;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.industrialmind.app.evaluate.JudgingSettings;
import org.industrialmind.app.evaluate.NormalPart;
import org.industrialmind.app.training.DetectorKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The words that say how recorded data is judged, the same for every command that does. */
final class JudgingOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--detector",
            paramLabel = "KIND",
            completionCandidates = DetectorCodes.class,
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String detector = JudgingSettings.defaults().detector().code();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of training (default: ${DEFAULT-VALUE}).")
    private long seed = 7;

    @Option(
            names = "--normal-rows",
            paramLabel = "N",
            description = "How many rows at the beginning of each file are known to be normal (default: 400 for skab).")
    private @Nullable Integer normalRows;

    @Option(
            names = "--normal-share",
            paramLabel = "SHARE",
            description = "The same as a share of the file's rows (default: 0.35 for csv).")
    private @Nullable Double normalShare;

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "CHANNEL",
            description = "Channels to leave out, such as weather (default: thermocouple for skab; 'none' for none).")
    private @Nullable Set<String> without;

    Optional<Set<String>> without() {
        return Optional.ofNullable(without)
                .map(names ->
                        names.stream().filter(name -> !name.equals("none")).collect(Collectors.toSet()));
    }

    /** Returns whether the user asked for one detector by name. */
    boolean detectorNamed() {
        return command.commandLine().getParseResult().hasMatchedOption("--detector");
    }

    /** Returns the detector that the user asked for by name. */
    Optional<DetectorKind> detector() {
        return detectorNamed() ? Optional.of(understood(() -> DetectorKind.parse(detector))) : Optional.empty();
    }

    JudgingSettings settings() {
        return understood(() -> JudgingSettings.defaults().with(DetectorKind.parse(detector), seed));
    }

    Optional<NormalPart> normalPart() {
        return understood(() -> {
            if (normalRows != null && normalShare != null) {
                throw new IllegalArgumentException(
                        "--normal-rows and --normal-share exclude each other; next: leave one of them out");
            }
            if (normalRows != null) {
                return Optional.of(new NormalPart.FirstRows(normalRows));
            }
            return Optional.ofNullable(normalShare).map(NormalPart.FirstShare::new);
        });
    }

    /** Runs what turns words into values, so that a wrong word ends with the exit code of wrong words. */
    <T> T understood(Supplier<T> reading) {
        return Words.understood(command, reading);
    }
}
