package org.industrialmind.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.industrialmind.app.doctor.Examination;
import org.industrialmind.app.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Says what may keep IndustrialMind from running here, and what to do about it. */
@Command(
        name = "doctor",
        description = "Checks Java, memory, disk, ports and what is built; says what to do.",
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "Data folder to check (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--port", paramLabel = "N", description = "Port to check (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Override
    public Integer call() {
        List<Finding> findings = new Examination(data, port).findings();
        if (json) {
            System.out.println(
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(findings));
        } else {
            findings.forEach(DoctorCommand::print);
        }
        return findings.stream().anyMatch(it -> it.verdict() == Finding.Verdict.IN_THE_WAY) ? 1 : 0;
    }

    private static void print(Finding finding) {
        String mark = switch (finding.verdict()) {
            case FINE -> "ok  ";
            case WORTH_KNOWING -> "note";
            case IN_THE_WAY -> "FAIL";
        };
        System.out.printf("%s  %-14s %s%n", mark, finding.name(), finding.seen());
        if (!finding.next().isEmpty()) {
            System.out.printf("      %-14s next: %s%n", "", finding.next());
        }
    }
}
